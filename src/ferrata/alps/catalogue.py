"""Everything that a record can say here, from every area of the medicine."""

from __future__ import annotations

from ferrata.alps.concepts import Answered, Drug, Finding, Lab
from ferrata.guideline.events import Analyte, Question, Sign, Treatment

AREAS: tuple[type, ...] = (Lab, Answered, Finding, Drug)
"""The classes that list concepts; each area adds its own."""

_all = tuple(one for area in AREAS for one in vars(area).values())

ANALYTES = tuple(one for one in _all if isinstance(one, Analyte))
SIGNS = tuple(one for one in _all if isinstance(one, Sign))
QUESTIONS = tuple(one for one in _all if isinstance(one, Question))
TREATMENTS = tuple(one for one in _all if isinstance(one, Treatment))
