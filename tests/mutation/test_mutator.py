"""The mutator on a small made-up guideline: what it changes, what it names, what it puts back."""

from contextlib import suppress
from decimal import Decimal

import pytest
from tests.immune_thrombocytopenia.pathway import GUIDELINE
from tests.immune_thrombocytopenia.words import MOST, PLATELETS, Agonist, Bleeding, Case, Course
from tests.mutation.amounts import doses, parameters
from tests.mutation.derivations import derivations
from tests.mutation.enumerating import mutants
from tests.mutation.equivalence import ALL, KNOWN, VALUES, same_values, shown_equivalent
from tests.mutation.leaves import changes
from tests.mutation.model import Mutant
from tests.mutation.proving import refuted
from tests.mutation.replacing import mutated, replaced

from ferrata.guideline.canonical import content_hash
from ferrata.guideline.conditions import (
    Compare,
    Condition,
    Operator,
    all_of,
    any_of,
    at_least,
    not_,
)
from ferrata.guideline.derivations import Cases, latest, within
from ferrata.guideline.doses import Dose, Route
from ferrata.guideline.errors import GuidelineError
from ferrata.guideline.features import Choice
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.units import day, mg, per_uL

FOUND = mutants((GUIDELINE,))
BY_ID = {one.id: one for one in FOUND}


def made(condition: Condition) -> dict[str, object]:
    """Return what becomes of a condition, by operator and detail; a refusal by its name."""
    found: dict[str, object] = {}
    for change in changes(condition):
        try:
            found[f"{change.operator} {change.detail}".strip()] = change.make()
        except GuidelineError as error:
            found[f"{change.operator} {change.detail}".strip()] = type(error).__name__
    return found


def under(mutant: Mutant) -> Guideline:
    """Return the guideline as `mutant` has it."""
    with mutated(mutant, (GUIDELINE,)) as (changed,):
        return changed


def test_a_threshold_is_shifted_across_its_boundary_and_by_a_tenth() -> None:
    """A step up and down, 10 % up and down, strictness, direction, negation."""
    low = Case.platelets < 30_000 * per_uL
    assert made(low) == {
        "threshold one step up to 30001": Case.platelets < 30_001 * per_uL,
        "threshold one step down to 29999": Case.platelets < 29_999 * per_uL,
        "threshold 10 % up to 33000": Case.platelets < 33_000 * per_uL,
        "threshold 10 % down to 27000": Case.platelets < 27_000 * per_uL,
        "strictness": Case.platelets <= 30_000 * per_uL,
        "direction": Case.platelets > 30_000 * per_uL,
        "negated": not_(low),
    }


def test_a_bound_between_the_same_whole_days_is_no_mutant() -> None:
    """Days are whole: from 6.3 days on is from 7 on, and nobody can tell them apart."""
    days = Agonist.days >= 7 * day
    assert isinstance(days, Compare)
    told = {
        "threshold one step up to 8",
        "threshold one step down to 6",
        "threshold 10 % up to 7.7",
    }
    assert told == {one for one in made(days) if one.startswith("threshold")}


def test_cases_that_choose_alike_are_equivalent() -> None:
    """A case that an earlier one has taken changes nothing; one that comes first does."""
    low, high = Case.platelets < 30_000 * per_uL, Case.platelets >= 30_000 * per_uL
    cases = Cases(((low, Bleeding.MAJOR), (high, Bleeding.NONE)))
    alike = Cases(((low, Bleeding.MAJOR), (any_of(high, low), Bleeding.NONE)))
    other = Cases(((high, Bleeding.MAJOR), (low, Bleeding.NONE)))
    feature = Choice("made up", Bleeding, alike)
    assert same_values({feature: cases}) == VALUES
    assert same_values({feature: other}) is None
    assert same_values({feature: alike}) is None  # nothing changed


