"""`medscape-2019`: what Medscape says, and no more. It gives amounts for steroids only.

It names no entry, no time of judgement and no order between a pulse and an early agent.
"""

from __future__ import annotations

from ferrata.alps.case import Case
from ferrata.alps.concepts import Drug
from ferrata.alps.course import Effect, Methylprednisolone, Mycophenolate, Prednisone, Sirolimus
from ferrata.alps.figure import RAO_2015_FIGURE
from ferrata.alps.medscape_advice import (
    ADVICE,
    IMMUNOGLOBULIN,
    METHYLPREDNISOLONE,
    MYCOPHENOLATE,
    ORAL_STEROID,
    PREDNISONE,
    RITUXIMAB,
    SIROLIMUS,
)
from ferrata.alps.safety import rituximab_exhausted
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.conditions import all_of, any_of, not_
from ferrata.guideline.pathway import Step, stay, when
from ferrata.guideline.units import day

_STEPS = (
    Step(
        id="start",
        stage=Stage.START,
        title="Before treatment",
        do=(),
        warrant=warrant("M01"),
    ),
    Step(
        id="A0",
        stage=Stage.ORAL_STEROID,
        title="Oral corticosteroid",
        do=(ORAL_STEROID,),
        begun_by=(Drug.PREDNISONE,),
        warrant=warrant("M01", "M02"),
    ),
    Step(
        id="B1",
        stage=Stage.INTRAVENOUS_STEROID,
        title="High-dose methylprednisolone, then prednisone over months",
        do=(METHYLPREDNISOLONE, IMMUNOGLOBULIN, PREDNISONE),
        begun_by=(Drug.METHYLPREDNISOLONE,),
        warrant=warrant("M03", "M04"),
    ),
    Step(
        id="A1",
        stage=Stage.MYCOPHENOLATE,
        title="Mycophenolate as a steroid-sparing agent",
        do=(MYCOPHENOLATE,),
        begun_by=(Drug.MYCOPHENOLATE,),
        warrant=warrant("M08", "M16"),
    ),
    Step(
        id="A3",
        stage=Stage.SIROLIMUS,
        title="Sirolimus with level monitoring",
        do=(SIROLIMUS,),
        begun_by=(Drug.SIROLIMUS,),
        warrant=warrant("M12", "M13", "M14"),
    ),
    Step(
        id="A4",
        stage=Stage.RITUXIMAB,
        title="Rituximab, when all other immunosuppressives are exhausted",
        do=(RITUXIMAB,),
        begun_by=(Drug.RITUXIMAB,),
        warrant=warrant("M20"),
    ),
)

_EARLY = (Stage.SIROLIMUS, Stage.MYCOPHENOLATE)

_TRANSITIONS = (
    when(
        "M01",
        at=Stage.START,
        holds=Case.needs_treatment,
        to=(Stage.ORAL_STEROID, Stage.INTRAVENOUS_STEROID),
        because="an autoimmune cytopenia that needs treatment: a corticosteroid first",
        warrant=warrant("M01", "M02", "M03", "A140", "A144"),
    ),
    when(
        "M03",
        at=Stage.ORAL_STEROID,
        holds=Prednisone.effect.is_(Effect.NONE),
        to=Stage.INTRAVENOUS_STEROID,
        because="some require high-dose methylprednisolone",
        warrant=warrant("M03", "A104", "A144"),
    ),
    when(
        "M16-oral",
        at=Stage.ORAL_STEROID,
        holds=Prednisone.on,
        to=_EARLY,
        because="an agent early, to keep the exposure to steroids low; sirolimus is proposed first",
        warrant=warrant("M13", "M16"),
    ),
    when(
        "M16-intravenous",
        at=Stage.INTRAVENOUS_STEROID,
        holds=any_of(Methylprednisolone.on, Prednisone.on),
        to=_EARLY,
        because="an agent early, to keep the exposure to steroids low; sirolimus is proposed first",
        warrant=warrant("M13", "M16"),
    ),
    stay(
        "M12",
        at=Stage.SIROLIMUS,
        holds=Sirolimus.days <= 90 * day,
        until=90 * day,
        because="counts, nodes and spleen improve within 1 to 3 months",
        warrant=warrant("M12", "A145"),
    ),
    *(
        when(
            f"M20-{stage.value}",
            at=stage,
            holds=all_of(course.effect.is_(Effect.NONE), rituximab_exhausted, not_(Case.hemolysis)),
            to=Stage.RITUXIMAB,
            because="no response, and all other immunosuppressives are exhausted",
            priority=6,
            warrant=warrant("M18", "M20", "A104"),
        )
        for stage, course in (
            (Stage.MYCOPHENOLATE, Mycophenolate),
            (Stage.SIROLIMUS, Sirolimus),
        )
    ),
)

_KEPT = {step.id for step in _STEPS}

MEDSCAPE_2019 = RAO_2015_FIGURE.amend(
    id="medscape-2019",
    title="Medscape 2019",
    version="2026.11.0",
    because="another source: oral steroids or a short pulse, an agent early, sirolimus proposed as "
    "first line, rituximab last: M01 to M21",
    replace_=_STEPS,
    add=(*_TRANSITIONS, *ADVICE),
    remove=tuple(
        rule.id
        for rule in (*RAO_2015_FIGURE.steps, *RAO_2015_FIGURE.transitions)
        if rule.id not in _KEPT
    ),
)
