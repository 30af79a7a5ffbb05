"""Follow-up as a page to read: docs/reference/care.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.alps.sourcing import criteria
from tests.alps.wording import action_text, ids, spelled, table
from tests.care.reading import vignettes

from ferrata.alps.care.grades import Toxicity
from ferrata.alps.guidelines import RECONCILED
from ferrata.guideline.actions import Monitor
from ferrata.guideline.derivations import Cases
from ferrata.guideline.pathway import Recommendation, Topic
from ferrata.guideline.units import plain
from ferrata.plan.parts import follow_up

_INTRODUCTION = """\
# Follow-up

<!-- Written by scripts/docs from src/ferrata/alps/care. Change it there, run scripts/docs. -->

What the reconciled guideline recommends beside its pathway. `ferrata plan` and `ferrata summary`
show what certainly applies to a patient, what is due or overdue, and which answers the rest waits
for. An interval counts from the last time on record; where a rule asks for a course of treatment
and nothing is on record, from its start. **Nobody has reviewed this clinically.**
"""
_GRADES = """
## Grades of toxicity

By CTCAE v5.0. The first row that holds is the grade; where the limit of normal is not known, 0 and
1 are one grade.
"""
_CASES = """
## Vignettes

Each case is a test, written from the sources before the code; facts and expected follow-up stand in
[tests/care/vignettes.md](../../tests/care/vignettes.md).
"""
_SITE = RECONCILED.site()


def care_page() -> str:
    """Return docs/reference/care.md."""
    every = follow_up(RECONCILED)
    once = {topic: [one for one in every if one.topic is topic] for topic in Topic}
    return "".join(
        [
            _INTRODUCTION,
            "\n## Monitoring: what is looked at again, and how often\n",
            _schedule(every),
            "\n## Monitoring: what is done when a value calls for it\n",
            _advice(once[Topic.MONITORING]),
            "\n## Prevention\n",
            _advice(once[Topic.PREVENTION]),
            "\n## Manifestations other than cytopenia\n",
            _advice(once[Topic.MANIFESTATION]),
            _GRADES,
            *_grades(),
            "\n## Criteria, spelled out\n",
            _criteria(every),
            _CASES,
            table(
                ("case", "says", "rests on"),
                ((one.id, one.title, " ".join(one.statements)) for one in vignettes()),
            ),
        ]
    )


def _schedule(every: Iterable[Recommendation]) -> str:
    return table(
        ("every", "what", "while", "rule", "rests on"),
        (row for one in every for row in _looks(one)),
    )


def _looks(one: Recommendation) -> Iterator[tuple[str, ...]]:
    looks = [action for action in one.do if isinstance(action, Monitor)]
    for every in dict.fromkeys(action.every for action in looks):
        chosen = [action for action in looks if action.every == every]
        yield (
            f"{plain(every.value)} days",
            "; ".join(action.text for action in chosen),
            spelled(one.when, _SITE) + _at(one),
            f"{one.title} `{one.id}`",
            ids((*one.warrant, *(each for action in chosen for each in action.warrant))),
        )


def _at(one: Recommendation) -> str:
    return f"; at the stage {', '.join(stage.value for stage in one.at)}" if one.at else ""


def _advice(every: Iterable[Recommendation]) -> str:
    return table(
        ("advice", "rule", "when", "what", "rests on"),
        (row for one in every for row in _once(one)),
    )


def _once(one: Recommendation) -> Iterator[tuple[str, ...]]:
    actions = [action for action in one.do if not isinstance(action, Monitor)]
    if actions:
        yield (
            one.title,
            f"`{one.id}`",
            spelled(one.when, _SITE) + _at(one),
            "<br>".join(map(action_text, actions)),
            ids((*one.warrant, *(each for action in actions for each in action.warrant))),
        )


def _criteria(every: Iterable[Recommendation]) -> str:
    named = dict.fromkeys(found for one in every for found in criteria(one.when))
    return table(
        ("criterion", "means", "rests on"),
        ((one.title, spelled(one.condition, _SITE), ids(one.warrant)) for one in named),
    )


def _grades() -> Iterator[str]:
    rows: list[tuple[str, ...]] = []
    for feature in Toxicity.features:
        if isinstance(feature.derived, Cases):
            for condition, grade in feature.derived.cases:
                rows.append((feature.label, grade.value.replace("-", " "), spelled(condition)))
    yield table(("toxicity", "grade", "when"), rows)
