"""A guideline is a value: it is asked for its rules, set by sites, and amended by rule id."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.guideline.samples import BY_ASSUMPTION, BY_STATEMENT, Stage, sample
from tests.immune_thrombocytopenia.pathway import EARLIER, GAPING, GUIDELINE
from tests.immune_thrombocytopenia.pathway import Stage as Place
from tests.immune_thrombocytopenia.words import (
    DEXAMETHASONE,
    ELTROMBOPAG,
    MOST,
    SOURCE,
    TRANSFUSION,
    TREAT_BELOW,
    Case,
    statement,
)

from ferrata.guideline.actions import Ask, Monitor, treatment_of
from ferrata.guideline.doses import Basis, Dose, Route
from ferrata.guideline.errors import RuleError, SiteError
from ferrata.guideline.events import Treatment
from ferrata.guideline.evidence import Assumption, read_assumptions, read_statements
from ferrata.guideline.parameters import Site
from ferrata.guideline.pathway import Step
from ferrata.guideline.units import Quantity, day, g, kg, m2, mg, per_uL


def test_rules_are_found_by_kind() -> None:
    """Steps, transitions, gates, cautions, recommendations, invariants and settings."""
    kinds = (
        GUIDELINE.steps,
        GUIDELINE.transitions,
        GUIDELINE.gates,
        GUIDELINE.cautions,
        GUIDELINE.recommendations,
        GUIDELINE.invariants,
    )
    assert [len(kind) for kind in kinds] == [5, 15, 1, 2, 3, 1]
    assert GUIDELINE.parameters == (TREAT_BELOW, MOST)
    assert len(GUIDELINE.rules) == sum(map(len, kinds)) + 2


def test_a_step_is_found_by_its_stage() -> None:
    """By the option or by its name."""
    assert GUIDELINE.step(Place.STEROID) is GUIDELINE.step("corticosteroid")
    assert GUIDELINE.step("corticosteroid").begun_by == (DEXAMETHASONE,)


def test_transitions_come_most_urgent_first() -> None:
    """Else as written."""
    found = [one.id for one in GUIDELINE.transitions_at(Place.STEROID)]
    assert found == [
        "emergency-corticosteroid",
        "steroid-barred",
        "steroid-pending",
        "steroid-worked",
        "steroid-failed",
    ]


def test_the_warrants_of_a_guideline_come_once_in_order() -> None:
    """Statements and assumptions alike."""
    assert [one.id for one in sample(warrant=(*BY_ASSUMPTION, *BY_STATEMENT)).warrants] == [
        "A1",
        "S1",
    ]
    assert SOURCE.id == "T"


def test_an_amendment_says_what_it_changed_and_why() -> None:
    """The difference is data."""
    (changed,) = EARLIER.amendments
    assert changed.base == GUIDELINE.id
    assert changed.because == "a hospital far away treats before the count is low"
    assert (changed.added, changed.replaced, changed.removed) == (
        (),
        ("observe-on", "treat"),
        (),
    )
    (gap,) = GAPING.amendments
    assert gap.removed == ("observe-on",)


def test_an_amendment_keeps_every_other_rule() -> None:
    """In its place; what is replaced stays where it was, what is added comes last."""
    assert [rule.id for rule in EARLIER.rules] == [rule.id for rule in GUIDELINE.rules]
    assert [rule.id for rule in GAPING.rules] == [
        rule.id for rule in GUIDELINE.rules if rule.id != "observe-on"
    ]
    changed = {
        rule.id for rule, old in zip(EARLIER.rules, GUIDELINE.rules, strict=True) if rule != old
    }
    assert changed == {"observe-on", "treat"}


def test_amendments_of_amendments_are_kept_in_order() -> None:
    """The last one is the newest."""
    more = Step(id="more", stage=Place.REFERRAL, title="More", do=(), warrant=statement("T2"))
    twice = EARLIER.amend(id="twice", title="Twice", version="1", because="more", add=[more])
    assert [one.base for one in twice.amendments] == [GUIDELINE.id, EARLIER.id]
    assert twice.amendments[-1].added == ("more",)
    assert twice.rules[-1] is more


def test_an_amendment_that_misses_its_rule_is_refused() -> None:
    """To replace what is not there would add it, unseen."""
    more = Step(id="more", stage=Place.REFERRAL, title="More", do=(), warrant=statement("T2"))
    with pytest.raises(RuleError, match="changes rule more, which"):
        GUIDELINE.amend(id="x", title="X", version="1", because="", replace_=[more])


def test_a_site_has_defaults_and_settings() -> None:
    """Settings are read in any unit of the dimension, and shown in the parameter's own."""
    site = Site(GUIDELINE.parameters, {"dexamethasone-cap": Quantity(Decimal("0.02"), g / day)})
    assert site[TREAT_BELOW] == 30_000
    assert site[MOST] == 20
    assert site.settings() == {"dexamethasone-cap": "20", "treat-below": "30000"}
    assert GUIDELINE.site().settings() == {"dexamethasone-cap": "40", "treat-below": "30000"}
    assert Site(())[TREAT_BELOW] == 30_000


@pytest.mark.parametrize("outside", [19_999, 50_001])
def test_a_site_cannot_leave_the_allowed_range(outside: int) -> None:
    """The proofs hold within it only; its ends belong to it."""
    Site(GUIDELINE.parameters, {"treat-below": 50_000 * per_uL})
    with pytest.raises(SiteError, match="outside the proved range 20000 to 50000/uL"):
        Site(GUIDELINE.parameters, {"treat-below": outside * per_uL})


@pytest.mark.parametrize(
    ("low", "high", "basis"),
    [
        (1 * mg / kg / day, 2 * mg / kg / day, Basis.WEIGHT),
        (600 * mg / m2 / day, 600 * mg / m2 / day, Basis.SURFACE),
        (20 * mg / day, 40 * mg / day, Basis.FLAT),
    ],
)
def test_a_dose_has_a_basis(low: Quantity, high: Quantity, basis: Basis) -> None:
    """It follows from the unit of its bounds."""
    assert Dose(low, high, Route.ORAL).basis is basis


def test_the_treatment_of_an_action() -> None:
    """Giving, going on and considering name one; asking, ordering, watching, referring do not."""
    actions = [action for step in GUIDELINE.steps for action in step.do]
    found: list[Treatment | None] = [treatment_of(action) for action in actions]
    assert found == [None, TRANSFUSION, None, DEXAMETHASONE, ELTROMBOPAG, None]
    assert treatment_of(Ask(Case.bleeding, "", BY_STATEMENT)) is None
    assert treatment_of(Monitor(Case.platelets, 1 * day, "", BY_STATEMENT)) is None


def test_statements_and_assumptions_are_read_from_text() -> None:
    """One table per id."""
    (read,) = read_statements('[S1]\nsource = "S"\nlines = "3-4"\ntext = "so it is"\n')
    assert (read.id, read.source, read.lines, read.text) == ("S1", "S", "3-4", "so it is")
    assert str(read) == "S1"
    (assumed,) = read_assumptions('[A1]\ntext = "so be it"\nrationale = "it has to be"\n')
    assert assumed == Assumption("A1", "so be it", "it has to be")
    assert assumed.review == "not clinically reviewed"
    assert str(assumed) == "A1"
    assert {one.id for one in statement} >= {"T1", "A1"}


def test_an_option_is_shown_as_authors_write_it() -> None:
    """Not as Python shows members of an enum."""
    assert repr(Stage.FIRST) == "Stage.FIRST"
    assert f"{Stage.FIRST}" == "first"
