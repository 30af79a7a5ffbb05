"""The plan as text: all of it, nothing else, and no number cut."""

import re
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.immune_thrombocytopenia.pathway import GAPING, GUIDELINE
from tests.plan.adults import ON, facts, planned, recorded
from tests.plan.children import NAMES, example

from ferrata.plan import Plan, plan
from ferrata.plan.json import write_plan
from ferrata.plan.lines import printed_on, wrapped
from ferrata.plan.model import Amount, Option
from ferrata.plan.text import MOST_VALUES, WIDTH, text

PLANS = [
    *(pytest.param(example(name), id=name) for name in NAMES),
    pytest.param(planned(facts()), id="adult"),
    pytest.param(planned(facts(diabetes="yes", liver="no")), id="adult-withheld"),
    pytest.param(planned(facts(bleeding="major")), id="adult-emergency"),
    pytest.param(planned(facts(disease="no")), id="adult-refuted"),
]
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
WORD = re.compile(r"[^\W\d_]{3,}")


def flat(words: str) -> str:
    """Text without the line breaks and the indents that wrapping put in."""
    return re.sub(r"\s+", " ", words)


def numbers(words: str) -> set[str]:
    """The whole numbers in a text, as written."""
    return set(NUMBER.findall(words))


def shown(plan: Plan) -> Iterator[str]:
    """What a reader must find whole."""
    yield plan.notice
    yield plan.summary
    yield plan.patient.age
    yield f"[Patient/{plan.patient.id}]"
    yield plan.guideline.version
    yield plan.guideline.hash
    yield plan.guideline.review
    yield plan.site_hash[:12]
    yield plan.on
    for stage in plan.position.stages:
        yield stage.title
        yield from stage.because
    for one in plan.options:
        yield one.text
        if one.amount is not None:
            yield one.amount.text
            yield from one.amount.arithmetic
            yield one.amount.not_computed or ""
    for banned in plan.must_not:
        yield banned.text
    for missing in plan.missing:
        yield missing.label
    for warrant in plan.warrants:
        yield warrant.text
    for value in plan.values:
        yield value.label
        yield value.value
    yield from plan.unread


@pytest.mark.parametrize("plan", PLANS)
class TestEveryText:
    """Of the examples and of another guideline."""

    @pytest.mark.hazard("H31")
    def test_holds_all_that_a_reader_must_see(self, plan: Plan):
        """Options, doses, arithmetic, sources, patient, versions and hashes."""
        whole = flat(text(plan))
        for words in shown(plan):
            assert flat(words).strip() in whole

    @pytest.mark.hazard("H31")
    def test_is_at_most_100_columns_wide(self, plan: Plan):
        """A terminal, a note and a print show whole lines; only a hash may be longer."""
        for line in text(plan).splitlines():
            assert len(line) <= WIDTH or plan.guideline.hash in line

    @pytest.mark.hazard("H31")
    def test_cuts_no_number(self, plan: Plan):
        """Every number stands whole on one line."""
        lines = {one for line in text(plan).splitlines() for one in numbers(line)}
        for words in shown(plan):
            assert numbers(words) <= lines

    def test_says_nothing_that_the_json_does_not(self, plan: Plan):
        """Every number and every word is the plan's, or belongs to the form of the page."""
        source = write_plan(plan).decode()
        said = text(plan).replace("SHA-256", "")
        said = re.sub(r"(?m)^  \d+\. ", "", said)  # the number of an option in the list
        said = re.sub(r";\s+and\s+\d+\s+more", "", said)  # of those left out
        said = re.sub(r"\d+ of \d+ days with a count", "", said)  # a sum
        assert numbers(said) <= numbers(source) | _digests(plan)
        words = {one.casefold() for one in WORD.findall(said)}
        assert words <= {one.casefold() for one in WORD.findall(source)} | _FORM

    def test_ends_with_one_line_break(self, plan: Plan):
        """So that a prompt stands on its own line."""
        assert text(plan).endswith("\n")
        assert not text(plan).endswith("\n\n")


def _digests(plan: Plan) -> set[str]:
    return {
        one
        for digest in (plan.guideline.hash, plan.guideline.hash[:12], plan.site_hash[:12])
        for one in numbers(digest)
    }


_FORM = set(
    WORD.findall(
        "see met "
        "in one line where the patient stands options best first must not missing and "
        "what it could change guidelines differ plan rests on warrants record used "
        "emergency excluded known act at once offered condition cannot tell yet withheld "
        "contraindicated choice dose computed judge again by say which with answer stage "
        "allows several stages diagnosis this guideline is for refuted see diagnose "
        "ferrata since measure seen "
        "last changes nothing alone that advice agrees differs stands says here gap has "
        "way such today yesterday days ago site settings version sha none days count more "
        "patient note assumption still can exclude excludes "
        "monitoring due first prevention other manifestations follow waits overdue never done one "
        "could read grade usable value whether given reviewed list medication nothing "
    )
)
"""The words of the page itself."""


