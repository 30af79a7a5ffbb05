"""What the sources make the monographs say, read from statements.toml, and what they say."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from ferrata.alps.monographs import EVERY, MONOGRAPHS
from ferrata.guideline.monograph import Interaction, Monograph, Outcome, Remark, Said

ALL: tuple[Monograph, ...] = (*MONOGRAPHS, EVERY)
BY_ID = {one.id: one for one in ALL}

FIGURE = re.compile(r"(?<![A-Za-z\d.,^])\d+(?:[.,]\d+)*")
"""A number that is no part of a word: not those of B12, m2, IL-10, E037 or x10^9."""
_NAMES = re.compile(
    r"IL-10|x10\^9/L|NCT\d+|[CMRPAEF]\d{2,3}u?\b|, (?:Rao|Miano|Klemann|Medscape) \d{4}"
    r"|NIH \d{4}|of Rao \d{4}|Table \d"
)


@dataclass(frozen=True)
class Expected:
    """What must stand in the section of a drug where a statement is cited."""

    id: str
    drug: str
    section: str
    says: tuple[str, ...]


EXPECTED = tuple(
    Expected(id, row["drug"], row["section"], tuple(row["says"]))
    for id, rows in tomllib.loads(
        Path(__file__).with_name("statements.toml").read_text(encoding="utf-8")
    ).items()
    for row in rows
)


def section_of(said: Said) -> str:
    """Return the section that something said stands in."""
    match said:
        case Remark(section):
            return section.value
        case Interaction():
            return "interactions"
        case Outcome():
            return "outcomes"


def words_of(said: Said) -> str:
    """Return all words of something said."""
    match said:
        case Remark(text=text):
            return text
        case Interaction(with_, text):
            return f"{', '.join(one.label for one in with_)}: {text}"
        case Outcome():
            return f"{said.name}: {said.text}; {said.definition}; {said.population}"


def citing(monograph: Monograph, section: str, id: str) -> str:
    """Return all that a section of a monograph says where it cites a statement."""
    return " | ".join(
        words_of(said)
        for said in monograph
        if section_of(said) == section and any(one.id == id for one in said.warrant)
    )


def missing(said: str, says: tuple[str, ...]) -> list[str]:
    """Return which of the words do not stand in what is said; no number stands in a longer one."""
    return [
        one
        for one in says
        if re.search(
            (r"(?<![\d.,])" if one[0].isdigit() else "")
            + re.escape(one)
            + (r"(?![.,]?\d)" if one[-1].isdigit() else ""),
            said,
            re.IGNORECASE,
        )
        is None
    ]


def figures(text: str) -> set[str]:
    """Return the numbers in a text, names of studies and analytes left out."""
    return {one.replace(",", "") for one in FIGURE.findall(_NAMES.sub("", text))}
