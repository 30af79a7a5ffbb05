"""`rao-2015-figure`: Figure 1 of Rao 2015 taken literally, dead ends included.

The arrows are those of reconstruction R1: the figure survives as text without arrows.
"""

from __future__ import annotations

from ferrata.alps.case import Case
from ferrata.alps.concepts import Drug
from ferrata.alps.course import (
    VOCABULARIES,
    Effect,
    Methylprednisolone,
    Mycophenolate,
    Prednisone,
    Rituximab,
    Sirolimus,
)
from ferrata.alps.cytopenia import LOW_LINEAGES, RESPONDED, low_counts
from ferrata.alps.drugs import (
    IMMUNOGLOBULIN,
    METHYLPREDNISOLONE,
    MYCOPHENOLATE,
    MYCOPHENOLATE_ON,
    ORAL_PREDNISONE,
    PREDNISONE_AFTER,
    PREDNISONE_AGAIN,
    PREDNISONE_PULSE,
    RITUXIMAB,
    SIROLIMUS_OR_OTHER,
)
from ferrata.alps.products import PRODUCTS
from ferrata.alps.safety import SAFETY
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.actions import Refer
from ferrata.guideline.conditions import all_of, any_of, criterion
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import Step, when
from ferrata.guideline.units import day

_ASSESS_SPLENECTOMY = Refer(
    "an ALPS centre",
    "Assess for splenectomy if hypersplenism is a major contributor to the cytopenia",
    warrant("F08", "R01"),
)

_while_tapering = all_of(low_counts, Prednisone.on)

_STEPS = (
    Step(
        id="start",
        stage=Stage.START,
        title="Before treatment",
        do=(),
        warrant=warrant("F01", "R46"),
    ),
    Step(
        id="A0",
        stage=Stage.ORAL_STEROID,
        title="Oral prednisone, then a slow taper",
        do=(ORAL_PREDNISONE,),
        begun_by=(Drug.PREDNISONE,),
        warrant=warrant("F01", "R46"),
    ),
    Step(
        id="B1",
        stage=Stage.INTRAVENOUS_STEROID,
        title="Intravenous methylprednisolone, then prednisone",
        do=(METHYLPREDNISOLONE, IMMUNOGLOBULIN, PREDNISONE_AFTER),
        begun_by=(Drug.METHYLPREDNISOLONE,),
        warrant=warrant("F03", "R48"),
    ),
    *(
        Step(
            id=id_,
            stage=stage,
            title="Prednisone again, and add mycophenolate",
            do=(PREDNISONE_AGAIN, MYCOPHENOLATE),
            begun_by=(Drug.MYCOPHENOLATE,),
            warrant=warrant(source),
        )
        for id_, stage, source in (
            ("A1", Stage.MYCOPHENOLATE, "F02"),
            ("B2", Stage.MYCOPHENOLATE_B, "F09"),
        )
    ),
    Step(
        id="A2",
        stage=Stage.PULSE,
        title="A short pulse of prednisone; continue mycophenolate",
        do=(PREDNISONE_PULSE, MYCOPHENOLATE_ON),
        begun_by=(Drug.PREDNISONE,),
        warrant=warrant("F04"),
    ),
    *(
        Step(
            id=id_,
            stage=stage,
            title="Sirolimus or other agents",
            do=(SIROLIMUS_OR_OTHER,),
            begun_by=(Drug.SIROLIMUS,),
            warrant=warrant(source),
        )
        for id_, stage, source in (
            ("A3", Stage.SIROLIMUS, "F05"),
            ("B3", Stage.SIROLIMUS_B, "F10"),
        )
    ),
    *(
        Step(
            id=id_,
            stage=stage,
            title="Rituximab",
            do=(RITUXIMAB,),
            begun_by=(Drug.RITUXIMAB,),
            warrant=warrant(source),
        )
        for id_, stage, source in (
            ("A4", Stage.RITUXIMAB, "F07"),
            ("B4", Stage.RITUXIMAB_B, "F11"),
        )
    ),
    *(
        Step(
            id=id_,
            stage=stage,
            title="Assessment for splenectomy",
            do=(_ASSESS_SPLENECTOMY,),
            warrant=warrant(source),
        )
        for id_, stage, source in (
            ("A5", Stage.SPLENECTOMY, "F08"),
            ("B5", Stage.SPLENECTOMY_B, "F12"),
        )
    ),
)

