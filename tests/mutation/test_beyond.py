"""Somebody notices when content beyond the pathway changes: follow-up, diagnosis, drugs, conflicts.

Hashes, snapshots and the changelog never count. The fast tier tries a few of each part, the full
one a fixed sample, the nightly one all; every survivor stands in beyond.toml with its reason.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.mutation import assessments, assessments_killing, conflicts, follow_up, monographs
from tests.mutation.beyond import ENOUGH, Part, lines, reasons, unexplained
from tests.mutation.report import counted

from ferrata.alps.diagnosis.assessment import DIAGNOSIS
from ferrata.alps.guidelines import RECONCILED
from ferrata.guideline.canonical import content_hash

Note = Callable[[str, object], None]

QUICK = {"follow-up": 12, "diagnosis": 6, "monographs": 200, "conflicts": 200}
FULL = {"follow-up": 150, "diagnosis": 60}
SHARDS = 4


def part(name: str) -> Part:
    """Return a part by its name."""
    made = {
        "follow-up": follow_up.part,
        "diagnosis": assessments.part,
        "monographs": monographs.part,
        "conflicts": conflicts.part,
    }
    return made[name]()


PARTS = pytest.mark.parametrize("name", tuple(QUICK))


def hashes() -> list[str]:
    """What the content is, so that no mutant leaves a trace."""
    return [content_hash(RECONCILED), content_hash(DIAGNOSIS)]


@PARTS
def test_every_mutant_has_a_name_of_its_own(name: str) -> None:
    """A name leads to one change, and there are many of them."""
    ids = [one.id for one in part(name).mutants]
    assert len(set(ids)) == len(ids)
    assert len(ids) > 500


@PARTS
def test_every_listed_survivor_is_a_mutant(name: str) -> None:
    """The table speaks of nothing that is gone, and each reason says something."""
    listed = {id: one for (of, id), one in reasons().items() if of == name}
    assert listed.keys() <= {one.id for one in part(name).mutants}
    assert all(len(one.why) > 20 for one in listed.values())


@PARTS
def test_at_least_99_of_100_are_noticed(name: str) -> None:
    """Whoever survives is listed, as the other tests see to; the list is a hundredth at most."""
    listed = {id: one for (of, id), one in reasons().items() if of == name}
    equivalent = sum(one.equivalent for one in listed.values())
    told = len(part(name).mutants) - equivalent
    assert 1 - (len(listed) - equivalent) / told >= ENOUGH


@pytest.mark.parametrize("name", ["monographs", "conflicts"])
def test_declared_data_without_a_change_is_no_mutant(name: str) -> None:
    """What tells a mutant apart says nothing of the content as it stands."""
    killers = {"monographs": monographs.killers, "conflicts": conflicts.killers}[name]
    for target in {id(one.target): one for one in part(name).mutants}.values():
        assert not list(killers(replace(target, make=lambda one=target: one.target)))


@pytest.mark.full
def test_rules_without_a_change_are_no_mutant() -> None:
    """The same for follow-up and for the diagnosis, whose tests take longer."""
    one = part("follow-up").mutants[0]
    assert not list(follow_up.killers(one, RECONCILED))
    other = part("diagnosis").mutants[0]
    assert not list(assessments_killing.killers(other, DIAGNOSIS))


@PARTS
def test_a_few_mutants_are_noticed(name: str, record_property: Note) -> None:
    """A fixed few of each part, so that a change that blinds the tests is seen at once."""
    before, held = hashes(), part(name)
    fates = [held.fate(one) for one in held.chosen(QUICK[name])]
    record_property("ends", counted(fates))
    assert not unexplained(name, fates)
    assert hashes() == before


@pytest.mark.full
@pytest.mark.parametrize("name", tuple(FULL))
def test_a_sample_of_mutants_is_noticed(name: str, record_property: Note) -> None:
    """Each survivor is listed with its reason."""
    held = part(name)
    fates = [held.fate(one) for one in held.chosen(FULL[name])]
    record_property("ends", counted(fates))
    assert not unexplained(name, fates)


@pytest.mark.full
@pytest.mark.parametrize("name", ["monographs", "conflicts"])
def test_every_mutant_of_declared_data_is_noticed(name: str, record_property: Note) -> None:
    """All of them: they take a second."""
    held = part(name)
    fates = [held.fate(one) for one in held.mutants]
    for number, line in enumerate(lines(name, fates)):
        record_property(f"{name} {number}", line)
    assert not unexplained(name, fates)


@pytest.mark.nightly
@pytest.mark.parametrize("shard", range(SHARDS))
@pytest.mark.parametrize("name", tuple(FULL))
def test_every_mutant_is_noticed(name: str, shard: int, record_property: Note) -> None:
    """All of them, by operator and by test."""
    held = part(name)
    fates = [held.fate(one) for one in held.mutants[shard::SHARDS]]
    for number, line in enumerate(lines(name, fates)):
        record_property(f"{name} {number}", line)
    assert not unexplained(name, fates)
