"""A page: what is declared, with what the rules of the guidelines say, in text and JSON."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import jsonschema
import msgspec
import pytest
import typer
from tests.monographs.expected import BY_ID

from ferrata.alps.concepts import Drug
from ferrata.alps.figure import RAO_2015_FIGURE
from ferrata.alps.guidelines import GUIDELINES
from ferrata.alps.monographs import MONOGRAPHS
from ferrata.alps.reconciled import RECONCILED
from ferrata.cli.drugs import SHELF, drug_table, find_monograph, of_age
from ferrata.cli.schemas import SCHEMAS
from ferrata.guideline.monograph import Monograph
from ferrata.plan.model import NOTICE
from ferrata.plan.monograph import Page, monograph_page, page_text, table_text
from ferrata.plan.monograph.roles import cautions, distances, doses, role

PAGES = {one.id: monograph_page(one, SHELF) for one in MONOGRAPHS}

FIGURE_PLACES = {
    "prednisone": "first",
    "methylprednisolone": "second",
    "immunoglobulin": "second",
    "mycophenolate": "second",
    "sirolimus": "third",
    "rituximab": "third",
    "splenectomy": "last",
    "anti-d": "avoid",
    "vincristine": "not named",
}
"""F01 to F12: the shortest way from INITIAL. Rituximab is one arrow after IV steroids."""


@pytest.mark.parametrize(("drug", "place"), FIGURE_PLACES.items())
def test_the_place_in_the_literal_figure_is_the_number_of_arrows(drug: str, place: str):
    """Computed from the figure's steps and transitions."""
    assert role(RAO_2015_FIGURE, BY_ID[drug].treatment, BY_ID[drug].words).place == place


def test_the_reconciled_guideline_puts_rituximab_last():
    """R39, A14, C11: only after mycophenolate and sirolimus, by its caution."""
    found = role(RECONCILED, Drug.RITUXIMAB, ("rituximab",))
    assert found.place == "last"
    assert found.after == ("mycophenolate mofetil", "sirolimus")
    assert role(RECONCILED, Drug.PREDNISONE, ()).after == ()


def test_a_place_follows_the_rules():
    """Without the step that gives it, prednisone is no longer first."""
    kept = tuple(
        rule
        for rule in RAO_2015_FIGURE.rules
        if getattr(rule, "id", "") not in {"A2", "F04", "F06"}
    )
    cut = replace(
        RAO_2015_FIGURE,
        rules=tuple(
            replace(rule, do=()) if rule.id == "A0" else rule  # type: ignore[call-arg]
            for rule in kept
        ),
    )
    assert role(cut, Drug.PREDNISONE, ()).place == "second"
    assert role(cut, Drug.VINCRISTINE, ()).place == "not named"


def test_the_start_is_no_move_away():
    """Each further stage is as many moves away as the shortest way has."""
    found = distances(RAO_2015_FIGURE)
    assert found["start"] == 0
    assert min(value for key, value in found.items() if key != "start") == 1


@pytest.mark.parametrize("monograph", MONOGRAPHS, ids=lambda one: one.id)
def test_each_rule_that_gives_a_treatment_is_on_its_page(monograph: Monograph):
    """By guideline, with the step's name and its statements."""
    page = PAGES[monograph.id]
    assert [one.guideline for one in page.roles] == [one.id for one in GUIDELINES]
    for guideline, found in zip(GUIDELINES, page.roles, strict=True):
        for step in (*guideline.steps, *guideline.recommendations):
            for action in step.do:
                if getattr(action, "treatment", None) == monograph.treatment:
                    lines = [one for one in found.rules if step.id in one.rules]
                    assert any(set(map(str, action.warrant)) <= set(one.warrants) for one in lines)


@pytest.mark.hazard("H18")
@pytest.mark.parametrize("monograph", MONOGRAPHS, ids=lambda one: one.id)
def test_each_caution_and_gate_of_the_safety_layer_is_on_the_page(monograph: Monograph):
    """Once, whichever guideline stands over it."""
    found = {one.text for one in PAGES[monograph.id].must_not}
    for guideline in GUIDELINES:
        for caution in guideline.cautions:
            if monograph.treatment in caution.avoid.treatments:
                assert any(text.startswith(caution.avoid.text) for text in found), caution.id
        for gate in guideline.gates:
            if monograph.treatment in gate.treatments:
                assert any(gate.title in text for text in found), gate.id


