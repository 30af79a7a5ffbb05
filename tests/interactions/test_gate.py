"""What waits for the list of medicines, and what never does (A03, H17, H18)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.interactions.records import entry, planned
from tests.vignettes.model import Vignette
from tests.vignettes.reading import vignettes
from tests.vignettes.records import record_of

from ferrata.alps.care.concepts import Vaccine
from ferrata.alps.concepts import Drug
from ferrata.alps.guidelines import GUIDELINES
from ferrata.alps.interactions import TABLE
from ferrata.alps.monographs import MONOGRAPHS
from ferrata.alps.monographs.interactants import LIVE_VACCINES
from ferrata.guideline.pathway import Gate
from ferrata.plan.model import Level
from ferrata.record.model import Record

RESCUE = (
    Drug.PREDNISONE,
    Drug.METHYLPREDNISOLONE,
    Drug.IMMUNOGLOBULIN,
    Drug.FILGRASTIM,
)
PREVENTION = (Drug.PENICILLIN_V, Drug.AMOXICILLIN, Drug.COTRIMOXAZOLE)
CASES = {one.id: one for one in vignettes()}


def gate(guideline: object) -> Gate:
    (found,) = (
        one
        for each in GUIDELINES
        if each is guideline
        for one in each.gates
        if one.id == "gate-medicines"
    )
    return found


@pytest.mark.hazard("H17")
@pytest.mark.statement("A277")
@pytest.mark.parametrize("guideline", GUIDELINES, ids=lambda one: one.id)
def test_every_agent_that_other_medicines_matter_for_waits_for_the_list(guideline: object) -> None:
    """By the table itself: a new interaction of another agent fails here until it waits too."""
    vaccines = {one.id for one in (*LIVE_VACCINES, *vars(Vaccine).values()) if hasattr(one, "id")}
    expected = {
        one.id
        for one in MONOGRAPHS
        if any({who.id for who in each.with_} - vaccines for each in one.interactions)
        and one.treatment not in {*RESCUE, *PREVENTION}
    }
    assert {one.id for one in gate(guideline).treatments} == expected


@pytest.mark.hazard("H17")
@pytest.mark.statement("A03")
@pytest.mark.parametrize("guideline", GUIDELINES, ids=lambda one: one.id)
def test_no_rescue_and_no_prevention_waits_for_the_list(guideline: object) -> None:
    """Steroids, immunoglobulin, filgrastim, antibiotics; transfusion is no treatment of a gate."""
    assert not set(gate(guideline).treatments) & {*RESCUE, *PREVENTION}


def unconfirmed(vignette: Vignette) -> Record:
    """The record of a vignette in which nobody ever spoke of the list of medicines."""
    made = record_of(vignette)
    return replace(
        made,
        reviews=tuple(
            replace(one, concepts=tuple(c for c in one.concepts if c != "unlisted-medicine"))
            for one in made.reviews
        ),
        assertions=tuple(one for one in made.assertions if one.concept != "unlisted-medicine"),
    )


EMERGENCIES = [
    one
    for one in CASES.values()
    if one.emergency == "yes"
    and any(
        row.advice in {each.id for each in RESCUE} and row.level == "offered"
        for row in one.expected
    )
    and any(fact.what == "treatments" for fact in one.facts)
][:6]
ORDINARY = [
    one
    for one in CASES.values()
    if one.guideline == "reconciled"
    and any(
        row.level == "offered"
        and row.advice in {"mycophenolate", "sirolimus", "hydroxychloroquine"}
        for row in one.expected
    )
]


@pytest.mark.hazard("H17")
@pytest.mark.statement("A03")
@pytest.mark.parametrize("vignette", EMERGENCIES, ids=lambda one: one.id)
def test_in_an_emergency_the_list_changes_nothing_for_a_rescue(vignette: Vignette) -> None:
    """The same levels and amounts with and without a word about the list."""
    rescue = {one.id for one in RESCUE}
    with_list, without = planned(record_of(vignette)), planned(unconfirmed(vignette))
    assert with_list.emergency
    for made in (with_list, without):
        assert [one for one in made.options if one.treatment in rescue]
    told = [
        [
            (o.id, o.level, o.amount)
            for o in made.options
            if o.treatment in rescue or not o.treatment
        ]
        for made in (with_list, without)
    ]
    assert told[0] == told[1]


@pytest.mark.hazard("H17")
@pytest.mark.statement("A275")
@pytest.mark.parametrize("vignette", ORDINARY[:12], ids=lambda one: one.id)
def test_no_agent_is_offered_while_nobody_went_through_the_list(vignette: Vignette) -> None:
    """What was offered becomes conditional, with the question beside it; nothing moves up."""
    listed = {one.id for one in gate(GUIDELINES[0]).treatments}
    before = {one.id: one for one in planned(record_of(vignette)).options}
    after = {one.id: one for one in planned(unconfirmed(vignette)).options}
    assert before.keys() == after.keys()
    for id, one in after.items():
        assert one.level.rank <= before[id].level.rank
        if one.treatment in listed and before[id].level is Level.OFFERED:
            assert one.level is Level.CONDITIONAL
            assert "Takes a medicine that the list does not name" in one.ask


@pytest.mark.hazard("H18")
@pytest.mark.parametrize("answered", [False, True])
def test_what_must_not_be_given_together_stands_above_the_gate(answered: bool) -> None:
    """A strong CYP3A4 drug on the list: contraindicated, whether or not the list was confirmed."""
    made = record_of(CASES["A1"]) if answered else unconfirmed(CASES["A1"])
    taken = replace(made, courses=(*made.courses, entry("x", concept="itraconazole")))
    (sirolimus,) = (one for one in planned(taken).options if one.treatment == "sirolimus")
    assert sirolimus.level is Level.CONTRAINDICATED
    assert sirolimus.amount is None


@pytest.mark.hazard("H17")
@pytest.mark.statement("A276")
def test_an_unidentified_medicine_keeps_every_agent_from_being_offered() -> None:
    """Even where the list was gone through: it may be any; a rescue is not touched."""
    made = record_of(CASES["A1"])
    taken = replace(made, courses=(*made.courses, entry("Wundertropfen")))
    listed = {one.id for one in gate(GUIDELINES[0]).treatments}
    agents = [one for one in planned(taken).options if one.treatment in listed]
    assert {one.treatment for one in agents} >= {"mycophenolate", "sirolimus"}
    assert all(one.level.rank < Level.OFFERED.rank for one in agents)
    assert all("A medicine on the list could not be identified" in one.ask for one in agents)


MEDICINES = st.lists(
    st.sampled_from(sorted({pair.other.id for pair in TABLE.pairs} | {"Wundertropfen"})),
    unique=True,
    max_size=4,
)


@pytest.mark.hazard("H17")
@settings(max_examples=15, deadline=None)
@given(MEDICINES, st.data())
def test_to_remove_a_medicine_never_removes_the_ask(names: list[str], data: st.DataObject) -> None:
    """With an unconfirmed list no agent is offered, however short the list was made."""
    made = unconfirmed(CASES["A1"])
    known = {"itraconazole", "rifampicin", "clarithromycin", "azathioprine", "ciclosporin"}
    courses = [
        entry(name, concept=name if name in known else None, number=90 + n)
        for n, name in enumerate(names)
    ]
    kept = data.draw(st.lists(st.sampled_from(courses), unique_by=id)) if courses else []
    listed = {one.id for one in gate(GUIDELINES[0]).treatments}
    for some in (courses, kept):
        plan = planned(replace(made, courses=(*made.courses, *some)))
        for one in plan.options:
            if one.treatment in listed:
                assert one.level is not Level.OFFERED
                assert "Takes a medicine that the list does not name" in one.ask
