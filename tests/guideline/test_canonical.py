"""The hash names the content: the same content, the same hash."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import cast

import pytest
from tests.guideline.samples import BY_ASSUMPTION, BY_STATEMENT, COUNT, sample
from tests.immune_thrombocytopenia.pathway import EARLIER, GUIDELINE

from ferrata.guideline.canonical import canonical, content_hash
from ferrata.guideline.derivations import highest, latest, within
from ferrata.guideline.evidence import Statement
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import Step
from ferrata.guideline.units import day, per_L, per_uL

ROOT = Path(__file__).resolve().parents[2]
SAME = content_hash(sample())


def test_the_same_content_has_the_same_hash() -> None:
    """Made twice, on other lines, with the numbers written in another unit."""
    again = sample()
    assert content_hash(again) == SAME
    assert content_hash(sample(threshold=30_000_000 * per_L)) == SAME


@pytest.mark.parametrize(
    "changed",
    [
        sample(threshold=31 * per_uL),
        sample(warrant=BY_ASSUMPTION),
        sample(warrant=(Statement("S1", "S", "so it may be"),)),
        sample(warrant=(*BY_STATEMENT, *BY_ASSUMPTION)),
        sample(derived=highest(COUNT, within(7 * day))),
        sample(derived=latest(COUNT, within(8 * day))),
        sample(label="Number"),
        sample(default=21 * per_uL),
        sample(title="Another sample"),
        replace(sample(), version="2"),
        replace(sample(), review="reviewed by somebody"),
    ],
    ids=[
        "threshold",
        "kind of warrant",
        "text of a statement",
        "number of warrants",
        "derivation",
        "window",
        "label",
        "default",
        "title",
        "version",
        "review",
    ],
)
def test_a_changed_content_has_another_hash(changed: Guideline) -> None:
    """Nothing that a reader of the guideline could see changes without it."""
    assert content_hash(changed) != SAME


def test_the_order_of_keywords_does_not_matter() -> None:
    """Keys are sorted."""
    one = Step(id="a", stage=GUIDELINE.start, title="A", do=(), warrant=BY_STATEMENT)
    other = Step(warrant=BY_STATEMENT, do=(), title="A", stage=GUIDELINE.start, id="a")

    def alone(step: Step) -> Guideline:
        return replace(GUIDELINE, rules=(step,))

    assert content_hash(alone(one)) == content_hash(alone(other))


def test_the_lines_of_authors_are_left_out() -> None:
    """Moving a rule within its file changes nothing, and no path of a machine shows."""
    text = canonical(GUIDELINE).decode()
    assert "where" not in json.loads(text)["content"]["rules"][0]
    assert str(ROOT) not in text
    assert ".py" not in text


def test_canonical_json_is_sorted_and_has_no_floats() -> None:
    """Numbers that were measured are text."""
    tree = json.loads(canonical(GUIDELINE), parse_float=pytest.fail)
    assert list(tree) == sorted(tree)
    assert json.dumps(tree, sort_keys=True, separators=(",", ":"), ensure_ascii=False) == (
        canonical(GUIDELINE).decode()
    )


def test_an_amendment_shows_in_the_hash() -> None:
    """What was changed and why is content."""
    assert content_hash(EARLIER) != content_hash(GUIDELINE)
    assert "before the count is low" in canonical(EARLIER).decode()


def test_the_hash_does_not_depend_on_the_process() -> None:
    """Python's own hashes differ from run to run."""
    program = (
        "from ferrata.guideline.canonical import content_hash;"
        "from tests.immune_thrombocytopenia.pathway import GUIDELINE;"
        "print(content_hash(GUIDELINE))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONPATH": f"{ROOT}/src:{ROOT}", "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert found == {content_hash(GUIDELINE)}


def test_a_fraction_is_written_exactly() -> None:
    """Sizes of units may be fractions."""
    odd = replace(sample(), title=cast("str", Fraction(1, 3)))
    assert b'"title":"1/3"' in canonical(odd)


def test_what_has_no_canonical_form_is_refused() -> None:
    """Nothing is left out unseen."""
    odd = replace(sample(), title=cast("str", object()))
    with pytest.raises(TypeError, match="object has no canonical form"):
        canonical(odd)
