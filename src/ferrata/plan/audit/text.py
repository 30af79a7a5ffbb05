"""An audit as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ferrata.plan.audit.model import Audit, Decision, Deviation
from ferrata.plan.lines import harmless, wrapped
from ferrata.plan.tables import table

_MOST = 5
"""So many missing facts are named in text; the JSON holds them all."""

_COLUMN = 17
_WORST = tuple(reversed(Deviation))


def audit_text(audits: Iterable[Audit]) -> str:
    """Return the audits as text, at most 100 columns wide, with a table over all of them."""
    every = tuple(audits)
    return "\n".join(map(harmless, _lines(every))) + "\n"


def _lines(audits: tuple[Audit, ...]) -> Iterator[str]:
    yield from wrapped(audits[0].notice)
    for one in audits:
        yield ""
        yield f"PATIENT {one.patient}: {_count(one.decisions)} on record up to {one.on}"
        for decision in one.decisions:
            yield from _decision(decision)
        for line in one.unread:
            yield from wrapped(f"not used: {line}", "  ")
    yield ""
    yield "HOW DECISIONS STAND TO EACH GUIDELINE"
    yield from _table(audits)
    yield ""
    yield audits[0].software
    for spoke in audits[0].guidelines:
        said = f"guideline {spoke.id} {spoke.version} ({spoke.hash[:12]}), {spoke.review}"
        yield from wrapped(said, "", "  ")


def _count(decisions: tuple[Decision, ...]) -> str:
    return f"{len(decisions)} decision{'' if len(decisions) == 1 else 's'}"


def _decision(decision: Decision) -> Iterator[str]:
    yield ""
    yield from wrapped(
        f"{decision.date}  {decision.treatment} {decision.act}  [{decision.source}]", "  ", "    "
    )
    for one in decision.beside:
        mark = "=" if one.deviation is Deviation.AS_ADVISED else "≠"
        if one.weight == "undetermined":
            mark = "?"
        weight = "" if one.weight == "none" else f" (weight: {one.weight})"
        yield from wrapped(
            f"{mark} {one.guideline}: {one.deviation.value}{weight}", "    ", "      "
        )
        for why in one.because:
            ids = f" [{' '.join(one.warrants)}]" if one.warrants else ""
            yield from wrapped(f"{why}{ids}", "        ")
        if one.missing:
            listed = "; ".join(one.missing[:_MOST]) + ("; …" if len(one.missing) > _MOST else "")
            yield from wrapped(f"not on record that day: {listed}", "        ", "          ")
        elif one.deviation is not Deviation.AS_ADVISED:
            said = "; ".join(one.advised) or "nothing to give"
            yield from wrapped(f"advised that day: {said}", "        ", "          ")


def _table(audits: tuple[Audit, ...]) -> Iterator[str]:
    names = [one.id for one in audits[0].guidelines]
    counts = Counter(
        (then.guideline, then.deviation)
        for one in audits
        for decision in one.decisions
        for then in decision.beside
    )
    rows = [
        (deviation.value, [str(counts[name, deviation]) for name in names])
        for deviation in _WORST
        if any(counts[name, deviation] for name in names)
    ]
    yield from table(names, rows, column=_COLUMN, right=True)
