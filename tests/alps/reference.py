"""Pages made from the guidelines: docs/reference/guidelines.md and docs/reference/theorems.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import assert_never

from tests.alps.proofs import BY_ID, failing, verdicts
from tests.alps.sourcing import conditions_of, criteria

from ferrata.guideline.actions import (
    Action,
    Ask,
    Consider,
    Continue,
    Give,
    Monitor,
    Order,
    Refer,
)
from ferrata.guideline.conditions import Criterion
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import Recommendation, Step, Transition
from ferrata.guideline.units import plain
from ferrata.interpret.prove import Outcome, Theorem
from ferrata.plan.words import condition_text

_GUIDELINES = """\
# The guidelines, rule by rule

<!-- Written by scripts/docs from src/ferrata/alps. Change the rules, then run scripts/docs. -->

Each rule with its id, its condition and what it rests on. **Nobody has reviewed these guidelines
clinically.** A lower priority number goes first. Ids that begin with A and a number are declared
assumptions, all others are numbered statements of the sources, except those of rules.
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
    return _GUIDELINES + "".join(line for one in BY_ID.values() for line in _guideline(one))


def theorems_page() -> str:
    """Return docs/reference/theorems.md."""
    return _THEOREMS + "".join(line for name in BY_ID for line in _verdicts(name))


def _guideline(guideline: Guideline) -> Iterator[str]:
    site = guideline.site()
    yield f"\n## {guideline.title}\n\n`{guideline.id}` {guideline.version}, {guideline.review}.\n"
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
            yield from _table(("priority", "rule", "when", "then", "rests on"), rows)
        else:
            yield "\nThe end: hands the patient on.\n" if step.final else "\nNothing leads on.\n"
    if guideline.recommendations:
        yield "\n### At any stage\n\n"
        for one in guideline.recommendations:
            yield f"\n*{one.title}* `{one.id}`, when {condition_text(one.when, site)}:\n\n"
            yield from _actions(one)
    yield "\n### Must not\n"
    yield from _table(
        ("rule", "treatments", "when", "why", "rests on"),
        tuple(
            (
                one.id,
                ", ".join(drug.label for drug in one.avoid.treatments),
                condition_text(one.avoid.when, site),
                one.avoid.text,
                _ids(one.warrant),
            )
            for one in guideline.cautions
        ),
    )
    yield "\n### Gates\n"
    yield from _table(
        ("rule", "before", "needs", "rests on"),
        tuple(
            (
                one.id,
                ", ".join(drug.label for drug in one.treatments),
                condition_text(one.needs, site),
                _ids(one.warrant),
            )
            for one in guideline.gates
        ),
    )
    yield "\n### Settings of a site\n"
    yield from _table(
        ("setting", "default", "allowed", "rests on"),
        tuple(
            (one.label, plain(one.default), str(one.allowed), _ids(one.warrant))
            for one in guideline.parameters
        ),
    )
    yield "\n### Criteria, spelled out\n"
    yield from _table(
        ("criterion", "means", "rests on"),
        tuple(
            (one.title, condition_text(one.condition, site), _ids(one.warrant))
            for one in _criteria(guideline)
        ),
    )


def _criteria(guideline: Guideline) -> tuple[Criterion, ...]:
    return tuple(
        dict.fromkeys(
            named
            for rule in guideline.rules
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
        condition_text(one.when, guideline.site()),
        f"{where}: {one.because}",
        _ids(one.warrant),
    )


def _actions(rule: Step | Recommendation) -> Iterator[str]:
    for action in rule.do:
        yield f"- {_action(action)} [{_ids(action.warrant)}]\n"


def _action(action: Action) -> str:
    match action:
        case Give(treatment, text, _, dose):
            amount = ""
            if dose is not None:
                low, high = plain(dose.low.value), plain(dose.high.value)
                span = low if low == high else f"{low} to {high}"
                amount = f": {span} {dose.low.unit}"
                if dose.divided > 1:
                    amount += f" in {dose.divided} doses"
                if dose.days is not None:
                    amount += f", {plain(dose.days.low)} to {plain(dose.days.high)} days"
                if dose.cap is not None:
                    amount += f", at most {plain(dose.cap.default)} {dose.cap.allowed.unit}"
            return f"give {treatment.label}{amount}. {text}"
        case Continue(treatment, text):
            return f"continue {treatment.label}. {text}"
        case Consider(treatment, text):
            return f"consider {treatment.label}. {text}"
        case Order(_, text):
            return f"order: {text}"
        case Ask(_, text):
            return f"ask: {text}"
        case Monitor(_, every, text):
            return f"every {plain(every.value)} days: {text}"
        case Refer(to, text):
            return f"bring in {to}: {text}"
        case _:
            assert_never(action)


def _verdicts(name: str) -> Iterator[str]:
    yield f"\n## {BY_ID[name].title} (`{name}`)\n"
    found = verdicts(name)
    counts = Counter((one.theorem, one.outcome) for one in found)
    yield from _table(
        ("theorem", *map(str, Outcome)),
        tuple(
            (str(theorem), *(str(counts[theorem, one] or "") for one in Outcome))
            for theorem in Theorem
        ),
    )
    known = failing(name)
    if known:
        yield "\nWhat does not hold, and why that is so:\n"
        yield from _table(
            ("theorem", "of", "ends as", "why"),
            tuple(
                (str(theorem), subject, str(row.outcome), why)
                for theorem, row in known.items()
                for subject, why in row.why.items()
            ),
        )


def _table(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    yield "\n"
    for cells in (header, tuple("---" for _ in header), *rows):
        yield "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |\n"


def _ids(warrants: tuple[Warrant, ...]) -> str:
    return " ".join(one.id for one in warrants)
