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


def _all_by_code(rows: Iterable[Row]) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in rows:
        key = (row.system, _plain(row.system, row.code))
        found[key] = (*found.get(key, ()), row.concept)
    return found


def _plain(system: str, code: str) -> str:
    return code.replace(".", "") if system == ICD_10_CM else code


ANALYTES = frozenset(one.id for one in catalogue.ANALYTES)
SIGNS = frozenset(one.id for one in catalogue.SIGNS)
SHARES = frozenset(one.id for one in catalogue.ANALYTES if one.unit.code == "%")
"""What is measured in percent; of all else a percentage is no count."""

TREATMENTS = frozenset(one.id for one in catalogue.TREATMENTS)
SAID = SIGNS | codes.QUESTIONS.keys()

MEASUREMENTS = _by_code(codes.MEASUREMENTS)
PERCENTAGES = _by_code(codes.PERCENTAGES)
UNTIMED = _by_code(codes.UNTIMED)
CONDITIONS = _by_code(codes.CONDITIONS)
OBSERVED = {**CONDITIONS, **_by_code(codes.FINDINGS)}
PROCEDURES = _all_by_code(codes.PROCEDURES)
VACCINES = _all_by_code(codes.VACCINES)
UNSPECIFIED_VACCINES = _all_by_code(codes.UNSPECIFIED_VACCINES)
ALLERGIES = _by_code(codes.ALLERGIES)
FAMILY = _by_code(codes.FAMILY)
DRUGS = _by_code(codes.DRUGS)
ANSWERS = _by_code(codes.ANSWERS)

_STANDARD = frozenset({LOINC, SNOMED, ICD_10_CM, codes.ICD_10_PCS, codes.CPT, codes.CVX, FERRATA})


_YES_NO = frozenset({"yes", "no"})
_OF_A_TEST = {"positive": "yes", "negative": "no"}


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


def concepts_of(
    codings: tuple[Coding, ...],
    text: str | None,
    table: Mapping[tuple[str, str], tuple[str, ...]],
    names: Mapping[str, tuple[str, ...]],
    own: frozenset[str] | set[str],
) -> tuple[str, ...]:
    """Return all concepts that codes or names mean: a transfusion of red cells is two.

    Codes that mean different things mean nothing, unless one of them says all that the others do.
    """
    keys = keys_of(codings)
    found = [table[key] for key in keys if key in table]
    found += [(code,) for system, code in keys if system == FERRATA and code in own]
    if not found and not any(system in _STANDARD for system, _ in keys):
        found = [names[name] for name in names_of(codings, text) if name in names]
    if not found:
        return ()
    most = max(found, key=len)
    return most if all(set(one) <= set(most) for one in found) else ()


def result_of_test(
    concept: str, asked: tuple[Coding, ...], answers: tuple[Coding, ...], text: str | None
) -> str | None:
    """Return what the answer to a test says of a sign: a negative test may assert it.

    Our own code asks for the sign itself; a code of a test asks for what the test finds.
    """
    value = answer_of(concept, answers, text)
    if concept not in codes.INVERTED:
        return value
    if concept in own_concepts(asked):
        named = {ANSWERS.get(key) for key in keys_of(answers)} | set(own_concepts(answers))
        named.add(codes.ANSWER_WORDS.get(" ".join((text or "").lower().split())))
        return None if named & _OF_A_TEST.keys() else value
    return {"yes": "no", "no": "yes"}.get(value or "")


def answer_of(concept: str, codings: tuple[Coding, ...], text: str | None) -> str | None:
    """Return ``yes``, ``no`` or the option that an answer means; None when it is left open."""
    options = codes.QUESTIONS.get(concept, _YES_NO)
    found = {ANSWERS[key] for key in keys_of(codings) if key in ANSWERS}
    found.update(own_concepts(codings))
    if not found and not keys_of(codings) and text is not None:
        word = " ".join(text.lower().split())
        found = {codes.ANSWER_WORDS.get(word, word)}
    if len(found) != 1:
        return None
    word = found.pop()
    if options == _YES_NO:
        word = _OF_A_TEST.get(word, word)
    return word if options is None or word in options else None
