"""What another guideline says of the same patient."""

from __future__ import annotations

from ferrata.guideline.actions import treatment_of
from ferrata.guideline.events import Events
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Site
from ferrata.interpret.derive import Derived
from ferrata.interpret.replay import replay
from ferrata.plan.advise import Advice, Bench, advise
from ferrata.plan.model import Difference, Level, Option

_ADVISED = (Level.OFFERED, Level.CONDITIONAL, Level.CANNOT_TELL)


def difference(
    events: Events, other: Guideline, site: Site, day: int, options: tuple[Option, ...]
) -> Difference:
    """Return the advice of `other` beside `options`; each guideline replays for itself."""
    positions = replay(other, events, day, site)
    bench = Bench(other, Derived(events, day, other.vocabularies, site))
    advised = advise(bench, positions)
    theirs = tuple(
        dict.fromkeys(
            f"{one.step.title} ({one.level.value})"
            for one in advised.advice
            if one.step is not None
        )
    )
    ours = {(one.treatment or one.stage, one.level) for one in options if _counts(one.level)}
    same = {(_what(one), one.level) for one in advised.advice if _counts(one.level)}
    return Difference(
        guideline=other.id,
        title=other.title,
        stages=tuple(other.step(one.stage).title for one in positions),
        options=theirs,
        gap=advised.gap,
        differs=advised.gap or ours != same,
    )


def _counts(level: Level) -> bool:
    return level in _ADVISED


def _what(advice: Advice) -> str | None:
    treatment = None if advice.action is None else treatment_of(advice.action)
    if treatment is not None:
        return treatment.id
    return advice.step.stage.value if advice.step else None
