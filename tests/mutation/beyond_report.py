"""Try every mutant beyond the pathway and print the report: python -m tests.mutation.beyond_report.

With words, only the parts that they name: follow-up, diagnosis, monographs, conflicts.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from time import monotonic

from tests.mutation import assessments_killing, follow_up
from tests.mutation.beyond import lines
from tests.mutation.killing import By, Fate
from tests.mutation.test_beyond import part

from ferrata.alps.diagnosis.assessment import DIAGNOSIS
from ferrata.alps.guidelines import RECONCILED

CORES = 2
NAMES = ("follow-up", "diagnosis", "monographs", "conflicts")
Told = tuple[str, str, str, str]


def tried(name: str, shard: int) -> list[Told]:
    """Return what becomes of each mutant of a shard, as plain words."""
    held = part(name)
    fates = [held.fate(one) for one in held.mutants[shard::CORES]]
    return [(one.mutant.id, one.by, one.test, one.said) for one in fates]


def unsound(name: str) -> list[str]:
    """Return the tests of a part that fail without any mutant, so that their kills say nothing."""
    if name == "follow-up":
        found = follow_up.killers(part(name).mutants[0], RECONCILED)
        return [one.test for one in found]
    if name == "diagnosis":
        killers = assessments_killing.killers(part(name).mutants[0], DIAGNOSIS)
        return [check.id for check, _ in killers]
    return []


def main(names: list[str]) -> None:
    """Print the report of the parts named, of all when none is."""
    with ProcessPoolExecutor(CORES) as pool:
        for name in names or NAMES:
            start = monotonic()
            for test in unsound(name):
                sys.stdout.write(f"{name}: fails without a mutant: {test}\n")
            shards = list(pool.map(tried, [name] * CORES, range(CORES)))
            by_id = {one.id: one for one in part(name).mutants}
            fates = [
                Fate(by_id[id], By(by), test, said) for one in shards for id, by, test, said in one
            ]
            for line in lines(name, fates):
                sys.stdout.write(f"{line}\n")
            sys.stdout.write(f"{monotonic() - start:.0f} s on {CORES} cores\n")


if __name__ == "__main__":
    main(sys.argv[1:])
