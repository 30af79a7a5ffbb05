"""The manual is whole, and the harness that it rests on can fail."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest
from tests.spec import harness
from tests.spec.harness import Derives, Says
from tests.spec.manual import Recorder, manual
from tests.spec.meanings import CONDITIONS, DERIVATIONS
from tests.spec.toc import CONTENTS
from tests.spec.words import BLEEDING, PATHWAY, Case

from ferrata.guideline import conditions, derivations
from ferrata.guideline.conditions import Condition, walk
from ferrata.guideline.derivations import Derivation, EverAsserted
from ferrata.guideline.events import Treatment

HERE = Path(__file__).resolve().parent
SECTIONS = [
    import_module(f"tests.spec.{chapter}.test_{section}")
    for chapter, sections in CONTENTS.items()
    for section in sections
]
EMPTY = "about | date | says\n------|------|-----"


def paragraphs(verb: str) -> list[Callable[..., None]]:
    """Every spec test that calls `verb`."""
    return [
        test
        for module in SECTIONS
        for name, test in vars(module).items()
        if name.startswith("test_") and verb in test.__annotations__
    ]


def test_every_section_has_its_place() -> None:
    """The table of contents names each module once, and no other."""
    written = {path.relative_to(HERE).as_posix() for path in HERE.glob("*/test_*.py")}
    listed = [f"{chapter}/test_{one}.py" for chapter, some in CONTENTS.items() for one in some]
    assert sorted(listed) == sorted(written)


def test_every_paragraph_is_one_sentence() -> None:
    """It ends with a full stop, and stands in the manual."""
    text = manual()
    for verb in ("says", "derives", "stands", "reads"):
        for test in paragraphs(verb):
            sentence = (test.__doc__ or "").strip()
            assert sentence.endswith("."), test
            assert sentence in text


def test_the_manual_shows_every_kind_of_condition() -> None:
    """A new node that has no paragraph fails here."""
    shown: set[str] = set()

    def says(condition: Condition, facts: str, **_: object) -> None:
        shown.update(type(node).__name__ for node in walk(condition))

    for test in paragraphs("says"):
        test(says=says)
    kinds = {one.strip() for one in str(conditions.Condition).split("|")}
    assert shown == kinds


def test_the_manual_shows_every_kind_of_derivation() -> None:
    """A new derivation that has no paragraph fails here."""
    shown: set[str] = set()

    def derives(derivation: Derivation, *_: str, of: Treatment | None = None) -> None:
        shown.add(type(derivation).__name__)

    for test in paragraphs("derives"):
        test(derives=derives)
    assert shown == {one.__name__ for one in get_args(derivations.Derivation)}


def wrong_answer(says: Says) -> None:
    says(Case.bleeding, "bleeding | answer\n---|---\nyes | no")


def wrong_value(derives: Derives) -> None:
    derives(EverAsserted(BLEEDING), EMPTY, "on | value\n---|---\n2020-10-03 | no")


@pytest.mark.parametrize("meaning", CONDITIONS)
def test_a_wrong_answer_fails_in_every_meaning(meaning: str) -> None:
    """Otherwise the manual would prove nothing."""
    with pytest.raises(AssertionError):
        wrong_answer(harness.saying(CONDITIONS[meaning]))


@pytest.mark.parametrize("meaning", DERIVATIONS)
def test_a_wrong_value_fails_in_every_meaning(meaning: str) -> None:
    """Otherwise the manual would prove nothing."""
    with pytest.raises(AssertionError):
        wrong_value(harness.deriving(DERIVATIONS[meaning]))


def test_a_wrong_stage_or_number_fails() -> None:
    """In the other two kinds of paragraph as well."""
    with pytest.raises(AssertionError):
        harness.stands(PATHWAY, EMPTY, "on | stages\n---|---\n2020-10-03 | clinic")
    with pytest.raises(AssertionError):
        harness.reads(Case.hemoglobin, "written | g/dL\n---|---\n12 g/dL | 13")


def test_the_manual_is_the_same_every_time() -> None:
    """So that a difference means a change; scripts/docs --check compares it with the file."""
    assert manual() == manual()
    assert not Recorder().calls
