"""Every conflict of the sources is written down, and the rules say what the conflict says of them.

What each claim may say was taken from the register of conflicts in the fact base (part A2).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from _pytest.mark import ParameterSet
from tests.alps.proofs import BY_ID
from tests.alps.sourcing import ROOT, SOURCES, conditions_of, figures

from ferrata.alps.conflicts import CONFLICTS
from ferrata.alps.conflicts.voices import EVIDENCE, FIGURE, MEDSCAPE, OVERVIEW, RECONCILED, TEXT
from ferrata.guideline.actions import Give
from ferrata.guideline.conditions import Compare, walk
from ferrata.guideline.conflicts import Claim, Conflict
from ferrata.guideline.evidence import Statement
from ferrata.guideline.features import Measurement
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import AnyRule, Recommendation, Setting, Step
from ferrata.guideline.units import Quantity

SAID = [
    (f"{one.id} {number} {claim.who}", claim)
    for one in CONFLICTS
    for number, claim in enumerate((*one.claims, one.resolution), start=1)
]


def marked(pairs: list[tuple[str, Claim]]) -> list[ParameterSet]:
    """Return claims as parameters, each with the statements that it is evidence for."""
    return [
        pytest.param(
            claim,
            id=name,
            marks=[pytest.mark.statement(w.id) for w in claim.warrant if isinstance(w, Statement)],
        )
        for name, claim in pairs
    ]


ENCODED = marked([one for one in SAID if one[1].rules])
SPOKEN = marked([one for one in SAID if one[1].who != RECONCILED])

LETTERS = {TEXT: "R", FIGURE: "R", MEDSCAPE: "M", OVERVIEW: "P", EVIDENCE: "E"}

RECKONED = {
    ("C04", "4"): "1-2 g/kg a day for 2 days are 2 to 4 g/kg",
    ("C08", "44"): "64 less 20, and the table (L183)",
    ("C13", "2009"): "the year of the workshop whose criteria they are",
    ("C15", "12"): "R31 writes q12h",
    ("C22", "500"): "the box of the figure (L343), which F02 paraphrases without numbers",
    ("C22", "50000"): "the box of the figure (L343), which F02 paraphrases without numbers",
    ("C14", "15"): "the prose has it as an age and as a length (L219, L222)",
    ("C14", "34"): "Table 1 (L176), which has no statement of its own",
    ("C14", "6"): "6 months is 0.5 of a year",
}
"""Figures of a claim that stand in none of its statements, and where they come from."""


def rules_of(claim: Claim) -> list[AnyRule]:
    """Return the rules that a claim names."""
    by_id = {rule.id: rule for rule in BY_ID[claim.guideline].rules}
    return [by_id[id] for id in claim.rules]


def stated(rule: AnyRule) -> Iterator[Quantity]:
    """Yield the quantities that a rule computes with: doses, lengths, caps and thresholds."""
    if isinstance(rule, Setting):
        limits = rule.parameter.allowed
        numbers = (rule.parameter.default, limits.low, limits.high)
        yield from (Quantity(one, limits.unit) for one in numbers)
    if isinstance(rule, Step | Recommendation):
        for action in rule.do:
            if isinstance(action, Give) and action.dose is not None:
                yield from (action.dose.low, action.dose.high)
                if (days := action.dose.days) is not None:
                    yield from (Quantity(one, days.unit) for one in (days.low, days.high))
    for condition in conditions_of(rule):
        for node in walk(condition):
            match node:
                case Compare(Measurement() as feature, _, Decimal() as threshold):
                    yield Quantity(threshold, feature.unit)
                case _:
                    pass


def written(rule: AnyRule) -> str:
    """Return the words of a rule's actions."""
    if not isinstance(rule, Step | Recommendation):
        return ""
    thens = [one.dose.then for one in rule.do if isinstance(one, Give) and one.dose is not None]
    return "\n".join([*(action.text for action in rule.do), *thens])


