"""The plan in one line, the search of the history, and the comparison of guidelines."""

from dataclasses import replace

import pytest
from tests.immune_thrombocytopenia.histories import unreadable_count
from tests.immune_thrombocytopenia.pathway import EARLIER, GAPING, GUIDELINE
from tests.immune_thrombocytopenia.words import Case
from tests.plan.adults import DEXAMETHASONE, count, course, facts, planned
from tests.plan.children import example

from ferrata.guideline.conditions import criterion
from ferrata.guideline.units import per_uL
from ferrata.plan.history import MOST_DAYS
from ferrata.plan.model import (
    Level,
    Missing,
    Option,
    Position,
    Reason,
    Searched,
    Stage,
)
from ferrata.plan.summary import summary
from ferrata.plan.text import text

WATCHED = replace(
    GUIDELINE,
    watch=criterion("Low platelets", Case.platelets < 30_000 * per_uL, GUIDELINE.steps[0].warrant),
)


def position(*, scope: str = "yes", gap: bool = False) -> Position:
    """One stage."""
    stage = Stage(stage="start", title="Start", since=None, on_pathway=True, because=())
    return Position(stages=(stage,), certain=True, scope=scope, gap=gap)


def option(level: Level, kind: str = "Give", *, until: str | None = None) -> Option:
    """An option with a reason for, one not met and one not known."""
    return Option(
        id="x",
        level=level,
        kind=kind,
        text="Do it",
        until=until,
        reasons_for=(Reason(text="it helps", answer="yes"),),
        reasons_against=(
            Reason(text="a test first", answer="no"),
            Reason(text="a question first", answer="unknown"),
        ),
    )


def missing(label: str) -> Missing:
    """Something missing."""
    return Missing(
        concept=label, label=label, why="never recorded", last_seen=None, answers=(), changes=()
    )


def found(days_yes: int = 0, days_no: int = 0) -> Searched:
    """What was found in the history."""
    last, value = ("2026-11-19", "200,000/uL") if days_yes or days_no else (None, None)
    return Searched(
        text="Low", days_yes=days_yes, days_no=days_no, first=last, last=last, last_value=value
    )


EMERGENCY = Reason(text="danger", answer="yes")
DOUBT = Reason(text="danger", answer="unknown")
OFFERED = option(Level.OFFERED)


@pytest.mark.parametrize(
    ("line", "where", "emergency", "options", "asked", "history"),
    [
        pytest.param(
            "Emergency. Do it", position(), (DOUBT, EMERGENCY), (OFFERED,), (), (), id="emergency"
        ),
        pytest.param(
            "Emergency. ", position(), (EMERGENCY,), (), (), (), id="emergency without options"
        ),
        pytest.param(
            "The diagnosis this guideline is for was refuted: no advice.",
            position(scope="no"), (), (), (), (), id="refuted scope",
        ),
        pytest.param(
            "This guideline says nothing about such a patient here: a gap of the guideline.",
            position(gap=True), (), (option(Level.OFFERED, "Order"),), (), (), id="gap",
        ),
        pytest.param("Do it", position(gap=True), (), (OFFERED,), (), (), id="gap elsewhere"),
        pytest.param("Do it", position(), (DOUBT,), (OFFERED,), (), (), id="offered"),
        pytest.param(
            "Do it: it helps. Judge again by 2026-12-01",
            position(), (), (option(Level.OFFERED, "Stay", until="2026-12-01"),), (), (),
            id="offered to wait",
        ),
        pytest.param(
            "Do it, on condition: a question first.",
            position(), (), (option(Level.CONDITIONAL),), (), (), id="conditional",
        ),
        pytest.param(
            "Withheld: Do it. Needed first: a test first.",
            position(), (), (option(Level.WITHHELD),), (missing("Age"),), (), id="withheld",
        ),
        pytest.param(
            "No advice is certain yet. Answer first: A; B; C; D.",
            position(), (), (option(Level.CANNOT_TELL),), tuple(map(missing, "ABCDE")), (),
            id="ask",
        ),
        pytest.param(
            "No advice is certain yet. Answer first: A.",
            position(), (), (option(Level.OFFERED, "Order"),), (missing("A"),), (),
            id="a test prepares, it is no advice",
        ),
        pytest.param("Nothing is advised.", position(), (), (), (), (), id="nothing"),
        pytest.param(
            "Nothing is advised.",
            position(), (), (option(Level.CONTRAINDICATED),), (), (), id="all contraindicated",
        ),
        pytest.param(
            "Immune thrombocytopenia: not on record. "
            "Low platelets: nothing that could show it is on record.",
            position(scope="unknown"), (), (option(Level.CANNOT_TELL),), (missing("A"),),
            (found(),),
            id="no diagnosis and no count at all",
        ),
        pytest.param(
            "Immune thrombocytopenia: not on record. "
            "No low platelets in what is on record: Low on none "
            "of 3 days, the last 2026-11-19 (200,000/uL); Low never measured.",
            position(scope="unknown"), (), (), (missing("A"),), (found(0, 3), found()),
            id="no diagnosis without cytopenia",
        ),
        pytest.param(
            "No advice is certain yet. Answer first: A.",
            position(scope="unknown"), (), (option(Level.CANNOT_TELL),), (missing("A"),),
            (found(1, 3),), id="no diagnosis with cytopenia",
        ),
    ],
)  # fmt: skip
def test_the_line_says_the_most_important_thing(  # noqa: PLR0917
    line: str,
    where: Position,
    emergency: tuple[Reason, ...],
    options: tuple[Option, ...],
    asked: tuple[Missing, ...],
    history: tuple[Searched, ...],
):
    """Each branch, and never more than the plan itself."""
    said = summary(
        position=where,
        emergency=emergency,
        options=options,
        missing=asked,
        history=history,
        guideline=WATCHED,
    )
    assert said == line


