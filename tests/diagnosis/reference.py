"""The diagnosis as a page to read: docs/reference/diagnosis.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.alps.wording import action_text, ids, spelled, table
from tests.diagnosis.reading import vignettes

from ferrata.alps.diagnosis.assessment import DIAGNOSIS
from ferrata.guideline.assessment import CriteriaSet, FalsifiedBy, ForAge, Item, Kind
from ferrata.guideline.conditions import Condition, any_of
from ferrata.guideline.units import plain

_INTRODUCTION = """\
# Diagnosis

<!-- Written by scripts/docs from src/ferrata/alps/diagnosis. Change it there, run scripts/docs. -->

What `ferrata diagnose` judges by. One criteria set concludes; its published copies are compared,
and other definitions are shown beside. A value drawn under a treatment that changes it is a bound
and never the value itself, and what nobody recorded is unknown. **Nobody has reviewed this
clinically.** A short name in `code style` is the id of a rule.
"""
_READ = """
## How values are read before they are judged

A value drawn under one of these circumstances counts on one side only: what *lowers* it leaves a
lower bound (a high value counts, a normal one settles nothing), what *raises* it an upper bound,
what *replaces* it leaves nothing.
"""
_CASES = """
## Vignettes

Each case is a test, written from the sources before the program was asked; its facts stand in
[tests/diagnosis/vignettes.md](../../tests/diagnosis/vignettes.md).
"""

_SET = DIAGNOSIS.criteria
_MET = any_of(*(_SET.condition(one.id) for one in _SET.conclusions))
_NAMED: dict[Condition, str] = {
    _MET: "the criteria are met",
    **{_SET.condition(one.id): one.title for one in _SET.conclusions},
    **{one.condition: one.id for one in _SET.items},
}


def diagnosis_page() -> str:
    """Return docs/reference/diagnosis.md."""
    made = DIAGNOSIS
    parts = [_INTRODUCTION, f"\n`{made.id}` {made.version}, {made.review}.\n"]
    parts += _set(made.criteria)
    parts.append("\n## Published copies of the criteria\n\nWhat each writes otherwise.\n")
    parts += [part for one in made.copies for part in _copy(one, made.criteria)]
    parts.append("\n## Other definitions\n\nShown beside; they conclude nothing.\n")
    parts += [part for one in made.others for part in _set(one, "###")]
    parts.append("\n## Kinds of ALPS\n")
    parts.append(_kinds(made.kinds))
    parts.append(
        "\n## Not to be called ALPS\n\nFound, each overrules the criteria when "
        f"{spelled(made.overruled)}.\n{_kinds(made.exclusions)}"
    )
    parts += ["\n## Said whenever it holds\n", _kinds(made.alerts), _READ, *_read(), *_next()]
    return "".join([*parts, _CASES, _vignettes()])


def _set(one: CriteriaSet, level: str = "##") -> Iterator[str]:
    yield f"\n{level} {one.title} `{one.id}`\n"
    if one.because:
        yield f"\nAmends `{one.base}`: {one.because}.\n"
    if one.scope is not None:
        yield f"\nFor whom: {one.scope.title}: {spelled(one.scope.condition)}.\n"
    yield table(("item", "asks", "condition", "note", "rests on"), map(_item, one.items))
    yield table(
        ("conclusion", "needs", "what follows", "rests on"),
        (
            (
                f"**{each.title}**",
                " and ".join(f"{need.count} of {', '.join(need.items)}" for need in each.needs),
                each.text,
                ids(each.warrant),
            )
            for each in one.conclusions
        ),
    )


def _copy(one: CriteriaSet, base: CriteriaSet) -> Iterator[str]:
    yield f"\n### {one.title} `{one.id}`\n\nBecause {one.because}.\n"
    changed = [item for item in one.items if item != base.item(item.id)]
    yield table(("item", "asks", "condition", "note", "rests on"), map(_item, changed))


def _item(one: Item) -> tuple[str, ...]:
    return one.id, one.title, spelled(one.condition), one.note, ids(one.warrant)


def _kinds(kinds: Iterable[Kind]) -> str:
    return table(
        ("kind", "rule", "when", "what follows", "rests on"),
        (
            (
                one.title + (f" (formerly {one.former})" if one.former else ""),
                f"`{one.id}`",
                spelled(one.when, named=_NAMED),
                f"{one.text} {one.beside}".strip(),
                ids(one.warrant),
            )
            for one in kinds
        ),
    )


def _read() -> Iterator[str]:
    made = DIAGNOSIS
    yield table(
        ("rule", "says", "values", "circumstance", "rests on"),
        (
            (
                f"`{one.id}`",
                f"{one.how.value}: {one.title}",
                ", ".join(each.label for each in one.concepts),
                _circumstance(one),
                ids(one.warrant),
            )
            for one in made.falsified
        ),
    )
    yield "\nLimits for age: a result is read as a multiple of the limit for the age of that day.\n"
    yield table(("rule", "of", "limits, from an age on", "rests on"), map(_for_age, made.for_age))
    yield "\nOther readings:\n"
    yield table(("rule", "reading", "rests on"), _others())


def _circumstance(one: FalsifiedBy) -> str:
    parts = [each.label for each in one.treatments]
    if parts:
        lasts = "for good" if one.lasts is None else f"until {plain(one.lasts.value)} days after it"
        parts[-1] += f", {lasts}"
    parts += [f"after: {each.label}" for each in one.after]
    return "; ".join(parts)


def _for_age(one: ForAge) -> tuple[str, ...]:
    unit = one.limits[0][1].unit
    listed = "; ".join(f"{_age(start.value)}: {plain(limit.value)}" for start, limit in one.limits)
    return f"`{one.id}`", f"{one.title} ({unit})", listed, ids(one.warrant)


def _age(days: object) -> str:
    number = int(str(days))
    return f"{number} days" if number < 730 else f"{round(number / 365.25)} years"


def _others() -> Iterator[tuple[str, ...]]:
    for one in DIAGNOSIS.implied:
        by = ", ".join(each.label for each in one.by)
        yield f"`{one.id}`", f"{one.sign.label}: yes where one of these is: {by}", ids(one.warrant)
    for one in DIAGNOSIS.tallies:
        said = f"{one.analyte.label}: the days with a yes to {one.sign.label}, and no fewer"
        yield f"`{one.id}`", said, ids(one.warrant)
    for one in DIAGNOSIS.nested:
        said = " is at most ".join(each.label for each in one.shares)
        yield f"`{one.id}`", said, ids(one.warrant)


def _next() -> Iterator[str]:
    yield "\n## The next steps, in this order\n"
    yield table(
        ("advice", "rule", "when", "what", "rests on"),
        (
            (
                one.title,
                f"`{one.id}`",
                spelled(one.when, named=_NAMED),
                "<br>".join(map(action_text, one.do)),
                ids((*one.warrant, *(each for action in one.do for each in action.warrant))),
            )
            for one in DIAGNOSIS.next
        ),
    )


def _vignettes() -> str:
    return table(
        ("case", "says", "conclusion", "kinds", "rests on"),
        (
            (
                one.id,
                one.title,
                one.keys["conclusion"],
                ", ".join(one.listed("kinds")),
                one.keys["statements"],
            )
            for one in vignettes().values()
        ),
    )
