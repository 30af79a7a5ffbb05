"""The manual of the language, written down from the spec tests: the same tables, in their order."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from types import ModuleType
from typing import cast

from tests.spec import words
from tests.spec.meanings import CONDITIONS, DERIVATIONS
from tests.spec.tables import Table, table
from tests.spec.toc import CONTENTS

from ferrata.guideline.conditions import Condition
from ferrata.guideline.derivations import Derivation
from ferrata.guideline.events import Treatment
from ferrata.guideline.features import Measurement
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.units import Quantity

_INTRODUCTION = f"""\
# The language, by example

<!-- Written by scripts/docs from tests/spec. Change the tests, then run scripts/docs. -->

Each paragraph is one sentence, one expression and its tables, and each is a test. Every condition
runs in {len(CONDITIONS)} ways ({", ".join(CONDITIONS)}), every derivation in {len(DERIVATIONS)} \
({", ".join(DERIVATIONS)}), and all of
them have to give the answers printed here. Why the language is as it is stands in
[the explanation](../explanation/language.md), what its words mean in
[the glossary](../../GLOSSARY.md).

The examples ask for these features. What is not recorded is unknown.

"""


@dataclass
class _Call:
    """One call of the harness: what stands between the expression and the next paragraph."""

    lead: list[str]
    tables: list[tuple[str, Table]]


@dataclass
class Recorder:
    """Stands in for the harness: it compares nothing and keeps the tables."""

    calls: list[_Call] = field(default_factory=list[_Call])

    def says(self, _: Condition, facts: str, *, site: Mapping[str, Quantity] | None = None) -> None:
        """Keep a condition's facts and answers."""
        lead = [f"At a site that sets `{name}` to {value}:" for name, value in (site or {}).items()]
        self.calls.append(_Call(lead, [("", table(facts))]))

    def derives(
        self, _: Derivation, events: str, expected: str, *, of: Treatment | None = None
    ) -> None:
        """Keep a derivation's events and values."""
        lead = [] if of is None else [f"Asked of {of.label}:"]
        self.calls.append(_Call(lead, [("The record:", _numbered(events)), ("", table(expected))]))

    def stands(self, _: Guideline, events: str, expected: str) -> None:
        """Keep a pathway's events and stages."""
        self.calls.append(_Call([], [("The record:", _numbered(events)), ("", table(expected))]))

    def reads(self, _: Measurement, quantities: str) -> None:
        """Keep a measurement's quantities."""
        self.calls.append(_Call([], [("", table(quantities))]))


_VERBS = ("says", "derives", "stands", "reads")


def _numbered(events: str) -> Table:
    given = table(events)
    rows = tuple((str(number), *row) for number, row in enumerate(given.rows, 1))
    return Table(("entry", *given.header), rows)


def manual() -> str:
    """Return the manual as Markdown."""
    parts = [_INTRODUCTION, _code(_source_of_words())]
    for number, (chapter, sections) in enumerate(CONTENTS.items(), 1):
        title, text = _titled(import_module(f"tests.spec.{chapter}"))
        parts.append(f"\n## {number} {title}\n\n{text}\n")
        for place, section in enumerate(sections, 1):
            module = import_module(f"tests.spec.{chapter}.test_{section}")
            parts.extend(_section(f"{number}.{place}", module))
    return "".join(parts)


def _source_of_words() -> str:
    return f"{inspect.getsource(words.Grade)}\n\n{inspect.getsource(words.Case)}".strip()


def _titled(module: ModuleType) -> tuple[str, str]:
    title, _, text = inspect.cleandoc(module.__doc__ or "").partition("\n")
    return title.removesuffix("."), text.strip()


def _section(number: str, module: ModuleType) -> Iterator[str]:
    title, text = _titled(module)
    yield f"\n### {number} {title}\n" + (f"\n{text}\n" if text else "")
    source = inspect.getsource(module)
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            test = cast("Callable[..., None]", getattr(module, node.name))
            yield from _paragraph(node, test, source)


def _paragraph(node: ast.FunctionDef, test: Callable[..., None], source: str) -> Iterator[str]:
    recorder = Recorder()
    verb = next(argument.arg for argument in node.args.args)
    test(**{verb: getattr(recorder, verb)})
    expressions = [_expression(call, source) for call in _harness_calls(node)]
    yield f"\n{inspect.cleandoc(ast.get_docstring(node) or '')}\n"
    for expression, call in zip(expressions, recorder.calls, strict=True):
        yield "\n" + "".join(f"{line}\n\n" for line in call.lead) + _code(expression)
        for caption, one in call.tables:
            yield "\n" + (f"{caption}\n\n" if caption else "") + _markdown(one)


def _harness_calls(node: ast.FunctionDef) -> list[ast.Call]:
    return [
        statement.value
        for statement in node.body
        if isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Call)
        and isinstance(statement.value.func, ast.Name)
        and statement.value.func.id in _VERBS
    ]


def _expression(call: ast.Call, source: str) -> str:
    argument = call.args[0]
    text = ast.get_source_segment(source, argument) or ""
    return textwrap.dedent(" " * argument.col_offset + text)


def _code(text: str) -> str:
    return f"```python\n{text}\n```\n"


def _markdown(one: Table) -> str:
    if not one.rows:
        return "*(empty)*\n"
    lines = [one.header, tuple("---" for _ in one.header), *one.rows]
    return "".join("| " + " | ".join(cells).rstrip() + " |\n" for cells in lines)