class TestHistory:
    """Every day with a count is judged, not only the last."""

    def test_counts_the_days_with_and_without(self):
        """Two low days, one high one, and one that cannot be read and is neither."""
        events = facts(
            count("2024-01-10", 12_000),
            count("2025-06-01", 150_000),
            unreadable_count("2025-07-01"),
        )
        one = planned(events, guideline=WATCHED).history[0]
        assert (one.days_yes, one.days_no) == (2, 1)
        assert (one.first, one.last) == ("2024-01-10", "2026-11-20")
        assert one.last_value == "12,000/uL"

    def test_of_nothing_is_nothing(self):
        """Without a count no day is judged."""
        one = planned(facts(platelets=None), guideline=WATCHED).history[0]
        assert (one.days_yes, one.days_no, one.first, one.last_value) == (0, 0, None, None)

    def test_says_nothing_of_a_last_count_that_cannot_be_read(self):
        """The day is on record, its value is not."""
        events = facts(unreadable_count("2026-11-20"), platelets=None)
        one = planned(events, guideline=WATCHED).history[0]
        assert (one.last, one.last_value) == ("2026-11-20", None)

    def test_searches_the_newest_days(self):
        """Years of daily counts do not make a plan slow."""
        start = 20_777 - 500
        events = [
            count(_text(start + number), 12_000 if number < 50 else 150_000)
            for number in range(500)
        ]
        one = planned(facts(*events, platelets=None), guideline=WATCHED).history[0]
        assert one.days_yes + one.days_no == MOST_DAYS
        assert one.days_yes == 0

    def test_leaves_out_what_is_later_than_the_day_asked_about(self):
        """A plan for an earlier day knows nothing of the later one."""
        from ferrata.guideline.events import Events
        from ferrata.plan.history import searched

        events = Events.of(facts(count("2025-06-01", 150_000)))
        on = 20_777 - 100
        (one,) = searched(WATCHED, events, on, WATCHED.site())
        assert (one.days_yes, one.days_no, one.last) == (0, 1, "2025-06-01")


def _text(day: int) -> str:
    from ferrata.plan.words import day_text

    return day_text(day) or ""


class TestDifferences:
    """What another guideline says of the same patient."""

    def test_agree_where_the_advice_is_the_same(self):
        """Twelve thousand platelets are treated early and late."""
        (one,) = planned(facts(), compare=[EARLIER]).differences
        assert one.guideline == "immune-thrombocytopenia-early"
        assert one.stages == ("Observe",)
        assert "A pulse of a corticosteroid (offered)" in one.options
        assert not one.differs
        assert not one.gap

    def test_differ_where_one_treats_and_the_other_waits(self):
        """Forty thousand are treated early only."""
        (one,) = planned(facts(platelets=40_000), compare=[EARLIER]).differences
        assert one.differs

    def test_differ_by_the_level_of_the_same_treatment(self):
        """The same drug, offered by one and uncertain for the other."""
        (one,) = planned(
            facts(count("2026-11-18", 40_000), platelets=None), compare=[EARLIER]
        ).differences
        assert one.differs

    def test_name_a_gap(self):
        """A guideline that says nothing here is said to."""
        (one,) = planned(facts(platelets=150_000), compare=[GAPING]).differences
        assert one.gap
        assert one.differs
        assert one.options == ()

    def test_leave_out_what_is_excluded(self):
        """A contraindicated option is no advice to differ about."""
        same = planned(facts(diabetes="yes"), compare=[EARLIER]).differences[0]
        assert not same.differs

    def test_each_guideline_finds_its_own_stage(self):
        """The figure and the reconciled guideline replay the same history apart."""
        others = example("confirmed-second-agent").differences
        assert {one.guideline: one.stages for one in others} == {
            "rao-2015-figure": ("Oral prednisone, then a slow taper",),
            "rao-2015": ("Intravenous methylprednisolone first, then prednisone",),
            "medscape-2019": ("Oral corticosteroid",),
        }


class TestPosition:
    """Where the patient stands, and why."""

    def test_at_the_start_says_that_there_was_no_treatment(self):
        """No move, no date."""
        (stage,) = planned(facts()).position.stages
        assert (stage.stage, stage.since) == ("observation", None)
        assert stage.because == ("no treatment of the pathway is on record",)

    def test_after_a_treatment_names_its_transition_and_its_entry(self):
        """What began when, as in which rule, from which entry of the record."""
        events = facts(count("2026-11-10", 12_000), course(DEXAMETHASONE, "2026-11-10"))
        made = planned(events)
        (stage,) = made.position.stages
        assert (stage.stage, stage.since) == ("corticosteroid", "2026-11-10")
        assert "dexamethasone began, as in treat" in stage.because[0]
        assert "[entry/" in stage.because[0]

    def test_two_stages_are_not_certain(self):
        """The text says how to prune them."""
        made = planned(facts(course(None, "2026-11-10")))
        assert not made.position.certain
        assert "a treatment that cannot be read began" in str(made.position.stages)
        assert "--answer stage=" in text(made)
