"""What is read: counts, amounts, volumes and whole units, each with its spellings.

A spelling that two readers could take differently is not here; see `refusals`. UCUM is case
sensitive: ``g/L`` is a mass per volume and ``G/L`` is 10^9 per liter.
"""

from __future__ import annotations

from fractions import Fraction

from ferrata.guideline.units import (
    L,
    U,
    Unit,
    celsius,
    cm,
    day,
    dL,
    g,
    hour,
    inch,
    kg,
    m,
    m2,
    mg,
    mL,
    mm,
    mmHg,
    mmol,
    mol,
    ng,
    one,
    pg,
    pound,
    second,
    ug,
    uL,
    week,
)
from ferrata.guideline.units import percent as per_cent


def _named(named: dict[Unit, str]) -> dict[str, Unit]:
    return {spelling: unit for unit, spellings in named.items() for spelling in spellings.split()}


def _part(code: str, whole: Unit, parts: Fraction | int) -> Unit:
    return Unit(code, whole.dimension, whole.size / parts)


_nanoliter, _picoliter = _part("nL", uL, 10**3), _part("pL", uL, 10**6)

VOLUMES = _named(
    {
        L: "L l liter litre Liter",
        dL: "dL dl 100mL 100ml",
        mL: "mL ml",
        # A cubic millimeter is a microliter.
        uL: "uL ul mcL mcl microL microliter microlitre mm3 mm^3 mm**3 mmc cmm cumm cu.mm",
        _nanoliter: "nL nl",
        _picoliter: "pL pl",
    }
)
VOLUMES["cu mm"] = uL
CAPITAL_VOLUMES = _named({dL: "DL", mL: "ML", uL: "UL MCL MM3 MM^3 CUMM CMM"})
"""Of machines that print capitals alone. Not L: it stands with lower case too."""

MASSES = _named(
    {
        kg: "kg",
        g: "g gm gms gram grams",
        mg: "mg",
        ug: "ug mcg",
        ng: "ng",
        pg: "pg",
    }
)
AMOUNTS = _named(
    {
        mol: "mol",
        mmol: "mmol",
        _part("umol", mol, 10**6): "umol mcmol micromol",
        _part("nmol", mol, 10**9): "nmol",
        _part("pmol", mol, 10**12): "pmol",
    }
)
# For enzymes, and no other analyte is measured so, an international unit is the unit U:
# 1 µmol/min. The katal is 1 mol/s, so 60,000,000 U.
ACTIVITIES = _named(
    {
        U: "U u units Units IU iu [IU] [iU] UI IE",
        _part("kU", U, Fraction(1, 1000)): "kU",
        _part("mU", U, 1000): "mU mIU m[IU] m[iU]",
        _part("kat", U, Fraction(1, 60_000_000)): "kat",
        _part("ukat", U, Fraction(1, 60)): "ukat mckat",
        _part("nkat", U, Fraction(1000, 60)): "nkat",
    }
)
CAPITAL_PARTS = {name.upper(): name for name in ("mg", "ug", "mcg", "ng", "pg", "gm", "mmol")} | {
    name.upper(): name for name in ("umol", "mcmol", "nmol", "pmol")
}
"""UCUM's own capitals. ``G`` is not among them: ``G/L`` is 10^9 per liter."""

_POWERS = (3, 5, 6, 9, 12)
_POWER_SPELLINGS = (
    "10*{0} 10^{0} 10**{0} 10*+{0} 10^+{0} 10({0}) 10'{0} "
    # 10E9 could be 10 x 10^9. No laboratory counts in 10^10: all write it for 10^9.
    "10E{0} 10e{0} 10E+{0} 10e+{0} 1E{0} 1e{0} E{0} e{0} E+{0} "
    # 10x3 could be thirty. No laboratory counts in thirties.
    "10x{0} 10X{0}"
)
_WORDS = {
    (0, None): "1 # cell cells Cells",
    (3, uL): "K k 1000 1,000 thou thous thousand Thousand THOU THOUSAND Tsd Tsd.",
    (5, uL): "lakh lakhs Lakh Lakhs lac lacs",
    (6, None): "million millions Million Mio Mio. mill",
    # Giga, Gigapartikel, Milliarde. German and French know "Billion" as 10^12: it is refused.
    (9, L): "G Gpt Giga giga GIGA bil billion Mrd Mrd.",
    (12, L): "T Tpt Tera tera",
}
"""With the volume that they are counted in: ``K/L`` is more likely a slip than a unit."""