def test_an_emergency_stands_before_everything_else():
    """A danger to life is not to be scrolled to."""
    lines = text(example("emergency")).splitlines()
    banner = next(index for index, line in enumerate(lines) if line.startswith("!!"))
    assert banner < lines.index("IN ONE LINE")
    assert "Hemoglobin: 4.6 g/dL" in flat(" ".join(lines[banner : banner + 6]).replace("!", ""))


def test_an_emergency_that_is_not_excluded_names_what_is_not_known():
    """Unknown is not no."""
    said = flat(text(planned(facts(bleeding=None))).replace("\n! ", " "))
    assert "Emergency not excluded. Not known: Bleeding." in said


def test_a_reason_shows_a_few_values_and_says_how_many_there_are():
    """What is left out is counted; the JSON holds it."""
    plan = example("confirmed-second-agent")
    most = max(len(one.values) for option in plan.options for one in option.reasons_for)
    assert most > MOST_VALUES
    assert f"and {most - MOST_VALUES} more" in flat(text(plan))


def test_an_empty_plan_says_that_it_is_empty():
    """Silence would look like a fault."""
    said = text(planned(facts(disease="no")))
    assert "  none\n" in said
    assert "nothing that could change the advice" in said
    assert "refuted" in said


def test_a_gap_is_named():
    """The reader sees that it is the guideline that is silent."""
    gaping = planned(facts(platelets=150_000), guideline=GAPING, compare=[GUIDELINE])
    assert "no way on for such a patient: a gap" in text(gaping)
    whole = planned(facts(platelets=150_000), compare=[GAPING])
    assert "a gap: it says nothing here" in text(whole)


DOSES = st.decimals("0.1", "99999.9", places=1)


@pytest.mark.hazard("H31")
@given(
    st.lists(
        st.tuples(DOSES, st.text("abc xyz", min_size=1, max_size=40)), min_size=1, max_size=12
    ),
    DOSES,
    DOSES,
)
def test_wrapping_never_cuts_a_dose(words: list[tuple[object, str]], low: object, high: object):
    """Wherever the line ends, a number stays whole and its line short enough."""
    plan = planned(facts())
    said = " ".join(f"{one} {number} mg" for number, one in words)
    option = Option(
        id="x",
        level=plan.options[0].level,
        kind="Give",
        text=said,
        step="a step",
        amount=Amount(text=f"{low}-{high} mg a day ({said})", arithmetic=(f"{low} x 2",)),
        reasons_for=plan.options[0].reasons_for,
    )
    made = text(msgspec.structs.replace(plan, options=(option,), summary=said))
    assert all(len(line) <= WIDTH or plan.guideline.hash in line for line in made.splitlines())
    assert f"{low}-{high} mg" in flat(made)
    lines = {one for line in made.splitlines() for one in numbers(line)}
    assert numbers(said) | {str(low), str(high)} <= lines


@pytest.mark.hazard("H31")
@pytest.mark.parametrize("width", range(40, 101))
def test_a_number_stays_with_its_unit(width: int):
    """Whatever the columns are: what stands alone at the end of a line could be another unit's."""
    said = "take 1 x 5 mg tablet and 2.5 mL (12.5 mg) of 18.4 kg x 108 cm, 7 days, 0.743 m2, 10 %"
    measured = ("5 mg", "2.5 mL", "12.5 mg", "18.4 kg", "108 cm", "0.743 m2", "10 %")
    with printed_on(width):
        lines = list(wrapped(said, "  ", "    "))
    assert " ".join(" ".join(lines).split()) == said
    for one in measured:
        assert any(one in line for line in lines), (one, lines)


@pytest.mark.hazard("H22")
@pytest.mark.parametrize(("status", "marked"), [("preliminary", True), ("final", False)])
def test_a_preliminary_result_is_used_and_said_to_be_so(status: str, *, marked: bool):
    """Waiting for its confirmation could cost a life; not saying so could too."""
    record = recorded(facts())
    observations = tuple(msgspec.structs.replace(one, status=status) for one in record.observations)
    record = msgspec.structs.replace(record, observations=observations)
    made = plan(record, GUIDELINE, GUIDELINE.site(), ON)
    (value,) = (one for one in made.values if one.label.startswith("Platelet"))
    assert value.preliminary is marked
    assert made.options == planned(facts()).options
    assert (", preliminary" in flat(text(made))) is marked
