"""Conditions: what a criterion says of a patient, as a small frozen tree.

Thresholds are written with operators and a unit (``Case.platelets < 50_000 * per_uL``), logic in
words (:func:`all_of`, :func:`any_of`, :func:`at_least`, :func:`not_`). A finding is a condition by
itself. The union :data:`Condition` is sealed: each meaning matches on it, and a new node makes the
type checker name every meaning that lacks it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NoReturn, TypeAlias, cast

from ferrata.guideline.errors import NotACondition, RuleError
from ferrata.guideline.evidence import Warrant

if TYPE_CHECKING:
    from ferrata.guideline.features import Choice, Feature, Finding, Measurement
    from ferrata.guideline.parameters import Parameter


class Operator(StrEnum):
    """How a number is compared with a threshold."""

    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="


class Node:
    """Base of every condition: it has no truth of its own, and combines only in words."""

    __slots__ = ()

    def __bool__(self) -> NoReturn:
        raise NotACondition(
            "a condition stands in `and`, `or`, `not`, `if` or a chained comparison",
            why="Python would take it for true and drop the other half",
            write="all_of(a, b), any_of(a, b) or not_(a)",
        )

    def __and__(self, other: object) -> NoReturn:
        raise NotACondition(
            "`a & b` does not exist",
            why="`a & b < c` groups as `(a & b) < c`, a mistake nobody sees",
            write="all_of(a, b)",
        )

    def __or__(self, other: object) -> NoReturn:
        raise NotACondition(
            "`a | b` does not exist",
            why="`a | b < c` groups as `(a | b) < c`, a mistake nobody sees",
            write="any_of(a, b)",
        )

    def __invert__(self) -> NoReturn:
        raise NotACondition("`~a` does not exist", why="logic is written in words", write="not_(a)")


@dataclass(frozen=True, slots=True)
class Compare(Node):
    """A measurement against a threshold in the measurement's unit, or a site's parameter."""

    feature: Measurement
    operator: Operator
    threshold: Decimal | Parameter


@dataclass(frozen=True, slots=True)
class Relate(Node):
    """A measurement against another one: ``left <operator> factor x right + offset``."""

    left: Measurement
    operator: Operator
    factor: Decimal
    right: Measurement
    offset: Decimal


@dataclass(frozen=True, slots=True)
class Is(Node):
    """A choice is one of `options`."""

    feature: Choice
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IsKnown(Node):
    """A feature has a value. Only Order and Ask may depend on it."""

    feature: Feature


@dataclass(frozen=True, slots=True)
class AllOf(Node):
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf(Node):
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AtLeast(Node):
    """At least `count` of the parts hold."""

    count: int
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not(Node):
    """The part does not hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Criterion(Node):
    """A condition with the name clinicians use for it, and its warrant."""

    title: str
    condition: Condition
    warrant: tuple[Warrant, ...]


Condition: TypeAlias = (
    "Compare | Relate | Is | IsKnown | AllOf | AnyOf | AtLeast | Not | Criterion | Finding"
)


def all_of(*parts: Condition) -> AllOf:
    """Every part holds: no if one is no, else unknown if one is unknown, else yes."""
    return AllOf(_conditions("all_of", parts))


def any_of(*parts: Condition) -> AnyOf:
    """At least one part holds: yes if one is yes, else unknown if one is unknown, else no."""
    return AnyOf(_conditions("any_of", parts))


def at_least(count: int, *parts: Condition) -> AtLeast:
    """At least `count` parts hold: yes or no once the unknown parts cannot change it."""
    checked = _conditions("at_least", parts)
    number = cast("object", count)
    if not isinstance(number, int) or isinstance(number, bool):
        raise NotACondition(
            f"at_least got {number!r} where the count belongs",
            why="how many parts have to hold is asked before the parts",
            write="at_least(2, a, b, c)",
        )
    if not 1 <= count <= len(checked):
        raise RuleError(
            f"at_least({count}, ...) over {len(checked)} parts is always the same answer",
            why="a count below one or above the number of parts decides nothing",
            write=f"a count from 1 to {len(checked)}",
        )
    return AtLeast(count, checked)


