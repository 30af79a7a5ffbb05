"""`ferrata dose`: strict reading, who must not have it first, and no dose is an exit of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import typer
from tests.cli.commands import EXAMPLES, ON, example, ferrata

from ferrata.cli.quantities import height_of, sex_of, weight_of

BODY = ("--weight", "18.4kg", "--height", "108cm", "--age", "6y", "--on", ON)

SPELLINGS = (
    *("", " ", "kg", "18.4", "18,4kg", "1.000kg", "1 000kg", "1e3kg", "1_0kg", "0x10kg", "+18kg"),
    *("-18kg", ".5kg", "18.kg", "007kg", "NaN kg", "nan", "inf kg", "Infinitykg", "1e309kg"),
    *("١٨kg", "１８kg", "18\u00a0400g", "18.4.2kg", "--18kg", "18kg kg", "<18kg", ">18kg", "~18kg"),
    *("18-20kg", "18mg", "18 stone", "18KG", "18 Kg", "0kg", "0.0001kg", "1" * 30 + "kg", "18kg;"),
    *("18kg\n", "18\x00kg", "½kg", "18.4kg " * 40, "²kg", "1,234.5kg", "1'000g", "18 .4kg", "٫5kg"),
)
"""What is no weight, or could be two."""


@pytest.mark.hazard("H03")
@pytest.mark.hazard("H04")
@pytest.mark.parametrize("text", SPELLINGS, ids=ascii)
def test_what_could_mean_two_things_is_no_weight(text: str) -> None:
    """Digits with at most one point, then the unit; nothing else."""
    with pytest.raises(typer.BadParameter) as caught:
        weight_of(text)
    assert "--weight" in str(caught.value)


@pytest.mark.hazard("H03")
@pytest.mark.parametrize("text", ["108", "1,08m", "1.080m", "108 kg", "5ft", "1e2cm", "0cm", "cm"])
def test_what_could_mean_two_things_is_no_height(text: str) -> None:
    """As a weight."""
    with pytest.raises(typer.BadParameter) as caught:
        height_of(text)
    assert "--height" in str(caught.value)


@pytest.mark.hazard("H02")
@pytest.mark.parametrize(
    ("text", "kg", "given"),
    [
        ("18.4kg", "18.4", "18.4 kg"),
        ("18.4 kg", "18.4", "18.4 kg"),
        ("3500g", "3.5", "3500 g = 3.5 kg"),
        ("40lb", "18.144", "40 lb ≈ 18.144 kg"),
        ("40.5 lbs", "18.37", "40.5 lbs ≈ 18.37 kg"),
        ("18.43215kg", "18.432", "18.43215 kg ≈ 18.432 kg"),
    ],
)
def test_a_weight_says_how_it_was_given(text: str, kg: str, given: str) -> None:
    """0.45359237 kg are a pound; what was rounded is marked."""
    value, said = weight_of(text)
    assert (str(value.normalize()), said) == (kg, given)


@pytest.mark.parametrize(
    ("text", "cm", "given"),
    [("108cm", "108", "108 cm"), ("1.08m", "108", "1.08 m = 108 cm"), ("42.5in", "108", "42.5 in")],
)
def test_a_height_says_how_it_was_given(text: str, cm: str, given: str) -> None:
    """Meters and inches are converted and shown."""
    value, said = height_of(text)
    assert f"{value.normalize():f}" == cm
    assert said.startswith(given)


def test_sex_is_one_of_two_words() -> None:
    """As recorded for clinical use; left out, it is not known."""
    assert (sex_of("female"), sex_of(None)) == ("female", None)
    with pytest.raises(typer.BadParameter):
        sex_of("F")


@pytest.mark.hazard("H02")
def test_a_weight_without_a_unit_is_asked_about() -> None:
    """18.4 could be pounds."""
    ran = ferrata("dose", "prednisone", "--weight", "18.4", "--age", "6y")
    assert ran.code == 2
    assert "has no unit: kg or lb?" in ran.err
    assert not ran.out


@pytest.mark.hazard("H07")
@pytest.mark.hazard("H29")
def test_the_page_of_a_dose() -> None:
    """Who must not have it first, then the arithmetic, per dose, per day, products, the basis."""
    ran = ferrata("dose", "sirolimus", *BODY)
    assert ran.code == 0
    parts = [
        "DOSE OF SIROLIMUS for 18.4 kg, 108 cm, 6 years old, on 2026-11-20",
        "FIRST: WHO MUST NOT HAVE IT",
        "No sirolimus without a negative pregnancy test and contraception. [A09]",
        "BODY",
        "body surface (Mosteller) = root of 18.4 kg x 108 cm / 3600 ≈ 0.743 m2",
        "2.5 mg/m2/d x 0.743 m2 = 1.8575 mg/d",
        "at most 4 mg/d (cap, R29, A24): does not bite",
        "per dose   1.8575 mg, once a day, by mouth",
        "per day    1.8575 mg",
        "1.9 mg (1.9 mL, +2.3 %)",
        "2 mg (1 x 2 mg tablet, +7.7 %)",
        "FOR COMPARISON, NOT ADVISED HERE",
        "Not a medical device",
        "not clinically reviewed; site ",
    ]
    places = [ran.out.index(one) for one in parts]
    assert places == sorted(places)
    assert max(map(len, ran.out.splitlines())) <= 100


@pytest.mark.hazard("H06")
def test_micrograms_are_written_out_wherever_they_stand() -> None:
    """Neither ug nor mcg nor µg: handwritten, they are read as mg."""
    ran = ferrata("dose", "g-csf", *BODY)
    assert ran.code == 0
    assert "18.4 to 36.8 micrograms" in ran.out
    assert "1 to 2 micrograms/kg under the skin 2 to 3 times a week" in ran.out
    for short in ("ug", "mcg", "µg", "μg"):
        assert f" {short}" not in ran.out
        assert f"{short}/" not in ran.out
    assert " mg" not in ran.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("vincristine", *BODY), "specialist protocol"),
        (("eltrombopag", *BODY), "see the label"),
        (("anti-d", *BODY), "not to be given"),
        (("sirolimus", "--weight", "8kg", "--height", "70cm", "--age", "8mo"), "Below one year"),
        (("sirolimus", "--weight", "18.4kg", "--height", "108cm"), "the age is not known"),
        (("sirolimus", "--weight", "18.4kg", "--age", "6y"), "body height: not given"),
        (("prednisone", "--age", "6y"), "body weight: not given"),
        (("prednisone", "--weight", "40.5kg", "--age", "6y"), "did you mean 18.4 kg?"),
        (("prednisone", "--weight", "4kg", "--age", "10w"), "Three months old or more"),
        (("rituximab", *BODY, "--answer", "hemolysis=yes"), "hemolytic anemia"),
    ],
)
def test_no_dose_is_an_exit_of_its_own(arguments: tuple[str, ...], words: str) -> None:
    """4, with the reason on standard error and in the JSON, and no amount anywhere."""
    ran = ferrata("dose", *arguments, "--json")
    assert ran.code == 4
    assert words in ran.err
    made: Any = json.loads(ran.out)
    assert any(words in one for one in made["refused"])
    assert all(one["per_dose"] is None and not one["rows"] for one in made["regimens"])


@pytest.mark.hazard("H02")
def test_a_size_that_is_asked_about_is_computed_once_it_is_confirmed() -> None:
    """30 kg at 6 years is unusual and possible; 40 kg at 108 cm is not, whoever confirms it."""
    odd = ("dose", "prednisone", "--weight", "40kg", "--age", "6y", "--sex", "female")
    assert ferrata(*odd).code == 4
    confirmed = ferrata(*odd, "--confirm-size")
    assert confirmed.code == 0
    assert "confirmed [A260" in confirmed.out
    refused = ferrata(*odd, "--height", "108cm", "--confirm-size")
    assert refused.code == 4
    assert "no dose is computed, measure again" in refused.err


def test_haycock_is_named_where_it_is_used() -> None:
    """0.024265 x 18.4^0.5378 x 108^0.3964 = 0.743 m2 as well, by another formula."""
    ran = ferrata("dose", "sirolimus", *BODY, "--formula", "haycock")
    assert ran.code == 0
    assert "body surface (Haycock) = 0.024265 x 18.4 kg^0.5378 x 108 cm^0.3964" in ran.out
    assert ferrata("dose", "sirolimus", *BODY, "--formula", "dubois").code == 2


def test_only_the_products_at_hand_are_used() -> None:
    """And what would fit instead is named."""
    ran = ferrata("dose", "sirolimus", *BODY, "--product", "sirolimus-0.5")
    assert "2 mg (4 x 0.5 mg tablet, +7.7 %)" in ran.out
    assert "oral solution" not in ran.out
    small = ("--weight", "12kg", "--height", "85cm", "--age", "2y")
    none = ferrata("dose", "sirolimus", *small, "--product", "sirolimus-2")
    assert none.code == 0
    assert "fits: sirolimus oral solution 1 mg/mL" in " ".join(none.out.split())
    wrong = ferrata("dose", "sirolimus", *BODY, "--product", "prednisone-5")
    assert wrong.code == 2
    assert "is none of sirolimus; there are: sirolimus-0.5" in " ".join(wrong.err.split())


@pytest.mark.parametrize("name", ["splenectomy", "siralimus", "", "../../etc/passwd", "x" * 500])
def test_what_is_no_drug_is_a_wrong_use(name: str) -> None:
    """2, with what is near or what there is."""
    ran = ferrata("dose", name, *BODY)
    assert ran.code == 2
    assert "Traceback" not in ran.err


# ---------------------------------------------------------------- on record


@pytest.mark.hazard("H10")
def test_a_record_gives_the_body_with_its_dates() -> None:
    """Weight and height stand with their days beside the dose."""
    ran = ferrata(
        "dose",
        "mycophenolate",
        "--record",
        str(EXAMPLES / "confirmed-second-agent.json"),
        "--on",
        ON,
    )
    assert ran.code == 0
    assert "628.8 mg, twice a day" in ran.out
    assert "per day    1257.6 mg" in ran.out
    assert "body weight 29.5 kg" in ran.out
    assert "2026-11-" in ran.out.split("BODY")[1].splitlines()[1]


@pytest.mark.hazard("H10")
@pytest.mark.parametrize(("day", "code"), [("2026-11-20", 0), ("2027-03-01", 4)])
def test_a_weight_that_is_too_old_is_asked_for(day: str, code: int) -> None:
    """It speaks for 30 days unless steroids are known not to be taken."""
    ran = ferrata(
        "dose", "prednisone", "--record", str(EXAMPLES / "emergency.json"), "--on", day, "--json"
    )
    assert ran.code == code, ran.err
    if code == 4:
        assert "weight" in ran.err
        assert "too old" in ran.err or "days old" in ran.err


def test_what_is_typed_goes_before_the_record(tmp_path: Path) -> None:
    """A child weighed today."""
    path = tmp_path / "patient.json"
    path.write_text(json.dumps(example("confirmed-second-agent")), "utf-8")
    ran = ferrata("dose", "prednisone", "--record", path, "--on", ON, "--weight", "30kg")
    assert ran.code == 0
    assert "1 mg/kg/d x 30 kg = 30 mg/d" in ran.out


def test_a_contraindication_on_record_gives_no_amount() -> None:
    """Pregnancy possible, asserted."""
    ran = ferrata(
        "dose",
        "mycophenolate",
        "--record",
        str(EXAMPLES / "pregnancy-possible-on-sirolimus.json"),
        "--on",
        ON,
        "--json",
    )
    assert ran.code == 4
    made: Any = json.loads(ran.out)
    assert any("harms the unborn child" in one for one in made["refused"])
    assert all(one["per_dose"] is None for one in made["regimens"])


def test_a_record_that_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    """3, as everywhere."""
    path = tmp_path / "broken.json"
    path.write_text("{", "utf-8")
    assert ferrata("dose", "prednisone", "--record", path).code == 3


# ---------------------------------------------------------------- the site


def test_a_site_has_its_own_products_and_limits(tmp_path: Path) -> None:
    """Its hash stands on the output, and another site has another."""
    site = tmp_path / "site.toml"
    site.write_text(
        '[parameters]\nsirolimus-cap = "3 mg/d"\n\n[products.liquid]\ntreatment = "sirolimus"\n'
        'form = "oral liquid"\nstrength = "2 mg/mL"\nstep = "0.05"\n',
        "utf-8",
    )
    body = ("--weight", "57.6kg", "--height", "160cm", "--age", "15y", "--on", ON)
    ran = ferrata("dose", "sirolimus", *body, "--site", site)
    assert ran.code == 0
    assert "at most 3 mg/d (cap, R29, A24): bites, without it 4 mg/d" in ran.out
    assert "3 mg (1.5 mL, 0.0 %)" in ran.out
    assert "tablet" not in ran.out
    plain = ferrata("dose", "sirolimus", *body)
    assert ran.out.splitlines()[-1] != plain.out.splitlines()[-1]


@pytest.mark.parametrize(
    "text",
    [
        '[parameters]\nsirolimus-cap = "6 mg/d"',
        '[parameters]\nsirolimus-cap = "3"',
        "[parameters]\nsirolimus-cap = 3",
        "[products.x]\ntreatment = 3",
        "x" * 70_000,
        "[" * 5_000,
    ],
)
def test_a_site_that_cannot_be_used_is_a_wrong_use(text: str, tmp_path: Path) -> None:
    """2, with what is wrong, and no dose."""
    site = tmp_path / "site.toml"
    site.write_text(text, "utf-8")
    ran = ferrata("dose", "sirolimus", *BODY, "--site", site)
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert ferrata("dose", "sirolimus", *BODY, "--site", tmp_path / "none.toml").code == 2
