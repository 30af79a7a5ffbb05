"""Tests as checks: each parametrized call of a test function, made in this process.

A mutant of declared data is tried by calling the tests that stand beside the data. What a test
takes as a parameter, or as a name of its module, is exchanged for what the mutant makes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import product
from types import ModuleType
from typing import Any, cast
from unittest.mock import patch

from tests.mutation.model import DROP

from ferrata.guideline.errors import FerrataError

NOTICED = (
    *(AssertionError, FerrataError, LookupError, ValueError, TypeError),
    *(StopIteration, RuntimeError),
)
"""How a test fails when what it asks about has changed or is gone."""


@dataclass(frozen=True)
class Check:
    """One call of a test: its name, the ids that it is marked with, and its arguments."""

    id: str
    statements: tuple[str, ...]
    function: Callable[..., object]
    arguments: Mapping[str, object]

    def said(self, swaps: Mapping[int, object]) -> str:
        """Return why the test fails with exchanged arguments; empty when it passes."""
        arguments = {name: swaps.get(id(one), one) for name, one in self.arguments.items()}
        if any(one is DROP for one in arguments.values()):
            return ""  # what is gone is asked about no more: others have to notice
        try:
            self.function(**arguments)
        except NOTICED as error:
            return f"{type(error).__name__}: {error}".partition("\n")[0]
        return ""


def checks(module: ModuleType, *, without: Iterable[str] = ()) -> tuple[Check, ...]:
    """Return every call of every test of a module, in reading order."""
    found: list[Check] = []
    for name, function in vars(module).items():
        if name.startswith("test_") and name not in without and callable(function):
            found.extend(_calls(name, function))
    return tuple(found)


def _calls(name: str, function: Callable[..., object]) -> Iterator[Check]:
    marks = cast("list[Any]", getattr(function, "pytestmark", []))
    own = [str(mark.args[0]) for mark in marks if mark.name == "statement"]
    axes = [tuple(_axis(*mark.args)) for mark in marks if mark.name == "parametrize"]
    for chosen in product(*axes):
        arguments = {key: value for one, _ in chosen for key, value in one.items()}
        ids = dict.fromkeys((*own, *(id for _, marked in chosen for id in marked)))
        told = " ".join(str(value)[:40] for value in arguments.values())
        yield Check(f"{name} {told}".strip(), tuple(ids), function, arguments)


def _axis(
    names: str | tuple[str, ...], values: Iterable[Any]
) -> Iterator[tuple[dict[str, object], tuple[str, ...]]]:
    keys = [one.strip() for one in names.split(",")] if isinstance(names, str) else list(names)
    for one in values:
        inner = cast("tuple[object, ...] | None", getattr(one, "values", None))
        marked = cast("tuple[Any, ...]", getattr(one, "marks", ()))
        row = inner if isinstance(inner, tuple) else ((one,) if len(keys) == 1 else one)
        ids = tuple(str(mark.args[0]) for mark in marked if mark.name == "statement")
        yield dict(zip(keys, row, strict=True)), ids


@contextmanager
def exchanged(names: Mapping[str, object], modules: Iterable[ModuleType]) -> Generator[None]:
    """Let `modules` see other values under `names`, where they have them."""
    with ExitStack() as stack:
        for module in modules:
            for name, value in names.items():
                if hasattr(module, name):
                    stack.enter_context(patch.object(module, name, value))
        yield
