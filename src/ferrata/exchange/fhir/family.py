"""FamilyMemberHistory: what relatives have."""

from __future__ import annotations

from collections.abc import Iterator

from ferrata.alps import codes
from ferrata.exchange.fhir import concepts
from ferrata.exchange.fhir.concepts import Unknown, concept_of, keys_of, names_of
from ferrata.exchange.fhir.elements import (
    Element,
    as_written,
    child,
    children,
    codings,
    note,
    string,
)
from ferrata.guideline.events import YES
from ferrata.record.model import AssertionEntry, Coding

_FAMILY = frozenset(codes.FAMILY_NAMES.values())


def read_family(name: str, resource: Element) -> Iterator[AssertionEntry]:
    """Give an entry for each condition of a relative; one without a concept where none is listed.

    A relative without conditions says nothing: R4 cannot say that a relative was asked about one
    and lacks it. Nor do conditions of those who share no genes with the patient.

    Raises:
        Malformed: when an element has another shape than FHIR's.
    """
    kept = as_written(resource)
    relationship = child(resource, "relationship")
    related = codings(relationship)
    relative = string(relationship, "text") if relationship else None
    reference = kept.get("reference") or name
    conditions = children(resource, "condition")
    for position, condition in enumerate(conditions or [{}]):
        code = child(condition, "code")
        coded, text = codings(code), string(code, "text") if code else None
        concept = _concept(coded, text) if _shares_genes(related, relative) else None
        numbered = "reference" not in kept and len(conditions) > 1
        yield AssertionEntry(
            resource="FamilyMemberHistory",
            reference=f"{reference}#condition[{position}]" if numbered else reference,
            status=kept["status"] if "status" in kept else string(resource, "status"),
            date=kept.get("date") or string(resource, "date"),
            codings=coded,
            text=text,
            note=note(condition) or note(resource),
            concept=concept,
            value=YES if conditions else None,
            relationship=related,
            relationship_text=relative,
        )


def _concept(coded: tuple[Coding, ...], text: str | None) -> str | None:
    """What a condition of a relative says of the family."""
    for key in keys_of(coded):
        if key in concepts.FAMILY:
            return concepts.FAMILY[key]
    found = concept_of(coded, text, concepts.CONDITIONS, {}, concepts.SIGNS)
    if isinstance(found, str):
        return codes.FAMILY_OF.get(found, found if found in _FAMILY else None)
    if found is Unknown.OTHER:
        return None
    named = {codes.FAMILY_NAMES.get(name) for name in names_of(coded, text)} - {None}
    return named.pop() if len(named) == 1 else None


def _shares_genes(related: tuple[Coding, ...], relative: str | None) -> bool:
    if any(one.code in codes.NOT_RELATED for one in related):
        return False
    return not any(name in codes.NOT_RELATED_NAMES for name in names_of(related, relative))
