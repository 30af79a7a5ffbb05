"""What a proof says: proved, a counterexample, or not proved and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from time import perf_counter
from typing import TypeAlias, assert_never

from ferrata.interpret.prove.solver import Undecided
from ferrata.interpret.prove.witness import Witness


class Theorem(StrEnum):
    """What is claimed of a guideline, for every patient in scope and every allowed site."""

    NO_GAP = "no gap"
    NO_OVERLAP = "no overlap"
    NO_CONTRADICTION = "no contradiction"
    NO_CATCH_ALL = "no catch-all"
    MONOTONE = "advice is monotone"
    REACHABLE = "reachable"
    WAY_ON = "a way on"
    DOSE = "dose within bounds"


class Outcome(Enum):
    """How it ended. Only the first is good."""

    PROVED = "proved"
    COUNTEREXAMPLE = "counterexample"
    NOT_PROVED = "not proved"

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Verdict:
    """One theorem about one subject (the id of a step or rule, or of two).

    `detail` says what was measured, what is wrong with the patient's advice, or why nothing was
    proved. Where the outcome is COUNTEREXAMPLE there is a patient; of a dose, `detail` names the
    size of the body and the site instead.
    """

    theorem: Theorem
    subject: str
    outcome: Outcome
    detail: str
    counterexample: Witness | None = None
    seconds: float = 0.0


Search: TypeAlias = Witness | Undecided | None
"""A patient, replayed; no answer, and why; or the certainty that there is none."""


def settle(
    theorem: Theorem,
    subject: str,
    *,
    search: Search,
    wrong: Callable[[Witness], str],
    premises: Callable[[], tuple[tuple[str, Search], ...]],
    measured: str,
) -> Verdict:
    """Return the verdict on a theorem that says `search` finds nobody.

    Each of `premises`, with what its failure means, must find somebody: otherwise the theorem
    holds because it speaks of nobody, and is not proved.
    """
    match search:
        case Witness():
            return Verdict(theorem, subject, Outcome.COUNTEREXAMPLE, wrong(search), search)
        case Undecided(why):
            return Verdict(theorem, subject, Outcome.NOT_PROVED, why)
        case None:
            for meaning, premise in premises():
                match premise:
                    case None:
                        return Verdict(theorem, subject, Outcome.NOT_PROVED, f"vacuous: {meaning}")
                    case Undecided(why):
                        return Verdict(theorem, subject, Outcome.NOT_PROVED, why)
                    case Witness():
                        pass
                    case _:
                        assert_never(premise)
            return Verdict(theorem, subject, Outcome.PROVED, measured)
        case _:
            assert_never(search)


def timed(make: Callable[[], Verdict]) -> Verdict:
    """Return the verdict with the seconds that it took."""
    start = perf_counter()
    verdict = make()
    return replace(verdict, seconds=perf_counter() - start)


def counted(number: int, what: str) -> str:
    """Return "1 guard" or "2 guards"."""
    return f"{number} {what}" + ("" if number == 1 else "s")
