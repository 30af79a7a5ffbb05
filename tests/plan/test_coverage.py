"""Every statement is encoded, or out of scope with a reason; nothing is left open in silence."""

from __future__ import annotations

from ferrata.alps.content import CONTENT
from ferrata.alps.sources import SOURCES, STATEMENTS
from ferrata.guideline.evidence import Statement
from ferrata.plan.coverage import ENCODED, OPEN, OUT_OF_SCOPE, coverage, coverage_text

MADE = coverage(STATEMENTS, CONTENT)
NUMBERED = [one for one in MADE.statements if one.source in {"M", "R", "P"}]
ACTS = (
    *("steroid", "prednisone", "methylprednisolone", "ivig", "g-csf", "mmf", "mycophenolate"),
    *("sirolimus", "rituximab", "hcq", "hydroxychloroquine", "tpo", "splenectomy", "mg", "anti-d"),
    *("test", "dnt", "biopsy", "vaccin", "antibiotic"),
)
"""Words of drugs, doses, tests and gates: what names one is never out of scope."""


def test_every_statement_of_the_sources_is_counted() -> None:
    """M01 to M21, R01 to R71 with R20b, P01 to P19."""
    expected = {
        *(f"M{number:02}" for number in range(1, 22)),
        *(f"R{number:02}" for number in range(1, 72)),
        "R20b",
        *(f"P{number:02}" for number in range(1, 20)),
    }
    assert {one.id for one in NUMBERED if not one.id.startswith("F")} == expected


def test_no_statement_is_open() -> None:
    """Each is encoded, or says why not."""
    assert [one.id for one in MADE.statements if one.state == OPEN] == []


def test_few_statements_are_out_of_scope() -> None:
    """At most one in ten of the three sources."""
    out = [one.id for one in NUMBERED if one.state == OUT_OF_SCOPE]
    assert len(out) * 10 <= len(NUMBERED), out


def test_nothing_that_acts_is_out_of_scope() -> None:
    """What names a drug, a dose, a test or a gate is encoded."""
    out = [one for one in NUMBERED if one.state == OUT_OF_SCOPE]
    assert [one.id for one in out if any(word in one.text.lower() for word in ACTS)] == []


def test_an_encoded_statement_says_where() -> None:
    """R39 stands in the reconciled guideline, in the caution that forbids rituximab early."""
    row = next(one for one in MADE.statements if one.id == "R39")
    assert row.state == ENCODED
    assert "avoid-rituximab-early" in row.where["reconciled"]


def test_the_three_states_are_told_apart() -> None:
    """What is cited is encoded; what is not is out of scope only if it says why."""
    cited, dropped, forgotten = (
        Statement("X1", "X", "a", "L1"),
        Statement("X2", "X", "b", "L2", "counts of a cohort, nothing to do"),
        Statement("X3", "X", "c", "L3"),
    )
    made = coverage((cited, dropped, forgotten), {"part": (cited,)})
    assert [(one.state, one.where, one.reason) for one in made.statements] == [
        (ENCODED, {"part": ("part",)}, ""),
        (OUT_OF_SCOPE, {}, "counts of a cohort, nothing to do"),
        (OPEN, {}, ""),
    ]


def test_the_text_counts_by_source_and_fits() -> None:
    """A table by source, each statement with its lines, 100 columns."""
    said = coverage_text(MADE, SOURCES).splitlines()
    row = next(line for line in said if line.startswith("M "))
    assert int(row.split()[1]) == 21
    assert max(map(len, said)) <= 100
