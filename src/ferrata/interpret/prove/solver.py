"""The part of Z3 that the proofs use, with types. No other module imports z3."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NewType

import z3  # pyright: ignore[reportMissingTypeStubs] - it has none

_z3: Any = z3  # it comes without types

Bool = NewType("Bool", object)
"""A term that is true or false."""
Int = NewType("Int", object)
"""A term that is an integer."""
Real = NewType("Real", object)
"""A term that is a real number."""

SEED = 20150


def version() -> str:
    """Return the version of the solver."""
    return str(_z3.get_version_string())


class Logic:
    """Makes terms. Each proof has its own, so that what ran before cannot change its models."""

    def __init__(self) -> None:
        self.context: Any = _z3.Context()

    def truth(self, value: bool) -> Bool:
        return Bool(_z3.BoolVal(value, self.context))

    def flag(self, name: str) -> Bool:
        return Bool(_z3.Bool(name, self.context))

    def constant(self, value: int) -> Int:
        return Int(_z3.IntVal(value, self.context))

    def number(self, name: str) -> Int:
        return Int(_z3.Int(name, self.context))

    def all(self, *parts: Bool) -> Bool:
        return Bool(_z3.And(*parts, self.context))

    def any(self, *parts: Bool) -> Bool:
        return Bool(_z3.Or(*parts, self.context))

    def opposite(self, part: Bool) -> Bool:
        return Bool(_z3.Not(part, self.context))

    def count(self, least: int, parts: tuple[Bool, ...]) -> Bool:
        """At least `least` of `parts` are true; there must be one part."""
        return Bool(_z3.AtLeast(*parts, least))

    def equivalent(self, left: Bool, right: Bool) -> Bool:
        return Bool(_as_any(left) == right)

    def equal(self, left: Int, right: Int) -> Bool:
        return Bool(_as_any(left) == right)

    def less(self, left: Int, right: Int) -> Bool:
        return Bool(_as_any(left) < right)

    def at_most(self, left: Int, right: Int) -> Bool:
        return Bool(_as_any(left) <= right)

    def linear(self, factor: int, term: Int, offset: int = 0) -> Int:
        """``factor x term + offset``."""
        return Int(factor * _as_any(term) + offset)

    def real(self, name: str) -> Real:
        return Real(_z3.Real(name, self.context))

    def fraction(self, value: Fraction) -> Real:
        return Real(_z3.Q(value.numerator, value.denominator, self.context))

    def times(self, factor: Fraction, term: Real | Int) -> Real:
        """``factor x term``; an integer becomes a real number."""
        inner = _as_any(term)
        if _z3.is_int(inner):
            inner = _z3.ToReal(inner)
        return Real(_as_any(self.fraction(factor)) * inner)

    def plus(self, left: Real, right: Real) -> Real:
        return Real(_as_any(left) + right)

    def minus(self, left: Real, right: Real) -> Real:
        return Real(_as_any(left) - right)

    def either(self, condition: Bool, left: Real, right: Real) -> Real:
        """`left` where `condition` is true, else `right`."""
        return Real(_z3.If(condition, left, right))

    def smaller(self, left: Real, right: Real) -> Real:
        return self.either(self.not_above(left, right), left, right)

    def larger(self, left: Real, right: Real) -> Real:
        return self.either(self.not_above(left, right), right, left)

    def below(self, left: Real, right: Real) -> Bool:
        return Bool(_as_any(left) < right)

    def not_above(self, left: Real, right: Real) -> Bool:
        return Bool(_as_any(left) <= right)

    def same(self, left: Real, right: Real) -> Bool:
        return Bool(_as_any(left) == right)


def _as_any(term: object) -> Any:
    return term


class Model:
    """One way to make what was asked true; what was not asked has any value."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def truth(self, term: Bool) -> bool:
        return bool(_z3.is_true(self._model.eval(term, model_completion=True)))

    def number(self, term: Int) -> int:
        return int(self._model.eval(term, model_completion=True).as_long())

    def real(self, term: Real) -> Fraction:
        """The value of `term`, which linear arithmetic makes rational."""
        return Fraction(str(self._model.eval(term, model_completion=True).as_fraction()))


@dataclass(frozen=True, slots=True)
class Undecided:
    """Neither found nor excluded, and why."""

    why: str


class Solver:
    """Keeps what always holds, and finds models of that and of what is asked."""

    def __init__(self, logic: Logic, timeout: float) -> None:
        self.timeout = timeout
        self._solver: Any = _z3.Solver(ctx=logic.context)
        self._solver.set("random_seed", SEED)
        self._solver.set("timeout", max(1, round(timeout * 1000)))

    def add(self, *parts: Bool) -> None:
        """From now on, `parts` hold."""
        self._solver.add(*parts)

    def ask(self, *parts: Bool) -> Model | Undecided | None:
        """Return a model in which `parts` hold too; None when there is none."""
        self._solver.push()
        try:
            self._solver.add(*parts)
            result = self._solver.check()
            if result == _z3.sat:
                return Model(self._solver.model())
            if result == _z3.unsat:
                return None
            return Undecided(
                f"Z3 {version()} gave up: {self._solver.reason_unknown()} "
                f"(limit {self.timeout:g} s a question)"
            )
        finally:
            self._solver.pop()
