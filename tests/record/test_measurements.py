"""Numbers and units: every spelling of one value is one value, and nothing else is."""

from dataclasses import replace
from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ferrata.alps.concepts import Lab
from ferrata.guideline.events import Analyte, Observation, When
from ferrata.guideline.units import SMALLEST_STEP, between, dL, g
from ferrata.guideline.values import Reason
from ferrata.record.measurements import UCUM, observation_of, why_unusable
from ferrata.record.model import ObservationEntry
from ferrata.record.numbers import hint_of, number_of, range_in_words, result_of
from ferrata.record.ucum import spellings, unit_of

WHEN = When(0, 0)


def entry_of(**fields: str | None) -> ObservationEntry:
    """A final result."""
    return ObservationEntry(
        reference="Observation/1",
        status=fields.get("status", "final"),
        value=fields.get("value"),
        comparator=fields.get("comparator"),
        unit=fields.get("unit"),
        unit_system=fields.get("unit_system"),
        unit_code=fields.get("unit_code"),
        value_text=fields.get("value_text"),
    )


def read(analyte: Analyte, **fields: str) -> Observation:
    """The observation of a final result."""
    found = observation_of(entry_of(**fields), analyte, WHEN)
    assert found is not None
    return found


def bounds(found: Observation) -> tuple[str, str] | Reason:
    """Its bounds as short text, or why there are none."""
    if found.unusable is not None or found.low is None or found.high is None:
        assert found.unusable is not None
        return found.unusable
    return str(found.low.normalize()), str(found.high.normalize())


REFUSED_NUMBERS = (
    "",
    " ",
    "1_0",
    "1,5",
    "1e3",
    "1E3",
    "+5",
    ".5",
    "5.",
    "-.5",
    "1.5.2",
    "00",
    "007",
    "1 0",
    "NaN",
    "nan",
    "inf",
    "-Infinity",
    "0x10",
    "1/2",
    "\uff15",
    "\u0665",
    "\u00bd",
    "5\u00a0",
    " 5",
    "5 ",
    "--5",
    "1\u00a0000",
    "1'000",
    "five",
    "5g",
    "5\n",
    "\u22125",
    "1.0e0",
    "1" * 13,
    "0." + "1" * 31,
)


@pytest.mark.hazard("H03")
@pytest.mark.hazard("H04")
@pytest.mark.parametrize("text", REFUSED_NUMBERS)
def test_only_plain_digits_are_a_number(text: str) -> None:
    """What another reader could read otherwise is refused."""
    assert number_of(text) is None
    found = read(Lab.HEMOGLOBIN, value=text, unit="g/dL")
    assert found.unusable is Reason.UNREADABLE


@given(st.decimals(min_value=0, max_value=10**9, places=6))
def test_a_plain_number_is_exact(value: Decimal) -> None:
    """All digits count."""
    assert number_of(format(value, "f")) == value


def test_digits_beyond_the_eighth_decimal_are_rounded_once() -> None:
    """Generated data has 16 of them; half goes to the even digit."""
    found = read(Lab.HEMOGLOBIN, value="14.8723456789012345", unit="g/dL")
    assert found.low == found.high == Decimal("14.87234568")


WORDS = {
    "7.2 g/dL": (None, "7.2", "g/dL"),
    "7.2g/dL": (None, "7.2", "g/dL"),
    "<5": ("<", "5", None),
    "< 5 10*9/L": ("<", "5", "10*9/L"),
    ">= 1000 /uL": (">=", "1000", "/uL"),
    "≤ 12 x10^9/L": ("<=", "12", "x10^9/L"),
    " 38 x 10^9 / L ": (None, "38", "x 10^9 / L"),
    "38x10^9/L": (None, "38", "x10^9/L"),
    "12 %": (None, "12", "%"),
    "12%": (None, "12", "%"),
    "0.125 ng/mL": (None, "0.125", "ng/mL"),
    "less than 5 10*9/L": ("<", "5", "10*9/L"),
    "Less than 0.1 ng/mL": ("<", "0.1", "ng/mL"),
    "greater than 1000 /uL": (">", "1000", "/uL"),
    "more than 200 ng/mL": (">", "200", "ng/mL"),
    "at least 3 g/L": (">=", "3", "g/L"),
    "at most 3 g/L": ("<=", "3", "g/L"),
    "less than or equal to 3 g/L": ("<=", "3", "g/L"),
    "greater than or equal to 3 g/L": (">=", "3", "g/L"),
    "98.6 °F": (None, "98.6", "°F"),
    "120 mm Hg": (None, "120", "mm Hg"),
    "120mm Hg": (None, "120", "mm Hg"),
    "12 1/µl": (None, "12", "1/µl"),
    "38 1000/uL": (None, "38", "1000/uL"),
}


