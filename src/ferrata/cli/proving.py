"""Prove a guideline: what was measured, on what, against what, as lines or as data."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from threading import Event, Thread
from time import monotonic

from ferrata.alps.products import PRODUCTS
from ferrata.cli.planning import find
from ferrata.cli.proofs import PROOFS_SCHEMA_VERSION, Proof, Proofs
from ferrata.dosing.body import SURFACE
from ferrata.dosing.offered import offered
from ferrata.dosing.portions import MOST_PIECES
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.units import Range, m2
from ferrata.interpret.evaluate import judge
from ferrata.interpret.prove import Formulary, Outcome, Verdict, prove
from ferrata.interpret.prove.report import lines, measured, patient
from ferrata.plan.basis import version_of
from ferrata.plan.model import NOTICE
from ferrata.version import VERSION

DOSES = Formulary(PRODUCTS, MOST_PIECES, Range(*SURFACE, m2)), offered
"""What doses are given as, and the code that computes them."""


def verdicts_on(name: str) -> tuple[Guideline, tuple[Verdict, ...]]:
    """Return the guideline called `name` and every verdict on it; on a terminal, time goes by."""
    guideline = find(name)
    with waiting(f"proving {guideline.id}"):
        return guideline, prove(
            guideline,
            lambda condition, facts, site: judge(condition, facts, site).answer,
            doses=DOSES,
        )


def proved(verdicts: tuple[Verdict, ...]) -> bool:
    """Return whether every verdict is a proof."""
    return all(one.outcome is Outcome.PROVED for one in verdicts)


def proofs(guideline: Guideline, verdicts: tuple[Verdict, ...]) -> Proofs:
    """Return the verdicts as data."""
    return Proofs(
        schema_version=PROOFS_SCHEMA_VERSION,
        software=f"ferrata {VERSION}",
        notice=NOTICE,
        guideline=version_of(guideline),
        measured=measured(guideline, verdicts),
        proved=proved(verdicts),
        verdicts=tuple(
            Proof(
                theorem=str(one.theorem),
                subject=one.subject,
                outcome=str(one.outcome),
                detail=one.detail,
                counterexample=None
                if one.counterexample is None
                else patient(guideline, one.counterexample),
                seconds=round(one.seconds, 3),
            )
            for one in verdicts
        ),
    )


def proofs_text(guideline: Guideline, verdicts: tuple[Verdict, ...]) -> str:
    """Return the verdicts as text: a count per theorem, and everything not proved."""
    return "\n".join(lines(guideline, verdicts)) + "\n"


@contextmanager
def waiting(what: str) -> Generator[None, None, None]:
    """Show on standard error that work goes on, if that is a terminal; nothing stays behind."""
    if not sys.stderr.isatty():
        yield
        return
    done, start = Event(), monotonic()

    def tick() -> None:
        while not done.wait(0.25):
            print(f"\r{what}: {monotonic() - start:.0f} s", end="", file=sys.stderr, flush=True)

    clock = Thread(target=tick, daemon=True)
    clock.start()
    try:
        yield
    finally:
        done.set()
        clock.join()
        print(f"\r{' ' * (len(what) + 12)}\r", end="", file=sys.stderr, flush=True)