def test_the_doses_of_the_rules_are_on_the_page():
    """Amount, route, division, cap and the guidelines that give it."""
    found = doses((RAO_2015_FIGURE,), Drug.MYCOPHENOLATE)
    assert [one.text for one in found] == [
        "1200 mg/m2/day by mouth in 2 doses, at most 2000 mg/day [rao-2015-figure]"
    ]
    assert {"R21", "E041"} <= set(found[0].warrants)
    pulse = " ".join(one.text for one in doses((RAO_2015_FIGURE,), Drug.METHYLPREDNISOLONE))
    assert "5 to 10 mg/kg/day intravenously for 3 to 7 days, at most 1000 mg/day" in pulse


def test_a_drug_without_a_dose_says_specialist_protocol():
    """And anti-D says that it is not given."""
    assert (PAGES["vincristine"].no_dose or "").startswith("specialist protocol")
    assert PAGES["anti-d"].no_dose == "none: not to be given"
    assert PAGES["splenectomy"].no_dose == "none: not a drug"
    assert PAGES["sirolimus"].no_dose is None
    assert all(bool(one.dose) is (one.no_dose is None) for one in PAGES.values())


AGES = [
    ("sirolimus", "0d", "yes"),
    ("sirolimus", "11mo", "yes"),
    ("sirolimus", "1y", "no"),
    ("sirolimus", "37y", "no"),
    ("sirolimus", "38y", "yes"),
    ("mycophenolate", "5mo", "yes"),
    ("mycophenolate", "7mo", "no"),
    ("mycophenolate", "0y", "cannot tell: the age is not exact"),
    ("hydroxychloroquine", "11y", "yes"),
    ("eltrombopag", "21y", "yes"),
    ("vincristine", "6y", "cannot tell: no ages are stated"),
]


@pytest.mark.parametrize(("drug", "age", "outside"), AGES)
def test_an_age_outside_the_evidence_is_said(drug: str, age: str, outside: str):
    """From the first day of the range to the end of its last year; a span may straddle a bound."""
    page = monograph_page(BY_ID[drug], SHELF, of_age(age))
    assert page.ages.outside == outside
    assert ("OUTSIDE THE EVIDENCE" in page_text(page)) is (outside == "yes")


@pytest.mark.hazard("H27")
@pytest.mark.statement("A17")
@pytest.mark.parametrize(
    ("drug", "age", "given"),
    [
        ("sirolimus", "11mo", False),
        ("sirolimus", "13mo", True),
        ("mycophenolate", "2mo", False),
        ("mycophenolate", "4mo", True),
        ("prednisone", "1mo", False),
        ("prednisone", "6y", True),
    ],
)
def test_an_infant_gets_no_dose(drug: str, age: str, given: bool):
    """Below three months nothing is computed, sirolimus not below one year."""
    page = monograph_page(BY_ID[drug], SHELF, of_age(age))
    assert bool(page.dose) is given
    assert (page.no_dose or "").startswith("withheld for this patient") is not given


def test_a_caution_says_whether_it_holds():
    """Of the age it is known; what is not known stays unknown."""
    made = cautions(GUIDELINES, Drug.SIROLIMUS, of_age("6mo").facts)
    held = {one.text.split(":")[0]: one.holds for one in made}
    assert held["Below one year sirolimus reaches toxic levels on usual doses"] == "yes"
    assert held["Below three months nothing is computed"] == "no"
    assert held["Heavy proteinuria"] == "unknown"
    assert {one.holds for one in cautions(GUIDELINES, Drug.SIROLIMUS)} == {None}


