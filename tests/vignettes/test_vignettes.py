"""A clinician would agree: cases written from the sources, with the advice they call for."""

import pytest
from tests.vignettes.model import Advised, Fact, Vignette
from tests.vignettes.reading import vignettes
from tests.vignettes.records import record_of
from tests.vignettes.running import differences, planned

from ferrata.alps.sources import warrant

ALL = vignettes()
NAMED = {one.id: one for one in ALL}


def marks(one: Vignette) -> list[pytest.MarkDecorator]:
    """Return what a vignette is evidence for, and why it is expected to fail."""
    evidence = [pytest.mark.statement(id) for id in one.statements]
    if not one.not_yet:
        return evidence
    return [*evidence, pytest.mark.xfail(reason=f"{one.id}: {one.not_yet}", strict=True)]


CASES = [pytest.param(one, id=one.id, marks=marks(one)) for one in ALL]


@pytest.mark.parametrize("vignette", CASES)
def test_a_clinician_would_agree(vignette: Vignette) -> None:
    """The plan says what the vignette says."""
    said = differences(vignette, planned(vignette))
    assert not said, "\n".join([f"{vignette.where}: {vignette.id} {vignette.title}", *said])


@pytest.mark.parametrize("vignette", ALL, ids=lambda one: one.id)
def test_every_vignette_rests_on_statements_that_exist(vignette: Vignette) -> None:
    """The ids that a vignette names are statements or assumptions."""
    assert warrant(*vignette.statements)


@pytest.mark.statement("R09")
@pytest.mark.parametrize("vignette", ALL, ids=lambda one: one.id)
def test_anti_d_is_never_advised(vignette: Vignette) -> None:
    """No plan has an option with anti-D, and whoever has ALPS is told that it must not be given."""
    made = planned(vignette)
    assert not [one for one in made.options if one.treatment == "anti-d"]
    if made.position.scope == "yes":
        assert "avoid-anti-d" in {one.id for one in made.must_not}


@pytest.mark.statement("R39")
@pytest.mark.statement("A114")
def test_rituximab_is_only_considered_and_only_when_all_else_is_exhausted() -> None:
    """No option of the reconciled guideline gives it; to consider it needs a centre's word."""
    advised = {
        (one.id, option.kind)
        for one in ALL
        if one.guideline == "reconciled"
        for option in planned(one).options
        if option.treatment == "rituximab"
    }
    exhausted = {
        one.id
        for one in ALL
        if any((fact.what, fact.value) == ("options-exhausted", "yes") for fact in one.facts)
    }
    assert {kind for _, kind in advised} == {"Consider"}
    assert {id for id, _ in advised} <= exhausted


def test_a_difference_is_seen() -> None:
    """A vignette that expects something else fails in every way that it can."""
    one = NAMED["N2"]
    wrong = Vignette(
        id="N2",
        title=one.title,
        story="",
        where="here",
        facts=one.facts,
        expected=(
            Advised("prednisone", "offered", "20 mg a day", 2),
            Advised("prednisone", "not offered"),
            Advised("prednisone", "absent"),
            Advised("sirolimus", "offered"),
            Advised("prednisone", "sometimes"),
        ),
        statements=("A01",),
        guideline="reconciled",
        on=one.on,
        stage="sirolimus",
        emergency="yes",
        gap="yes",
        until="2026-11-21",
        must_not=("prednisone",),
        allowed=("anti-D",),
        missing=("weight",),
    )
    assert len(differences(wrong, planned(wrong))) == 13


def test_a_fact_that_no_record_can_hold_is_refused() -> None:
    """A spelling mistake in a vignette is an error, not a patient without the fact."""
    one = NAMED["N1"]
    for fact in (Fact("2026-11-20", "platlets", "9 /uL"), Fact("2026-11-20", "fever", "perhaps")):
        wrong = Vignette(
            id="X1",
            title="",
            story="",
            where="here",
            facts=(fact,),
            expected=(),
            statements=(),
            guideline="reconciled",
            on=one.on,
            stage="start",
        )
        with pytest.raises(ValueError, match=r"here: no record says"):
            record_of(wrong)
