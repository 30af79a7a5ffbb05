"""The diagnosis of ALPS, put together."""

from __future__ import annotations

from ferrata.alps.care.concepts import Laboratory
from ferrata.alps.diagnosis.concepts import DiagnosticLab, DiagnosticSign
from ferrata.alps.diagnosis.criteria import COPIES, OLIVEIRA_2010
from ferrata.alps.diagnosis.esid import ESID, ESID_NESTED
from ferrata.alps.diagnosis.exclusions import EXCLUSIONS, no_fas_variant
from ferrata.alps.diagnosis.kinds import ALERTS, KINDS
from ferrata.alps.diagnosis.next_tests import NEXT
from ferrata.alps.diagnosis.readings import FALSIFIED, FOR_AGE, IMPLIED, NESTED, TALLIES
from ferrata.alps.diagnosis.workup import Workup
from ferrata.guideline.assessment import Assessment

DIAGNOSIS = Assessment(
    id="diagnosis",
    title="Diagnosis of autoimmune lymphoproliferative syndrome (ALPS)",
    version="2026.11.0",
    vocabularies=(Workup,),
    criteria=OLIVEIRA_2010,
    copies=COPIES,
    others=(ESID, ESID_NESTED),
    kinds=KINDS,
    exclusions=EXCLUSIONS,
    overruled=no_fas_variant,
    alerts=ALERTS,
    next=NEXT,
    falsified=FALSIFIED,
    for_age=FOR_AGE,
    implied=IMPLIED,
    tallies=TALLIES,
    nested=NESTED,
    shown=(
        DiagnosticLab.DNT_UNSPECIFIED,
        DiagnosticLab.DNT_COUNT,
        Laboratory.HDL,
        DiagnosticLab.IGA,
        DiagnosticLab.IGM,
        DiagnosticLab.EOSINOPHILS,
        DiagnosticSign.ANTIGLOBULIN,
    ),
)
