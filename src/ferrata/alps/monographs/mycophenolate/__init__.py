"""Mycophenolate."""

from __future__ import annotations

from decimal import Decimal

from ferrata.alps.concepts import Drug
from ferrata.alps.monographs.mycophenolate.interactions import INTERACTIONS
from ferrata.alps.monographs.mycophenolate.outcomes import OUTCOMES
from ferrata.alps.monographs.mycophenolate.remarks import REMARKS
from ferrata.alps.sources import warrant
from ferrata.guideline.monograph import Ages, Monograph

MYCOPHENOLATE = Monograph(
    treatment=Drug.MYCOPHENOLATE,
    title="Mycophenolate mofetil",
    ages=Ages(Decimal("0.5"), Decimal(34), warrant("R22", "A182")),
    remarks=REMARKS,
    interactions=INTERACTIONS,
    outcomes=OUTCOMES,
)
