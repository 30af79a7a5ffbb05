"""What another guideline says of the same patient."""

from __future__ import annotations

from collections.abc import Iterator

from ferrata.guideline.actions import Refer, treatment_of
from ferrata.guideline.events import Events
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Site
from ferrata.interpret.derive import Derived
from ferrata.interpret.replay import replay
from ferrata.plan.advise import Advice, Advised, Bench, advise
from ferrata.plan.model import Difference, Level, Option

_ADVISED = (Level.OFFERED, Level.CONDITIONAL, Level.CANNOT_TELL)


def difference(
    events: Events, other: Guideline, site: Site, day: int, options: tuple[Option, ...]
) -> Difference:
    """Return the advice of `other` beside `options`; each guideline replays for itself."""
    positions = replay(other, events, day, site)
    bench = Bench(other, Derived(events, day, other.vocabularies, site))
    advised = advise(bench, positions)
    theirs = (*_steps(advised), *_recommended(advised))
    ours = {(one.treatment or one.stage, one.level) for one in options if _counts(one.level)}
    same = {(_what(one), one.level) for one in advised.advice if _counts(one.level)}
    return Difference(
        guideline=other.id,
        title=other.title,
        stages=tuple(other.step(one.stage).title for one in positions),
        options=theirs,
        gap=advised.gap and not theirs,
        differs=advised.gap or ours != same,
    )


def _steps(advised: Advised) -> Iterator[str]:
    yield from dict.fromkeys(
        f"{one.step.title} ({one.level.value})" for one in advised.advice if one.step is not None
    )


def _recommended(advised: Advised) -> Iterator[str]:
    """What is advised beside the steps: each treatment and each referral once, at its best."""
    said = {_treatment(one) for one in advised.advice if one.step is not None}
    for one in advised.advice:
        if one.step is not None or not _counts(one.level):
            continue
        what = f"Bring in {one.action.to}" if isinstance(one.action, Refer) else _treatment(one)
        if what is not None and what not in said:
            said.add(what)
            yield f"{what} ({one.level.value})"


def _treatment(advice: Advice) -> str | None:
    treatment = None if advice.action is None else treatment_of(advice.action)
    return None if treatment is None else treatment.label


def _counts(level: Level) -> bool:
    return level in _ADVISED


def _what(advice: Advice) -> str | None:
    treatment = None if advice.action is None else treatment_of(advice.action)
    if treatment is not None:
        return treatment.id
    return advice.step.stage.value if advice.step else None
