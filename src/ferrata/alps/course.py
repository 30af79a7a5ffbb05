"""What one needs to know about a course of treatment: how long, with what effect (A04 to A08)."""

from __future__ import annotations

from ferrata.alps.case import COUNT_LASTS, MONTH, Case
from ferrata.alps.concepts import Drug, Lab
from ferrata.alps.concepts import Finding as Sign
from ferrata.alps.interacting import Interacting
from ferrata.alps.sources import A111, A128
from ferrata.guideline.conditions import Operator, all_of, any_of, not_
from ferrata.guideline.derivations import (
    Anchor,
    Asserted,
    Cases,
    DaysSinceEnd,
    DaysSinceStart,
    Edge,
    EverTreated,
    OnTreatment,
    Window,
    before_start,
    days_with,
    highest,
    latest,
    since_start,
)
from ferrata.guideline.features import Choice, Finding, Measurement
from ferrata.guideline.units import between, day, dL, g, mL, ng, one, per_uL
from ferrata.guideline.values import Option
from ferrata.guideline.vocabularies import CourseFeatures


class Effect(Option):
    """What a course did to a lineage, or to the worst of them."""

    COMPLETE = "complete"
    RESPONSE = "response"
    HELD = "held"
    LOST = "lost"
    NONE = "none"
    UNEVALUABLE = "unevaluable"


_BASELINE = before_start(COUNT_LASTS)
_NOW = since_start(1 * day, fresh=COUNT_LASTS)
_SINCE = since_start(1 * day)


class Exposure(CourseFeatures):
    """What is asked of a treatment beside the pathway's own: given or not, and when (A128)."""

    on = Finding("On treatment", OnTreatment(silence=A128))
    ever = Finding("Ever treated", EverTreated(silence=A128))
    days = Measurement(
        "Days since the course began", day, between(0, 30_000, day), DaysSinceStart()
    )
    days_since_end = Measurement(
        "Days since the course ended", day, between(0, 30_000, day), DaysSinceEnd()
    )


class Immunoglobulin(Exposure, treatment=Drug.IMMUNOGLOBULIN):
    """The newest course of immunoglobulin."""


class Filgrastim(Exposure, treatment=Drug.FILGRASTIM):
    """The newest course of G-CSF."""


class Hydroxychloroquine(Exposure, treatment=Drug.HYDROXYCHLOROQUINE):
    """The newest course of hydroxychloroquine."""


class Eltrombopag(Exposure, treatment=Drug.ELTROMBOPAG):
    """The newest course of eltrombopag."""


class Romiplostim(Exposure, treatment=Drug.ROMIPLOSTIM):
    """The newest course of romiplostim."""


_immunoglobulin = any_of(
    Immunoglobulin.on, all_of(Immunoglobulin.ever, Immunoglobulin.days <= 28 * day)
)
_platelets_rescued = any_of(
    _immunoglobulin,
    Case.platelets_given,
    all_of(Case.transfused, not_(Case.red_cells), not_(Case.platelets_given_week)),
)
_hemoglobin_rescued = any_of(
    _immunoglobulin, Case.red_cells, all_of(Case.transfused, not_(Case.platelets_given_week))
)
_neutrophils_rescued = any_of(
    _immunoglobulin, Filgrastim.on, all_of(Filgrastim.ever, Filgrastim.days_since_end <= 7 * day)
)


