"""What the encoding answers for one patient, so that tests can hold it against other meanings."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import cast

from ferrata.guideline.conditions import Condition, features_of
from ferrata.guideline.features import Choice, Feature, HasValues
from ferrata.guideline.parameters import Site
from ferrata.guideline.values import Answer, Between, FeatureValue, Known, Unknown
from ferrata.interpret.prove.encode import encode
from ferrata.interpret.prove.solver import Bool, Int, Logic, Model, Solver
from ferrata.interpret.prove.variables import Flag, Index, Number, Variables, scaled
from ferrata.interpret.prove.witness import answer_in


def answer_of(condition: Condition, facts: HasValues, site: Site) -> Answer:
    """Return the solver's answer when every variable has the value of `facts` and `site`.

    When all is known it is asked as proofs over known patients ask, else as those over partly
    unknown ones.

    Raises:
        ValueError: for a number that is not quantised, or a value of another kind than the
            feature's.
        TypeError: when the solver has no answer.
    """
    values = {feature: facts.value(feature) for feature in features_of(condition)}
    known = all(isinstance(value, Known) for value in values.values())
    variables = Variables(Logic(), known=known)
    pair = encode(condition, variables)
    solver = Solver(variables.logic, timeout=60)
    for feature, value in values.items():
        solver.add(*_fixed(variables, feature, value))
    for parameter, variable in variables.parameters.items():
        solver.add(variables.logic.equal(variable, _steps(variables.logic, site[parameter])))
    model = solver.ask()
    if not isinstance(model, Model):
        raise TypeError(f"no answer for one patient: {model}")
    return answer_in(model, pair)


def _fixed(variables: Variables, feature: Feature, value: FeatureValue) -> Iterator[Bool]:
    logic, group = variables.logic, variables.group(feature)
    yield logic.equivalent(group.unknown, logic.truth(isinstance(value, Unknown)))
    match group, value:
        case _, Unknown():
            pass
        case Number(_, low, high), Known(Decimal() as number):
            yield logic.equal(low, _steps(logic, number))
            yield logic.equal(high, _steps(logic, number))
        case Number(_, low, high), Between(lowest, highest):
            yield logic.equal(low, _steps(logic, lowest))
            yield logic.equal(high, _steps(logic, highest))
        case Flag(_, variable), Known(bool() as truth):
            yield logic.equivalent(variable, logic.truth(truth))
        case Index(_, place), Known(str() as option):
            names = [one.value for one in cast("Choice", feature).options]
            yield logic.equal(place, logic.constant(names.index(option)))
        case _:
            raise ValueError(f"{feature!r} cannot be {value!r}")


def _steps(logic: Logic, value: Decimal) -> Int:
    steps = scaled(value)
    if steps.denominator != 1:
        raise ValueError(f"{value} is not quantised to eight decimals")
    return logic.constant(steps.numerator)
