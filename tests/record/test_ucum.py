"""What laboratories write for units, held against UCUM as two other libraries know it."""

import re
import tomllib
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ferrata.alps.catalogue import ANALYTES
from ferrata.alps.concepts import Lab
from ferrata.guideline.errors import UnitError
from ferrata.guideline.events import Analyte, When
from ferrata.guideline.units import Quantity, Unit, plain
from ferrata.guideline.values import Reason
from ferrata.record.measurements import observation_of
from ferrata.record.model import ObservationEntry
from ferrata.record.ucum import refusal_of, spellings, unit_of

TABLE = tomllib.loads((Path(__file__).parent / "units.toml").read_text(encoding="utf-8"))
MEANT = [(spelling, row["ucum"]) for row in TABLE["means"] for spelling in row["spellings"]]
REFUSED = [(spelling, row["why"]) for row in TABLE["refused"] for spelling in row["spellings"]]
SPELLED = dict(spellings())
BY_ID = {one.id: one for one in ANALYTES}

BASES = {
    "mass": "g",
    "length": "m",
    "time": "s",
    "amount": "mol",
    "catalytic activity": "U",
    "temperature": "K",
    "pressure": "mm[Hg]",
}
"""UCUM's names for what has size 1 here."""

FLOW = "mL/min/{1.73_m2}"
"""The annotation counts here, and is a remark in UCUM."""


@cache
def registry() -> Any:
    """Pint with UCUM's units, a second to load."""
    from ucumvert import PintUcumRegistry  # pyright: ignore[reportMissingTypeStubs]

    return PintUcumRegistry()


@cache
def size_in_ucum(code: str, dimension: tuple[tuple[str, int], ...]) -> float:
    """The size of a UCUM code in our base units, by ucumvert and pint; raises for another kind."""
    if code == "Cel":  # a difference of one degree, as a factor has it
        return 1.0
    found = registry().from_ucum(code)
    for name, power in dimension:
        found = found / registry().from_ucum(BASES[name]) ** power
    found = found.to_base_units()
    assert found.dimensionless
    return float(found.magnitude)


def read(analyte: Analyte, value: str, unit: str | None) -> Decimal | Reason:
    """The number of a final result, or why there is none."""
    entry = ObservationEntry(reference="1", status="final", value=value, unit=unit)
    found = observation_of(entry, analyte, When(0, 0))
    assert found is not None
    assert found.low == found.high
    if found.low is not None:
        return found.low
    assert found.unusable is not None
    return found.unusable


# ---------------------------------------------------------------- the table


@pytest.mark.hazard("H01")
@pytest.mark.hazard("H23")
@pytest.mark.parametrize(("spelling", "ucum"), MEANT, ids=[one for one, _ in MEANT])
def test_a_spelling_means_what_the_table_says(spelling: str, ucum: str) -> None:
    """The size is that of ucumvert and pint."""
    unit = unit_of(spelling)
    assert unit is not None
    if ucum == "[degF]":
        degrees = registry().Quantity(1, registry().delta_degF).to("delta_degC").magnitude
        assert float(unit.size) == pytest.approx(degrees, rel=1e-12)
        return
    assert float(unit.size) == pytest.approx(size_in_ucum(ucum, unit.dimension), rel=1e-12)


@pytest.mark.hazard("H01")
@pytest.mark.parametrize(("spelling", "why"), REFUSED, ids=[one for one, _ in REFUSED])
def test_a_refused_spelling_says_why(spelling: str, why: str) -> None:
    """No unit is guessed."""
    assert unit_of(spelling) is None
    assert why in refusal_of(spelling)


def test_no_line_of_the_table_stands_twice() -> None:
    """Nothing is both read and refused."""
    lines = [spelling for spelling, _ in (*MEANT, *REFUSED)]
    assert sorted(lines) == sorted(set(lines))


# ---------------------------------------------------------------- every spelling


