"""Every rule rests on a statement of a source or on a declared assumption, and says the same."""

import re
import tomllib
from pathlib import Path

import pytest
from tests.alps.sourcing import (
    FILES,
    ROOT,
    SOURCES,
    assumptions_used,
    cited,
    figures,
    gives,
    stands_in,
    statements_used,
    used,
    warrants_of,
)

from ferrata.alps.guidelines import GUIDELINES
from ferrata.alps.sources import ASSUMPTIONS, STATEMENTS
from ferrata.guideline.actions import Give
from ferrata.guideline.evidence import Statement
from ferrata.guideline.pathway import AnyRule
from ferrata.guideline.units import plain

beside = pytest.mark.skipif(
    not SOURCES.is_dir(), reason="sources: the folder is not beside this checkout"
)
EXCEPTIONS: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("figures.toml").read_text(encoding="utf-8")
)
RULES = [
    pytest.param(rule, id=f"{guideline.id} {rule.id}")
    for guideline in GUIDELINES
    for rule in guideline.rules
]
QUOTED = [
    pytest.param(one, id=one.id, marks=pytest.mark.statement(one.id))
    for one in statements_used()
    if one.source in FILES
]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_rests_on_what_is_written_down(rule: AnyRule) -> None:
    """Each warrant of a rule is an entry of statements/sources.toml or assumptions.toml."""
    assert rule.warrant
    assert set(warrants_of(rule)) <= {*STATEMENTS, *ASSUMPTIONS}


def test_ids_are_of_one_kind_only() -> None:
    """No id is both a statement and an assumption, and none stands twice."""
    ids = [one.id for one in (*STATEMENTS, *ASSUMPTIONS)]
    assert len(ids) == len(set(ids))
    assert {one.id for one in used()} <= set(ids)


def test_every_assumption_has_a_reason_and_says_that_nobody_reviewed_it() -> None:
    """An assumption is a proposal to clinicians."""
    assert all(one.rationale for one in ASSUMPTIONS)
    assert {one.review for one in ASSUMPTIONS} <= {
        "not clinically reviewed",
        "unverified: read only in a secondary page",
        "unverified: from memory",
    }
    assert assumptions_used()
    assert {guideline.review for guideline in GUIDELINES} == {"not clinically reviewed"}


@beside
@pytest.mark.parametrize("statement", QUOTED)
def test_the_figures_of_a_statement_stand_in_the_lines_it_cites(statement: Statement) -> None:
    """Each number of a statement that a rule rests on is in its source, or says why not."""
    text = cited(statement)
    assert text.strip()
    excused = EXCEPTIONS.get(statement.id, {})
    absent = {one for one in figures(statement.text) if not stands_in(one, text)}
    assert absent == excused.keys() & absent
    assert absent >= excused.keys() - _spoken(statement), "an exception that is not needed"


def _spoken(statement: Statement) -> set[str]:
    """Figures of the exceptions that the text of the statement does not have any more."""
    return EXCEPTIONS.get(statement.id, {}).keys() - set(figures(statement.text))


@beside
def test_published_evidence_was_read_in_its_primary_page() -> None:
    """No E row that was read second-hand or remembered is used; a mixed one carries no figure."""
    table = (ROOT.parent / "shared" / "clinical-facts.md").read_text(encoding="utf-8")
    tags = {
        row[0]: row[-1]
        for line in table.splitlines()
        if re.match(r"\| E\d{3} \|", line)
        and (row := [cell.strip() for cell in line.strip().strip("|").split("|")])
    }
    for one in statements_used():
        if one.source != "E":
            continue
        read = re.findall(r"V2|V|memory", tags[one.id].partition("(")[0])
        assert "V" in read, f"{one.id}: {tags[one.id]}"
        assert read == ["V"] or not figures(one.text), f"{one.id} mixes: {tags[one.id]}"


GIVES = [pytest.param(action, id=f"{where} {action.treatment.id}") for where, action in gives()]


@pytest.mark.parametrize("give", GIVES)
def test_every_figure_of_a_dose_stands_in_one_of_its_warrants(give: Give) -> None:
    """Amounts, days, division and caps: a dose says no number that its warrants do not say."""
    dose = give.dose
    assert dose is not None, "every drug that is given has a sourced dose"
    sourced = {one.replace(",", "") for w in give.warrant for one in figures(w.text)}
    said = {plain(dose.low.value), plain(dose.high.value)}
    if dose.days is not None:
        said |= {plain(dose.days.low), plain(dose.days.high)}
    if dose.divided > 1:
        said.add(str(dose.divided))
    assert said <= sourced | _WEEK
    if dose.cap is not None:
        capped = {plain(dose.cap.default), plain(dose.cap.default / 1000)}
        assert capped & {one for w in dose.cap.warrant for one in figures(w.text)}
        assert dose.cap.default in dose.cap.allowed


_WEEK = {"7"}
"""One week (F01) is seven days."""
