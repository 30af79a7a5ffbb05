"""Pages made from the guidelines: docs/reference/guidelines.md and docs/reference/theorems.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.alps.proofs import BY_ID, failing, verdicts
from tests.alps.sourcing import conditions_of, criteria
from tests.alps.wording import action_text, ids, spelled, table

from ferrata.guideline.conditions import Criterion
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import (
    AnyRule,
    Caution,
    Gate,
    Recommendation,
    Setting,
    Step,
    Topic,
    Transition,
)
from ferrata.guideline.units import plain
from ferrata.interpret.prove import Outcome, Theorem
from ferrata.plan.parts import follow_up

_GUIDELINES = """\
# The guidelines, rule by rule

<!-- Written by scripts/docs from src/ferrata/alps. Change the rules, then run scripts/docs. -->

Each rule with its id, its condition and what it rests on. **Nobody has reviewed these guidelines
clinically.** A lower priority number goes first. Ids that begin with A and a number, and those that
end in u, are declared [assumptions](assumptions.md); all others are numbered
[statements](coverage.md) of the sources, except those of rules. Monitoring, prevention and other
manifestations are on [the page of follow-up](care.md).
"""
_THEOREMS = """\
# What is proved of the guidelines

<!-- Written by scripts/docs from tests/alps. Change the rules, then run scripts/docs. -->

Each theorem is about every patient in scope whose values are plausible and within the declared
invariants, over the allowed range of every parameter. What does not hold has a patient whom the
evaluator confirms; `ferrata prove rao-2015-figure` shows each.
"""


def guidelines_page() -> str:
    """Return docs/reference/guidelines.md."""
    every = tuple(BY_ID.values())
    common = tuple(rule for rule in every[0].rules if all(rule in one.rules for one in every))
    parts = [_GUIDELINES, *_index(every)]
    parts += [
        "\n## Under every guideline\n",
        "\nThe safety layer and the settings that all four guidelines share.\n",
        *_safety(common, every[0]),
    ]
    for one in every:
        parts.extend(_guideline(one, common))
    return "".join(parts)


def theorems_page() -> str:
    """Return docs/reference/theorems.md."""
    return _THEOREMS + "".join(line for name in BY_ID for line in _verdicts(name))


def _index(every: tuple[Guideline, ...]) -> Iterator[str]:
    yield table(
        ("guideline", "id", "steps", "transitions", "advice", "follow-up", "cautions", "gates"),
        (
            (
                one.title,
                f"`{one.id}`",
                str(len(one.steps)),
                str(len(one.transitions)),
                str(len(one.recommendations) - len(follow_up(one))),
                str(len(follow_up(one))),
                str(len(one.cautions)),
                str(len(one.gates)),
            )
            for one in every
        ),
    )


def _guideline(guideline: Guideline, common: tuple[AnyRule, ...]) -> Iterator[str]:
    yield f"\n## {guideline.title}\n\n`{guideline.id}` {guideline.version}, {guideline.review}.\n"
    yield f"For whom: {spelled(guideline.scope, guideline.site())}.\n"
    for amendment in guideline.amendments:
        yield (
            f"\nAmends `{amendment.base}`, because {amendment.because}: "
            f"{len(amendment.added)} rules added, {len(amendment.replaced)} replaced, "
            f"{len(amendment.removed)} removed.\n"
        )
    for step in guideline.steps:
        yield f"\n### {step.title} `{step.stage.value}`\n\n"
        yield from _actions(step)
        rows = tuple(_transition(one, guideline) for one in guideline.transitions_at(step.stage))
        if rows:
            yield table(("priority", "rule", "when", "then", "rests on"), rows)
        else:
            yield "\nThe end: hands the patient on.\n" if step.final else "\nNothing leads on.\n"
    advice = [one for one in guideline.recommendations if one.topic is Topic.PATHWAY]
    if advice:
        yield "\n### Advice beside the steps\n"
        yield table(
            ("advice", "rule", "when", "what", "rests on"),
            (_advice(one, guideline) for one in advice),
        )
    own = tuple(rule for rule in guideline.rules if rule not in common)
    yield from _safety(own, guideline)
    yield "\n### Criteria, spelled out\n"
    yield table(
        ("criterion", "means", "rests on"),
        (
            (one.title, spelled(one.condition, guideline.site()), ids(one.warrant))
            for one in _criteria(guideline)
        ),
    )


def _safety(rules: tuple[AnyRule, ...], guideline: Guideline) -> Iterator[str]:
    site = guideline.site()
    cautions = [one for one in rules if isinstance(one, Caution)]
    gates = [one for one in rules if isinstance(one, Gate)]
    settings = [one.parameter for one in rules if isinstance(one, Setting)]
    if cautions:
        yield "\n### Must not\n"
        yield table(
            ("rule", "treatments", "when", "why", "rests on"),
            (
                (
                    one.id,
                    ", ".join(drug.label for drug in one.avoid.treatments),
                    spelled(one.avoid.when, site),
                    one.avoid.text,
                    ids(one.warrant),
                )
                for one in cautions
            ),
        )
    if gates:
        yield "\n### Gates\n"
        yield table(
            ("rule", "before", "needs", "rests on"),
            (
                (
                    one.id,
                    ", ".join(drug.label for drug in one.treatments),
                    spelled(one.needs, site),
                    ids(one.warrant),
                )
                for one in gates
            ),
        )
    if settings:
        yield "\n### Settings of a site\n"
        yield table(
            ("setting", "default", "allowed", "rests on"),
            (
                (one.label, plain(one.default), str(one.allowed), ids(one.warrant))
                for one in settings
            ),
        )


def _criteria(guideline: Guideline) -> tuple[Criterion, ...]:
    beside = follow_up(guideline)
    return tuple(
        dict.fromkeys(
            named
            for rule in guideline.rules
            if rule not in beside
            for condition in conditions_of(rule)
            for named in criteria(condition)
        )
    )


def _transition(one: Transition, guideline: Guideline) -> tuple[str, ...]:
    titles = " or else ".join(guideline.step(target).title for target in one.to)
    until = "" if one.until is None else f", {plain(one.until.value)} days"
    where = f"stay{until}" if one.stays else f"**{titles}**"
    return (
        str(one.priority),
        one.id,
        spelled(one.when, guideline.site()),
        f"{where}: {one.because}",
        ids(one.warrant),
    )


def _advice(one: Recommendation, guideline: Guideline) -> tuple[str, ...]:
    where = f"; at {', '.join(stage.value for stage in one.at)}" if one.at else ""
    return (
        one.title,
        one.id,
        spelled(one.when, guideline.site()) + where,
        "<br>".join(map(action_text, one.do)),
        ids((*one.warrant, *(each for action in one.do for each in action.warrant))),
    )


def _actions(rule: Step) -> Iterator[str]:
    for action in rule.do:
        yield f"- {action_text(action)} [{ids(action.warrant)}]\n"


def _verdicts(name: str) -> Iterator[str]:
    yield f"\n## {BY_ID[name].title} (`{name}`)\n"
    found = verdicts(name)
    counts = Counter((one.theorem, one.outcome) for one in found)
    yield table(
        ("theorem", *map(str, Outcome)),
        (
            (str(theorem), *(str(counts[theorem, one] or "") for one in Outcome))
            for theorem in Theorem
        ),
    )
    known = failing(name)
    if known:
        yield "\nWhat does not hold, and why that is so:\n"
        yield table(
            ("theorem", "of", "ends as", "why"),
            (
                (str(theorem), subject, str(row.outcome), why)
                for theorem, row in known.items()
                for subject, why in row.why.items()
            ),
        )
