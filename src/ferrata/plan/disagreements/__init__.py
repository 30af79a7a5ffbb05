"""Where sources disagree, and which of it matters for one patient."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from ferrata.guideline.conflicts import Claim, Conflict
from ferrata.guideline.evidence import Statement, Warrant
from ferrata.guideline.guideline import Guideline
from ferrata.plan.basis import version_of
from ferrata.plan.build import plan
from ferrata.plan.disagreements.beside import advised, side_by_side
from ferrata.plan.disagreements.model import (
    DISAGREEMENTS_SCHEMA_VERSION,
    Advised,
    Cited,
    Disagreement,
    Disagreements,
    Said,
)
from ferrata.plan.model import NOTICE
from ferrata.record.model import Record
from ferrata.version import VERSION


def disagreements(conflicts: Iterable[Conflict], guidelines: Iterable[Guideline]) -> Disagreements:
    """Return every conflict, for nobody in particular."""
    return Disagreements(
        schema_version=DISAGREEMENTS_SCHEMA_VERSION,
        software=f"ferrata {VERSION}",
        notice=NOTICE,
        guidelines=tuple(version_of(one) for one in guidelines),
        conflicts=tuple(_disagreement(one) for one in conflicts),
    )


def disagreements_for(
    record: Record, conflicts: Iterable[Conflict], guidelines: tuple[Guideline, ...], on: date
) -> Disagreements:
    """Return the advice of each guideline for the patient of `record`, and the conflicts at work.

    The first guideline is the one that is used for advice. A conflict is at work when an option
    that some guideline offers, freely or on condition, rests on one of its rules.

    Raises:
        RecordError: when the record's day of receipt is no date.
        Refusal: when the record's dates make an answer unsafe.
    """
    first = guidelines[0]
    spoken = plan(record, first, first.site(), on)
    advice = tuple(advised(record, one, on) for one in guidelines)
    made = disagreements(conflicts, guidelines)
    return msgspec.structs.replace(
        made,
        on=on.isoformat(),
        patient=spoken.patient,
        emergency=spoken.emergency,
        conflicts=tuple(
            msgspec.structs.replace(one, at_work=_at_work(one, advice)) for one in made.conflicts
        ),
        advice=advice,
        side_by_side=side_by_side(advice),
        unread=spoken.unread,
    )


def _at_work(conflict: Disagreement, advice: tuple[Advised, ...]) -> tuple[str, ...]:
    told = (*conflict.claims, conflict.resolution)
    return tuple(
        each.guideline
        for each in advice
        if any(
            one.guideline == each.guideline and not set(one.rules).isdisjoint(each.rules)
            for one in told
        )
    )


def _disagreement(conflict: Conflict) -> Disagreement:
    return Disagreement(
        id=conflict.id,
        title=conflict.title,
        claims=tuple(map(_said, conflict.claims)),
        resolution=_said(conflict.resolution),
        because=conflict.because,
        one_sided=conflict.one_sided,
    )


def _said(claim: Claim) -> Said:
    return Said(
        who=claim.who,
        says=claim.says,
        cited=tuple(map(_cited, claim.warrant)),
        guideline=claim.guideline or None,
        rules=claim.rules,
    )


def _cited(warrant: Warrant) -> Cited:
    if isinstance(warrant, Statement):
        return Cited(id=warrant.id, where=warrant.lines, text=warrant.text)
    return Cited(id=warrant.id, where=f"assumption, {warrant.review}", text=warrant.text)
