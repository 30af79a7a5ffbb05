"""Assessments as values: what is refused when one is put together, and what amending changes."""

import pytest

from ferrata.guideline.actions import Ask, Refer
from ferrata.guideline.assessment import (
    Among,
    Assessment,
    Conclusion,
    CriteriaSet,
    Item,
    Kind,
)
from ferrata.guideline.canonical import canonical, content_hash
from ferrata.guideline.conditions import AllOf, AnyOf, AtLeast, known
from ferrata.guideline.errors import NotMonotone, RuleError, WarrantMissing
from ferrata.guideline.evidence import Assumption
from ferrata.guideline.features import Finding
from ferrata.guideline.pathway import Recommendation
from ferrata.guideline.vocabularies import CaseFeatures

WARRANT = (Assumption("A1", "said", "for tests"),)


class Case(CaseFeatures):
    """Three findings."""

    rash = Finding("Rash")
    fever = Finding("Fever")
    cough = Finding("Cough")


def item(id: str, finding: Finding = Case.rash) -> Item:
    """An item that asks one finding."""
    return Item(id=id, title=id, condition=finding, warrant=WARRANT)


def conclusion(id: str, *needs: Among) -> Conclusion:
    """A conclusion with what it needs."""
    return Conclusion(id=id, title=id, needs=needs, warrant=WARRANT)


ITEMS = (item("rash"), item("fever", Case.fever), item("cough", Case.cough))


def criteria(*conclusions: Conclusion, items: tuple[Item, ...] = ITEMS) -> CriteriaSet:
    """A criteria set with these conclusions."""
    return CriteriaSet(id="set", title="A set", version="1", items=items, conclusions=conclusions)


ONE = criteria(conclusion("one", Among(1, ("rash", "fever"))))


@pytest.mark.parametrize(("count", "kind"), [(1, AnyOf), (2, AtLeast), (3, AllOf)])
def test_a_conclusion_is_one_condition(count: int, kind: type) -> None:
    """Any of them, so many of them, or all of them; several needs must all hold."""
    made = criteria(conclusion("some", Among(count, ("rash", "fever", "cough"))))
    (part,) = made.condition("some").parts
    assert isinstance(part, kind)
    both = criteria(conclusion("both", Among(1, ("rash",)), Among(1, ("fever", "cough"))))
    rash, other = both.condition("both").parts
    assert rash == AllOf((Case.rash,))
    assert other == AnyOf((Case.fever, Case.cough))


def test_a_set_without_a_conclusion_is_refused() -> None:
    """Criteria are counted up to something."""
    with pytest.raises(RuleError, match="set has no conclusion"):
        criteria()


@pytest.mark.parametrize(
    ("among", "why"),
    [
        (Among(1, ("rash", "pain")), "there is no pain"),
        (Among(0, ("rash",)), "it would hold for everybody, or for nobody"),
        (Among(2, ("rash",)), "it would hold for everybody, or for nobody"),
        (Among(2, ("rash", "rash")), "it would hold for everybody, or for nobody"),
    ],
)
def test_a_conclusion_counts_items_that_are_there(among: Among, why: str) -> None:
    """A spelling mistake or a wrong number is an error of the author."""
    with pytest.raises(RuleError, match=why):
        criteria(conclusion("wrong", among))


def test_ids_stand_once() -> None:
    """An amendment names one item."""
    with pytest.raises(RuleError, match="two rules of set are called rash"):
        criteria(conclusion("one", Among(1, ("rash",))), items=(item("rash"), item("rash")))


def test_an_amendment_replaces_by_id_and_says_why() -> None:
    """The other items and the conclusions stay."""
    amended = ONE.amend(
        id="copy", title="A copy", because="misprint", replace_=(item("rash", Case.cough),)
    )
    assert amended.item("rash").condition is Case.cough
    assert amended.item("fever") is ONE.item("fever")
    assert (amended.base, amended.because) == ("set", "misprint")
    assert amended.condition("one") == AllOf((AnyOf((Case.cough, Case.fever)),))
    assert (ONE.base, ONE.item("rash").condition) == ("", Case.rash)


def test_an_amendment_of_an_item_that_is_not_there_is_refused() -> None:
    """It would change nothing, unseen."""
    with pytest.raises(RuleError, match="copy changes item pain, which set does not have"):
        ONE.amend(id="copy", title="A copy", because="", replace_=(item("pain"),))


def test_items_and_kinds_never_ask_what_is_known() -> None:
    """Forgetting a fact could otherwise bring a conclusion about."""
    with pytest.raises(NotMonotone):
        Item(id="known", title="", condition=known(Case.rash), warrant=WARRANT)
    with pytest.raises(NotMonotone):
        Kind(id="known", title="", when=known(Case.rash), warrant=WARRANT)
    with pytest.raises(WarrantMissing):
        Item(id="bare", title="", condition=Case.rash, warrant=())


def assessment(
    version: str = "1", advice: tuple[Recommendation, ...] = (), kinds: tuple[Kind, ...] = ()
) -> Assessment:
    """An assessment of one set."""
    return Assessment(
        id="rashes",
        title="Rashes",
        version=version,
        vocabularies=(Case,),
        criteria=ONE,
        copies=(
            CriteriaSet(
                id="scoped",
                title="",
                version="1",
                items=ITEMS,
                conclusions=ONE.conclusions,
                scope=item("scope", Case.cough),
            ),
        ),
        overruled=Case.cough,
        next=advice,
        kinds=kinds,
    )


def test_only_order_and_ask_may_depend_on_what_is_known() -> None:
    """A referral that a forgotten fact turns on is refused; a question is what known() is for."""
    ask = Ask(Case.rash, "Is there a rash?", WARRANT)
    refer = Refer("somebody", "now", WARRANT)
    for do, fine in (((ask,), True), ((refer,), False)):
        rule = Recommendation(
            id="look", title="Look", when=known(Case.rash), do=do, warrant=WARRANT
        )
        if fine:
            assert assessment(advice=(rule,)).next == (rule,)
        else:
            with pytest.raises(NotMonotone, match="look asks known"):
                assessment(advice=(rule,))
    sure = Recommendation(id="go", title="Go", when=Case.rash, do=(refer,), warrant=WARRANT)
    assert assessment(advice=(sure,)).rules == (sure,)


def test_rules_of_an_assessment_have_ids_of_their_own() -> None:
    """Reports name them."""
    kind = Kind(id="measles", title="Measles", when=Case.rash, warrant=WARRANT)
    with pytest.raises(RuleError, match="two rules of rashes are called measles"):
        assessment(kinds=(kind, kind))


def test_every_condition_is_found_for_other_meanings() -> None:
    """Scopes, items, conclusions, kinds, and what overrules."""
    kind = Kind(id="measles", title="Measles", when=Case.fever, warrant=WARRANT)
    made = assessment(kinds=(kind,))
    conditions = list(made.conditions)
    assert [one.id for one in made.sets] == ["set", "scoped"]
    assert conditions.count(Case.cough) == 4  # two items, a scope, and what overrules
    assert ONE.condition("one") in conditions
    assert conditions[-1] is Case.fever


def test_an_assessment_has_one_canonical_form() -> None:
    """The same content, the same hash; another version, another one."""
    assert canonical(assessment()) == canonical(assessment())
    assert content_hash(assessment()) != content_hash(assessment("2"))