def test_logic_is_swapped_and_parts_are_dropped() -> None:
    """All becomes any; each part goes once; a count moves by one, and not beyond its parts."""
    one, other = Case.diabetes, Case.thrombosis
    assert made(all_of(one, other)) == {
        "any instead of all": any_of(one, other),
        "part dropped 0": all_of(other),
        "part dropped 1": all_of(one),
    }
    assert made(at_least(2, one, other)) == {
        "at least one more": "RuleError",
        "at least one fewer": at_least(1, one, other),
        "part dropped 0": "RuleError",
        "part dropped 1": "RuleError",
    }
    assert made(not_(one)) == {"no longer negated": one}


def test_options_are_added_and_dropped() -> None:
    """Each option that the choice can take, once; a list of none is refused."""
    assert made(Case.bleeding.is_(Bleeding.MAJOR)) == {
        "option added none": Case.bleeding.is_(Bleeding.MAJOR, Bleeding.NONE),
        "option added minor": Case.bleeding.is_(Bleeding.MAJOR, Bleeding.MINOR),
        "option dropped major": "NotACondition",
        "negated": not_(Case.bleeding.is_(Bleeding.MAJOR)),
    }


def test_two_measurements_are_related_otherwise() -> None:
    """Factor, offset, strictness and direction."""
    found = made(Case.platelets >= 2 * Case.lowest - 5 * per_uL)
    assert found["factor to 1"] == (Case.platelets >= 1 * Case.lowest - 5 * per_uL)
    assert found["offset other sign"] == (Case.platelets >= 2 * Case.lowest + 5 * per_uL)
    assert found["offset none"] == (Case.platelets >= 2 * Case.lowest)
    assert found["direction"] == (Case.platelets <= 2 * Case.lowest - 5 * per_uL)


def test_a_dose_changes_in_every_number() -> None:
    """Bounds tenfold and by a tenth, unit, basis, parts, route, cap; an empty range is refused."""
    dose = Dose(20 * mg / day, 40 * mg / day, Route.ORAL, cap=MOST)
    names = {f"{one.operator} {one.detail}".strip() for one in doses(dose)}
    assert {"low x10", "high 10 % up", "basis", "unit", "divided more", "cap removed"} <= names
    assert {"route INTRAVENOUS", "route SUBCUTANEOUS"} <= names
    tenfold = next(one for one in doses(dose) if (one.operator, one.detail) == ("low", "x10"))
    with pytest.raises(GuidelineError):
        tenfold.make()


def test_a_parameter_changes_its_default_and_its_range() -> None:
    """Defaults tenfold and by a tenth, and each end of what is allowed."""
    assert {one.operator for one in parameters(MOST)} == {"default", "allowed"}


def test_a_derivation_changes_its_window_and_its_pick() -> None:
    """A week becomes six days, eight, fourteen, ever; the latest the lowest and the highest."""
    analyte = PLATELETS
    how = latest(analyte, within(7 * day))
    changed = {f"{one.operator} {one.detail}": one.make() for one in derivations(how)}
    assert changed["window begins a day later"] == latest(analyte, within(6 * day))
    assert changed["window begins a day earlier"] == latest(analyte, within(8 * day))
    assert changed["window begins twice as far"] == latest(analyte, within(14 * day))
    assert {"pick lowest", "pick highest", "window no beginning"} <= changed.keys()


def test_mutants_have_names_kinds_and_warrants() -> None:
    """A name says rule, place and operator; the ids are those of the innermost bearer."""
    assert len(BY_ID) == len(FOUND)
    gate = BY_ID["liver-first: treatment dropped eltrombopag"]
    assert (gate.kind, gate.statements) == ("Gate", ("T6",))
    criterion = BY_ID['"Major bleeding"/0: option added minor']
    assert (criterion.kind, criterion.statements) == ("Criterion", ("T4",))
    assert BY_ID["treat: targets swapped"].statements == ("T1",)


