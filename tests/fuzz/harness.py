"""One execution, judged; and many of them in plain Python, without a fuzzer's guidance."""

from __future__ import annotations

import decimal
import math
import signal
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from random import Random
from types import FrameType
from typing import Any, cast

import msgspec
from tests.fuzz.odd import Mutator

from ferrata.languages import spoken

SECONDS = 5.0
"""Of processor time for one execution; the slowest allowed input takes a tenth of it."""


@dataclass(frozen=True)
class Target:
    """A reader under test.

    `read` runs it on the input and checks what holds of every answer; `covers` are the public
    functions that it stands for; `documented` are the errors that they may raise. `full` and
    `fast` are the executions of each tier, `longest` the longest input in bytes. `watched` are the
    packages whose branches guide the fuzzer, beside the modules of `covers`.
    """

    name: str
    read: Callable[[bytes], object]
    covers: tuple[Callable[..., Any], ...]
    seeds: Callable[[], tuple[bytes, ...]]
    mutate: Mutator
    documented: tuple[type[Exception], ...]
    full: int
    fast: int
    watched: tuple[str, ...] = ()
    longest: int = 262_144


class Finding(AssertionError):
    """The reader did what it must not do; says what, and with which input."""


class Hang(BaseException):
    """An execution took longer than :data:`SECONDS`; no reader may catch it."""


def execute(target: Target, data: bytes) -> str:
    """Run a target on one input and return "read" or "refused".

    Raises:
        BaseException: whatever it raised that its documentation does not name; AssertionError when
            its answer is not finite or it left something behind.
    """
    before = _state()
    try:
        with _limited():
            found = target.read(data)
    except target.documented as error:
        said, outcome = str(error), "refused"
    else:
        assert is_finite(found), "not a number, or infinite"
        said, outcome = "it was read", "refused" if found is None else "read"
    assert said.strip(), "refused without a word"
    after = _state()
    assert after == before, f"left behind: {before} became {after}"
    return outcome


def explore(target: Target, executions: int, seed: int) -> Counter[str]:
    """Run the seeds and then mutations of them; return how many were read and refused.

    Raises:
        Finding: with the input that did it.
    """
    random = Random(f"{target.name} {seed}")  # noqa: S311 # a reproducible choice, no secret
    seeds = target.seeds()
    outcomes: Counter[str] = Counter()
    for number in range(executions):
        data = (
            seeds[number]
            if number < len(seeds)
            else target.mutate(random.choice(seeds), random)[: target.longest]
        )
        try:
            outcomes[execute(target, data)] += 1
        except (Exception, Hang) as error:
            raise Finding(told(target.name, data, error)) from error
    return outcomes


def told(name: str, data: bytes, error: BaseException | str) -> str:
    """Say what was found: the target, the error and the input, so that it can be run again."""
    what = error if isinstance(error, str) else f"{type(error).__name__}: {str(error)[:400]}"
    shown = repr(data[:_SHOWN]) + (f" … {len(data)} bytes" if len(data) > _SHOWN else "")
    return f"{name}: {what}\n  input: {shown}"


_SHOWN = 400


def is_finite(found: object) -> bool:
    """Whether no number inside a value is NaN or infinite."""
    match found:
        case None | bool() | int() | str() | bytes():
            return True
        case float():
            return math.isfinite(found)
        case Decimal():
            return found.is_finite()
        case Mapping():
            held = cast("Mapping[object, object]", found)
            return all(is_finite(one) for pair in held.items() for one in pair)
        case tuple() | list() | set() | frozenset():
            return all(map(is_finite, cast("tuple[object, ...]", found)))
        case msgspec.Struct():
            return all(is_finite(getattr(found, name)) for name in found.__struct_fields__)
        case _ if is_dataclass(found):
            return all(is_finite(getattr(found, one.name)) for one in fields(found))
        case _:
            return True


def _state() -> tuple[object, ...]:
    """What a reader could leave behind for the next: the arithmetic, the language, the limits."""
    context = decimal.getcontext()
    return (
        context.prec,
        context.rounding,
        context.traps[decimal.Inexact],
        context.traps[decimal.InvalidOperation],
        sys.getrecursionlimit(),
        len(warnings.filters),
        spoken(),
    )


@contextmanager
def _limited() -> Generator[None, None, None]:
    """Raise Hang in a reader that takes too long, by its own processor time."""

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise Hang(f"more than {SECONDS:g} s of processor time")

    former = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, former)
