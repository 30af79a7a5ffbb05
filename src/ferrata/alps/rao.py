"""`rao-2015`: the text of Rao 2015 where its text and its Figure 1 conflict.

Intravenous steroids first, a steroid-sparing agent within weeks, rituximab last, no splenectomy.
What the text leaves to the figure stays as the figure has it, dead ends included.
"""

from __future__ import annotations

from ferrata.alps.case import Case
from ferrata.alps.concepts import Drug
from ferrata.alps.course import Effect, Methylprednisolone, Mycophenolate, Prednisone, Sirolimus
from ferrata.alps.cytopenia import RESPONDED, adequate_counts
from ferrata.alps.drugs import MYCOPHENOLATE
from ferrata.alps.figure import RAO_2015_FIGURE
from ferrata.alps.rao_doses import (
    HIGH_DOSE,
    IMMUNOGLOBULIN,
    PREDNISONE,
    PULSE,
    RITUXIMAB,
    SIROLIMUS,
    SIROLIMUS_LOAD,
    TAPER,
)
from ferrata.alps.rao_others import OTHERS
from ferrata.alps.safety import rituximab_exhausted
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.conditions import all_of, any_of, criterion, not_
from ferrata.guideline.pathway import Step, stay, when
from ferrata.guideline.units import day, dL, g

_very_low_hemoglobin = criterion(
    "Very low hemoglobin, by the text", Case.hemoglobin < 5 * g / dL, warrant("R17")
)
_two_weeks = criterion(
    "Two weeks of steroids",
    any_of(
        all_of(Methylprednisolone.ever, Methylprednisolone.days >= 14 * day),
        all_of(Prednisone.ever, Prednisone.days >= 14 * day),
    ),
    warrant("R45", "A141"),
)
_first_weeks = criterion(
    "The first two weeks of steroids",
    all_of(
        any_of(not_(Methylprednisolone.ever), Methylprednisolone.days < 14 * day),
        any_of(not_(Prednisone.ever), Prednisone.days < 14 * day),
    ),
    warrant("R15", "R16", "A141"),
)
_enlarged = criterion(
    "Lymphoproliferation that may need sirolimus",
    any_of(Case.lymphoproliferation, Case.hypersplenism),
    warrant("R25", "R28"),
)
_last_resort = all_of(rituximab_exhausted, not_(Case.hemolysis))

_BOTH = (Stage.INTRAVENOUS_STEROID, Stage.EMERGENCY)

_REPLACED = (
    Step(
        id="B1",
        stage=Stage.INTRAVENOUS_STEROID,
        title="Intravenous methylprednisolone first, then prednisone",
        do=(PULSE, IMMUNOGLOBULIN, PREDNISONE),
        begun_by=(Drug.METHYLPREDNISOLONE, Drug.PREDNISONE),
        warrant=warrant("R15", "R16", "R19", "A141"),
    ),
    Step(
        id="A1",
        stage=Stage.MYCOPHENOLATE,
        title="Mycophenolate, while steroids are tapered",
        do=(MYCOPHENOLATE, TAPER),
        begun_by=(Drug.MYCOPHENOLATE,),
        warrant=warrant("R21", "R45"),
    ),
    Step(
        id="A3",
        stage=Stage.SIROLIMUS,
        title="Sirolimus, while steroids are tapered",
        do=(SIROLIMUS, SIROLIMUS_LOAD, TAPER),
        begun_by=(Drug.SIROLIMUS,),
        warrant=warrant("R28", "R29", "R45"),
    ),
    Step(
        id="A4",
        stage=Stage.RITUXIMAB,
        title="Rituximab, when all other options are exhausted",
        do=(RITUXIMAB,),
        begun_by=(Drug.RITUXIMAB,),
        warrant=warrant("R35", "R39"),
    ),
)

_HIGH_DOSE_STEP = Step(
    id="R17",
    stage=Stage.EMERGENCY,
    title="High-dose intravenous methylprednisolone, then prednisone",
    do=(HIGH_DOSE, IMMUNOGLOBULIN, PREDNISONE),
    warrant=warrant("R17"),
)
# A record shows that methylprednisolone began, not how much: who had it stands at the pulse.

