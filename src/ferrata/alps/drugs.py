"""The doses that the sources state, as actions that steps share."""

from __future__ import annotations

from ferrata.alps.concepts import Drug
from ferrata.alps.safety import (
    HYDROXYCHLOROQUINE_CAP,
    METHYLPREDNISOLONE_CAP,
    MYCOPHENOLATE_CAP,
    PREDNISONE_CAP,
    PULSE_CAP,
    ROUNDING,
    SIROLIMUS_CAP,
    SIROLIMUS_STOP,
)
from ferrata.alps.sources import warrant
from ferrata.guideline.actions import Consider, Continue, Give
from ferrata.guideline.doses import Dose, Repeat, Route
from ferrata.guideline.units import between, day, g, kg, m2, mg, ug, week

ORAL_PREDNISONE = Give(
    Drug.PREDNISONE,
    "Oral prednisone for one week, then a slow taper over 8 to 12 weeks with an end date",
    warrant("F01", "M02", "A20", "A22"),
    Dose(
        1 * mg / kg / day,
        2 * mg / kg / day,
        Route.ORAL,
        cap=PREDNISONE_CAP,
        tolerance=ROUNDING,
        days=between(7, 7, day),
        then="taper over 8 to 12 weeks, never stopped abruptly after 3 weeks",
    ),
)

PREDNISONE_AGAIN = Give(
    Drug.PREDNISONE,
    "Prednisone back to 1-2 mg/kg/day, and a slow taper again over 8 to 12 weeks",
    warrant("F02", "A20", "A22"),
    Dose(
        1 * mg / kg / day,
        2 * mg / kg / day,
        Route.ORAL,
        cap=PREDNISONE_CAP,
        tolerance=ROUNDING,
        then="taper over 8 to 12 weeks, never stopped abruptly after 3 weeks",
    ),
)

PREDNISONE_AFTER = Give(
    Drug.PREDNISONE,
    "Then oral prednisone, tapered slowly over 8 to 12 weeks",
    warrant("F03", "A22"),
    Dose(
        2 * mg / kg / day,
        2 * mg / kg / day,
        Route.ORAL,
        cap=PREDNISONE_CAP,
        tolerance=ROUNDING,
        then="taper over 8 to 12 weeks, never stopped abruptly after 3 weeks",
    ),
)

PREDNISONE_PULSE = Give(
    Drug.PREDNISONE,
    "A short pulse of prednisone by the severity of the cytopenia",
    warrant("F04", "A22"),
    Dose(
        1 * mg / kg / day,
        5 * mg / kg / day,
        Route.ORAL,
        cap=PULSE_CAP,
        tolerance=ROUNDING,
        days=between(1, 5, day),
        then="back to the dose before, with an end date",
    ),
)

METHYLPREDNISOLONE = Give(
    Drug.METHYLPREDNISOLONE,
    "Intravenous methylprednisolone, dose and duration by the severity of the cytopenia",
    warrant("F03", "R15", "A22"),
    Dose(
        5 * mg / kg / day,
        10 * mg / kg / day,
        Route.INTRAVENOUS,
        cap=METHYLPREDNISOLONE_CAP,
        tolerance=ROUNDING,
        days=between(3, 7, day),
        then="followed by oral prednisone",
    ),
)

METHYLPREDNISOLONE_HIGH = Give(
    Drug.METHYLPREDNISOLONE,
    "High-dose intravenous methylprednisolone for a life-threatening cytopenia",
    warrant("R17", "M03", "A22"),
    Dose(
        5 * mg / kg / day,
        30 * mg / kg / day,
        Route.INTRAVENOUS,
        cap=METHYLPREDNISOLONE_CAP,
        tolerance=ROUNDING,
        days=between(1, 3, day),
        then="above 10 mg/kg/day at most 3 days, then oral prednisone",
    ),
)

IMMUNOGLOBULIN = Consider(
    Drug.IMMUNOGLOBULIN,
    "Intravenous immunoglobulin with the pulse in severe hemolytic anemia or thrombocytopenia. "
    "Before it: hepatitis B serology and IgG. The sources' amounts conflict (R19, M04): at most "
    "2 g/kg in all is computed, 4 g/kg never",
    warrant("R19", "M04", "A23", "A255"),
    Dose(
        1 * g / kg / day,
        1 * g / kg / day,
        Route.INTRAVENOUS,
        days=between(1, 2, day),
        in_all=2 * g / kg,
        tolerance=ROUNDING,
    ),
)

MYCOPHENOLATE = Give(
    Drug.MYCOPHENOLATE,
    "Add mycophenolate mofetil and plan to continue it long term",
    warrant("R21", "F02", "E041"),
    Dose(
        1200 * mg / m2 / day,
        1200 * mg / m2 / day,
        Route.ORAL,
        divided=2,
        cap=MYCOPHENOLATE_CAP,
        tolerance=ROUNDING,
    ),
)

MYCOPHENOLATE_ON = Continue(Drug.MYCOPHENOLATE, "Continue mycophenolate", warrant("F04", "R24"))

SIROLIMUS = Give(
    Drug.SIROLIMUS,
    "Start sirolimus without a loading dose, with a trough at days 5-7, and adjust by level. Where "
    "it replaces mycophenolate: overlap 4 to 8 weeks, then stop mycophenolate",
    warrant("R29", "R30", "A12", "A19", "A24"),
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

SIROLIMUS_OR_OTHER = Consider(
    Drug.SIROLIMUS,
    "Consider sirolimus or other chemotherapeutic and immunosuppressive agents",
    warrant("F05"),
)

RITUXIMAB = Consider(Drug.RITUXIMAB, "Consider rituximab", warrant("F07"))

WEEKLY_RITUXIMAB = Dose(
    375 * mg / m2,
    375 * mg / m2,
    Route.INTRAVENOUS,
    repeat=Repeat(1, 1, week, total=4),
    tolerance=ROUNDING,
)
"""R35: once a week, four times."""

LOW_DOSE_FILGRASTIM = Dose(
    1 * ug / kg, 2 * ug / kg, Route.SUBCUTANEOUS, repeat=Repeat(2, 3, week), tolerance=ROUNDING
)
"""R20, M07: micrograms, two or three times a week."""

HYDROXYCHLOROQUINE = Give(
    Drug.HYDROXYCHLOROQUINE,
    "Hydroxychloroquine once daily, from 200 mg up to this amount, judged in week 24. Eyes at the "
    "start and every year",
    warrant("R41", "A14", "A118"),
    Dose(
        5 * mg / kg / day,
        5 * mg / kg / day,
        Route.ORAL,
        cap=HYDROXYCHLOROQUINE_CAP,
        least=200 * mg / day,
        tolerance=ROUNDING,
        then="at most 5 mg/kg of real weight, judged in week 24",
    ),
)

MYCOPHENOLATE_WITH_SIROLIMUS = Continue(
    Drug.SIROLIMUS,
    "Both agents together, decided with an ALPS centre: continue sirolimus with its levels",
    warrant("A14"),
)
