"""Immunizations: doses of vaccines that were given."""

from __future__ import annotations

from msgspec.structs import replace

from ferrata.alps import codes
from ferrata.exchange.fhir import concepts
from ferrata.exchange.fhir.concepts import concepts_of, keys_of
from ferrata.exchange.fhir.condition import when_written
from ferrata.exchange.fhir.elements import Element, as_written, child, codings, note, string
from ferrata.guideline.events import YES
from ferrata.record.model import AssertionEntry, Coding


def read_immunization(name: str, resource: Element) -> list[AssertionEntry]:
    """Return an entry for each disease that the vaccine is against, at least one.

    A vaccine that may be one of several leaves each of them open.

    Raises:
        Malformed: when an element has another shape than FHIR's.
    """
    kept = as_written(resource)
    code = child(resource, "vaccineCode")
    coded, text = codings(code), string(code, "text") if code else None
    found = concepts_of(coded, text, concepts.VACCINES, codes.VACCINE_NAMES, concepts.SIGNS)
    perhaps = () if found else _perhaps(coded)
    status = kept["status"] if "status" in kept else string(resource, "status")
    given = status == "completed"
    entry = AssertionEntry(
        resource="Immunization",
        reference=kept.get("reference") or name,
        status=status,
        date=kept["date"] if "date" in kept else when_written(resource, "occurrence"),
        codings=coded,
        text=text,
        note=note(resource),
        value=YES if given and not perhaps else None,
        recorded=kept.get("recorded") or string(resource, "recorded"),
    )
    return [replace(entry, concept=concept) for concept in found or perhaps] or [entry]


def _perhaps(coded: tuple[Coding, ...]) -> tuple[str, ...]:
    keys = keys_of(coded)
    return tuple(
        dict.fromkeys(
            concept for key in keys for concept in concepts.UNSPECIFIED_VACCINES.get(key, ())
        )
    )