_TRANSITIONS = (
    when(
        "F01",
        at=Stage.START,
        holds=Case.needs_treatment,
        to=Stage.ORAL_STEROID,
        because="multilineage autoimmune cytopenia that needs treatment",
        warrant=warrant("F01"),
    ),
    when(
        "F02",
        at=Stage.ORAL_STEROID,
        holds=all_of(Prednisone.effect.is_(*RESPONDED), _while_tapering),
        to=Stage.MYCOPHENOLATE,
        because="initial response, then breakthrough during the taper",
        warrant=warrant("F02", "R47", "A104"),
    ),
    when(
        "F03",
        at=Stage.ORAL_STEROID,
        holds=Prednisone.effect.is_(Effect.NONE),
        to=Stage.INTRAVENOUS_STEROID,
        because="no response to oral prednisone",
        warrant=warrant("F03", "A104"),
    ),
    when(
        "F04",
        at=Stage.MYCOPHENOLATE,
        holds=all_of(Mycophenolate.effect.is_(*RESPONDED), low_counts),
        to=Stage.PULSE,
        because="response to mycophenolate with breakthrough",
        warrant=warrant("F04", "A104"),
    ),
    when(
        "F05",
        at=Stage.MYCOPHENOLATE,
        holds=all_of(Mycophenolate.effect.is_(Effect.NONE), Case.hypersplenism),
        to=Stage.SIROLIMUS,
        because="hypersplenism and no response to mycophenolate",
        warrant=warrant("F05", "R49", "A104"),
    ),
    when(
        "F06",
        at=Stage.PULSE,
        holds=all_of(Mycophenolate.effect.is_(Effect.NONE, Effect.LOST), Case.hypersplenism),
        to=Stage.SIROLIMUS,
        because="hypersplenism and no sustained response to mycophenolate",
        warrant=warrant("F06", "A104"),
    ),
    when(
        "F07",
        at=Stage.SIROLIMUS,
        holds=Sirolimus.effect.is_(Effect.NONE),
        to=Stage.RITUXIMAB,
        because="no response",
        warrant=warrant("F07", "R50", "A104"),
    ),
    when(
        "F08",
        at=Stage.RITUXIMAB,
        holds=all_of(Rituximab.effect.is_(Effect.NONE), Case.hypersplenism_major),
        to=Stage.SPLENECTOMY,
        because="no response, and hypersplenism is a major contributor",
        warrant=warrant("F08", "R51", "A104"),
    ),
    when(
        "F09",
        at=Stage.INTRAVENOUS_STEROID,
        holds=all_of(Methylprednisolone.effect.is_(*RESPONDED), _while_tapering),
        to=Stage.MYCOPHENOLATE_B,
        because="initial response, then breakthrough during the taper",
        warrant=warrant("F09", "A104"),
    ),
    when(
        "F10",
        at=Stage.MYCOPHENOLATE_B,
        holds=all_of(Mycophenolate.effect.is_(Effect.NONE, Effect.LOST), Case.hypersplenism),
        to=Stage.SIROLIMUS_B,
        because="hypersplenism and no sustained response to mycophenolate",
        warrant=warrant("F10", "A104"),
    ),
    when(
        "F11",
        at=Stage.INTRAVENOUS_STEROID,
        holds=Methylprednisolone.effect.is_(Effect.NONE),
        to=Stage.RITUXIMAB_B,
        because="no response to intravenous methylprednisolone",
        warrant=warrant("F11", "A104"),
    ),
    when(
        "F12",
        at=Stage.RITUXIMAB_B,
        holds=all_of(Rituximab.effect.is_(Effect.NONE), Case.hypersplenism_major),
        to=Stage.SPLENECTOMY_B,
        because="no response, and hypersplenism is a major contributor",
        warrant=warrant("F12", "A104"),
    ),
)

RAO_2015_FIGURE = Guideline(
    id="rao-2015-figure",
    title="Rao 2015, Figure 1, taken literally",
    version="2026.11.0",
    scope=criterion("ALPS, confirmed or probable", Case.alps, warrant("R63")),
    start=Stage.START,
    vocabularies=VOCABULARIES,
    rules=(*_STEPS, *_TRANSITIONS, *SAFETY),
    weight=Case.weight,
    height=Case.height,
    age=Case.age,
    sex=Case.sex,
    products=PRODUCTS,
    amounts=criterion("Three months old or more", Case.age >= 90 * day, warrant("A17")),
    watch=criterion("Cytopenia", any_of(*LOW_LINEAGES), warrant("A02")),
)