def _counts() -> dict[str, tuple[int, Unit | None]]:
    found: dict[str, tuple[int, Unit | None]] = {"": (0, None)}
    for count, words in _WORDS.items():
        found |= dict.fromkeys(words.split(), count)
    for power in _POWERS:
        for spelling in _POWER_SPELLINGS.format(power).split():
            spelled = (spelling, *(f"{x}{spelling}" for x in "xX*"))
            found |= dict.fromkeys(spelled, (power, None))
    return found


COUNTS = _counts()
"""What stands before the volume of a count: its power of ten, and the one volume that it needs."""

_BESIDE_CREATININE = ("", "creatinine", "creatinin", "creat", "creat.", "crea", "cr", "Cr", "Krea")
CREATININE = {"G": g, "MG": mg, "MMOL": mmol} | {
    f"{name}{space}{word}": unit
    for name, unit in (MASSES | AMOUNTS).items()
    if unit.code in {"g", "mg", "mmol", "mol", "umol"}
    for word in _BESIDE_CREATININE
    for space in ("", " ")
}
"""What stands below the line of a ratio to creatinine."""

fahrenheit = Unit("[degF]", (("temperature from 32 °F", 1),), Fraction(5, 9))
"""Its zero is elsewhere, so it has a dimension of its own: no factor converts it alone."""

# The conventional millimeter of mercury, 13,595.1 kg/m3 under 9.80665 m/s2; UCUM cuts its size to
# 133.322 Pa, which moves no blood pressure by 0.001.
kilopascal = Unit("kPa", mmHg.dimension, Fraction(1000) / Fraction("133.322387415"))
foot = Unit("[ft_i]", inch.dimension, inch.size * 12)
ounce = Unit("[oz_av]", pound.dimension, pound.size / 16)
minute = Unit("min", second.dimension, Fraction(60))
year = Unit("a", day.dimension, day.size * Fraction("365.25"))  # UCUM's year is Julian …
month = Unit("mo", day.dimension, year.size / 12)  # … and its month a twelfth of it
# A flow per body surface: the annotation is more than a remark, so it is no mL/min.
filtration = Unit(
    "mL/min/{1.73_m2}", (("length", 1), ("time", -1)), mL.size / 60 / Fraction("1.73")
)

WHOLE: dict[str, Unit] = {
    **MASSES,
    **AMOUNTS,
    **_named(
        {
            kg: "kgs Kg KG kilo kilos kilogram kilograms Kilogram",
            pound: "[lb_av] lb lbs LB LBS pound pounds",
            ounce: "[oz_av] oz OZ ounce ounces",
            m: "m meter meters metre metres",
            cm: "cm CM cms centimeter centimeters",
            mm: "mm millimeter millimeters",
            inch: "[in_i] in inch inches",
            foot: "[ft_i] ft foot feet",
            per_cent: "% percent Percent pct",
            celsius: "Cel CEL cel C °C ℃ degC deg°C DegC Celsius celsius oC",
            fahrenheit: "[degF] F °F ℉ degF DegF Fahrenheit fahrenheit oF",
            mmHg: "mm[Hg] MM[HG] mmHg MMHG mmhg mm(Hg)",
            kilopascal: "kPa KPA kpa",
            second: "s sec",
            minute: "min minute minutes",
            hour: "h hr hrs hour hours",
            day: "d day days",
            week: "wk wks week weeks",
            month: "mo mos month months",
            year: "a yr yrs year years",
            # UCUM: an annotation alone is the unit 1.
            one: "1 {#} {count} {assays} {tests} count assays",
            g / dL: "g% gm% gms%",
            mg / dL: "mg%",
            ug / dL: "ug% mcg%",
            filtration: "mL/min/{1.73_m2} mL/min/{1.73m2} mL/min/1.73m2 ml/min/1.73m2 "
            "mL/min/1.73m^2 ml/min/1.73m^2 ml/min/{1.73_m2}",
            mg / day: "mg/d mg/day",
            mg / kg: "mg/kg",
            mg / kg / day: "mg/kg/d mg/kg/day",
            mg / m2: "mg/m2",
            mg / m2 / day: "mg/m2/d mg/m2/day",
        }
    ),
    "mm Hg": mmHg,
    "MM HG": mmHg,
    "deg C": celsius,
    "deg F": fahrenheit,
}
