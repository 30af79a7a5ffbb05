"""The order of advice, the choice among transitions, and patients who can stand at two stages."""

from itertools import product

import pytest
from tests.immune_thrombocytopenia.pathway import GAPING, GUIDELINE
from tests.immune_thrombocytopenia.words import Case
from tests.plan.adults import DEXAMETHASONE, advised, bench, count, course, facts, levels

from ferrata.guideline.values import Answer
from ferrata.plan.advise import candidates
from ferrata.plan.model import Level

STEROID, AGONIST, REFERRAL = "corticosteroid/0", "agonist/0", "referral/0"
WORDS = ("yes", "no", None)


def test_the_order_of_advice_is_contraindicated_withheld_cannot_tell_conditional_offered():
    """Weakest first: forgetting something may only move advice down this list."""
    assert [one.value for one in sorted(Level, key=lambda one: one.rank)] == [
        "contraindicated",
        "withheld",
        "cannot tell",
        "conditional",
        "offered",
    ]


@pytest.mark.hazard("H18")
@pytest.mark.hazard("H19")
@pytest.mark.parametrize(
    ("disease", "liver", "thrombosis", "bleeding"),
    list(product(("yes", None), WORDS, WORDS, ("none", None))),
)
def test_the_weakest_reason_decides(
    disease: str | None, liver: str | None, thrombosis: str | None, bleeding: str | None
):
    """Scope, gate, caution and a more urgent transition each bound the level from above."""
    found = advised(facts(disease=disease, liver=liver, thrombosis=thrombosis, bleeding=bleeding))
    bounds = [
        Level.OFFERED if disease else Level.CONDITIONAL,
        {"yes": Level.OFFERED, "no": Level.WITHHELD, None: Level.CONDITIONAL}[liver],
        {"no": Level.OFFERED, "yes": Level.CONTRAINDICATED, None: Level.CANNOT_TELL}[thrombosis],
        Level.OFFERED if bleeding else Level.CANNOT_TELL,
    ]
    assert levels(found)[AGONIST] is min(bounds, key=lambda one: one.rank)


def test_options_come_best_first():
    """A reader sees what is offered before what is excluded."""
    found = advised(facts(diabetes="yes", liver=None))
    ranks = [one.level.rank for one in found.advice]
    assert ranks == sorted(ranks, reverse=True)
    assert len(set(ranks)) > 1


def test_a_certain_transition_shuts_out_the_less_urgent_ones():
    """Major bleeding is treated first, and the count is not asked for a second opinion."""
    found = advised(facts(bleeding="major"))
    assert {one.step.id for one in found.advice if one.step} == {"rescue"}
    assert all(
        one.level is Level.OFFERED for one in found.advice if one.step and one.id == "rescue/1"
    )


@pytest.mark.hazard("H12")
def test_under_an_unknown_urgent_transition_a_certain_one_is_not_certain():
    """The advice is to ask: both are shown, neither is offered."""
    over = bench(facts(bleeding=None))
    found, gap = candidates(over, "observation")
    assert [(one.rule.id, one.answer) for one in found] == [
        ("emergency-observation", Answer.UNKNOWN),
        ("treat", Answer.UNKNOWN),
    ]
    assert found[1].judgement.answer is Answer.YES
    assert [rule.id for rule, _ in found[1].unless] == ["emergency-observation"]
    assert not gap
    asked = advised(facts(bleeding=None)).asked
    assert Case.bleeding in asked


def test_a_transition_that_does_not_hold_is_no_option():
    """High counts lead to observation alone."""
    found = advised(facts(platelets=150_000))
    assert [one.candidate.rule.id for one in found.advice if one.step] == ["observe-on"] * 2


def test_a_stay_keeps_the_monitoring_of_its_step():
    """Going on with observation includes its counts."""
    found = advised(facts(platelets=150_000))
    assert levels(found) == {
        "observe-on/stay": Level.OFFERED,
        "observation/0": Level.OFFERED,
    }
    assert [one.stays for one in found.advice] == [True, False]


def test_a_stay_is_excluded_with_the_treatment_of_its_step():
    """To stay is to go on with a treatment, so its cautions hold."""
    events = facts(course(DEXAMETHASONE, "2026-11-10"), diabetes=None)
    found = advised(events, "corticosteroid")
    assert levels(found)["steroid-pending/stay"] is Level.CANNOT_TELL
    assert [one.id for one, _ in found.advice[-1].cautions] == ["no-steroid"]


