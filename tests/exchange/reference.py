"""The page made from the concepts that a code map may name: docs/reference/code-map.md."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from ferrata.alps import catalogue
from ferrata.exchange.code_map_file import MOST_CODES
from ferrata.guideline.events import Analyte, Question, Sign, Treatment

_C = TypeVar("_C", bound=Analyte | Sign | Question | Treatment)

_TOP = f"""\
# The code map

<!-- Written by scripts/docs from tests/exchange/reference.py and src/ferrata/alps. -->

A code map is a TOML file in which a site says what its own codes mean. Every command that reads a
record takes it as `--map FILE`; `ferrata inspect --map FILE` alone checks it.
[How to write one](../how-to/map-local-codes.md).

| entry | field | |
|---|---|---|
| `[[code]]` | `code` | the code, or the name in words, whatever its case and spaces |
| | `system` | the code system; `"local"` or left out for names and for codes without a system |
| | `concept` | the id of a concept: see below |
| | `unit` | optional, of what is measured: what a number means that is sent **without** a unit |
| `[[answer]]` | `code`, `system` | a word or code that stands in the place of a result |
| | `means` | `positive`, `negative`, `yes`, `no`, or an option of a question |

At most 1 MB, UTF-8, {MOST_CODES:,} entries of each kind.

**Where it applies.** The code of an Observation or component, Condition, Procedure, Immunization,
AllergyIntolerance, Medication, of an order, statement, administration or dispense of a drug, and of
a relative's condition, also of contained resources; the coded or written value of an Observation.

**What it cannot do.** A code of a standard system decides, whatever local code stands beside it
(A290). A standard code that Ferrata knows cannot get another meaning: such a map is refused. What a
status withdraws, a percentage where a count is meant and an implausible value stay unusable (A291).
A unit that was sent stands (A292).

**What shows it.** Each value names the map by the first eight digits of the file's SHA-256, such as
`Observation/7 by site code map 4c0420d7`, and so do the last lines of every output.

| refused (exit code 2) | because |
|---|---|
| a concept, unit, answer or field that does not exist | it would be lost in silence |
| `%` for an absolute count, any unit of another dimension | a percentage is no count |
| a code twice | one would hide the other |
| a standard code with another meaning, Ferrata's own system | they mean the same everywhere |
| what is not TOML or UTF-8, is no file, or is too large | a file read in part is worse than none |

## Concepts
"""


def code_map_page() -> str:
    """Return docs/reference/code-map.md."""
    return "".join(_page())


def _page() -> Iterator[str]:
    yield _TOP
    yield "\n### What is measured\n\n| concept | | our unit |\n|---|---|---|\n"
    for one in _sorted(catalogue.ANALYTES):
        yield f"| `{one.id}` | {one.label} | {one.unit.code} |\n"
    yield "\n### What is asked\n\n| concept | | answers |\n|---|---|---|\n"
    for one in _sorted((*catalogue.SIGNS, *catalogue.QUESTIONS)):
        options = [option.value for option in one.options] if isinstance(one, Question) else []
        yield f"| `{one.id}` | {one.label} | {', '.join(options) or 'yes, no'} |\n"
    yield "\n### Treatments\n\n| concept | |\n|---|---|\n"
    for one in _sorted(catalogue.TREATMENTS):
        yield f"| `{one.id}` | {one.label} |\n"


def _sorted(concepts: tuple[_C, ...]) -> list[_C]:
    return sorted(concepts, key=lambda one: one.id)