@pytest.mark.hazard("H01")
def test_every_spelling_has_the_size_of_its_ucum_code() -> None:
    """All of them, also those that the table leaves out: a code of ours is a code of UCUM's."""
    units = {(unit.code, unit) for unit in SPELLED.values()}
    assert len(SPELLED) > 5_000
    for code, unit in units:
        if code in {"[degF]", FLOW}:
            continue
        assert float(unit.size) == pytest.approx(size_in_ucum(code, unit.dimension), rel=1e-12)


VOLUMES = {
    **dict.fromkeys(("L", "l"), 0),
    **dict.fromkeys(("mL", "ML"), -3),
    **dict.fromkeys(("uL", "ul", "UL", "mcL", "mm3", "cumm"), -6),
    "dL": -1,
    "nL": -9,
    "pL": -12,
}


@pytest.mark.hazard("H23")
def test_a_power_of_ten_is_the_one_that_is_written() -> None:
    """Read off the spelling itself: the last number before the line is the exponent."""
    seen: set[int] = set()
    for spelling, unit in SPELLED.items():
        above, _, below = spelling.partition("/")
        exponent = re.fullmatch(r"[xX*]?1?0?(?:\*\*?|\^|[eE]|\(|'|[xX])\+?(\d+)\)?", above)
        if exponent is None or below not in VOLUMES:
            continue
        per_liter = int(exponent[1]) - VOLUMES[below]
        assert unit.size == Fraction(10) ** (per_liter + 3), spelling
        seen.add(int(exponent[1]))
    assert seen == {3, 5, 6, 9, 12}


LABORATORY = {
    "K": "kelvin",
    "G": "gauss",
    "T": "tesla",
    "C": "coulomb",
    "F": "farad",
    "u": "dalton",
    "[IU]": "an arbitrary unit",
    "[iU]": "an arbitrary unit",
    "m[IU]": "an arbitrary unit",
    "m[iU]": "an arbitrary unit",
    "ft": "a femtotonne",
    "MG": "megagauss, but MG in UCUM's own capitals is mg",
    "PG": "petagauss, but PG in UCUM's own capitals is pg",
    "mg%": "as g%",
    "ug%": "as g%",
    "g%": "ucumvert takes it for a hundredth of a gram; UCUM defines it as g/dL",
    FLOW: "an annotation",
}
"""What UCUM knows as something else, and no laboratory of blood and urine does."""


@pytest.mark.hazard("H01")
def test_what_is_valid_ucum_means_what_ucum_says() -> None:
    """Except for a handful, each named here."""
    from ucumvert.parser import (  # pyright: ignore[reportMissingTypeStubs]
        InvalidUcumError,
    )

    agreed = 0
    for spelling, unit in SPELLED.items():
        above, _, below = spelling.partition("/")
        if below not in {"", "L", "uL"} or spelling == FLOW:
            continue
        try:
            ucum = registry().from_ucum(spelling)
        except InvalidUcumError:
            continue
        if above in LABORATORY or unit.code in {"Cel", "[degF]"} or not hasattr(ucum, "to"):
            continue
        assert float(unit.size) == pytest.approx(size_in_ucum(spelling, unit.dimension), rel=1e-12)
        agreed += 1
    assert agreed >= 80


# ---------------------------------------------------------------- conversion


@pytest.mark.hazard("H01")
@given(st.sampled_from(ANALYTES), st.sampled_from(sorted(SPELLED)))
def test_a_conversion_and_its_inverse_give_the_same_number(analyte: Analyte, spelling: str) -> None:
    """Exactly, with the molar mass as without."""
    unit = SPELLED[spelling]
    try:
        there = Quantity(Decimal(1), unit).to(analyte.unit, molar_mass=analyte.molar_mass)
    except UnitError:
        return
    back = Quantity(Decimal(1), analyte.unit).to(unit, molar_mass=analyte.molar_mass)
    if unit.dimension == analyte.unit.dimension or "amount" in dict(unit.dimension):
        assert there * back == 1


