"""What else the text of Rao 2015 names: more steroid, G-CSF, and other agents without a dose."""

from __future__ import annotations

from ferrata.alps.case import Case
from ferrata.alps.concepts import Drug
from ferrata.alps.course import Effect, Methylprednisolone, Mycophenolate, Sirolimus
from ferrata.alps.cytopenia import low_counts
from ferrata.alps.drugs import LOW_DOSE_FILGRASTIM
from ferrata.alps.rao_doses import HIGH_DOSE
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.actions import Consider
from ferrata.guideline.conditions import all_of, criterion, not_
from ferrata.guideline.pathway import Recommendation
from ferrata.guideline.units import dL, g, per_uL

_infected_neutropenia = criterion(
    "Isolated neutropenia with infection, no significant enlargement of the spleen",
    all_of(
        Case.neutrophils < 500 * per_uL,
        Case.infection,
        Case.hemoglobin >= 8 * g / dL,
        Case.platelets >= 50_000 * per_uL,
        not_(Case.hypersplenism),
        not_(Case.lymphoproliferation),
    ),
    warrant("R20", "A142"),
)

_SELECTED = (
    Consider(
        Drug.HYDROXYCHLOROQUINE,
        "Hydroxychloroquine as a steroid-sparing agent. The text quotes 200-400 mg once daily in "
        "two young women, without a weight: not computed",
        warrant("R40", "R41"),
    ),
    *(
        Consider(
            drug,
            f"{drug.label.capitalize()} can be considered in selected patients, never together "
            "with mycophenolate and after TPMT and NUDT15; the text states no dose: specialist "
            "protocol",
            warrant("R40", "R52", "A187"),
        )
        for drug in (Drug.AZATHIOPRINE, Drug.MERCAPTOPURINE)
    ),
    *(
        Consider(
            drug,
            f"{drug.label.capitalize()} can be considered in selected patients; the text states "
            "no dose: specialist protocol",
            warrant(*ids),
        )
        for drug, ids in (
            (Drug.DAPSONE, ("R40",)),
            (Drug.VINCRISTINE, ("R52",)),
            (Drug.METHOTREXATE, ("R52",)),
            (Drug.CICLOSPORIN, ("R52",)),
        )
    ),
)

_THROMBOPOIETIN = tuple(
    Consider(
        drug,
        f"{drug.label.capitalize()}: the aim is a safe range of 50-100 x10^9/L, not a normal "
        "count; the text states no dose",
        warrant("R42", "R68"),
    )
    for drug in (Drug.ELTROMBOPAG, Drug.ROMIPLOSTIM)
)

_UNSATISFIED = (
    ("mycophenolate", (Stage.MYCOPHENOLATE, Stage.PULSE), Mycophenolate),
    ("sirolimus", (Stage.SIROLIMUS,), Sirolimus),
)

OTHERS = (
    Recommendation(
        id="R17-refractory",
        title="No response to the pulse",
        at=(Stage.INTRAVENOUS_STEROID,),
        when=all_of(Methylprednisolone.effect.is_(Effect.NONE), low_counts),
        do=(HIGH_DOSE,),
        warrant=warrant("R17", "A104"),
    ),
    Recommendation(
        id="R20",
        title="Isolated neutropenia with infection",
        when=_infected_neutropenia,
        do=(
            Consider(
                Drug.FILGRASTIM,
                "Very low dose G-CSF, 1-2 micrograms/kg under the skin two or three times a week, "
                "only without significant enlargement of the spleen, which can rupture",
                warrant("R20"),
                LOW_DOSE_FILGRASTIM,
            ),
        ),
        warrant=warrant("R20", "A142"),
    ),
    *(
        Recommendation(
            id=f"R52-{name}",
            title="Other agents, in selected patients",
            at=at,
            when=all_of(course.effect.is_(Effect.NONE, Effect.LOST), low_counts),
            do=_SELECTED,
            warrant=warrant("R40", "R52", "A104"),
        )
        for name, at, course in _UNSATISFIED
    ),
    *(
        Recommendation(
            id=f"R42-{name}",
            title="Thrombocytopenia",
            at=at,
            when=all_of(
                course.effect.is_(Effect.NONE, Effect.LOST), Case.platelets < 50_000 * per_uL
            ),
            do=_THROMBOPOIETIN,
            warrant=warrant("R42", "R68", "A104"),
        )
        for name, at, course in _UNSATISFIED
    ),
)