@pytest.mark.parametrize(("text", "expected"), WORDS.items(), ids=WORDS.keys())
def test_a_result_in_words_is_taken_apart(
    text: str, expected: tuple[str | None, str, str | None]
) -> None:
    """Comparator, number and unit."""
    found = result_of(text)
    assert found is not None
    assert (found.comparator, str(found.number), found.unit) == expected


@pytest.mark.hazard("H03")
@pytest.mark.hazard("H22")
@pytest.mark.parametrize(
    "text",
    [
        "hemolysed",
        "",
        "1,5 g/dL",
        "1.000 /uL",
        "12.500",
        "12.500 g/dL",
        "1e3 /uL",
        "1e3",
        "7.2\u00a0g/dL",
        "7-5 g/dL",
        "++",
        "<",
        "< g/dL",
        "<<5",
        "5 <",
        "pending",
        "\uff17.2 g/dL",
        "7 .2 g/dL x",
        "~5",
    ],
)
def test_a_result_in_words_that_could_mean_two_things_means_nothing(text: str) -> None:
    """``1.000`` may be one or a thousand."""
    assert read(Lab.HEMOGLOBIN, value_text=text).unusable in {
        Reason.UNREADABLE,
        Reason.WRONG_UNIT,
        Reason.IMPLAUSIBLE,
    }


IN_WORDS = (
    "1+",
    "1 +",
    "3+ g/dL",
    "+",
    "trace",
    "positive",
    "Negative",
    "not detected",
    "hemolysed",
    "see note",
    "1:128",
    "less than",
    "less than 0,1 ng/mL",
    "lessthan 5 g/dL",
    "fewer than 5 g/dL",
    "0,1 ng/mL",
    "< 0,1 ng/mL",
    "1,234 /uL",
    "1.234 /uL",
    "12 000 /uL",
    "12\u00a0000 /uL",
    "12'000 /uL",
    "1e3 /uL",
    "3-5-7 g/L",
    "5-3 g/L",
    "3--5 g/L",
    "<3-5 g/L",
    "3-<5 g/L",
    "3-5+ g/L",
    "3-0,5 g/L",
    "1.000-2.000 g/L",
    "2020-11-03",
)


@pytest.mark.hazard("H03")
@pytest.mark.hazard("H22")
@pytest.mark.parametrize("text", IN_WORDS)
def test_words_grades_and_local_numbers_are_unreadable(text: str) -> None:
    """None of them is a number here, and each says what to write instead."""
    for analyte in (Lab.HEMOGLOBIN, Lab.PLATELETS, Lab.SIROLIMUS):
        assert read(analyte, value_text=text).unusable is Reason.UNREADABLE
        assert why_unusable(entry_of(value_text=text), analyte) == hint_of(text)


@pytest.mark.parametrize("text", ["a" * 1_000_000 + " b", "1" * 1_000_000, "1 " + "x " * 500_000])
def test_a_long_text_is_no_result_and_costs_nothing(text: str) -> None:
    """Hostile files take no more time than honest ones."""
    start = process_time()
    assert read(Lab.HEMOGLOBIN, value_text=text).unusable is Reason.UNREADABLE
    assert hint_of(text)
    assert process_time() - start < 1


HINTS = {
    "0,1": "a comma may be a decimal point or part thousands",
    "12,345 /uL": "a comma may be",
    "1.000 /uL": "a point and three digits may be thousands",
    "12 000": "digits are parted",
    "12\u202f000": "digits are parted",
    "1_000": "digits are parted",
    "1e3": "an exponent is not read",
    "trace": "it is no number",
    "": "it is no number",
    "1+": "write digits with at most one point",
    "007": "write digits with at most one point",
}


