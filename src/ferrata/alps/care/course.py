"""What follow-up needs to know of a course of treatment."""

from __future__ import annotations

from ferrata.alps.care.concepts import Laboratory
from ferrata.alps.concepts import Drug, Lab
from ferrata.alps.sources import assumed
from ferrata.guideline.conditions import Operator
from ferrata.guideline.derivations import (
    DaysSinceStart,
    EverTreated,
    OnTreatment,
    before_start,
    days_with,
    latest,
    since_start,
)
from ferrata.guideline.features import Finding, Measurement
from ferrata.guideline.units import between, day, dL, mg, mL, ng, one
from ferrata.guideline.vocabularies import CourseFeatures


class SirolimusCare(CourseFeatures, treatment=Drug.SIROLIMUS):
    """The newest course of sirolimus."""

    high_troughs = Measurement(
        "Days with a trough above 15 ng/mL",
        one,
        between(0, 10_000, one),
        days_with(Lab.SIROLIMUS, Operator.GT, 15 * ng / mL, since_start(5 * day), assumed["A111"]),
    )
    creatinine_start = Measurement(
        "Creatinine before sirolimus",
        mg / dL,
        Laboratory.CREATININE.plausible,
        latest(Laboratory.CREATININE, before_start(90 * day)),
    )


class ImmunoglobulinCare(CourseFeatures, treatment=Drug.IMMUNOGLOBULIN):
    """The newest course of intravenous immunoglobulin."""

    on = Finding("On treatment", OnTreatment())
    ever = Finding("Ever treated", EverTreated())
    days = Measurement(
        "Days since the course began", day, between(0, 30_000, day), DaysSinceStart()
    )
