"""Disagreements of any guidelines, shown on those of adults with immune thrombocytopenia."""

import json
from collections.abc import Iterable

import jsonschema
import msgspec
import pytest
from tests.immune_thrombocytopenia.pathway import EARLIER, GAPING, GUIDELINE
from tests.plan.adults import ON, facts, recorded

from ferrata.cli.schemas import SCHEMAS
from ferrata.guideline.conflicts import Claim, Conflict
from ferrata.guideline.events import Event
from ferrata.guideline.evidence import Assumption, Statement
from ferrata.plan.disagreements import disagreements, disagreements_for
from ferrata.plan.disagreements.model import Disagreements
from ferrata.plan.disagreements.text import disagreements_text
from ferrata.plan.model import NOTICE, Level

_TREAT = next(one for one in GUIDELINE.transitions if one.id == "treat")
_SAID = Statement("S9", "S", "something", "L7")
_SETTLED = Assumption("A9", "something", "because")


def _conflict(id: str, *rules: str) -> Conflict:
    return Conflict(
        id=id,
        title=f"Conflict {id}",
        claims=(
            Claim(
                who="One",
                says="treat",
                warrant=(_SAID,),
                guideline=GUIDELINE.id if rules else "",
                rules=rules,
            ),
            Claim(who="Other", says="wait \x1b[2J", warrant=(_SAID,)),
        ),
        resolution=Claim(who="We", says="ask", warrant=(_SETTLED,)),
        because="so",
    )


CONFLICTS = (_conflict("C1", _TREAT.id), _conflict("C2", "nowhere"), _conflict("C3"))
ALL = (GUIDELINE, EARLIER, GAPING)


def shown(events: Iterable[Event]) -> Disagreements:
    """The disagreements for an adult."""
    return disagreements_for(recorded(events), CONFLICTS, ALL, ON)


def test_without_a_patient_every_conflict_is_listed_with_its_sources() -> None:
    """Who says what, where it can be read, what is done and why."""
    made = disagreements(CONFLICTS, ALL)
    assert [one.id for one in made.conflicts] == ["C1", "C2", "C3"]
    assert (made.patient, made.advice, made.side_by_side) == (None, (), ())
    text = disagreements_text(made)
    assert "WHERE THE SOURCES DISAGREE, 3 CONFLICTS" in text
    assert "• One: treat [S9 L7]" in text
    assert "= We: ask [A9]" in text
    assert "why: so" in text
    assert made.conflicts[0].resolution.cited[0].where == "assumption, not clinically reviewed"


def test_a_conflict_is_at_work_when_an_option_that_is_offered_rests_on_its_rule() -> None:
    """Twelve thousand platelets are treated; a hundred and fifty are not."""
    treated = {one.id: one.at_work for one in shown(facts()).conflicts}
    assert treated == {"C1": (GUIDELINE.id,), "C2": (), "C3": ()}
    waiting = {one.id: one.at_work for one in shown(facts(platelets=150_000)).conflicts}
    assert waiting == {"C1": (), "C2": (), "C3": ()}


@pytest.mark.hazard("H12")
def test_what_cannot_be_told_is_not_at_work() -> None:
    """Nothing is offered to somebody of whom nothing is known."""
    made = shown([])
    assert not any(one.at_work for one in made.conflicts)
    assert Level.OFFERED not in {line.level for one in made.advice for line in one.lines}


def test_each_guideline_stands_beside_the_others() -> None:
    """One row for a treatment, with how far each guideline goes."""
    made = shown(facts())
    assert [one.guideline for one in made.advice] == [one.id for one in ALL]
    first = made.side_by_side[0]
    assert first.levels[GUIDELINE.id] is Level.OFFERED
    assert first.levels[EARLIER.id] is Level.OFFERED
    ranks = [max(level.rank for level in row.levels.values()) for row in made.side_by_side]
    assert ranks == sorted(ranks, reverse=True)
    gaping = shown(facts(platelets=150_000)).advice[2]
    assert gaping.gap
    assert gaping.lines == ()


def test_the_text_for_a_patient_has_the_table_the_words_and_the_other_conflicts() -> None:
    """In this order."""
    text = disagreements_text(shown(facts()))
    places = [
        text.index(part)
        for part in (
            NOTICE.split(".")[0],
            "An Adult",
            "HOW FAR EACH GUIDELINE ADVISES WHAT",
            "IN ITS WORDS",
            "CONFLICTS AT WORK HERE, 1 OF 3",
            "C1  Conflict C1",
            f"at work in {GUIDELINE.id}",
            "THE OTHER CONFLICTS",
            "C2  Conflict C2",
            f"guideline {GUIDELINE.id}",
        )
    ]
    assert places == sorted(places)
    assert "none: no option" in disagreements_text(shown(facts(platelets=150_000)))


@pytest.mark.parametrize("platelets", [5_000, 12_000, 40_000, 150_000, None])
def test_the_text_fits_a_terminal_and_cannot_drive_it(platelets: int | None) -> None:
    """At most 100 columns; no control character gets through."""
    text = disagreements_text(shown(facts(platelets=platelets)))
    assert max(map(len, text.splitlines())) <= 100
    assert "\x1b" not in text


def test_what_could_not_be_read_is_listed() -> None:
    """Two entries of which no count can be made."""
    record = recorded(facts())
    strange = msgspec.structs.replace(record.observations[0], reference="entry/x", unit="drops")
    record = msgspec.structs.replace(record, observations=(*record.observations, strange))
    made = disagreements_for(record, CONFLICTS, ALL, ON)
    assert any("entry/x" in line for line in made.unread)
    assert "IN THE RECORD AND NOT USED" in disagreements_text(made)


@pytest.mark.hazard("H20")
def test_it_says_which_guidelines_spoke_and_that_it_is_no_device() -> None:
    """Notice, versions and hashes stand in both renderings."""
    made = shown(facts())
    text = disagreements_text(made)
    assert made.notice == NOTICE
    for one in made.guidelines:
        assert len(one.hash) == 64
        assert f"guideline {one.id} {one.version} ({one.hash[:12]}), {one.review}" in text


@pytest.mark.parametrize("made", [disagreements(CONFLICTS, ALL), shown(facts())])
def test_the_json_is_valid_by_its_schema(made: Disagreements) -> None:
    """And reads back as it was."""
    written = msgspec.json.encode(made)
    schema = json.loads(msgspec.json.encode(SCHEMAS["disagreements"]()))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(written), schema)
    assert msgspec.json.decode(written, type=Disagreements) == made
