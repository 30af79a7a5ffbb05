"""Each statement on a drug is said where it belongs, with its figures and words."""

import pytest
from tests.monographs.expected import (
    ALL,
    BY_ID,
    EXPECTED,
    Expected,
    citing,
    figures,
    missing,
    section_of,
    words_of,
)

from ferrata.alps.sources import ASSUMPTIONS, STATEMENTS
from ferrata.guideline.evidence import Statement
from ferrata.guideline.monograph import Interaction, Monograph, Outcome, Said, Section, saying

ROWS = [
    pytest.param(one, id=f"{one.id} {one.drug} {one.section}", marks=pytest.mark.statement(one.id))
    for one in EXPECTED
]
OWN = (
    {f"M{n:02}" for n in range(1, 22)}
    | {f"R{n:02}" for n in (*range(5, 46), *range(52, 56), *range(63, 69))}
    | {"R20b"}
    | {f"P{n:02}" for n in range(2, 11)}
    | {"E036", "E037", "E039", "E041", "E042", "E043", "E044", "E047", "E049"}
    | {"E038u", "E040u", "E042u", "E043u", "E045u", "E046u", "E048u", "E050u"}
)
"""The statements on drugs, by the fact base."""


@pytest.mark.parametrize("row", ROWS)
def test_a_statement_is_said_where_it_belongs(row: Expected):
    """In the drug's section that cites the statement stand the source's figures and words."""
    said = citing(BY_ID[row.drug], row.section, row.id)
    assert said, f"{row.id}: nothing in {row.drug}, {row.section} cites it"
    absent = missing(said, row.says)
    assert not absent, f"{row.id}: {absent} not in: {said}"


@pytest.mark.parametrize("id", sorted(OWN))
def test_every_statement_on_a_drug_is_expected_somewhere(id: str):
    """No statement of the sources on a drug was forgotten when the expectations were written."""
    assert any(one.id == id for one in EXPECTED)
    assert next(saying(ALL, id), None) is not None


MONOGRAPHS = pytest.mark.parametrize("monograph", ALL, ids=lambda one: one.id)


@MONOGRAPHS
def test_every_figure_is_expected_by_hand(monograph: Monograph):
    """No number in a monograph can change without a test that names its statement."""
    for said in monograph:
        computed = figures(said.text) if isinstance(said, Outcome) else set[str]()
        expected = {one for each in rows_for(monograph, said) for one in figures(each)}
        assert figures(words_of(said)) - computed <= expected, said


@MONOGRAPHS
def test_every_figure_stands_in_a_warrant(monograph: Monograph):
    """A monograph says no number that its statements and assumptions do not say."""
    for said in monograph:
        text = said.definition if isinstance(said, Outcome) else words_of(said)
        warranted = {one for each in said.warrant for one in figures(each.text)}
        spoken = {"1"} | {
            figure
            for figure, word in SPOKEN.items()
            if any(word in each.text.lower() for each in said.warrant)
        }
        assert figures(text) <= warranted | spoken, said


@MONOGRAPHS
def test_nothing_is_said_that_nobody_expected(monograph: Monograph):
    """Each remark cites what is written down, and has an expectation."""
    for said in monograph:
        assert set(said.warrant) <= WRITTEN
        assert rows_for(monograph, said), said


SPOKEN = {"12": "twelve", "18": "eighteen", "22": "twenty-two"}
"""Numbers that a statement spells out."""

WRITTEN = {*STATEMENTS, *ASSUMPTIONS}


def rows_for(monograph: Monograph, said: Said) -> list[str]:
    """Return what is expected of a remark: of its drug and section, by one of its warrants."""
    ids = {one.id for one in said.warrant}
    return [
        text
        for one in EXPECTED
        if one.drug == monograph.id and one.section == section_of(said) and one.id in ids
        for text in one.says
    ]


def test_each_expectation_names_a_section_of_a_monograph():
    """A misspelled drug or section would expect nothing."""
    sections = {one.value for one in Section} | {"interactions", "outcomes"}
    known = {one.id for one in (*STATEMENTS, *ASSUMPTIONS)}
    for one in EXPECTED:
        assert one.drug in BY_ID
        assert one.section in sections
        assert one.id in known
        assert one.says


def test_labels_and_sources_are_told_apart():
    """An interaction that is known from a label or source cites a statement."""
    for monograph in ALL:
        for one in monograph.interactions:
            assert isinstance(one, Interaction)
            if one.certainty.value in {"label", "source"}:
                assert any(isinstance(each, Statement) for each in one.warrant)
