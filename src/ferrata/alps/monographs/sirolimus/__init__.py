"""Sirolimus."""

from __future__ import annotations

from decimal import Decimal

from ferrata.alps.concepts import Drug
from ferrata.alps.monographs.sirolimus.interactions import INTERACTIONS
from ferrata.alps.monographs.sirolimus.outcomes import OUTCOMES
from ferrata.alps.monographs.sirolimus.remarks import REMARKS
from ferrata.alps.sources import warrant
from ferrata.guideline.monograph import Ages, Monograph

SIROLIMUS = Monograph(
    treatment=Drug.SIROLIMUS,
    title="Sirolimus (rapamycin)",
    ages=Ages(Decimal(1), Decimal(37), warrant("R33", "A182")),
    remarks=REMARKS,
    interactions=INTERACTIONS,
    outcomes=OUTCOMES,
)
