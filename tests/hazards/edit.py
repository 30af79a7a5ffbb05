"""A fault as a programmer makes one: a few characters of a function, exchanged."""

from __future__ import annotations
import __future__

import inspect
import textwrap
from collections.abc import Callable
from typing import Any


def instead(right: str, wrong: str) -> Callable[[Any], Any]:
    """Return what makes of a function the same with `wrong` written where `right` stands.

    `right` has to stand in its source exactly once, so that a fault cannot go stale unseen.
    """

    def broken(what: Any) -> Any:
        function: Any = what.fget if isinstance(what, property) else inspect.unwrap(what)
        source = textwrap.dedent(inspect.getsource(function))
        if source.count(right) != 1:
            raise ValueError(f"{right!r} stands {source.count(right)} times in\n{source}")
        code = compile(
            source.replace(right, wrong),
            function.__code__.co_filename,
            "exec",
            flags=__future__.annotations.compiler_flag,
            dont_inherit=True,
        )
        made: dict[str, Any] = {}
        exec(code, function.__globals__, made)  # noqa: S102
        return made[function.__name__]

    return broken


def always(answer: object) -> Callable[[Any], Any]:
    """Return what makes of a function one that always returns `answer`."""

    def broken(_: Any) -> Any:
        def wrong(*_: object, **__: object) -> object:
            return answer

        return wrong

    return broken


def changed(**entries: Any) -> Callable[[Any], Any]:
    """Return what makes of a table the same with these `entries`; underscores are hyphens."""

    def broken(right: Any) -> Any:
        return {**right, **{key.replace("_", "-"): value for key, value in entries.items()}}

    return broken