@pytest.mark.hazard("H03")
@pytest.mark.parametrize(("text", "hint"), HINTS.items())
def test_a_hint_says_what_to_write(text: str, hint: str) -> None:
    """A number that is refused is not a riddle."""
    assert result_of(text) is None
    assert hint in hint_of(text)


INTERVALS = {
    "3-5 g/L": ("0.3", "0.5"),
    "3 - 5 g/dL": ("3", "5"),
    "3 to 5 g/dL": ("3", "5"),
    "3–5g/dL": ("3", "5"),
    "3.5 — 5.25 mmol/L": ("5.640075", "8.4601125"),
    "30 - 50 g/L": ("3", "5"),
    "5-5 g/dL": ("5", "5"),
}


@pytest.mark.hazard("H22")
@pytest.mark.parametrize(("text", "expected"), INTERVALS.items())
def test_a_range_is_an_interval_with_both_bounds(text: str, expected: tuple[str, str]) -> None:
    """Converted each, and neither end is taken for the value."""
    assert result_of(text) is None
    plausible = replace(Lab.HEMOGLOBIN, plausible=between(0, 25, g / dL))
    found = read(plausible, value_text=text)
    assert (found.low, found.high) == (Decimal(expected[0]), Decimal(expected[1]))


@pytest.mark.hazard("H22")
@pytest.mark.parametrize(
    ("text", "unusable"),
    [
        ("3-5", Reason.WRONG_UNIT),
        ("3-5 %", Reason.WRONG_UNIT),
        ("3 g/dL - 5 g/dL", Reason.WRONG_UNIT),
        ("0.5-5 g/dL", Reason.IMPLAUSIBLE),
        ("5-50 g/dL", Reason.IMPLAUSIBLE),
        ("5-999999999999 kg/L", Reason.IMPLAUSIBLE),
    ],
)
def test_a_range_is_held_as_strictly_as_a_number(text: str, unusable: Reason) -> None:
    """Its unit, and the plausibility of both bounds."""
    assert read(Lab.HEMOGLOBIN, value_text=text).unusable is unusable


RANGES: dict[tuple[str | None, str | None, str | None, str | None], str] = {
    ("3", "5", "g/dL", "g/dL"): "3 - 5 g/dL",
    ("3", "5", None, "g/dL"): "3 - 5 g/dL",
    (None, "5", None, "g/dL"): "<= 5 g/dL",
    ("3", None, "g/dL", None): ">= 3 g/dL",
    ("3", "50", "g/dL", "g/L"): "3 g/dL - 50 g/L",
    ("3", "5", "g/dL", None): "3 g/dL - 5",
    (None, None, None, None): "",
}


@pytest.mark.hazard("H22")
@pytest.mark.parametrize(("given_", "words"), RANGES.items())
def test_a_range_of_fhir_is_put_in_words(
    given_: tuple[str | None, str | None, str | None, str | None], words: str
) -> None:
    """Units that differ are kept and are no unit; a missing end is a bound."""
    assert range_in_words(*given_) == words
    expected = {
        "3 - 5 g/dL": ("3", "5"),
        "<= 5 g/dL": ("1", "5"),
        ">= 3 g/dL": ("3", "25"),
    }
    found = bounds(read(Lab.HEMOGLOBIN, value_text=words))
    if words in expected:
        assert isinstance(found, tuple)
        assert tuple(map(Decimal, found)) == tuple(map(Decimal, expected[words]))
    else:
        assert found is (Reason.WRONG_UNIT if words else Reason.UNREADABLE)


WHY = {
    ("38", None, None): "no unit is given",
    ("38", "M/uL", None): "M is a million, or a thousand",
    ("38", None, "109/L"): "a power of ten that has lost its raised digit",
    ("38", "furlongs", None): "it is no unit that is known",
    ("38", "g/dL", None): "g/dL is no unit of what is measured; write one such as /uL",
    ("38", "%", None): "% is no unit of what is measured",
    ("38", "K/uL", "10*6/L"): "K/uL and the code 10*6/L are different units",
    ("38", "K/uL", "?"): "it is no unit that is known",
    ("3800", "K/uL", None): "not plausible, which is 0 to 2000000 /uL",
    ("3,8", "K/uL", None): "a comma may be a decimal point",
}


