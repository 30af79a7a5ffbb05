"""Codes and names to the ids of our concepts.

A code of a standard system decides, whatever stands beside it in words; names are asked only where
no standard code is given. None of it guesses: a name has to match in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from ferrata.alps import catalogue, codes
from ferrata.alps.codes import FERRATA, ICD_10_CM, LOINC, SAME_SYSTEM, SNOMED, Row
from ferrata.record.model import Coding


class Unknown(Enum):
    """Why there is no concept: the code means something else, or nothing can be told."""

    OTHER = "another concept"
    UNIDENTIFIED = "neither a known code nor a known name"


def _by_code(rows: Iterable[Row]) -> dict[tuple[str, str], str]:
    return {(row.system, _plain(row.system, row.code)): row.concept for row in rows}


def _plain(system: str, code: str) -> str:
    return code.replace(".", "") if system == ICD_10_CM else code


ANALYTES = frozenset(one.id for one in catalogue.ANALYTES)
SIGNS = frozenset(one.id for one in catalogue.SIGNS)
TREATMENTS = frozenset(one.id for one in catalogue.TREATMENTS)
SAID = SIGNS | codes.QUESTIONS.keys()

MEASUREMENTS = _by_code(codes.MEASUREMENTS)
PERCENTAGES = _by_code(codes.PERCENTAGES)
UNTIMED = _by_code(codes.UNTIMED)
CONDITIONS = _by_code(codes.CONDITIONS)
PROCEDURES = _by_code(codes.PROCEDURES)
DRUGS = _by_code(codes.DRUGS)
ANSWERS = _by_code(codes.ANSWERS)

_STANDARD = frozenset({LOINC, SNOMED, ICD_10_CM, codes.ICD_10_PCS, codes.CPT, FERRATA})


def keys_of(codings: Iterable[Coding]) -> list[tuple[str, str]]:
    """Return system and code of each coding that has both, spelled as our tables spell them."""
    found: list[tuple[str, str]] = []
    for coding in codings:
        if coding.system and coding.code:
            system = SAME_SYSTEM.get(coding.system, coding.system)
            found.append((system, _plain(system, coding.code)))
    return found


def own_concepts(codings: Iterable[Coding]) -> tuple[str, ...]:
    """Return what our own code system names."""
    return tuple(one.code for one in codings if one.system == FERRATA and one.code)


def names_of(codings: Iterable[Coding], text: str | None) -> list[str]:
    """Return every name given, in lower case with single spaces."""
    given = [text, *(word for coding in codings for word in (coding.display, coding.code))]
    return [" ".join(name.lower().split()) for name in given if name]


def concept_of(
    codings: tuple[Coding, ...],
    text: str | None,
    table: Mapping[tuple[str, str], str],
    names: Mapping[str, str],
    own: frozenset[str] | set[str],
) -> str | Unknown:
    """Return the one concept that codes or names mean; codes that disagree mean nothing."""
    keys = keys_of(codings)
    found = {table[key] for key in keys if key in table}
    found |= {code for system, code in keys if system == FERRATA and code in own}
    if not found:
        if any(system in _STANDARD for system, _ in keys):
            return Unknown.OTHER
        found = {names[name] for name in names_of(codings, text) if name in names}
    return found.pop() if len(found) == 1 else Unknown.UNIDENTIFIED


def answer_of(concept: str, codings: tuple[Coding, ...], text: str | None) -> str | None:
    """Return ``yes``, ``no`` or the option that an answer means; None when it is left open."""
    options = codes.QUESTIONS.get(concept, frozenset({"yes", "no"}))
    found = {ANSWERS[key] for key in keys_of(codings) if key in ANSWERS}
    found.update(own_concepts(codings))
    if not found and not keys_of(codings) and text is not None:
        word = " ".join(text.lower().split())
        found = {codes.ANSWER_WORDS.get(word, word)}
    if len(found) != 1:
        return None
    word = found.pop()
    return word if options is None or word in options else None
