"""What a list of medicines says against sirolimus: listed, none listed, not checked (H17)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.interactions.records import ago, entry, medicines, page, record, said

from ferrata.alps.codes.systems import RXNORM
from ferrata.plan.interactions.model import Counts, State
from ferrata.plan.interactions.text import interactions_text
from ferrata.record.model import AssertionEntry, Coding, CourseEntry

pytestmark = pytest.mark.hazard("H17")


def state(*courses: CourseEntry) -> tuple[str, State]:
    """How the one medicine of a list counts, and what is said of it."""
    (one,) = page(record(courses)).medicines
    return one.counts.value, one.against[0].state


def test_a_medicine_in_free_text_is_found() -> None:
    """Nobody coded it."""
    assert state(entry("Itraconazole 100 mg 2x daily, since the pneumonia")) == (
        "taken now",
        State.INTERACTS,
    )


def test_a_medicine_that_nobody_knows_is_not_checked() -> None:
    """It is listed by its name, asked for, and never said to be without interactions."""
    made = page(record([entry("Wundertropfen")]))
    assert made.medicines[0].against[0].state is State.UNKNOWN
    assert made.list is not None
    assert made.list.not_identified == 1
    assert "What is it? wundertropfen" in made.ask
    text = interactions_text(made)
    assert "NOT CHECKED: UNKNOWN TO THIS TABLE\n  - Wundertropfen" in text
    assert "NONE LISTED" not in text


def test_another_drug_with_a_code_of_rxnorm_is_not_checked_either() -> None:
    """That it is another drug than ours does not say that it does not interact."""
    coded = entry("atorvastatin 20 mg", coding=Coding(RXNORM, "83367", "atorvastatin"))
    assert state(coded) == ("taken now", State.UNKNOWN)


def test_a_known_medicine_without_a_pair_is_none_listed() -> None:
    """With the size of the table, and that it is no complete database."""
    made = page(record([entry("ibuprofen")]))
    assert made.medicines[0].against[0].state is State.NOT_LISTED
    assert "The table holds 96 pairs" in made.table
    assert "not a complete database" in interactions_text(made)


def test_an_entry_without_any_name_is_kept() -> None:
    """Somebody wrote down something."""
    (one,) = medicines(entry(None))
    assert one.written == "a medicine without a name"
    assert one.not_identified


@pytest.mark.statement("A278")
@pytest.mark.parametrize(
    ("name", "days", "counts"),
    [
        ("itraconazole", 1, Counts.LASTING),
        ("itraconazole", 28, Counts.LASTING),
        ("itraconazole", 29, Counts.OVER),
        ("fluconazole", 28, Counts.LASTING),
        ("rifampicin", 28, Counts.LASTING),
        ("rifampicin", 29, Counts.OVER),
        ("clarithromycin", 1, Counts.OVER),
        ("Wundertropfen", 1, Counts.OVER),
    ],
)
def test_a_stopped_medicine_matters_for_its_time(name: str, days: int, counts: Counts) -> None:
    """Azoles and inducers four weeks; everything else until its last day."""
    (one,) = medicines(entry(name, status="completed", start=ago(90), end=ago(days)))
    assert one.counts is counts
    assert one.stopped_days == (days, days)


def test_an_end_that_is_not_exact_counts_while_it_can_matter() -> None:
    """Ended in October: perhaps 20 days ago, perhaps 50."""
    (one,) = medicines(entry("itraconazole", status="completed", start=ago(90), end="2026-10"))
    assert one.counts is Counts.LASTING
    assert one.stopped_days == (20, 50)


@pytest.mark.parametrize("status", ["entered-in-error", "not-taken"])
def test_what_was_withdrawn_is_no_medicine(status: str) -> None:
    """It was never taken."""
    assert medicines(entry("itraconazole", status=status)) == ()


@pytest.mark.parametrize("status", ["unknown", "something"])
def test_a_status_that_says_nothing_is_perhaps_taken(status: str) -> None:
    """Unknown never becomes no."""
    (one,) = medicines(entry("itraconazole", status=status))
    assert one.counts in {Counts.PERHAPS, Counts.LASTING, Counts.NOW}


def test_one_medicine_written_twice_is_one() -> None:
    """By its brand and by its code; both entries are named."""
    (one,) = medicines(
        entry("Sporanox", number=1), entry(None, coding=Coding(RXNORM, "28031"), number=2)
    )
    assert one.sources == ("MedicationStatement/1", "MedicationStatement/2")


def test_a_medicine_that_is_ordered_for_later_counts_already() -> None:
    """As every course does: what is begun today meets it soon."""
    (one,) = medicines(entry("itraconazole", start="2026-12-01"))
    assert one.counts is Counts.NOW


@pytest.mark.statement("A275")
@pytest.mark.parametrize(
    ("answers", "confirmed"),
    [
        ((), "unknown"),
        ((said("no"),), "yes"),
        ((said("no", 30),), "yes"),
        ((said("no", 31),), "unknown"),
        ((said("yes"),), "no"),
        ((said("no", 5), said("yes", 2)), "no"),
    ],
)
def test_a_list_is_confirmed_for_thirty_days(
    answers: tuple[AssertionEntry, ...], confirmed: str
) -> None:
    """An older answer is no answer; that something is missing shows at once."""
    made = page(record([entry("ibuprofen")], *answers))
    assert made.list is not None
    assert made.list.confirmed == confirmed
    assert any("Go through the list" in one for one in made.ask) == (confirmed != "yes")


def test_the_age_of_the_list_is_shown() -> None:
    """By its newest entry, which is no confirmation."""
    made = page(record([entry("ibuprofen", start=ago(400)), entry("iron", start=ago(35))]))
    assert made.list is not None
    assert made.list.newest_entry_days == 35
    assert "newest entry: 2026-10-16, 35 days old" in interactions_text(made)


def test_an_empty_list_is_not_a_list_without_medicines() -> None:
    """Nothing on record, nobody asked."""
    text = interactions_text(page(record()))
    assert "The record names no medicine. That is not the same as: none is taken." in text


NAMES = ["itraconazole", "Wundertropfen", "ibuprofen", "omeprazole", "MMR", "sirolimus", "rifampin"]


@given(st.lists(st.sampled_from(NAMES), unique=True, min_size=1), st.data())
def test_to_remove_a_medicine_never_removes_the_question_for_the_list(
    names: list[str], data: st.DataObject
) -> None:
    """Nor does it make the list confirmed: a shorter list is no better known."""
    courses = [entry(name, number=n) for n, name in enumerate(names)]
    gone = data.draw(st.sampled_from(courses))
    before = page(record(courses))
    after = page(record([one for one in courses if one is not gone]))
    asked = {one for one in before.ask if not one.startswith("What is it?")}
    assert asked
    assert asked <= set(after.ask)
    assert after.list is not None
    assert after.list.confirmed == "unknown"
    kept = {one.written: one.against for one in before.medicines if one.written != gone.text}
    assert {one.written: one.against for one in after.medicines} == kept


@given(st.text(max_size=60))
def test_every_name_is_identified_or_asked_for_or_known(name: str) -> None:
    """Whatever somebody typed: nothing is lost, and nothing breaks a line."""
    (one,) = medicines(entry(name))
    assert one.written
    text = interactions_text(page(record([entry(name)])))
    assert "\x1b" not in text
