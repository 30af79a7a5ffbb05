"""AllergyIntolerance: what is not tolerated, and that nothing is known not to be."""

from __future__ import annotations

from msgspec.structs import replace

from ferrata.alps import codes
from ferrata.exchange.fhir import concepts
from ferrata.exchange.fhir.concepts import keys_of, names_of, own_concepts
from ferrata.exchange.fhir.condition import when_written
from ferrata.exchange.fhir.elements import (
    Element,
    as_written,
    child,
    codings,
    first_code,
    note,
    string,
)
from ferrata.exchange.fhir.medication import named
from ferrata.guideline.events import NO, YES
from ferrata.record.model import AssertionEntry, Coding, ReviewEntry, Unread

_VERIFIED = {None: YES, "confirmed": YES, "refuted": NO}
"""What each verification status says. One that is unconfirmed leaves the drug in doubt."""

_NO_DRUGS = frozenset({"food", "environment"})
WHICH = "which drug is not tolerated cannot be told from codes or name"


def read_allergy(name: str, resource: Element) -> list[AssertionEntry | ReviewEntry | Unread]:
    """Return an entry for each of our drugs in an allergy, one for another, or a review.

    "No known allergy" is a review: what is not recorded of allergies to drugs is absent, and what
    is recorded stands. A drug that cannot be identified is listed.

    Raises:
        Malformed: when an element has another shape than FHIR's.
    """
    kept = as_written(resource)
    code = child(resource, "code")
    coded, text = codings(code), string(code, "text") if code else None
    verification = kept.get("verification") or first_code(child(resource, "verificationStatus"))
    status = kept.get("status") or first_code(child(resource, "clinicalStatus"))
    recorded = kept.get("recorded") or string(resource, "recordedDate")
    reference = kept.get("reference") or name
    if denies_allergies(coded, text):
        stands = verification in (None, "confirmed") and status in (None, "active")
        return [
            ReviewEntry(
                reference=reference,
                status="current" if stands else verification or status,
                date=recorded or when_written(resource, "onset"),
                codings=coded,
                text=text,
                note=note(resource),
                concepts=codes.ALLERGY_IDS,
                empty_reason="nilknown",
            )
        ]
    signs, known = _signs(coded, text)
    entry = AssertionEntry(
        resource="AllergyIntolerance",
        reference=reference,
        status=status,
        date=kept.get("date") or when_written(resource, "onset"),
        codings=coded,
        text=text,
        note=note(resource),
        value=_VERIFIED.get(verification),
        verification=verification,
        recorded=recorded,
    )
    if signs:
        return [replace(entry, concept=sign) for sign in signs]
    if known or _is_no_drug(resource):
        return [entry]
    shown = next((word for one in coded for word in (one.display, one.code) if word), "")
    return [entry, Unread(reference, text or shown, WHICH)]


def denies_allergies(coded: tuple[Coding, ...], text: str | None) -> bool:
    """Return whether codes or words say that no allergy to a drug is known."""
    keys = keys_of(coded)
    if any(key in codes.NO_ALLERGIES for key in keys):
        return True
    return not keys and any(name in codes.NO_ALLERGY_NAMES for name in names_of(coded, text))


def _signs(coded: tuple[Coding, ...], text: str | None) -> tuple[tuple[str, ...], bool]:
    """The allergies to drugs of ours, and whether it is known what is meant at all."""
    keys = keys_of(coded)
    found = {concepts.ALLERGIES[key] for key in keys if key in concepts.ALLERGIES}
    found |= {code for code in own_concepts(coded) if code in concepts.SIGNS}
    drug = named(coded, text)
    found |= {codes.ALLERGY_TO[one] for one in drug.concepts if one in codes.ALLERGY_TO}
    if not found:
        names = names_of(coded, text)
        found = {codes.ALLERGY_NAMES[name] for name in names if name in codes.ALLERGY_NAMES}
    known = bool(found or drug.concepts or drug.other) or any(
        key in codes.NOT_ASKED for key in keys
    )
    return tuple(sorted(found)), known


def _is_no_drug(resource: Element) -> bool:
    found = resource.get("category")
    return isinstance(found, list) and bool(found) and all(one in _NO_DRUGS for one in found)