def test_a_criterion_that_many_rules_use_is_changed_in_all_of_them() -> None:
    """It was written once, so it is mutated once."""
    changed = under(BY_ID['"Major bleeding"/0: option added minor'])
    before = {one.id: one for one in GUIDELINE.rules}
    touched = {one.id for one in changed.rules if one != before[one.id]}
    assert touched == {
        "emergency-observation",
        "emergency-corticosteroid",
        "emergency-agonist",
        "bleeding-goes-on",
    }


def test_a_rule_is_dropped_and_the_language_refuses_what_dangles() -> None:
    """A transition can go; a step that transitions name cannot."""
    assert len(under(BY_ID["agonist-works: rule dropped"]).rules) == len(GUIDELINE.rules) - 1
    with pytest.raises(GuidelineError), mutated(BY_ID["agonist: rule dropped"], (GUIDELINE,)):
        pass


@pytest.mark.parametrize("error", [None, KeyError])
def test_a_mutated_derivation_reaches_every_copy_and_is_put_back(
    error: type[Exception] | None,
) -> None:
    """The template's change is seen by the bound vocabularies, and gone even after an error."""
    before, own = content_hash(GUIDELINE), Agonist.best.derived
    mutant = BY_ID["Course.best: pick lowest"]
    with suppress(KeyError), mutated(mutant, (GUIDELINE,)) as (changed,):
        assert Agonist.best.derived != own
        assert Agonist.best.derived == Course.best.derived
        assert content_hash(changed) != before
        if error is not None:
            raise error
    assert Agonist.best.derived is own
    assert content_hash(GUIDELINE) == before


def test_no_mutant_leaves_a_trace() -> None:
    """After all of them the guideline is what it was; each changes something or is refused."""
    before = content_hash(GUIDELINE)
    same: list[str] = []
    refused = 0
    for mutant in FOUND:
        try:
            with mutated(mutant, (GUIDELINE,)) as (changed,):
                if content_hash(changed) == before:
                    same.append(mutant.id)
        except GuidelineError:
            refused += 1
    assert not same
    assert refused
    assert content_hash(GUIDELINE) == before


def test_only_what_holds_the_change_is_built_anew() -> None:
    """What a mutant does not touch stays the same object, so that differences are cheap to see."""
    node = GUIDELINE.transitions[0]
    assert replaced(GUIDELINE.rules, {}) is GUIDELINE.rules
    other = replaced(GUIDELINE.rules, {id(node): GUIDELINE.transitions[1]})
    assert other is not GUIDELINE.rules


def test_a_weaker_gap_is_refuted_by_a_theorem(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody may observe any more, so somebody has no way on."""
    monkeypatch.setattr("tests.mutation.proving.PROVED_IN_EVERYTHING", {GUIDELINE.id})
    assert refuted(GUIDELINE, under(BY_ID["observe-on: rule dropped"])).startswith("no gap")
    assert not refuted(GUIDELINE, GUIDELINE)


def test_conditions_that_no_patient_tells_apart_are_equivalent() -> None:
    """For everybody, for those fully known, or not at all."""

    def with_treat(condition: Condition) -> str | None:
        old = next(one for one in GUIDELINE.transitions if one.id == "treat")
        mutant = Mutant("treat", "", "x", "", "", "", (), (), old.when, lambda: condition)
        with mutated(mutant, (GUIDELINE,)) as (changed,):
            return shown_equivalent(GUIDELINE, changed)

    old = next(one for one in GUIDELINE.transitions if one.id == "treat").when
    assert with_treat(all_of(old, old)) == ALL
    sure = any_of(Case.thrombosis, not_(Case.thrombosis))
    assert with_treat(all_of(old, sure)) == KNOWN
    assert with_treat(not_(old)) is None


def test_a_step_is_what_laboratories_report() -> None:
    """A platelet, not a hundred-millionth of one."""
    shifted = next(one.make() for one in changes(Case.platelets < 30_000 * per_uL))
    assert isinstance(shifted, Compare)
    assert (shifted.operator, shifted.threshold) == (Operator.LT, Decimal(30_001))
