"""Somebody notices when the content of the guideline changes: content mutation, tier by tier.

The pathway and its safety; what is beyond stands in test_beyond.py. What is refused by the language
is counted apart. Hashes, snapshots and the changelog never count.
"""

from collections.abc import Callable, Sequence

import pytest
from tests.mutation import follow_up
from tests.mutation.enumerating import mutants
from tests.mutation.killing import Court, Fate
from tests.mutation.model import Mutant
from tests.mutation.report import (
    counted,
    kind,
    listed_in_vain,
    operator,
    rate,
    sample,
    unlisted,
)
from tests.mutation.survivors import listed

from ferrata.alps.guidelines import GUIDELINES, RECONCILED
from ferrata.guideline.canonical import content_hash

Note = Callable[[str, object], None]

ELSEWHERE = {one.id for one in follow_up.part().mutants}
ALL = tuple(one for one in mutants((RECONCILED,)) if one.id not in ELSEWHERE)
BY_ID = {one.id: one for one in ALL}
FULL, SHARDS, ENOUGH = 400, 4, 0.99

NOTICED = (
    '"Emergency"/0/0: threshold one step up to 5.1',
    '"Emergency"/0/1: part dropped 0',
    '"Breakthrough cytopenia"/0: all instead of any',
    '"Significant thrombocytopenia"/0/0/0: strictness',
    '"Two lineages met the entry criteria in the last 90 days"/0: at least one more',
    "gate-lymphoma: shut dropped",
    "avoid-anti-d: rule dropped",
    "A0/do/0: dose unit",
    "entry: rule dropped",
    "pulse-failed: rule dropped",
    "mycophenolate-cap: default 10 % up",
    "Case.platelets: window begins a day earlier",
    "Course.platelets_start: pick highest",
    "Case.low_platelet_days: silence dropped",
    "Course.platelet_effect: cases swapped 1",
)


def tried(chosen: Sequence[Mutant]) -> list[Fate]:
    """Return what becomes of each mutant; the guidelines are as before afterwards."""
    before = [content_hash(one) for one in GUIDELINES]
    court = Court(GUIDELINES)
    fates = [court.fate(one) for one in chosen]
    assert [content_hash(one) for one in GUIDELINES] == before
    return fates


def settled(fates: Sequence[Fate]) -> None:
    """Every survivor has a reason, and everything listed survives."""
    assert not unlisted(fates)
    assert not listed_in_vain(fates)
    assert rate(fates) >= ENOUGH


def test_every_mutant_has_a_name_of_its_own() -> None:
    """A name leads to one change."""
    assert len({one.id for one in ALL}) == len(ALL)
    assert len(ALL) > 1000


def test_every_listed_survivor_is_a_mutant() -> None:
    """The table of survivors speaks of nothing that is gone, and each reason says something."""
    assert listed().keys() <= {one.id for one in ALL}
    assert all(len(one.why) > 20 for one in listed().values())


@pytest.mark.parametrize("id", NOTICED)
def test_a_mutant_is_noticed(id: str) -> None:
    """A fixed few, so that a change that blinds the tests is seen at once."""
    (fate,) = tried([BY_ID[id]])
    assert fate.by.killed, fate


@pytest.mark.full
@pytest.mark.parametrize("shard", range(2))
def test_a_sample_of_mutants_is_noticed(shard: int, record_property: Note) -> None:
    """At least 99 of 100; each survivor is listed with its reason."""
    fates = tried(sample(ALL, FULL)[shard::2])
    record_property("mutants", len(fates))
    record_property("ends", counted(fates))
    settled(fates)


@pytest.mark.nightly
@pytest.mark.parametrize("shard", range(SHARDS))
def test_every_mutant_is_noticed(shard: int, record_property: Note) -> None:
    """All of them, by operator and by kind of rule."""
    fates = tried(ALL[shard::SHARDS])
    record_property("mutants", len(fates))
    record_property("ends", counted(fates))
    record_property("killed", f"{100 * rate(fates):.2f} %")
    for named in (operator, kind):
        for name in dict.fromkeys(map(named, fates)):
            group = [one for one in fates if named(one) == name]
            record_property(name, f"{len(group)} ({counted(group)})")
    settled(fates)
