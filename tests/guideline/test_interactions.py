"""How long a treatment matters is declared with days and a warrant."""

from __future__ import annotations

import pytest
from tests.immune_thrombocytopenia.words import DEXAMETHASONE, statement

from ferrata.alps.interactions import TABLE
from ferrata.guideline.errors import RuleError, WarrantMissing
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.interactions import Lasting


@pytest.mark.parametrize("days", [0, -1])
def test_what_matters_for_no_day_is_refused(days: int):
    """A row that says nothing would look like one that says no."""
    with pytest.raises(RuleError, match=f"matters for {days} days"):
        Lasting(DEXAMETHASONE, days, statement("T1"))


def test_how_long_something_matters_needs_a_warrant():
    """As every rule does."""
    none: tuple[Warrant, ...] = ()
    with pytest.raises(WarrantMissing, match="has no warrant"):
        Lasting(DEXAMETHASONE, 28, none)
    assert Lasting(DEXAMETHASONE, 1, statement("T1")).days == 1


def test_every_treatment_of_the_table_has_its_monograph():
    """Whatever interacts is found by the id of the treatment, under the label of its monograph."""
    assert {pair.treatment for pair in TABLE.pairs} <= set(TABLE.treatments.values())
    assert all(TABLE.labels[id] == one.label for id, one in TABLE.treatments.items())