class Course(CourseFeatures):
    """One row per course of treatment."""

    on = Finding("On treatment", OnTreatment())
    on_record = Finding("On treatment, by what the record names", OnTreatment(silence=A128))
    ever = Finding("Ever treated", EverTreated())
    days = Measurement(
        "Days since the course began", day, between(0, 30_000, day), DaysSinceStart()
    )
    days_since_end = Measurement(
        "Days since the course ended", day, between(0, 30_000, day), DaysSinceEnd()
    )
    taken = Finding(
        "Full dose prescribed, taken and tolerated", Asserted(Sign.TAKEN_AS_PRESCRIBED, MONTH)
    )

    platelets_start = Measurement(
        "Platelets at the start", per_uL, Lab.PLATELETS.plausible, latest(Lab.PLATELETS, _BASELINE)
    )
    platelets_now = Measurement(
        "Platelets on treatment", per_uL, Lab.PLATELETS.plausible, latest(Lab.PLATELETS, _NOW)
    )
    platelets_best = Measurement(
        "Best platelets on treatment",
        per_uL,
        Lab.PLATELETS.plausible,
        highest(Lab.PLATELETS, _SINCE),
    )
    platelet_effect = Choice(
        "Effect on platelets (A04)",
        Effect,
        Cases(
            (
                (_platelets_rescued, Effect.UNEVALUABLE),
                (
                    all_of(platelets_start >= 50_000 * per_uL, platelets_now >= 50_000 * per_uL),
                    Effect.HELD,
                ),
                (platelets_start >= 50_000 * per_uL, Effect.LOST),
                (
                    all_of(platelets_now >= 100_000 * per_uL, not_(Case.bleeding)),
                    Effect.COMPLETE,
                ),
                (
                    all_of(
                        platelets_now >= 30_000 * per_uL,
                        platelets_now >= 2 * platelets_start,
                        not_(Case.bleeding),
                    ),
                    Effect.RESPONSE,
                ),
                (
                    all_of(
                        platelets_best >= 30_000 * per_uL, platelets_best >= 2 * platelets_start
                    ),
                    Effect.LOST,
                ),
                (
                    any_of(platelets_best < 30_000 * per_uL, platelets_best < 2 * platelets_start),
                    Effect.NONE,
                ),
            )
        ),
    )

    hemoglobin_start = Measurement(
        "Hemoglobin at the start",
        g / dL,
        Lab.HEMOGLOBIN.plausible,
        latest(Lab.HEMOGLOBIN, _BASELINE),
    )
    hemoglobin_now = Measurement(
        "Hemoglobin on treatment", g / dL, Lab.HEMOGLOBIN.plausible, latest(Lab.HEMOGLOBIN, _NOW)
    )
    hemoglobin_best = Measurement(
        "Best hemoglobin on treatment",
        g / dL,
        Lab.HEMOGLOBIN.plausible,
        highest(Lab.HEMOGLOBIN, _SINCE),
    )
    hemoglobin_effect = Choice(
        "Effect on hemoglobin (A05)",
        Effect,
        Cases(
            (
                (_hemoglobin_rescued, Effect.UNEVALUABLE),
                (all_of(hemoglobin_start >= 8 * g / dL, hemoglobin_now >= 8 * g / dL), Effect.HELD),
                (hemoglobin_start >= 8 * g / dL, Effect.LOST),
                (
                    any_of(
                        hemoglobin_now >= 10 * g / dL,
                        all_of(
                            hemoglobin_now >= 8 * g / dL,
                            hemoglobin_now >= hemoglobin_start + 2 * g / dL,
                        ),
                    ),
                    Effect.RESPONSE,
                ),
                (
                    any_of(
                        hemoglobin_best >= 10 * g / dL,
                        all_of(
                            hemoglobin_best >= 8 * g / dL,
                            hemoglobin_best >= hemoglobin_start + 2 * g / dL,
                        ),
                    ),
                    Effect.LOST,
                ),
                (hemoglobin_best < 10 * g / dL, Effect.NONE),
            )
        ),
    )

    neutrophils_start = Measurement(
        "Neutrophils at the start",
        per_uL,
        Lab.NEUTROPHILS.plausible,
        latest(Lab.NEUTROPHILS, _BASELINE),
    )
    neutrophils_now = Measurement(
        "Neutrophils on treatment", per_uL, Lab.NEUTROPHILS.plausible, latest(Lab.NEUTROPHILS, _NOW)
    )
    neutrophils_best = Measurement(
        "Best neutrophils on treatment",
        per_uL,
        Lab.NEUTROPHILS.plausible,
        highest(Lab.NEUTROPHILS, _SINCE),
    )
    neutrophil_effect = Choice(
        "Effect on neutrophils (A06)",
        Effect,
        Cases(
            (
                (_neutrophils_rescued, Effect.UNEVALUABLE),
                (
                    all_of(neutrophils_start >= 500 * per_uL, neutrophils_now >= 500 * per_uL),
                    Effect.HELD,
                ),
                (neutrophils_start >= 500 * per_uL, Effect.LOST),
                (neutrophils_now >= 1500 * per_uL, Effect.COMPLETE),
                (
                    all_of(
                        neutrophils_now >= 500 * per_uL, neutrophils_now >= 2 * neutrophils_start
                    ),
                    Effect.RESPONSE,
                ),
                (
                    all_of(
                        neutrophils_best >= 500 * per_uL, neutrophils_best >= 2 * neutrophils_start
                    ),
                    Effect.LOST,
                ),
                (
                    any_of(
                        neutrophils_best < 500 * per_uL, neutrophils_best < 2 * neutrophils_start
                    ),
                    Effect.NONE,
                ),
            )
        ),
    )

    effect = Choice(
        "Effect of the course, by the worst lineage (A07, A08)",
        Effect,
        Cases(
            (
                (
                    any_of(
                        platelet_effect.is_(Effect.NONE),
                        hemoglobin_effect.is_(Effect.NONE),
                        neutrophil_effect.is_(Effect.NONE),
                    ),
                    Effect.NONE,
                ),
                (
                    any_of(
                        platelet_effect.is_(Effect.LOST),
                        hemoglobin_effect.is_(Effect.LOST),
                        neutrophil_effect.is_(Effect.LOST),
                    ),
                    Effect.LOST,
                ),
                (
                    any_of(
                        platelet_effect.is_(Effect.UNEVALUABLE),
                        hemoglobin_effect.is_(Effect.UNEVALUABLE),
                        neutrophil_effect.is_(Effect.UNEVALUABLE),
                    ),
                    Effect.UNEVALUABLE,
                ),
                (
                    any_of(
                        platelet_effect.is_(Effect.RESPONSE),
                        hemoglobin_effect.is_(Effect.RESPONSE),
                        neutrophil_effect.is_(Effect.RESPONSE),
                    ),
                    Effect.RESPONSE,
                ),
                (
                    all_of(
                        platelet_effect.is_(Effect.HELD),
                        hemoglobin_effect.is_(Effect.HELD),
                        neutrophil_effect.is_(Effect.HELD),
                    ),
                    Effect.HELD,
                ),
                (
                    any_of(
                        platelet_effect.is_(Effect.COMPLETE),
                        neutrophil_effect.is_(Effect.COMPLETE),
                    ),
                    Effect.COMPLETE,
                ),
            )
        ),
    )