@pytest.mark.parametrize("text", ["6", "six", "6 y", "6y6mo", "-1y", "1e2y", "٦y", "126y", ""])
def test_what_is_no_age_is_refused(text: str):
    """Digits and one unit; nothing is guessed."""
    with pytest.raises(typer.BadParameter, match=r"is no age|older than anybody"):
        of_age(text)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("sirolimus", "sirolimus"),
        ("Rapamune", "sirolimus"),
        ("  Intravenous   Immunoglobulin ", "immunoglobulin"),
        ("IVIG", "immunoglobulin"),
        ("G-CSF", "filgrastim"),
        ("WinRho", "anti-d"),
        ("penicillin-v", "penicillin-v"),
        ("hematopoietic stem cell transplantation", "transplantation"),
        ("prednisolone", "prednisone"),
    ],
)
def test_a_treatment_is_found_by_any_of_its_names(name: str, id: str):
    """Id, ingredient, brand; case and spaces do not matter."""
    assert find_monograph(name).id == id


def test_an_unknown_name_gets_near_ones():
    """Never another drug in its place."""
    with pytest.raises(typer.BadParameter, match="did you mean sirolimus"):
        find_monograph("sirolimuss")
    with pytest.raises(typer.BadParameter, match="ferrata drugs lists them all"):
        find_monograph("xyzzy")


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda one: one.id)
def test_a_page_fits_100_columns_and_ends_with_notice_and_versions(page: Page):
    """Each line has its ids, and the end says who spoke and that it is no device."""
    lines = page_text(page).splitlines()
    assert max(map(len, lines)) <= 100
    text = " ".join(lines)
    assert NOTICE in text
    for guideline in GUIDELINES:
        assert f"{guideline.id} {guideline.version}" in text
    assert "not clinically reviewed" in text


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda one: one.id)
def test_what_is_unverified_is_marked(page: Page):
    """In text by the word, in JSON by the support of each line."""
    text = page_text(page).replace("\n", " ")
    said = (*page.before, *page.watch, *page.pregnancy, *page.must_not, *page.off_label)
    marked = sum(one.support == "unverified" for one in (*said, *page.interactions))
    assert text.count("UNVERIFIED:") >= marked
    unverified = {one.id for one in page.warrants if one.review.startswith("unverified")}
    for one in (*said, *page.response, *page.evidence, *page.dose):
        assert (one.support == "unverified") is bool(unverified & set(one.warrants))
    assert not any(unverified & set(one.warrants) for one in page.dose)


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda one: one.id)
def test_a_page_as_json_fits_its_schema_and_reads_back(page: Page):
    """The schema is what `ferrata schema monograph` prints."""
    written = msgspec.json.encode(page)
    checker: Any = jsonschema.Draft202012Validator(SCHEMAS["monograph"]())
    assert checker.is_valid(msgspec.json.decode(written))
    assert msgspec.json.decode(written, type=Page) == page
    assert {id for one in page.interactions for id in one.warrants} <= {
        one.id for one in page.warrants
    }


def test_codes_old_and_new_come_from_the_tables():
    """L04AA10 until 2023 beside L04AH01; L01XC02 beside L01FA01; anti-D has ATC alone."""
    codes = {id: {one.code: one.checked for one in page.codes} for id, page in PAGES.items()}
    assert codes["sirolimus"].items() >= {"35302": "verified", "L04AH01": "verified"}.items()
    assert codes["sirolimus"]["L04AA10"] == "memory"
    assert codes["rituximab"].keys() >= {"121191", "L01FA01", "L01XC02"}
    assert codes["anti-d"].keys() == {"J06BB01"}
    assert "L04AA10 (memory)" in page_text(PAGES["sirolimus"])


def test_the_table_of_all_fits_and_counts():
    """A row for each treatment, a place for each guideline, the size of the evidence."""
    table = drug_table()
    lines = table_text(table).splitlines()
    assert max(map(len, lines)) <= 100
    rows = {one.id: one for one in table.rows}
    assert rows.keys() == PAGES.keys()
    assert rows["mycophenolate"].evidence == "64 in the largest group"
    assert rows["splenectomy"].evidence == "harms only"
    assert rows["vincristine"].evidence == "no figures"
    assert rows["vincristine"].dose == "specialist protocol"
    assert rows["sirolimus"].dose == "yes"
    assert rows["rituximab"].cautions >= 3
    assert set(rows["anti-d"].places.values()) == {"avoid"}
    assert Decimal(len(rows)) == len(MONOGRAPHS)
