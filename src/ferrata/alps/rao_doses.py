"""What the text of Rao 2015 gives: amounts it states, and those it states but nobody computes."""

from __future__ import annotations

from ferrata.alps.case import Case
from ferrata.alps.concepts import Drug
from ferrata.alps.drugs import WEEKLY_RITUXIMAB
from ferrata.alps.safety import (
    METHYLPREDNISOLONE_CAP,
    PREDNISONE_CAP,
    ROUNDING,
    SIROLIMUS_CAP,
    SIROLIMUS_STOP,
)
from ferrata.alps.sources import warrant
from ferrata.guideline.actions import Consider, Continue, Give
from ferrata.guideline.conditions import all_of, criterion, not_
from ferrata.guideline.doses import Dose, Repeat, Route
from ferrata.guideline.units import between, day, kg, m2, mg

PULSE = Give(
    Drug.METHYLPREDNISOLONE,
    "Pulse of intravenous methylprednisolone (the text says mg/kg, read as a day's dose)",
    warrant("R15", "A22"),
    Dose(
        5 * mg / kg / day,
        10 * mg / kg / day,
        Route.INTRAVENOUS,
        cap=METHYLPREDNISOLONE_CAP,
        tolerance=ROUNDING,
        days=between(7, 10, day),
        then="followed by oral prednisone",
    ),
)

HIGH_DOSE = Give(
    Drug.METHYLPREDNISOLONE,
    "More than the usual pulse of methylprednisolone for a severe and refractory cytopenia",
    warrant("R15", "R17", "A22"),
    Dose(
        10 * mg / kg / day,
        30 * mg / kg / day,
        Route.INTRAVENOUS,
        cap=METHYLPREDNISOLONE_CAP,
        tolerance=ROUNDING,
        days=between(1, 3, day),
        then="followed by oral prednisone",
    ),
)

PREDNISONE = Give(
    Drug.PREDNISONE,
    "Then oral prednisone as maintenance, tapered over 8 to 12 weeks",
    warrant("R16", "A22"),
    Dose(
        1 * mg / kg / day,
        2 * mg / kg / day,
        Route.ORAL,
        cap=PREDNISONE_CAP,
        tolerance=ROUNDING,
        then="taper over 8 to 12 weeks; no long-term use",
    ),
)

TAPER = Continue(
    Drug.PREDNISONE,
    "Taper prednisone slowly while the agent is adjusted over 8 to 12 weeks",
    warrant("R16", "R18", "R45"),
)

IMMUNOGLOBULIN = Consider(
    Drug.IMMUNOGLOBULIN,
    "Intravenous immunoglobulin with the pulse in severe hemolytic anemia or thrombocytopenia. "
    "The text says 1-2 g/kg/day for 2 days, 2 to 4 g/kg in all: quoted, never computed",
    warrant("R19", "A23"),
)

SIROLIMUS = Give(
    Drug.SIROLIMUS,
    "Sirolimus once a day after a loading dose of 3 mg/m2. The text's most is 4 or 5 mg a day; "
    "younger children may need it every 12 hours",
    warrant("R29", "R30", "R31"),
    Dose(
        2.5 * mg / m2 / day,
        2.5 * mg / m2 / day,
        Route.ORAL,
        cap=SIROLIMUS_CAP,
        stop=SIROLIMUS_STOP,
        tolerance=ROUNDING,
        then="adjust by 24-hour trough, 5-15 ng/mL",
    ),
)

SIROLIMUS_LOAD = Consider(
    Drug.SIROLIMUS,
    "A single loading dose of sirolimus, which is optional: never with a strong CYP3A4 drug, with "
    "liver disease or below two years",
    warrant("R29", "A24", "A254"),
    Dose(
        3 * mg / m2,
        3 * mg / m2,
        Route.ORAL,
        repeat=Repeat(1, 1, day, total=1),
        stop=SIROLIMUS_STOP,
        tolerance=ROUNDING,
        then="the maintenance dose from the next day",
        only=criterion(
            "Two years old or more, no strong CYP3A4 drug, no liver disease",
            all_of(Case.age >= 730 * day, not_(Case.strong_cyp3a4), not_(Case.liver_disease)),
            warrant("A24", "A254"),
        ),
    ),
)

RITUXIMAB = Consider(
    Drug.RITUXIMAB,
    "Rituximab, 375 mg/m2 a week four times, never for hemolytic anemia. Weigh the long "
    "neutropenia and hypogammaglobulinemia, above all without a spleen",
    warrant("R35", "R37", "R38", "R39", "A255"),
    WEEKLY_RITUXIMAB,
)
