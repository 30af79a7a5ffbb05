"""What our own tables say of a code: a site may add to them and not contradict them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from ferrata.alps import codes
from ferrata.alps.codes import FERRATA, ICD_10_CM, SAME_SYSTEM, Row

STANDARD = frozenset(
    {
        codes.ABSENT,
        codes.ATC,
        codes.CPT,
        codes.CVX,
        FERRATA,
        codes.HGNC,
        codes.HPO,
        ICD_10_CM,
        codes.ICD_10_PCS,
        codes.LOINC,
        codes.MONDO,
        codes.OMIM,
        codes.ORPHA,
        codes.RXNORM,
        codes.SNOMED,
        codes.V2_YES_NO,
    }
)
"""Systems whose codes mean the same everywhere."""

Key = tuple[str | None, str]


def keyed(system: str | None, code: str) -> Key:
    """Return a code as it is looked up: names without a system in lower case, single spaces."""
    if system is None:
        return None, " ".join(code.lower().split())
    system = SAME_SYSTEM.get(system, system)
    return system, code.replace(".", "") if system == ICD_10_CM else code


def known(key: Key) -> str | None:
    """Return what our tables take a code for, None when they do not have it."""
    return _tables().get(key)


def _rows() -> Iterator[Iterable[Row]]:
    yield from (codes.MEASUREMENTS, codes.CONDITIONS, codes.FINDINGS, codes.DRUGS, codes.ANSWERS)
    yield from (codes.VACCINES, codes.UNSPECIFIED_VACCINES, codes.ALLERGIES, codes.FAMILY)
    yield from (codes.PROCEDURES, codes.PARTS)


@cache
def _tables() -> dict[Key, str]:
    found: dict[Key, str] = {}
    for rows in _rows():
        for row in rows:
            found.setdefault(keyed(row.system, row.code), row.concept)
    # Percentages and levels at any time are no results of their analyte, whatever a site says.
    for row in codes.PERCENTAGES:
        found[keyed(row.system, row.code)] = f"{row.concept} in percent"
    for row in codes.UNTIMED:
        found.setdefault(keyed(row.system, row.code), f"{row.concept} at any time")
    for system, code in (*codes.VARIANT, *codes.PHASE_OF_TWO, *codes.NO_ALLERGIES, *codes.REVIEWS):
        found.setdefault((system, code), "something else")
    return found