@pytest.mark.hazard("H23")
@pytest.mark.parametrize(
    ("analyte", "value"),
    [
        (Lab.PLATELETS, 38_000),
        (Lab.NEUTROPHILS, 500),
        (Lab.HEMOGLOBIN, 8),
        (BY_ID["igg"], 9),
        (BY_ID["vitamin-b12"], 1500),
        (BY_ID["alt"], 60),
        (BY_ID["urine-protein-creatinine"], 1000),
        (Lab.WEIGHT, 20),
        (Lab.HEIGHT, 127),
    ],
    ids=lambda one: one.id if isinstance(one, Analyte) else str(one),
)
def test_every_spelling_of_one_value_gives_that_value(analyte: Analyte, value: int) -> None:
    """Whatever the unit, the same patient: every spelling in which the value has few digits."""
    read_so = 0
    for spelling, unit in SPELLED.items():
        if unit.dimension != analyte.unit.dimension:
            continue
        written = Fraction(value) * analyte.unit.size / unit.size
        if (written * 10**15).denominator != 1 or written >= 10**12:
            continue
        text = plain(Decimal(int(written * 10**15)).scaleb(-15))
        expected = Reason.WRONG_UNIT if unit.code in {"1", "%", "mg/kg"} else value
        assert read(analyte, text, spelling) == expected, spelling
        read_so += 1
    assert read_so >= 5


@pytest.mark.hazard("H01")
@pytest.mark.parametrize("analyte", ANALYTES, ids=lambda one: one.id)
@pytest.mark.parametrize("unit", [None, "", " ", "{}", "{x}", "/", "?"])
def test_a_number_without_a_unit_is_never_a_value(analyte: Analyte, unit: str | None) -> None:
    """Not even a number of things."""
    assert read(analyte, "5", unit) is Reason.WRONG_UNIT


SHARES = ("dnt-lymphocytes", "dnt-cd3", "dnt-cd3-tcrab", "dnt-unspecified", "hba1c")


@pytest.mark.hazard("H21")
@pytest.mark.parametrize("analyte", ANALYTES, ids=lambda one: one.id)
def test_a_percentage_is_a_share_and_nothing_else(analyte: Analyte) -> None:
    """Not a count, not a ratio of masses, not a number; and nothing but a percentage is a share."""
    for spelling, unit in SPELLED.items():
        if unit.code == "%":
            expected = Decimal(5) if analyte.id in SHARES else Reason.WRONG_UNIT
            assert read(analyte, "5", spelling) == expected
        elif analyte.id in SHARES and unit.dimension == ():
            assert read(analyte, "5", spelling) is Reason.WRONG_UNIT


FAHRENHEIT = {"98.6": "37", "104": "40", "100.4": "38", "95": "35", "101.3": "38.5"}


@pytest.mark.hazard("H01")
@pytest.mark.parametrize(("written", "degrees"), FAHRENHEIT.items())
def test_fahrenheit_is_converted_with_its_zero(written: str, degrees: str) -> None:
    """As pint does it; a factor alone would make 98.6 °F 54.8 °C."""
    assert read(Lab.TEMPERATURE, written, "°F") == Decimal(degrees)
    other = registry().Quantity(float(written), "degF").to("degC").magnitude
    assert other == pytest.approx(float(degrees), abs=1e-9)


def test_degrees_of_the_wrong_scale_are_implausible() -> None:
    """38 °F and 100 °C are nobody's."""
    assert read(Lab.TEMPERATURE, "38", "°F") is Reason.IMPLAUSIBLE
    assert read(Lab.TEMPERATURE, "100.4", "°C") is Reason.IMPLAUSIBLE


