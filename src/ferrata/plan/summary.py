"""The plan in one line: what is advised, or what stands in the way of advice."""

from __future__ import annotations

from collections.abc import Iterable

from ferrata.guideline.guideline import Guideline
from ferrata.plan.model import Level, Missing, Option, Position, Reason, Searched
from ferrata.plan.words import condition_text

_TREATS = frozenset({"Give", "Consider", "Continue", "Refer", "Stay"})
"""Kinds of options that treat or decide to wait; asking and measuring only prepare."""


def summary(
    *,
    position: Position,
    emergency: tuple[Reason, ...],
    options: tuple[Option, ...],
    missing: tuple[Missing, ...],
    history: tuple[Searched, ...],
    guideline: Guideline,
) -> str:
    """Return one or two sentences; they never say more than the plan does."""
    treating = [one for one in options if one.kind in _TREATS]
    if any(one.answer == "yes" for one in emergency):
        return f"Emergency. {_first(treating)}"
    if position.scope == "no":
        return "The diagnosis this guideline is for was refuted: no advice."
    if position.gap and not treating:
        return "This guideline says nothing about such a patient here: a gap of the guideline."
    best = treating[0] if treating else None
    if best is not None and best.level is Level.OFFERED:
        return _text(best)
    if best is not None and best.level is Level.CONDITIONAL:
        unmet = "; ".join(one.text for one in best.reasons_against if one.answer == "unknown")
        return f"{_text(best)}, on condition: {unmet}."
    if position.scope == "unknown" and not any(one.days_yes for one in history):
        scope = condition_text(guideline.scope, guideline.site())
        watched = guideline.watch.title if guideline.watch is not None else "Finding"
        return f"{scope}: not on record. {_no_finding(watched, history)}"
    if best is not None and best.level is Level.WITHHELD:
        unmet = "; ".join(one.text for one in best.reasons_against if one.answer == "no")
        return f"Withheld: {_text(best)}. Needed first: {unmet}."
    asks = "; ".join(one.label for one in missing[:4])
    return f"No advice is certain yet. Answer first: {asks}." if asks else "Nothing is advised."


def _first(options: list[Option]) -> str:
    return options[0].text if options else ""


def _text(option: Option) -> str:
    if option.until:
        reason = option.reasons_for[0].text if option.reasons_for else ""
        return f"{option.text}: {reason}. Judge again by {option.until}"
    return option.text


def _no_finding(watched: str, history: Iterable[Searched]) -> str:
    searched = list(history)
    if not any(one.days_no for one in searched):
        return f"{watched}: nothing that could show it is on record."
    parts = [
        f"{one.text} on none of {one.days_no} day{'s' if one.days_no > 1 else ''}, the last "
        f"{one.last} ({one.last_value})"
        if one.days_no
        else f"{one.text} never measured"
        for one in searched
    ]
    return f"No {watched.lower()} in what is on record: " + "; ".join(parts) + "."