@pytest.mark.hazard("H01")
@pytest.mark.parametrize(("given_", "why"), WHY.items())
def test_a_value_that_is_not_used_says_why(
    given_: tuple[str, str | None, str | None], why: str
) -> None:
    """In words that say what to write."""
    value, unit, code = given_
    system = UCUM if code else None
    found = why_unusable(
        entry_of(value=value, unit=unit, unit_code=code, unit_system=system), Lab.PLATELETS
    )
    assert found is not None
    assert why in found


def test_a_result_in_words_says_why_too() -> None:
    """And a value that is used has nothing to say."""
    assert why_unusable(entry_of(value_text="38 K/uL"), Lab.PLATELETS) is None
    assert why_unusable(entry_of(value_text="3-5"), Lab.PLATELETS) == "no unit is given"
    wrong = why_unusable(entry_of(value_text="3-5 g/L"), Lab.PLATELETS)
    assert wrong == "g/L is no unit of what is measured; write one such as /uL"
    other = why_unusable(entry_of(value="3", comparator="ad", unit="K/uL"), Lab.PLATELETS)
    assert other == "'ad' is no comparator that is known"
    assert why_unusable(entry_of(), Lab.PLATELETS) == "it is no number"


SAME: dict[str, tuple[Analyte, str, list[tuple[str, str]]]] = {
    "platelets": (
        Lab.PLATELETS,
        "38000",
        [
            *(
                ("38", unit)
                for unit in (
                    "10*9/L",
                    "10^9/L",
                    "x10^9/L",
                    "x10E9/L",
                    "X10E9/L",
                    "10E9/L",
                    "10e9/L",
                    "10**9/L",
                    "10*9/l",
                    "10⁹/L",
                    "×10⁹/L",
                    "x 10^9/L",
                    "x 10^9 / L",
                    "G/L",
                    "G/l",
                    "Gpt/l",
                    "/nL",
                    "10*3/uL",
                    "10^3/uL",
                    "x10^3/uL",
                    "10*3/mm3",
                    "10^3/mm³",
                    "K/uL",
                    "k/uL",
                    "K/µL",
                    "K/μL",
                    "K/mcL",
                    "Thousand/uL",
                    "thou/mm3",
                    "Tsd./µl",
                    "1000/uL",
                    "K/UL",
                    "10*3/UL",
                    "10*3/uL{platelets}",
                    "10*9{platelets}/L",
                    "bil/L",
                    "10*6/mL",
                    "K/cumm",
                )
            ),
            *(
                ("38000", unit)
                for unit in (
                    "/uL",
                    "/ul",
                    "/mm3",
                    "/cumm",
                    "cells/uL",
                    "cells/mm3",
                    "{cells}/uL",
                    "{#}/uL",
                    "/uL{PLT}",
                    "/µL",
                    "10*6/L",
                    "/UL",
                )
            ),
            ("0.038", "10*12/L"),
        ],
    ),
    "hemoglobin": (
        Lab.HEMOGLOBIN,
        "8",
        [
            ("8", "g/dL"),
            ("8.0", "g/dl"),
            ("80", "g/L"),
            ("80", "g/l"),
            ("8", "G/DL"),
            ("8", "gm/dL"),
            ("8000", "mg/dL"),
            ("0.08", "kg/L"),
            ("8", "g/dL{Hb}"),
        ],
    ),
    "weight": (Lab.WEIGHT, "20", [("20", "kg"), ("20000", "g"), ("20", "KG"), ("20", "kgs")]),
    "weight in pounds": (
        Lab.WEIGHT,
        "19.95806428",
        [("44", "[lb_av]"), ("44", "lb"), ("44", "lbs")],
    ),
    "height": (Lab.HEIGHT, "127", [("127", "cm"), ("1.27", "m"), ("1270", "mm"), ("50", "[in_i]")]),
    "trough": (
        Lab.SIROLIMUS,
        "8.5",
        [
            ("8.5", "ng/mL"),
            ("8.5", "ng/ml"),
            ("8.5", "ug/L"),
            ("8.5", "µg/l"),
            ("8.5", "mcg/L"),
            ("0.0085", "mg/L"),
            ("850", "ng/dL"),
            ("8.5", "NG/ML"),
        ],
    ),
    "temperature": (Lab.TEMPERATURE, "38.2", [("38.2", "Cel"), ("38.2", "°C"), ("38.2", "degC")]),
}


