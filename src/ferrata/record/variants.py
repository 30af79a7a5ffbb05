"""Variants of genes to assertions: which gene, germline or somatic, and whether both copies.

What is asserted is called ``variant-<gene>-germline``, ``-somatic`` and ``-biallelic``.

- A pathogenic or likely pathogenic variant that was found says yes.
- A gene that was tested without finding one says no. That one known variant is absent says
  nothing of the rest of the gene.
- A variant that is benign or of uncertain significance says nothing. One whose significance is
  not stated, or not understood, leaves it open.
- Where germline or somatic is not stated, both are left open, whatever was found.
- Both copies are affected when a germline variant is homozygous, or when two different germline
  variants of one gene lie in trans. Two whose phase is not known leave it open. Nothing found in
  the germline says no; a single variant says nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from ferrata.guideline.events import NO, YES, Assertion, When
from ferrata.record.clocks import Clocks
from ferrata.record.model import PhaseEntry, VariantEntry
from ferrata.record.statuses import RESULTS, Use

ORIGINS = ("germline", "somatic")
MOST_VARIANTS = 100
"""Pathogenic variants of one gene that are compared with each other."""

_GENE = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,14}")
_PATHOGENIC = frozenset({"pathogenic", "likely-pathogenic"})
_SAYS_NOTHING = frozenset({"uncertain", "likely-benign", "benign"})
_NOTHING_SAID = "nothing said"


def assertions_of_variants(
    variants: Iterable[VariantEntry], phases: Iterable[PhaseEntry], clocks: Clocks
) -> Iterator[Assertion]:
    """Give what the variants of a record say of each gene."""
    pathogenic: list[_Pathogenic] = []
    for entry in dict.fromkeys(variants):
        gene = _gene(entry)
        said = _said(entry)
        if gene is None or said == _NOTHING_SAID:
            continue
        when = _when(entry.date, clocks)
        for origin in ORIGINS:
            if entry.origin == origin:
                yield Assertion(f"variant-{gene}-{origin}", when, said, entry.reference)
            elif entry.origin not in ORIGINS:
                yield Assertion(f"variant-{gene}-{origin}", when, None, entry.reference)
        if said == NO and entry.origin == "germline":
            yield Assertion(_biallelic(gene), when, NO, entry.reference)
        if said == YES and entry.origin != "somatic":
            pathogenic.append(_Pathogenic(gene, entry, when))
    yield from _both_copies(pathogenic, phases, clocks)


@dataclass(frozen=True, slots=True)
class _Pathogenic:
    """A pathogenic variant that is of the germline, or may be."""

    gene: str
    entry: VariantEntry
    when: When

    @property
    def germline(self) -> bool:
        return self.entry.origin == "germline"


def _gene(entry: VariantEntry) -> str | None:
    if entry.gene is None or not _GENE.fullmatch(entry.gene):
        return None
    return entry.gene.lower()


def _biallelic(gene: str) -> str:
    return f"variant-{gene}-biallelic"


def _said(entry: VariantEntry) -> str | None:
    """Yes, no, None where it is left open, or that nothing is said of the gene."""
    use = RESULTS.get(entry.status, Use.UNREADABLE)
    if use is Use.NO_EVENT:
        return _NOTHING_SAID
    if use is Use.UNREADABLE:
        return None
    if entry.found == NO:
        return _NOTHING_SAID if entry.hgvs or entry.protein else NO
    if entry.significance in _SAYS_NOTHING:
        return _NOTHING_SAID
    if entry.found == YES and entry.significance in _PATHOGENIC:
        return YES
    return None


def _both_copies(
    pathogenic: list[_Pathogenic], phases: Iterable[PhaseEntry], clocks: Clocks
) -> Iterator[Assertion]:
    for one in pathogenic:
        if one.entry.zygosity == "homozygous":
            value = YES if one.germline else None
            yield Assertion(_biallelic(one.gene), one.when, value, one.entry.reference)
    known: defaultdict[frozenset[str], list[PhaseEntry]] = defaultdict(list)
    for phase in phases:
        if RESULTS.get(phase.status) is Use.USED:
            known[frozenset(phase.variants)].append(phase)
    for one, other in _pairs(pathogenic):
        if not _differ(one.entry, other.entry):
            continue
        if "homozygous" in (one.entry.zygosity, other.entry.zygosity):
            continue
        pair = {one.entry.reference, other.entry.reference}
        said = known[frozenset(pair)]
        values = {phase.value for phase in said}
        if values == {"cis"}:
            continue
        sure = values == {"trans"} and one.germline and other.germline
        last = max(one.when, other.when, *(_when(phase.date, clocks) for phase in said))
        source = ", ".join(sorted(pair | {phase.reference for phase in said}))
        yield Assertion(_biallelic(one.gene), last, YES if sure else None, source)


def _pairs(pathogenic: list[_Pathogenic]) -> Iterator[tuple[_Pathogenic, _Pathogenic]]:
    """Two variants of one gene each time; of the first hundred, so that no file can stall it."""
    genes: defaultdict[str, list[_Pathogenic]] = defaultdict(list)
    for one in pathogenic:
        genes[one.gene].append(one)
    for group in genes.values():
        yield from combinations(group[:MOST_VARIANTS], 2)


def _differ(one: VariantEntry, other: VariantEntry) -> bool:
    """Whether two entries are of two variants for certain, not one that was reported twice."""
    for mine, theirs in ((one.hgvs, other.hgvs), (one.protein, other.protein)):
        if mine and theirs:
            return _change(mine) != _change(theirs)
    return False


def _change(hgvs: str) -> str:
    """The change without its reference sequence, of which there are several for a gene."""
    return "".join(hgvs.rpartition(":")[2].split())


def _when(date: str | None, clocks: Clocks) -> When:
    return clocks.happened(date) or clocks.limits
