"""doses.toml: worked examples from the sources, through everything that `ferrata dose` does."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ferrata.cli.dosing import Asked, Typed, dose_of
from ferrata.plan.dose.model import Dosed, Portioned, Regimen, Row, Span

Example = dict[str, Any]
ON = date(2026, 11, 21)
TABLE: dict[str, list[Example]] = tomllib.loads(
    Path(__file__).with_name("doses.toml").read_text("utf-8")
)
EXAMPLES = [
    pytest.param(drug, one, id=f"{drug}-{one['body']}-{place}")
    for drug, rows in TABLE.items()
    for place, one in enumerate(rows)
]


def typed(one: Example) -> Typed:
    """The body of an example as a person types it."""
    parts = str(one["body"]).split()

    def of(pattern: str) -> str | None:
        return next((part for part in parts if re.fullmatch(pattern, part)), None)

    sex = one.get("sex")
    return Typed(
        of(r".*kg"), of(r".*cm"), of(r"[0-9]+(y|mo|w|d)"), None if sex is None else str(sex)
    )


def made(drug: str, one: Example) -> Dosed:
    """What is computed for an example."""
    answers = tuple(one.get("answers", ()))
    return dose_of(drug, typed(one), Asked(answers=answers), on=ON, today=ON)


def regimen(found: Dosed, begins: object) -> Regimen:
    """The regimen whose title begins so; the advised one of two."""
    return next(one for one in found.regimens if one.title.startswith(str(begins)))


def span(one: Span | None) -> str | None:
    """A span as the table writes it."""
    if one is None:
        return None
    return f"{' to '.join(dict.fromkeys((one.low, one.high)))} {one.unit}"


def portion(one: Portioned) -> str:
    """A portion as the table writes it: what is taken, what a day comes to, how far off it is."""
    parts = [one.text]
    if one.per_day is not None and one.per_day != one.per_dose:
        parts.append(f"{one.per_day} {one.unit} a day")
    if one.off is not None:
        parts.append(one.off)
    return f"{one.per_dose} {one.unit} ({', '.join(parts)})"


def row_text(one: Row) -> str:
    """The portions of a row as the table writes them."""
    text = " to ".join(map(portion, one.portions))
    return text if one.simplest is None else f"{text}; simplest {portion(one.simplest)}"


@pytest.mark.hazard("H05")
@pytest.mark.hazard("H07")
@pytest.mark.hazard("H27")
@pytest.mark.parametrize(("drug", "one"), EXAMPLES)
def test_a_dose_is_the_one_worked_by_hand(drug: str, one: Example) -> None:
    """Each line of the table, or the refusal with the words of its reason."""
    found = made(drug, one)
    if "refused" in one:
        assert str(one["refused"]) in "; ".join(found.refused)
        assert not found.computed
        return
    what = regimen(found, one["dose"])
    if "not_computed" in one:
        assert str(one["not_computed"]) in str(what.not_computed)
        assert what.per_dose is None
        assert what.rows == ()
        return
    assert what.not_computed is None, what.not_computed
    assert span(what.per_dose) == one["per_dose"]
    assert span(what.per_day) == one.get("per_day")
    assert (what.cap.without if what.cap and what.cap.bites else None) == one.get("cap")
    assert what.in_all == one.get("in_all")
    rows = {one.products[0]: one for one in what.rows}
    for product, text in one.get("as", {}).items():
        assert row_text(rows[product]) == text
    for product, words in one.get("not_as", {}).items():
        assert words in str(rows[product].refused)
        assert rows[product].portions == ()


def test_there_are_enough_examples_of_every_dosed_drug() -> None:
    """Three or more a drug, sixty or more in all."""
    computed = {drug: [one for one in rows if "dose" in one] for drug, rows in TABLE.items()}
    dosed = {drug: len(rows) for drug, rows in computed.items() if rows}
    assert min(dosed.values()) >= 3
    assert len(EXAMPLES) >= 60
    assert set(dosed) == {
        "prednisone",
        "methylprednisolone",
        "immunoglobulin",
        "filgrastim",
        "mycophenolate",
        "sirolimus",
        "rituximab",
        "hydroxychloroquine",
    }
