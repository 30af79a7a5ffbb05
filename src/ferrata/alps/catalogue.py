"""Everything that a record can say here, from every area of the medicine."""

from __future__ import annotations

from ferrata.alps.care.concepts import (
    Allergy,
    Examination,
    FollowUp,
    Infection,
    Laboratory,
    Manifestation,
    Procedure,
    Reproduction,
    Transfusion,
    Vaccine,
)
from ferrata.alps.concepts import Answered, Drug, Finding, Lab, StrongCyp3a4
from ferrata.alps.diagnosis.concepts import (
    BIALLELIC_FAS,
    GERMLINE,
    SOMATIC,
    DiagnosticLab,
    DiagnosticSign,
    Family,
)
from ferrata.guideline.events import Analyte, Question, Sign, Treatment

AREAS: tuple[type, ...] = (
    Lab,
    Answered,
    Finding,
    Drug,
    StrongCyp3a4,
    DiagnosticLab,
    DiagnosticSign,
    Family,
    Vaccine,
    Infection,
    Reproduction,
    Transfusion,
    Procedure,
    Allergy,
    Laboratory,
    Examination,
    Manifestation,
    FollowUp,
)
"""The classes that list concepts; each area adds its own."""

_all = (
    *(one for area in AREAS for one in vars(area).values()),
    *GERMLINE.values(),
    *SOMATIC.values(),
    BIALLELIC_FAS,
)

ANALYTES = tuple(one for one in _all if isinstance(one, Analyte))
SIGNS = tuple(one for one in _all if isinstance(one, Sign))
QUESTIONS = tuple(one for one in _all if isinstance(one, Question))
TREATMENTS = tuple(one for one in _all if isinstance(one, Treatment))
