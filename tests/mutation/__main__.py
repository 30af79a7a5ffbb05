"""Try every mutant on two cores and print the report: python -m tests.mutation [EVERY].

With EVERY, only each EVERY-th mutant.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from time import monotonic

from tests.mutation.enumerating import mutants
from tests.mutation.killing import Court
from tests.mutation.report import lines

from ferrata.alps.guidelines import GUIDELINES, RECONCILED

CORES = 2
Told = tuple[str, str, str, str, float]


def tried(part: int, every: int) -> list[Told]:
    """Return each mutant of one part as plain words, with the seconds it took."""
    court = Court(GUIDELINES)
    found: list[Told] = []
    for one in mutants((RECONCILED,))[part * every :: CORES * every]:
        start = monotonic()
        fate = court.fate(one)
        found.append((one.id, fate.by, fate.test, fate.said, monotonic() - start))
    return found


def main(words: list[str]) -> None:
    """Print the report of all mutants, or of each EVERY-th one, and the slowest ends."""
    from tests.mutation.killing import By, Fate

    every = int(words[0]) if words else 1
    start = monotonic()
    with ProcessPoolExecutor(CORES) as pool:
        told = list(chain.from_iterable(pool.map(tried, range(CORES), [every] * CORES)))
    by_id = {one.id: one for one in mutants((RECONCILED,))}
    fates = [Fate(by_id[id], By(by), test, said) for id, by, test, said, _ in told]
    for line in lines(fates):
        sys.stdout.write(f"{line}\n")
    spent = {by: sum(s for _, end, _, _, s in told if end == by) for by in By}
    sys.stdout.write(f"{monotonic() - start:.0f} s on {CORES} cores; seconds by end: ")
    sys.stdout.write(", ".join(f"{by} {seconds:.0f}" for by, seconds in spent.items()) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
