"""What can go wrong in an assessment: counts, readings, limits for age, kinds, steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from tests.mutation.leaves import shifted, step_of
from tests.mutation.model import DROP, Change

from ferrata.guideline.assessment import (
    Assessment,
    Conclusion,
    FalsifiedBy,
    Falsifies,
    ForAge,
    Implied,
    Kind,
    Nested,
)
from ferrata.guideline.pathway import Rule
from ferrata.guideline.units import Quantity, day

_T = TypeVar("_T")


def less(held: tuple[_T, ...]) -> Iterator[tuple[int, tuple[_T, ...]]]:
    """Yield a tuple without each of its members, with the place of the one that is gone."""
    for number in range(len(held)):
        yield number, (*held[:number], *held[number + 1 :])


def swapped(held: tuple[_T, ...]) -> Iterator[tuple[int, tuple[_T, ...]]]:
    """Yield a tuple with each two neighbors exchanged, with the place of the first."""
    for number in range(len(held) - 1):
        one, other = held[number : number + 2]
        yield number, (*held[:number], other, one, *held[number + 2 :])


def rules(rule: Rule) -> Iterator[Change]:
    """Yield what can become of `rule` of an assessment, apart from its conditions."""
    yield Change("rule dropped", lambda: DROP)
    match rule:
        case Conclusion():
            yield from _conclusion(rule)
        case FalsifiedBy():
            yield from _falsified(rule)
        case ForAge():
            yield from _for_age(rule)
        case Implied():
            for number, rest in less(rule.by):
                yield Change(
                    "kind of sign dropped", lambda r=rest: replace(rule, by=r), rule.by[number].id
                )
        case Nested():
            for number, rest in less(rule.shares):
                id = rule.shares[number].id
                yield Change("share dropped", lambda r=rest: replace(rule, shares=r), id)
            for number, rest in swapped(rule.shares):
                yield Change("shares swapped", lambda r=rest: replace(rule, shares=r), str(number))
        case Kind():
            for name in ("former", "beside"):
                if getattr(rule, name):
                    yield Change(f"{name} dropped", lambda n=name: replace(rule, **{n: ""}))
        case _:
            pass


def whole(assessment: Assessment) -> Iterator[tuple[str, Change]]:
    """Yield what can become of the order of an assessment, and of what it shows."""
    for name in ("copies", "others", "shown"):
        for number, rest in less(getattr(assessment, name)):
            id = getattr(assessment, name)[number].id
            yield (
                name,
                Change("dropped", lambda n=name, r=rest: replace(assessment, **{n: r}), id),
            )
    for number, rest in swapped(assessment.next):
        yield (
            "next",
            Change("steps swapped", lambda r=rest: replace(assessment, next=r), f"{number}"),
        )


def _conclusion(rule: Conclusion) -> Iterator[Change]:
    for number, among in enumerate(rule.needs):
        before, after = rule.needs[:number], rule.needs[number + 1 :]
        changed = [
            ("need dropped", str(number), ()),
            ("count one more", str(number), (replace(among, count=among.count + 1),)),
            ("count one fewer", str(number), (replace(among, count=among.count - 1),)),
        ]
        for gone, rest in less(among.items):
            new = replace(among, items=rest, count=min(among.count, len(rest)))
            changed.append(("item dropped from count", among.items[gone], (new,)))
        for operator, detail, middle in changed:
            needs = (*before, *middle, *after)
            yield Change(operator, lambda needs=needs: replace(rule, needs=needs), detail)


def _falsified(rule: FalsifiedBy) -> Iterator[Change]:
    for name in ("concepts", "treatments", "after"):
        held = getattr(rule, name)
        for number, rest in less(held):
            yield Change(
                f"{name} less",
                lambda n=name, r=rest: replace(rule, **{n: r}),
                held[number].id,
            )
    for how in Falsifies:
        if how is not rule.how:
            yield Change("effect", lambda h=how: replace(rule, how=h), how.value)
    if rule.treatments:
        yield from _days("lasts", rule.lasts, rule)


def _days(name: str, days: Quantity | None, rule: FalsifiedBy | ForAge) -> Iterator[Change]:
    if days is None:
        limited = Quantity(Decimal(365), day)
        yield Change(name, lambda: replace(rule, **{name: limited}), "a year")
        return
    for word, number in (
        ("a day more", days.value + 1),
        ("a day less", days.value - 1),
        ("twice", days.value * 2),
    ):
        new = Quantity(number, days.unit)
        yield Change(name, lambda n=new: replace(rule, **{name: n}), word)
    yield Change(name, lambda: replace(rule, **{name: None}), "not said")


def _for_age(rule: ForAge) -> Iterator[Change]:
    for number, (age, limit) in enumerate(rule.limits):

        def put(
            *new: tuple[Quantity, Quantity],
            before: tuple[tuple[Quantity, Quantity], ...] = rule.limits[:number],
            after: tuple[tuple[Quantity, Quantity], ...] = rule.limits[number + 1 :],
        ) -> object:
            return replace(rule, limits=(*before, *new, *after))

        yield Change("limit dropped", put, str(number))
        for word, value in shifted(limit.value, step_of(limit.unit.code, limit.value)):
            other = Quantity(value, limit.unit)
            yield Change("limit", lambda a=age, o=other, put=put: put((a, o)), f"{number} {word}")
        for word, value in (("a day later", age.value + 1), ("a day earlier", age.value - 1)):
            if number:
                from_ = Quantity(value, age.unit)
                yield Change(
                    "age", lambda a=from_, o=limit, put=put: put((a, o)), f"{number} {word}"
                )
    for number, rest in less(rule.near):
        yield Change("near less", lambda r=rest: replace(rule, near=r), rule.near[number].id)
    if rule.near:
        yield from _days("apart", rule.apart, rule)
    if rule.said is not None:
        yield Change("word not read", lambda: replace(rule, said=None))
