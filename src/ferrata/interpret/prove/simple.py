"""The plainest patient that shows the same: round numbers, default settings, few findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from ferrata.guideline.conditions import Condition
from ferrata.interpret.prove.solver import Bool, Model, Undecided
from ferrata.interpret.prove.variables import Flag, Index, Number, Variables, scaled
from ferrata.interpret.prove.witness import all_features, all_parameters


def simplest(
    ask: Callable[..., Model | Undecided | None],
    found: Model,
    variables: Variables,
    conditions: Iterable[Condition],
) -> Model:
    """Return a model as good as `found`; one feature after the other is made plainer if it can be.

    `ask` is given further terms and returns a model of the question with them.
    """
    asked = tuple(conditions)
    kept: list[Bool] = []

    def prefer(wishes: Iterable[Bool]) -> None:
        nonlocal found
        for wish in wishes:
            better = ask(*kept, wish)
            if isinstance(better, Model):
                kept.append(wish)
                found = better
                return

    logic = variables.logic
    for parameter in all_parameters(asked):
        default = logic.constant(round(scaled(parameter.default)))
        prefer([logic.equal(variables.parameter(parameter), default)])
    for feature in all_features(asked):
        group = variables.group(feature)
        match group:
            case Flag(_, value):
                prefer([logic.opposite(value)])
            case Number(_, low, _):
                plainer = rounded(found.number(low))
                prefer(logic.equal(low, logic.constant(one)) for one in plainer)
            case Index(_, place):
                prefer([logic.equal(place, logic.constant(found.number(place)))])
            case _:
                assert_never(group)
    return found


def rounded(number: int) -> Iterator[int]:
    """Yield `number` rounded down and up to one digit, then to two, until it is itself."""
    step = 10 ** (len(str(abs(number))) - 1)
    while number % step:
        yield number // step * step
        yield number // step * step + step
        step //= 10
    yield number
