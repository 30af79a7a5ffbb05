"""How a record's errors read: what, where, why, and what to do."""

from __future__ import annotations

from ferrata.guideline.errors import RecordError, Refusal


def cannot_read(what: str, *, where: str, why: str, do: str) -> RecordError:
    """Return the error that says why a record cannot be read."""
    return RecordError(_four(what, where, why, do))


def refuse(what: str, *, where: str, why: str, do: str) -> Refusal:
    """Return the error that says why an answer from this record would be unsafe."""
    return Refusal(_four(what, where, why, do))


def _four(what: str, where: str, why: str, do: str) -> str:
    return f"{where}: {what}\n  why: {why}\n  do:  {do}"