def same(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are equal, in whatever unit each is written."""
    return one.unit.dimension == other.unit.dimension and one.to(other.unit) == other.value


def test_every_conflict_of_the_register_is_there_once() -> None:
    """C01 to C23, in order."""
    assert [one.id for one in CONFLICTS] == [f"C{number:02}" for number in range(1, 24)]


@pytest.mark.parametrize("conflict", CONFLICTS, ids=lambda one: one.id)
def test_a_conflict_has_two_sides_or_says_which_one_cannot_be_shown(conflict: Conflict) -> None:
    """And ends with what is done, and why."""
    assert len(conflict.claims) >= 2 or conflict.one_sided
    assert conflict.resolution.who == RECONCILED
    assert conflict.resolution.guideline in {"", "reconciled"}
    assert conflict.because


@pytest.mark.parametrize("claim", ENCODED)
def test_the_rules_of_a_claim_exist_in_its_guideline(claim: Claim) -> None:
    """A rule that is renamed takes its conflict along."""
    assert claim.rules
    assert rules_of(claim)


@pytest.mark.parametrize("claim", ENCODED)
def test_the_figures_of_a_claim_stand_in_its_rules(claim: Claim) -> None:
    """Doses, lengths, caps and thresholds: data cannot drift from rules."""
    found = [quantity for rule in rules_of(claim) for quantity in stated(rule)]
    absent = [str(one) for one in claim.figures if not any(same(one, each) for each in found)]
    assert not absent, f"not in {claim.rules} of {claim.guideline}"


@pytest.mark.parametrize("claim", ENCODED)
def test_what_a_claim_quotes_stands_in_the_texts_of_its_rules(claim: Claim) -> None:
    """An amount that nobody computes is at least the one that the reader is shown."""
    text = "\n".join(map(written, rules_of(claim)))
    assert [one for one in claim.quoted if one not in text] == []


@pytest.mark.parametrize("claim", SPOKEN)
def test_a_claim_names_statements_of_the_source_that_speaks(claim: Claim) -> None:
    """What Medscape says is a statement of Medscape."""
    letter = LETTERS.get(claim.who, "R")
    assert {w.source for w in claim.warrant if isinstance(w, Statement)} == {letter}
    assert all(isinstance(w, Statement) for w in claim.warrant)


@pytest.mark.parametrize("conflict", CONFLICTS, ids=lambda one: one.id)
def test_a_claim_says_no_figure_that_its_statements_do_not_say(conflict: Conflict) -> None:
    """A number in the words of a claim stands in a statement, or it is said how it was reckoned."""
    for claim in conflict.claims:
        sourced = {one for w in claim.warrant for one in figures(w.text)}
        absent = set(figures(claim.says)) - sourced - set(figures_of_lines(claim))
        assert {one for one in absent if (conflict.id, one) not in RECKONED} == set(), claim.says


def figures_of_lines(claim: Claim) -> tuple[str, ...]:
    """Return the figures in the line numbers that a claim gives."""
    return tuple(one.removeprefix("L") for one in re.findall(r"L\d+", claim.says))


@pytest.mark.parametrize(
    "number", ["02", "05", "06", "07", "08", "09", "11", "13", "14", "16", "18"]
)
def test_the_overview_for_patients_speaks_where_it_differs(number: str) -> None:
    """P is no guideline of its own: its statements stand in the conflicts."""
    named = {w.id for one in CONFLICTS for claim in one.claims for w in claim.warrant}
    assert f"P{number}" in named


@pytest.mark.skipif(not SOURCES.is_dir(), reason="sources: the folder is not beside this checkout")
def test_every_statement_that_the_fact_base_calls_conflicting_stands_in_its_conflict() -> None:
    """The last column of the tables of statements (A1) names conflicts; the claims name it back."""
    table = (ROOT.parent / "shared" / "clinical-facts.md").read_text(encoding="utf-8")
    named = {
        one.id: {w.id for claim in (*one.claims, one.resolution) for w in claim.warrant}
        for one in CONFLICTS
    }
    rows = re.findall(r"^\| ([MRP]\d\d) \|.*\| ([^|]*) \|$", table, re.MULTILINE)
    asked = [(id, conflict) for id, cell in rows for conflict in re.findall(r"C\d\d", cell)]
    assert len(asked) > 30
    assert [pair for pair in asked if pair[0] not in named[pair[1]]] == []


def test_a_literal_guideline_encodes_its_side_of_most_conflicts() -> None:
    """Each of the three literal guidelines speaks in at least eight conflicts by its rules."""
    for name in ("rao-2015-figure", "rao-2015", "medscape-2019"):
        speaking = [
            one.id for one in CONFLICTS if any(claim.guideline == name for claim in one.claims)
        ]
        assert len(speaking) >= 8, name
        guideline: Guideline = BY_ID[name]
        assert guideline.amendments or name == "rao-2015-figure"
