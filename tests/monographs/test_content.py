"""What every monograph must hold, and the hard cautions."""

import re

import pytest
from tests.monographs.expected import ALL, BY_ID, figures, words_of

from ferrata.alps.codes import DRUG_NAMES, DRUGS
from ferrata.alps.codes.systems import ATC, RXNORM
from ferrata.alps.concepts import Drug
from ferrata.alps.monographs import EVERY, INTERACTANTS, MONOGRAPHS
from ferrata.alps.sources import ASSUMPTIONS
from ferrata.guideline.events import Treatment
from ferrata.guideline.monograph import Monograph, Section, Support

TREATMENTS = [one for one in vars(Drug).values() if isinstance(one, Treatment)]

WITHOUT_DOSE = {
    "vincristine",
    "methotrexate",
    "mercaptopurine",
    "azathioprine",
    "ciclosporin",
    "dapsone",
    "cyclophosphamide",
    "pentostatin",
    "bortezomib",
    "eltrombopag",
    "romiplostim",
    "penicillin-v",
    "amoxicillin",
    "cotrimoxazole",
}
"""Named by the sources without a dose, or with one that was only remembered."""

AMOUNT = re.compile(r"\d\s*(?:mg|g|micrograms|ug|mL|units)\b(?!/dL|/L)")


@pytest.mark.parametrize("treatment", TREATMENTS, ids=lambda one: one.id)
def test_every_treatment_has_one_monograph(treatment: Treatment):
    """No drug that a record can name is without, and none has two."""
    assert sum(one.treatment is treatment for one in MONOGRAPHS) == 1


@pytest.mark.parametrize("drug", sorted(WITHOUT_DOSE))
def test_a_drug_without_a_sourced_dose_has_no_number(drug: str):
    """Not in its dose and nowhere else: the monograph says specialist protocol instead."""
    monograph = BY_ID[drug]
    assert not monograph.of(Section.DOSE)
    assert not [one for one in monograph if AMOUNT.search(words_of(one))]


@pytest.mark.parametrize("monograph", MONOGRAPHS, ids=lambda one: one.id)
def test_a_dose_that_is_declared_rests_on_no_unverified_fact(monograph: Monograph):
    """Assumptions that say so may bound a dose; memory may not."""
    for one in monograph.of(Section.DOSE):
        assert one.support is not Support.UNVERIFIED


@pytest.mark.parametrize("one", [one for one in ASSUMPTIONS if one.id.endswith("u")])
def test_a_row_of_the_fact_base_that_nobody_verified_says_so(one: object):
    """Its number ends in u and its review begins with: unverified."""
    review = getattr(one, "review", "")
    assert review.startswith("unverified: ")


CAUTIONS = [
    ("methotrexate", Section.MUST_NOT, ("Once a week, never daily",)),
    ("vincristine", Section.MUST_NOT, ("intravenous use only", "fatal")),
    ("azathioprine", Section.BEFORE, ("TPMT", "NUDT15")),
    ("mercaptopurine", Section.BEFORE, ("TPMT", "NUDT15")),
    ("dapsone", Section.BEFORE, ("G6PD",)),
    ("dapsone", Section.MUST_NOT, ("hemolysis", "whatever the G6PD")),
    ("rituximab", Section.BEFORE, ("HBsAg", "anti-HBc", "IgG")),
    ("immunoglobulin", Section.BEFORE, ("Hepatitis B", "IgG")),
    ("anti-d", Section.MUST_NOT, ("Never for cytopenia",)),
    ("anti-d", Section.PREGNANCY, ("RhD-negative mother", "referral, not a prohibition")),
    ("mycophenolate", Section.PREGNANCY, ("unborn child",)),
    ("splenectomy", Section.MUST_NOT, ("Avoid", "never advised here")),
]


@pytest.mark.parametrize(("drug", "section", "words"), CAUTIONS)
def test_a_hard_caution_is_there(drug: str, section: Section, words: tuple[str, ...]):
    """What the sources assume and a pharmacist looks for first."""
    said = " ".join(one.text for one in BY_ID[drug].of(section))
    assert all(word in said for word in words), said


def test_a_thiopurine_and_mycophenolate_exclude_each_other_from_both_sides():
    """Whichever monograph is opened."""
    for one, other in (
        ("mycophenolate", "azathioprine"),
        ("mycophenolate", "mercaptopurine"),
        ("azathioprine", "mycophenolate"),
        ("mercaptopurine", "mycophenolate"),
    ):
        said = [
            each.text for each in BY_ID[one].interactions if other in {who.id for who in each.with_}
        ]
        assert any("never" in text.lower() for text in said), (one, other)


def test_every_ingredient_that_interacts_is_coded():
    """RxNorm or ATC, but for grapefruit and for cations, which are no drug; all were checked."""
    coded = {row.concept for row in (*DRUGS, *INTERACTANTS)}
    named = {who.id for monograph in ALL for each in monograph.interactions for who in each.with_}
    assert named - coded == {"grapefruit", "polyvalent-cations"}
    assert {row.system for row in INTERACTANTS} == {RXNORM, ATC}
    assert {row.checked for row in INTERACTANTS} == {"verified"}
    codes = [(row.system, row.code) for row in INTERACTANTS]
    assert len(set(codes)) == len(codes)
    assert all(
        re.fullmatch(
            r"\d+" if row.system == RXNORM else r"[A-Z]\d\d[A-Z](?:[A-Z](?:\d\d)?)?", row.code
        )
        for row in INTERACTANTS
    )


def test_names_of_an_interactant_are_never_a_treatment_of_ours():
    """A code means one thing: what we treat with stands in the drug codes alone."""
    ours = {(row.system, row.code) for row in DRUGS}
    assert not ours & {(row.system, row.code) for row in INTERACTANTS}
    assert not {row.concept for row in INTERACTANTS} & set(DRUG_NAMES.values())


AGES = {
    "mycophenolate": ("0.5", "34"),
    "sirolimus": ("1", "37"),
    "rituximab": ("1", "47"),
    "hydroxychloroquine": ("12", "30"),
    "eltrombopag": ("9", "20"),
    "romiplostim": ("9", "20"),
    "prednisone": ("1", "53"),
    "methylprednisolone": ("1", "53"),
    "immunoglobulin": ("1", "53"),
    "filgrastim": ("1", "53"),
}
"""Table 1 of Rao 2015; for steroids and support the ages at which cytopenia began (L88-100)."""


@pytest.mark.parametrize("monograph", MONOGRAPHS, ids=lambda one: one.id)
def test_the_ages_of_the_evidence_are_those_of_table_1(monograph: Monograph):
    """And none where the sources state none; the assumption that says so has each figure."""
    ages = monograph.ages
    found = None if ages is None else (str(ages.low), str(ages.high))
    assert found == AGES.get(monograph.id)
    if ages is not None:
        warranted = {one for each in ages.warrant for one in figures(each.text)}
        assert {str(ages.low), str(ages.high)} <= warranted


def test_what_holds_for_every_treatment_is_no_treatment():
    """It stands under each page and has no row in the table."""
    assert EVERY not in MONOGRAPHS
    assert EVERY.id not in {one.id for one in TREATMENTS}