def not_(part: Condition) -> Not:
    """The part does not hold; unknown stays unknown."""
    return Not(_conditions("not_", (part,))[0])


def known(feature: Feature) -> IsKnown:
    """The feature has a value. Guards, gates and cautions may not use it: see `check_monotone`."""
    return IsKnown(feature)


def criterion(title: str, condition: Condition, warrant: tuple[Warrant, ...]) -> Criterion:
    """Name a condition as clinicians do."""
    return Criterion(title, _conditions("criterion", (condition,))[0], warrant)


def _conditions(where: str, parts: tuple[Condition, ...]) -> tuple[Condition, ...]:
    for part in cast("tuple[object, ...]", parts):
        if isinstance(part, list | tuple):
            raise NotACondition(
                f"{where} got a {type(cast('object', part)).__name__} of parts",
                why="the parts are arguments of their own",
                write=f"{where}(a, b) rather than {where}([a, b])",
            )
        if not isinstance(part, Node):
            raise NotACondition(
                f"{where} got {part!r}, which is not a condition",
                why="`==` between features compares Python objects and yields a plain bool"
                if isinstance(part, bool)
                else "only comparisons, findings, choices and their combinations have a meaning",
                write="choice.is_(OPTION), measurement >= 8 * g / dL, or a finding by itself",
            )
    if not parts:
        raise RuleError(
            f"{where}() has no parts",
            why="an empty list would hold for everybody, or for nobody",
            write=f"{where}(condition, ...)",
        )
    return parts


def children(condition: Condition) -> tuple[Condition, ...]:
    """Return the conditions directly inside `condition`; empty for a leaf."""
    match condition:
        case AllOf(parts) | AnyOf(parts) | AtLeast(_, parts):
            return parts
        case Not(part) | Criterion(_, part, _):
            return (part,)
        case _:
            return ()


def walk(condition: Condition) -> Iterator[Condition]:
    """Yield `condition` and everything inside it, outermost first."""
    yield condition
    for child in children(condition):
        yield from walk(child)


def features_of(condition: Condition) -> tuple[Feature, ...]:
    """Return the features that `condition` asks for, each once, in reading order."""
    found: dict[Feature, None] = {}
    for node in walk(condition):
        match node:
            case Compare(feature=feature) | Is(feature=feature) | IsKnown(feature=feature):
                found[feature] = None
            case Relate(left=left, right=right):
                found[left] = found[right] = None
            case AllOf() | AnyOf() | AtLeast() | Not() | Criterion():
                pass
            case finding:
                found[finding] = None
    return tuple(found)


def rebuild(condition: Condition, swap: Callable[[Feature], Feature]) -> Condition:
    """Return `condition` with every feature replaced by ``swap(feature)`` of the same kind."""

    def of(feature: Feature) -> Measurement:
        return cast("Measurement", swap(feature))

    match condition:
        case Compare(feature, operator, threshold):
            return Compare(of(feature), operator, threshold)
        case Relate(left, operator, factor, right, offset):
            return Relate(of(left), operator, factor, of(right), offset)
        case Is(feature, options):
            return Is(cast("Choice", swap(feature)), options)
        case IsKnown(feature):
            return IsKnown(swap(feature))
        case AllOf(parts):
            return AllOf(tuple(rebuild(part, swap) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(rebuild(part, swap) for part in parts))
        case AtLeast(count, parts):
            return AtLeast(count, tuple(rebuild(part, swap) for part in parts))
        case Not(part):
            return Not(rebuild(part, swap))
        case Criterion(title, part, warrant):
            return Criterion(title, rebuild(part, swap), warrant)
        case finding:
            return cast("Finding", swap(finding))
