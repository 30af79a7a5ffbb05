"""The equivalent of an amount: one frozen value with its arithmetic and warrants."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ferrata.plan.lines import harmless, wrapped
from ferrata.plan.model import Warranted

EQUIVALENT_SCHEMA_VERSION = "1.0"


class Equivalent(Struct, frozen=True, kw_only=True):
    """How much of `into` stands for so much of `of`; it is rounded to no product."""

    schema_version: str
    software: str
    notice: str
    of: str
    into: str
    amount: str
    arithmetic: str
    text: str
    certainty: str
    warrants: tuple[Warranted, ...]


def equivalent_text(made: Equivalent) -> str:
    """Return `made` as text, at most 100 columns wide."""
    return "\n".join(map(harmless, _lines(made))) + "\n"


def _lines(made: Equivalent) -> Iterator[str]:
    yield from wrapped(f"{made.into}: {made.amount}")
    yield from wrapped(f"= {made.arithmetic}", "  ", "    ")
    ids = " ".join(one.id for one in made.warrants)
    yield from wrapped(f"{made.text} ({made.certainty}) [{ids}]", "  ", "    ")
    yield from wrapped("Not rounded to any product, and no advice to change.", "  ", "    ")
    yield ""
    yield from wrapped(made.notice)
    yield made.software