class TestTheLastAlternative:
    """Referral is the way out, and only that."""

    def test_is_not_shown_while_another_one_is_possible(self):
        """One of two drugs is left."""
        assert REFERRAL not in levels(advised(facts(diabetes="yes")))

    @pytest.mark.parametrize("word", ["no", None])
    def test_is_not_shown_while_another_one_is_not_certainly_excluded(self, word: str | None):
        """Withheld and unknown are not contraindicated."""
        found = levels(advised(facts(diabetes="yes", thrombosis=word, liver="no")))
        assert REFERRAL not in found

    def test_is_shown_when_all_others_are_contraindicated(self):
        """Nothing else is left to do."""
        found = levels(advised(facts(diabetes="yes", thrombosis="yes")))
        assert found[STEROID] is found[AGONIST] is Level.CONTRAINDICATED
        assert found[REFERRAL] is Level.OFFERED

    def test_is_shown_when_it_is_the_first(self):
        """Thrombosis on the agonist leads to referral at once."""
        assert levels(advised(facts(thrombosis="yes"), "agonist"))[REFERRAL] is Level.OFFERED


class TestTwoPositions:
    """Advice for a patient who can stand at either of two stages."""

    def test_advice_of_one_alone_cannot_be_told(self):
        """What is right at one stage may be wrong at the other."""
        found = levels(advised(facts(), "observation", "agonist"))
        assert found[STEROID] is Level.CANNOT_TELL

    def test_shared_advice_keeps_the_lower_level(self):
        """Both stages lead to the agonist; at one of them it is not certain."""
        events = facts(
            count("2026-10-01", 10_000), course(DEXAMETHASONE, "2026-10-01"), diabetes=None
        )
        alone = levels(advised(events, "observation"))[AGONIST]
        both = levels(advised(events, "observation", "corticosteroid"))
        assert alone is Level.OFFERED
        assert both[AGONIST] is Level.CANNOT_TELL

    def test_shared_and_certain_advice_stays_offered(self):
        """The stage does not matter when both say the same."""
        events = facts(count("2026-10-01", 10_000), course(DEXAMETHASONE, "2026-10-01"))
        found = levels(advised(events, "observation", "rescue"))
        assert found[STEROID] is found[AGONIST] is Level.OFFERED

    def test_a_gap_at_one_of_them_is_a_gap(self):
        """Silence about where the patient may stand is not hidden by the other stage."""
        events = facts(platelets=150_000)
        assert advised(events, "observation", "agonist", guideline=GAPING).gap
        assert not advised(events, "observation").gap


def test_a_gap_is_where_no_transition_can_hold():
    """The amendment forgot those who need no treatment."""
    assert advised(facts(platelets=150_000), guideline=GAPING).gap
    assert not advised(facts(platelets=None), guideline=GAPING).gap
    assert not advised(facts(), "referral").gap


def test_a_refuted_diagnosis_leaves_no_advice():
    """The guideline is for patients in its scope."""
    found = advised(facts(disease="no"))
    assert not found.advice
    assert not found.gap


def test_advice_that_holds_anywhere_is_not_repeated_for_a_treatment_already_advised():
    """A recommendation whose drug the pathway advises adds nothing."""
    ids = [one.id for one in advised(facts(platelets=None)).advice]
    assert "count/0" in ids
    assert len(ids) == len(set(ids))


@pytest.mark.hazard("H12")
@pytest.mark.parametrize("forgotten", ["disease", "diabetes", "thrombosis", "liver", "bleeding"])
def test_forgetting_a_fact_never_moves_advice_up_to_offered(forgotten: str):
    """Whatever the other facts are, a treatment offered without a fact is offered with it."""
    options = {
        "disease": ("yes",),
        "diabetes": ("yes", "no"),
        "thrombosis": ("yes", "no"),
        "liver": ("yes", "no"),
        "bleeding": ("none", "minor", "major"),
    }
    for values in product(*options.values()):
        given: dict[str, str | None] = dict(zip(options, values, strict=True))
        whole = levels(advised(facts(**given)))  # pyright: ignore[reportArgumentType]
        given[forgotten] = None
        less = levels(advised(facts(**given)))  # pyright: ignore[reportArgumentType]
        treating = {one for one, level in less.items() if level is Level.OFFERED} - {
            "count/0",
            "ask-for-bleeding/0",
        }
        assert treating <= {one for one, level in whole.items() if level is Level.OFFERED}


def test_each_condition_is_judged_once():
    """The bench keeps its judgements."""
    over = bench(facts())
    scope = GUIDELINE.scope
    assert over(scope) is over(scope)
