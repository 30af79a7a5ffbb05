"""What Medscape 2019 gives, and its advice that holds at any stage."""

from __future__ import annotations

from ferrata.alps.case import Case
from ferrata.alps.concepts import Drug
from ferrata.alps.course import Effect, Mycophenolate, Sirolimus
from ferrata.alps.cytopenia import low_counts
from ferrata.alps.drugs import LOW_DOSE_FILGRASTIM
from ferrata.alps.safety import METHYLPREDNISOLONE_CAP, PREDNISONE_CAP, ROUNDING
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.actions import Consider, Give
from ferrata.guideline.conditions import all_of
from ferrata.guideline.doses import Dose, Route
from ferrata.guideline.pathway import Recommendation
from ferrata.guideline.units import between, day, dL, g, kg, mg, per_uL

ORAL_STEROID = Give(
    Drug.PREDNISONE,
    "Oral corticosteroid, here prednisone; the source states neither the drug nor how long",
    warrant("M02", "A22", "A143"),
    Dose(1 * mg / kg / day, 2 * mg / kg / day, Route.ORAL, cap=PREDNISONE_CAP, tolerance=ROUNDING),
)

METHYLPREDNISOLONE = Give(
    Drug.METHYLPREDNISOLONE,
    "High-dose methylprednisolone, which some require",
    warrant("M03", "A22"),
    Dose(
        5 * mg / kg / day,
        30 * mg / kg / day,
        Route.INTRAVENOUS,
        cap=METHYLPREDNISOLONE_CAP,
        tolerance=ROUNDING,
        days=between(1, 3, day),
        then="followed by prednisone",
    ),
)

PREDNISONE = Give(
    Drug.PREDNISONE,
    "Then prednisone, tapered slowly over months; the source does not say how many",
    warrant("M03", "A22"),
    Dose(
        1 * mg / kg / day,
        2 * mg / kg / day,
        Route.ORAL,
        cap=PREDNISONE_CAP,
        tolerance=ROUNDING,
        then="taper slowly over months",
    ),
)

IMMUNOGLOBULIN = Consider(
    Drug.IMMUNOGLOBULIN,
    "Intravenous immunoglobulin with the pulse in severe hemolytic anemia. The source says "
    "1-2 g/kg, not whether a day or in all: quoted, never computed. Its effect is short",
    warrant("M04", "M06", "A23"),
)

MYCOPHENOLATE = Consider(
    Drug.MYCOPHENOLATE,
    "Mycophenolate as a steroid-sparing agent; the source states no dose. It does not reduce "
    "lymphoproliferation",
    warrant("M08", "M10", "M16"),
)

SIROLIMUS = Consider(
    Drug.SIROLIMUS,
    "Sirolimus, adjusted to a trough of 5-15 ng/mL; the source states no dose. Watch for mouth "
    "ulcers, lipids, kidneys, marrow and interactions",
    warrant("M12", "M14", "M15"),
)

RITUXIMAB = Consider(
    Drug.RITUXIMAB,
    "Rituximab for thrombocytopenia; it does not help hemolytic anemia, and harms IgG and "
    "neutrophils",
    warrant("M18", "M19", "M20"),
)

_REFRACTORY = (
    Consider(
        Drug.METHOTREXATE,
        "Methotrexate with sirolimus, or with vincristine and mercaptopurine: limited use, no dose",
        warrant("M21"),
    ),
    *(
        Consider(drug, f"{drug.label.capitalize()}: limited use, no dose", warrant("M21"))
        for drug in (Drug.PENTOSTATIN, Drug.BORTEZOMIB, Drug.VINCRISTINE, Drug.MERCAPTOPURINE)
    ),
)

ADVICE = (
    Recommendation(
        id="M05",
        title="Immune thrombocytopenia alone",
        when=all_of(
            Case.platelets < 50_000 * per_uL,
            Case.hemoglobin >= 8 * g / dL,
            Case.neutrophils >= 500 * per_uL,
        ),
        do=(
            Consider(
                Drug.IMMUNOGLOBULIN,
                "Intravenous immunoglobulin alone, which is less effective in other cytopenias; "
                "1-2 g/kg, quoted and never computed. Its effect is short",
                warrant("M04", "M05", "M06", "A23"),
            ),
        ),
        warrant=warrant("M05", "A02"),
    ),
    Recommendation(
        id="M07",
        title="Autoimmune neutropenia with significant infection",
        when=all_of(Case.neutrophils < 500 * per_uL, Case.infection),
        do=(
            Consider(
                Drug.FILGRASTIM,
                "Low-dose G-CSF, 1-2 micrograms/kg under the skin 2-3 times a week",
                warrant("M07"),
                LOW_DOSE_FILGRASTIM,
            ),
        ),
        warrant=warrant("M07", "A02"),
    ),
    Recommendation(
        id="M13",
        title="Sirolimus has been proposed as the first line",
        at=(Stage.START,),
        when=Case.needs_treatment,
        do=(SIROLIMUS,),
        warrant=warrant("M13", "A140"),
    ),
    Recommendation(
        id="M11",
        title="Partial response to mycophenolate",
        at=(Stage.MYCOPHENOLATE,),
        when=all_of(Mycophenolate.effect.is_(Effect.RESPONSE), low_counts),
        do=(
            Consider(
                Drug.PREDNISONE,
                "Some with a partial response need steroids for longer; the source states no dose",
                warrant("M11"),
            ),
        ),
        warrant=warrant("M11"),
    ),
    *(
        Recommendation(
            id=f"M21-{stage.value}",
            title="Refractory cytopenia",
            at=(stage,),
            when=all_of(course.effect.is_(Effect.NONE), low_counts),
            do=_REFRACTORY,
            warrant=warrant("M21", "A104"),
        )
        for stage, course in (
            (Stage.MYCOPHENOLATE, Mycophenolate),
            (Stage.SIROLIMUS, Sirolimus),
        )
    ),
)
