"""An error says what, where, why and what to write; where is the author's line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.guideline.samples import Stage
from tests.spec.words import Case, because

from ferrata.guideline import errors
from ferrata.guideline.conditions import all_of
from ferrata.guideline.errors import FerrataError, GuidelineError, RuleError, Where, author_line
from ferrata.guideline.pathway import Step


def test_where_is_shown_without_the_path_of_a_machine() -> None:
    """A file's name and the line."""
    assert str(Where("/home/somebody/guidelines/case.py", 31)) == "case.py:31"


def test_the_author_is_whoever_calls_the_language() -> None:
    """However deep in the language the error was noticed."""
    with pytest.raises(RuleError) as caught:
        all_of()
    assert caught.value.where.file == __file__
    assert caught.value.what == "all_of() has no parts"
    assert str(caught.value) == (
        f"{Path(__file__).name}:{caught.value.where.line}: all_of() has no parts\n"
        f"  why:   {caught.value.why}\n"
        f"  write: {caught.value.write}"
    )


def test_a_rule_remembers_the_line_it_was_written_on() -> None:
    """Through the methods that dataclasses generate, too."""
    here = author_line()
    step = Step(id="a", stage=Stage.FIRST, title="A", do=(), warrant=because)
    assert step.where == Where(here.file, here.line + 1)

    @dataclass(frozen=True, kw_only=True)
    class Special(Step):
        pass

    assert (
        Special(id="a", stage=Stage.FIRST, title="A", do=(), warrant=because).where.file == __file__
    )
    assert Case.bleeding.where.line > 0


def test_the_tree_of_errors_is_drawn_in_full() -> None:
    """Every class of error stands in the drawing, below its base."""
    drawing = (errors.__doc__ or "").splitlines()

    def indent(name: str) -> int:
        (line,) = [line for line in drawing if f"── {name} " in f"{line} "]
        return line.index(name)

    for one in FerrataError.__subclasses__():
        if one.__module__ == errors.__name__:
            assert indent(one.__name__) > 4
    for one in GuidelineError.__subclasses__():
        if one.__module__ == errors.__name__:
            assert indent(one.__name__) > indent("GuidelineError")