# In grams per mole: what 1 mmol/L is, in the usual unit of mass, as tables of conversion print it.
PRINTED = {
    "hemoglobin": ("1", "mmol/L", "1.6114"),  # 1 / 0.6206
    "creatinine": ("88.4", "umol/L", "1.000"),
    "bilirubin": ("17.1", "umol/L", "1.000"),
    "cholesterol": ("1", "mmol/L", "38.67"),
    "ldl": ("1", "mmol/L", "38.67"),
    "hdl": ("1", "mmol/L", "38.67"),
    "triglycerides": ("1", "mmol/L", "88.57"),
    "glucose": ("1", "mmol/L", "18.02"),
    "vitamin-b12": ("738", "pmol/L", "1000"),
    "sirolimus-trough": ("10", "nmol/L", "9.14"),
    "urine-protein-creatinine": ("1", "mg/mmol", "8.84"),
}


@pytest.mark.hazard("H01")
@pytest.mark.parametrize(("id", "line"), PRINTED.items(), ids=PRINTED.keys())
def test_moles_agree_with_printed_tables(id: str, line: tuple[str, str, str]) -> None:
    """To the digits that such tables have: AMA Manual of Style, KDIGO, fact base C7."""
    value, unit, expected = line
    found = read(BY_ID[id], value, unit)
    if id in {"cholesterol", "ldl", "hdl", "triglycerides"}:
        # Out of rounding's way: 1 mmol/L of each is plausible, but tables differ in the last digit.
        assert isinstance(found, Decimal)
        assert abs(found / Decimal(expected) - 1) < Decimal("0.0005")
        return
    assert isinstance(found, Decimal)
    assert abs(found / Decimal(expected) - 1) < Decimal("0.001")


@pytest.mark.hazard("H01")
def test_only_what_is_listed_is_converted_from_moles() -> None:
    """An immunoglobulin, a cytokine or FAS ligand in moles is refused, whatever its size."""
    converted = {one.id for one in ANALYTES if one.molar_mass is not None}
    assert converted == set(PRINTED)
    for analyte in ANALYTES:
        for unit in ("mmol/L", "umol/L", "nmol/L", "pmol/L"):
            found = read(analyte, "1", unit)
            unit_is_known = analyte.id in converted - {"urine-protein-creatinine"}
            assert (found is not Reason.WRONG_UNIT) == unit_is_known, (analyte.id, unit)


# ---------------------------------------------------------------- slips

SLIPS = TABLE["slips"]


def test_every_analyte_stands_among_the_slips() -> None:
    """Once."""
    listed = [id for ids in SLIPS.values() for id in ids]
    assert sorted(listed) == sorted(BY_ID)


@pytest.mark.hazard("H01")
@pytest.mark.hazard("H23")
@pytest.mark.parametrize(
    ("id", "caught"), [(id, caught) for caught, ids in SLIPS.items() for id in ids]
)
def test_a_thousandfold_slip_is_caught_where_the_table_says(id: str, caught: str) -> None:
    """Where it is not, the table says so."""
    analyte, usual = BY_ID[id], Decimal(str(SLIPS[caught][id]))
    assert usual in analyte.plausible
    too_large = read(analyte, plain(usual * 1000), analyte.unit.code) is Reason.IMPLAUSIBLE
    too_small = read(analyte, plain(usual / 1000), analyte.unit.code) is Reason.IMPLAUSIBLE
    assert (too_large, too_small) == {
        "caught-both-ways": (True, True),
        "caught-when-too-large": (True, False),
        "not-caught": (False, False),
    }[caught]


# ---------------------------------------------------------------- bad input


@given(st.text(max_size=80))
def test_any_text_has_a_unit_or_a_reason(text: str) -> None:
    """Nothing raises."""
    unit = unit_of(text)
    assert unit is None or isinstance(unit, Unit)
    assert refusal_of(text)


def test_a_long_spelling_is_no_unit() -> None:
    """Hostile text is not kept."""
    assert unit_of("g/L" + " " * 100) is None
    assert unit_of("{" * 10_000) is None
