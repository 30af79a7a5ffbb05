"""Follow-up, put together: what the reconciled guideline adds to its pathway."""

from __future__ import annotations

from ferrata.alps.care.case import Care
from ferrata.alps.care.course import ImmunoglobulinCare, SirolimusCare
from ferrata.alps.care.everybody import EVERYBODY
from ferrata.alps.care.grades import Toxicity
from ferrata.alps.care.manifestations import MANIFESTATIONS
from ferrata.alps.care.monitoring import MONITORING
from ferrata.alps.care.other_drugs import OTHER_DRUGS
from ferrata.alps.care.prevention import PREVENTION
from ferrata.alps.care.toxicity import TOXICITY

CARE = (*EVERYBODY, *MONITORING, *OTHER_DRUGS, *TOXICITY, *PREVENTION, *MANIFESTATIONS)
CARE_VOCABULARIES = (Care, SirolimusCare, ImmunoglobulinCare, Toxicity)