class Prednisone(Course, treatment=Drug.PREDNISONE):
    """The newest course of prednisone."""


class Methylprednisolone(Course, treatment=Drug.METHYLPREDNISOLONE):
    """The newest course of methylprednisolone."""


class Mycophenolate(Course, treatment=Drug.MYCOPHENOLATE):
    """The newest course of mycophenolate."""


class Sirolimus(Course, treatment=Drug.SIROLIMUS):
    """The newest course of sirolimus."""

    troughs = Measurement(
        "Days with a trough of 5 ng/mL or more",
        one,
        between(0, 10_000, one),
        days_with(Lab.SIROLIMUS, Operator.GE, 5 * ng / mL, since_start(5 * day), A111),
    )
    troughs_early = Measurement(
        "Days with such a trough 12 weeks ago or earlier",
        one,
        between(0, 10_000, one),
        days_with(
            Lab.SIROLIMUS,
            Operator.GE,
            5 * ng / mL,
            Window(Edge(Anchor.START, 5), Edge(Anchor.ON, -84)),
            A111,
        ),
    )
    troughs_high = Measurement(
        "Days with a trough above 15 ng/mL",
        one,
        between(0, 10_000, one),
        days_with(Lab.SIROLIMUS, Operator.GT, 15 * ng / mL, since_start(5 * day), A111),
    )
    troughs_high_early = Measurement(
        "Days with a trough above 15 ng/mL 12 weeks ago or earlier",
        one,
        between(0, 10_000, one),
        days_with(
            Lab.SIROLIMUS,
            Operator.GT,
            15 * ng / mL,
            Window(Edge(Anchor.START, 5), Edge(Anchor.ON, -84)),
            A111,
        ),
    )


class Rituximab(Course, treatment=Drug.RITUXIMAB):
    """The newest course of rituximab."""


EXPOSURES = (Immunoglobulin, Filgrastim, Hydroxychloroquine, Eltrombopag, Romiplostim)
VOCABULARIES = (
    Case,
    Interacting,
    Prednisone,
    Methylprednisolone,
    Mycophenolate,
    Sirolimus,
    Rituximab,
    *EXPOSURES,
)