_STEROIDS = (
    stay(
        "R11",
        at=Stage.START,
        holds=not_(Case.needs_treatment),
        until=84 * day,
        because="no treatment until a cytopenia is clinically significant",
        warrant=warrant("R11", "A140", "A146"),
    ),
    when(
        "R15",
        at=Stage.START,
        holds=Case.needs_treatment,
        to=Stage.INTRAVENOUS_STEROID,
        because="a cytopenia that needs treatment: high-dose intravenous steroids first",
        warrant=warrant("R15", "A140"),
    ),
    *(
        when(
            f"R17-{stage.value}",
            at=stage,
            holds=_very_low_hemoglobin,
            to=Stage.EMERGENCY,
            because="a very low hemoglobin may need more than the usual pulse",
            priority=1,
            warrant=warrant("R17"),
        )
        for stage in (Stage.START, Stage.INTRAVENOUS_STEROID)
    ),
    *(
        stay(
            f"R16-{stage.value}",
            at=stage,
            holds=_first_weeks,
            until=14 * day,
            because="the pulse, then prednisone; the steroid-sparing agent joins in weeks 2 to 4",
            warrant=warrant("R15", "R16", "R45", "A141"),
        )
        for stage in _BOTH
    ),
    *(
        when(
            f"R28-{stage.value}",
            at=stage,
            holds=all_of(_two_weeks, _enlarged),
            to=(Stage.SIROLIMUS, Stage.MYCOPHENOLATE),
            because="weeks 2 to 4 of steroids, and sirolimus also shrinks nodes and spleen",
            warrant=warrant("R28", "R45", "A141"),
        )
        for stage in _BOTH
    ),
    *(
        when(
            f"R45-{stage.value}",
            at=stage,
            holds=all_of(_two_weeks, not_(_enlarged)),
            to=(Stage.MYCOPHENOLATE, Stage.SIROLIMUS),
            because="weeks 2 to 4 of steroids: add mycophenolate or sirolimus and taper",
            warrant=warrant("R43", "R44", "R45", "A141"),
        )
        for stage in _BOTH
    ),
)

_AGENTS = tuple(
    rule
    for stage, course, source in (
        (Stage.MYCOPHENOLATE, Mycophenolate, "R24"),
        (Stage.SIROLIMUS, Sirolimus, "R33"),
    )
    for rule in (
        stay(
            f"{source}-{stage.value}",
            at=stage,
            holds=all_of(course.effect.is_(*RESPONDED), adequate_counts),
            until=84 * day,
            because="the counts are adequate: go on, reduce or stop the others",
            priority=6,
            warrant=warrant(source, "R45", "A146"),
        ),
        stay(
            f"R45-adjust-{stage.value}",
            at=stage,
            holds=course.days < 84 * day,
            until=84 * day,
            because="the dose is adjusted over 8 to 12 weeks while steroids are tapered",
            priority=6,
            warrant=warrant("R45", "A146"),
        ),
        when(
            f"R39-{stage.value}",
            at=stage,
            holds=all_of(course.effect.is_(Effect.NONE), _last_resort),
            to=Stage.RITUXIMAB,
            because="no response, and all other options are exhausted",
            priority=7,
            warrant=warrant("R37", "R39", "A104"),
        ),
    )
)

RAO_2015 = RAO_2015_FIGURE.amend(
    id="rao-2015",
    title="Rao 2015, its text where text and figure conflict",
    version="2026.11.0",
    because="the text begins with intravenous steroids, adds an agent within weeks, keeps "
    "rituximab for the end and avoids splenectomy: R15, R17, R39, R44, R45, R01",
    replace_=_REPLACED,
    add=(_HIGH_DOSE_STEP, *_STEROIDS, *_AGENTS, *OTHERS),
    remove=(
        *("A0", "A5", "B2", "B3", "B4", "B5"),
        *("F01", "F02", "F03", "F07", "F08", "F09", "F10", "F11", "F12"),
    ),
)
