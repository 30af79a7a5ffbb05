"""An audit puts a decision beside the advice that the vignettes expect on that day."""

from __future__ import annotations

from datetime import date
from itertools import chain

import msgspec
import pytest
from tests.vignettes.model import Advised, Vignette
from tests.vignettes.reading import vignettes
from tests.vignettes.records import TREATMENTS, record_of

from ferrata.alps.catalogue import TREATMENTS as NAMED
from ferrata.alps.guidelines import GUIDELINES
from ferrata.plan.audit import audit
from ferrata.plan.audit.model import Decision, Deviation, Then
from ferrata.plan.audit.text import audit_text
from ferrata.record.model import CourseEntry, Record

BY_ID = {one.id: one for one in GUIDELINES}
LABELS = {one.id: one.label for one in NAMED}
EXPECTED = {
    "offered": {Deviation.AS_ADVISED},
    "conditional": {Deviation.ON_CONDITION, Deviation.CANNOT_TELL},
    "cannot tell": {Deviation.CANNOT_TELL, Deviation.CONTRAINDICATED},
    "withheld": {Deviation.WITHHELD, Deviation.CANNOT_TELL},
    "contraindicated": {Deviation.CONTRAINDICATED},
    "not offered": set(Deviation) - {Deviation.AS_ADVISED},
    "absent": {Deviation.OTHER, Deviation.SILENT, Deviation.CONTRAINDICATED, Deviation.CANNOT_TELL},
}
"""What starting a treatment is that was advised so; a doubt about the scope is a doubt here."""


def started(record: Record, treatment: str, start: str, end: str | None = None) -> Record:
    """The record with a course of `treatment` from `start` on, until `end`."""
    entry = CourseEntry(
        reference="MedicationStatement/decided",
        resource="MedicationStatement",
        status="completed" if end else "active",
        concept=treatment,
        start=start,
        end=end,
    )
    return msgspec.structs.replace(record, courses=(*record.courses, entry))


def decided(record: Record, on: date, guideline: str) -> tuple[Decision, Then] | None:
    """The decision about the course of :func:`started`, and what `guideline` would have said."""
    made = audit(record, [BY_ID[guideline]], on, NAMED)
    found = [one for one in made.decisions if one.source == "MedicationStatement/decided"]
    return (found[0], found[0].beside[0]) if found else None


CASES = [
    pytest.param(vignette, advised, id=f"{vignette.id}-{advised.advice}-{advised.level}")
    for vignette in vignettes()
    for advised in vignette.expected
    if advised.advice in TREATMENTS
]


@pytest.mark.parametrize(("vignette", "advised"), CASES)
def test_a_start_is_judged_by_the_advice_of_its_day(vignette: Vignette, advised: Advised) -> None:
    """Who starts what a vignette offers did as advised; what it forbids is a grave deviation."""
    on = vignette.on.isoformat()
    found = decided(
        started(record_of(vignette), advised.advice, on), vignette.on, vignette.guideline
    )
    if found is None:  # the treatment goes on already: there is nothing to decide
        assert any(one.what == advised.advice for one in vignette.facts)
        return
    decision, then = found
    assert (decision.date, decision.act) == (on, "started")
    assert decision.treatment == LABELS[advised.advice]
    assert then.deviation in EXPECTED[advised.level]
    assert then.weight == then.deviation.weight


def of(id: str) -> Vignette:
    return next(one for one in vignettes() if one.id == id)


def test_the_advice_of_the_day_does_not_know_what_came_later() -> None:
    """A result of the day after changes nothing; one of the day itself does."""
    vignette = of("A1")
    record = started(record_of(vignette), "mycophenolate", vignette.on.isoformat())
    later = msgspec.structs.replace(record, received="2026-12-31")
    same = decided(record, vignette.on, "reconciled")
    known_later = decided(later, date(2026, 12, 31), "reconciled")
    assert same is not None
    assert known_later is not None
    assert same[1].deviation is known_later[1].deviation is Deviation.AS_ADVISED


def test_a_start_on_an_unknown_day_cannot_be_judged() -> None:
    """A month is no day, and no deviation is claimed."""
    vignette = of("A1")
    found = decided(started(record_of(vignette), "rituximab", "2026-10"), vignette.on, "reconciled")
    assert found is not None
    decision, then = found
    assert decision.date == "2026-10-01 to 2026-10-31"
    assert then.deviation is Deviation.CANNOT_TELL
    assert "the day is not exactly known" in then.because


def test_rituximab_before_all_else_is_grave_and_says_why() -> None:
    """R39: the text of the caution and its statements stand beside the decision."""
    vignette = of("A1")
    record = started(record_of(vignette), "rituximab", vignette.on.isoformat())
    found = decided(record, vignette.on, "reconciled")
    assert found is not None
    _, then = found
    assert (then.deviation, then.weight) == (Deviation.CONTRAINDICATED, "grave")
    assert "R39" in then.warrants
    assert any("exhausted" in why for why in then.because)
    assert any("mycophenolate" in one for one in then.advised)


def test_an_agent_stopped_while_it_works_is_a_deviation() -> None:
    """R24, A20: mycophenolate goes on while the counts respond; its end is set beside that."""
    working = [
        one
        for one in vignettes()
        if one.guideline == "reconciled"
        and one.until
        and one.stage == "mycophenolate"
        and any(fact.what == "mycophenolate" and fact.value == "since" for fact in one.facts)
        and any(row.level == "offered" for row in one.expected)
    ]
    assert working
    for vignette in working:
        record = record_of(vignette)
        on = vignette.on.isoformat()
        ended = msgspec.structs.replace(
            record,
            courses=tuple(
                msgspec.structs.replace(one, status="completed", end=on)
                if one.concept == "mycophenolate"
                else one
                for one in record.courses
            ),
        )
        made = audit(ended, [BY_ID["reconciled"]], vignette.on, NAMED)
        stops = [
            one
            for one in made.decisions
            if one.act == "stopped" and one.treatment == LABELS["mycophenolate"]
        ]
        assert [one.beside[0].deviation for one in stops] == [Deviation.OTHER], vignette.id


def test_weights_rise_with_deviations() -> None:
    """The order of deviations is the order of their weights."""
    order = ["none", "minor", "undetermined", "moderate", "serious", "grave"]
    places = [order.index(one.weight) for one in Deviation]
    assert places == sorted(places)


def test_the_text_holds_every_decision_and_counts_them() -> None:
    """Each decision and its deviation stand in the text; the table counts them by guideline."""
    chosen = [of("A1"), of("A2")]
    audits = [
        audit(started(record_of(one), "rituximab", one.on.isoformat()), GUIDELINES, one.on, NAMED)
        for one in chosen
    ]
    said = audit_text(audits)
    for one in chain.from_iterable(each.decisions for each in audits):
        assert f"{one.date}  {one.treatment} {one.act}" in said
    row = next(line for line in said.splitlines() if line.startswith("  contraindicated"))
    assert row.split()[1] == "2"
    assert max(map(len, said.splitlines())) <= 100
    assert "not a medical device" in said.lower()