@pytest.mark.hazard("H01")
@pytest.mark.hazard("H23")
@pytest.mark.parametrize(
    ("analyte", "expected", "value", "unit"),
    [
        (analyte, expected, value, unit)
        for analyte, expected, pairs in SAME.values()
        for value, unit in pairs
    ],
)
def test_all_spellings_of_one_value_are_one_value(
    analyte: Analyte, expected: str, value: str, unit: str
) -> None:
    """As a unit in words, as a UCUM code, and within a result in words."""
    exact = Decimal(expected)
    for found in (
        read(analyte, value=value, unit=unit),
        read(analyte, value=value, unit_code=unit, unit_system="http://unitsofmeasure.org"),
        read(analyte, value_text=f"{value} {unit}"),
    ):
        assert (found.low, found.high) == (exact, exact)


def test_hemoglobin_in_moles_counts_the_monomer() -> None:
    """5 mmol/L are 8.057 g/dL: laboratories count the monomer, 64,458 / 4 g/mol."""
    assert read(Lab.HEMOGLOBIN, value="5", unit="mmol/L").low == Decimal("8.05725000")


@pytest.mark.hazard("H01")
@pytest.mark.hazard("H21")
@pytest.mark.parametrize(
    ("analyte", "unit"),
    [
        (Lab.PLATELETS, ""),
        (Lab.PLATELETS, "g/L"),  # a mass; G/L would be 10^9 per litre
        (Lab.HEMOGLOBIN, "G/L"),
        (Lab.PLATELETS, "10*9"),
        (Lab.PLATELETS, "109/L"),  # 10^9 that has lost its raised digit
        (Lab.NEUTROPHILS, "%"),
        (Lab.NEUTROPHILS, "percent"),
        (Lab.HEMOGLOBIN, "%"),
        (Lab.HEMOGLOBIN, "g"),
        (Lab.HEMOGLOBIN, "dL/g"),
        (Lab.HEMOGLOBIN, "units"),
        (Lab.WEIGHT, "cm"),
        (Lab.WEIGHT, "[stone_av]"),
        (Lab.TEMPERATURE, "K"),
        (Lab.SIROLIMUS, "nmol"),
        (Lab.PLATELETS, "nmol/L"),  # a count has no molar mass
        (Lab.PLATELETS, "M/uL"),  # a million, or a thousand by the Roman numeral
    ],
)
def test_a_unit_that_is_missing_or_of_another_kind_is_never_assumed(
    analyte: Analyte, unit: str
) -> None:
    """The value is unknown because of its unit."""
    assert read(analyte, value="38", unit=unit).unusable is Reason.WRONG_UNIT


@pytest.mark.hazard("H01")
def test_a_code_and_words_that_differ_are_not_believed() -> None:
    """g/dL in words with the code g/L is tenfold; which is meant cannot be told."""
    ucum = "http://unitsofmeasure.org"
    wrong = read(Lab.HEMOGLOBIN, value="8", unit="g/dL", unit_code="g/L", unit_system=ucum)
    assert wrong.unusable is Reason.WRONG_UNIT
    same = read(Lab.PLATELETS, value="38", unit="K/uL", unit_code="10*9/L", unit_system=ucum)
    assert same.low == 38_000
    unknown = read(Lab.HEMOGLOBIN, value="8", unit="g/dL", unit_code="?", unit_system=ucum)
    assert unknown.unusable is Reason.WRONG_UNIT
    foreign = read(Lab.HEMOGLOBIN, value="8", unit="g/dL", unit_code="17", unit_system="urn:x")
    assert foreign.low == 8
    words = read(Lab.HEMOGLOBIN, value="8", unit="Gramm je Deziliter", unit_code="g/dL")
    assert words.low == 8


