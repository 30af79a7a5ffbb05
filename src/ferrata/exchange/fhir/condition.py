"""Conditions and procedures: signs that were asserted, refuted or brought about."""

from __future__ import annotations

from msgspec.structs import replace

from ferrata.alps import codes
from ferrata.exchange.fhir import concepts
from ferrata.exchange.fhir.concepts import Unknown, concept_of, concepts_of
from ferrata.exchange.fhir.elements import (
    Element,
    as_written,
    child,
    codings,
    first_code,
    note,
    period,
    string,
)
from ferrata.guideline.events import NO, YES
from ferrata.record.model import AssertionEntry

_VERIFIED = {None: YES, "confirmed": YES, "refuted": NO}
"""What each verification status says; provisional, differential and unconfirmed say nothing."""


def read_condition(name: str, resource: Element) -> AssertionEntry:
    """Return the entry of a Condition.

    Raises:
        Malformed: when an element has another shape than FHIR's.
    """
    kept = as_written(resource)
    code = child(resource, "code")
    coded, text = codings(code), string(code, "text") if code else None
    concept = concept_of(coded, text, concepts.CONDITIONS, codes.CONDITION_NAMES, concepts.SIGNS)
    verification = kept.get("verification") or first_code(child(resource, "verificationStatus"))
    return AssertionEntry(
        resource="Condition",
        reference=kept.get("reference") or name,
        status=kept.get("status") or first_code(child(resource, "clinicalStatus")),
        date=kept.get("date") or when_written(resource, "onset"),
        codings=coded,
        text=text,
        note=note(resource),
        concept=None if isinstance(concept, Unknown) else concept,
        value=_VERIFIED.get(verification),
        verification=verification,
        recorded=kept.get("recorded") or string(resource, "recordedDate"),
        until=kept.get("until") or when_written(resource, "abatement"),
    )


def read_procedure(name: str, resource: Element) -> list[AssertionEntry]:
    """Return an entry for each thing that a completed Procedure brings about, at least one.

    Raises:
        Malformed: when an element has another shape than FHIR's.
    """
    kept = as_written(resource)
    code = child(resource, "code")
    coded, text = codings(code), string(code, "text") if code else None
    found = concepts_of(coded, text, concepts.PROCEDURES, codes.PROCEDURE_NAMES, concepts.SIGNS)
    status = kept["status"] if "status" in kept else string(resource, "status")
    entry = AssertionEntry(
        resource="Procedure",
        reference=kept.get("reference") or name,
        status=status,
        date=kept.get("date") or when_written(resource, "performed"),
        codings=coded,
        text=text,
        note=note(resource),
        value=YES if status == "completed" else None,
    )
    return [replace(entry, concept=concept) for concept in found] or [entry]


def when_written(resource: Element, stem: str) -> str | None:
    """A date or period as written; of an age or words, the words."""
    return (
        string(resource, f"{stem}DateTime")
        or period(child(resource, f"{stem}Period"))
        or string(resource, f"{stem}String")
    )