@pytest.mark.hazard("H22")
@pytest.mark.parametrize(
    ("comparator", "expected"),
    [
        ("<", ("0", "4999.99999999")),
        ("<=", ("0", "5E+3")),
        (">", ("5000.00000001", "2E+6")),
        (">=", ("5E+3", "2E+6")),
    ],
)
def test_a_bound_is_an_interval(comparator: str, expected: tuple[str, str]) -> None:
    """Below 5 x 10^9/L lies from the lowest plausible count to just below it."""
    for found in (
        read(Lab.PLATELETS, value="5", comparator=comparator, unit="10*9/L"),
        read(Lab.PLATELETS, value_text=f"{comparator}5 10*9/L"),
    ):
        assert bounds(found) == expected


@pytest.mark.hazard("H23")
@pytest.mark.parametrize(
    ("analyte", "value", "unit", "comparator"),
    [
        (Lab.HEMOGLOBIN, "80", "g/dL", ""),
        (Lab.HEMOGLOBIN, "0.8", "g/dL", ""),
        (Lab.HEMOGLOBIN, "-8", "g/dL", ""),
        (Lab.PLATELETS, "150000", "10*9/L", ""),
        (Lab.PLATELETS, "999999999999", "10*12/L", ""),
        (Lab.PLATELETS, "0", "/uL", "<"),
        (Lab.PLATELETS, "2000000", "/uL", ">"),
        (Lab.HEMOGLOBIN, "0.5", "g/dL", "<"),
        (Lab.HEMOGLOBIN, "30", "g/dL", ">"),
        (Lab.WEIGHT, "0.2", "kg", ""),
    ],
)
def test_what_no_patient_has_is_implausible(
    analyte: Analyte, value: str, unit: str, comparator: str
) -> None:
    """The likeliest cause is a wrong unit, so the value is not used."""
    found = read(analyte, value=value, unit=unit, comparator=comparator or "", value_text="")
    if comparator == "":
        found = read(analyte, value=value, unit=unit)
    assert found.unusable is Reason.IMPLAUSIBLE


def test_an_unknown_comparator_is_unreadable() -> None:
    """``~5`` and FHIR R5's ``ad`` say too little."""
    found = read(Lab.PLATELETS, value="5", comparator="ad", unit="10*9/L")
    assert found.unusable is Reason.UNREADABLE


@given(
    st.decimals(min_value="0.1", max_value=1999, places=3),
    st.sampled_from(sorted(dict(spellings()))),
)
def test_conversion_is_exact_or_refused(value: Decimal, spelling: str) -> None:
    """In any unit that is read, the value comes back exactly when it is converted back."""
    found = read(Lab.PLATELETS, value=format(value, "f"), unit=spelling)
    unit = unit_of(spelling)
    assert unit is not None
    if unit.dimension != Lab.PLATELETS.unit.dimension:
        assert found.unusable is Reason.WRONG_UNIT
    elif found.low is not None:
        exact = value * unit.size.numerator / unit.size.denominator / 10**9
        assert abs(found.low - exact) <= SMALLEST_STEP
    else:
        assert found.unusable is Reason.IMPLAUSIBLE


STATUSES = {
    "final": None,
    "amended": None,
    "corrected": None,
    "preliminary": None,
    "unknown": Reason.UNREADABLE,
    "done": Reason.UNREADABLE,
    "": Reason.UNREADABLE,
}


@pytest.mark.hazard("H22")
@pytest.mark.parametrize(("status", "unusable"), STATUSES.items())
def test_a_status_decides_whether_a_result_counts(status: str, unusable: Reason | None) -> None:
    """A result of which nobody says that it stands is recorded and unreadable."""
    found = read(Lab.PLATELETS, value="38", unit="10*9/L", status=status)
    assert found.unusable is unusable


@pytest.mark.hazard("H22")
@pytest.mark.parametrize("status", ["entered-in-error", "cancelled", "registered"])
def test_a_withdrawn_or_pending_result_is_no_result(status: str) -> None:
    """It neither counts nor hides the result before it."""
    entry = ObservationEntry(reference="Observation/1", status=status, value="38", unit="10*9/L")
    assert observation_of(entry, Lab.PLATELETS, WHEN) is None
