"""Typed access to elements of FHIR JSON; another shape than FHIR's is :class:`Malformed`."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from ferrata.record.model import Coding
from ferrata.record.strict_json import Json, kind_of

Element: TypeAlias = dict[str, Json]

AS_WRITTEN = "https://ferrata.health/StructureDefinition/as-written"
"""Our extension for what FHIR cannot hold: a foreign reference, a status that FHIR lacks."""


class Malformed(ValueError):
    """An element has another shape than FHIR gives it; the message is for the reader."""


def child(element: Element, name: str) -> Element | None:
    """Return the element `name`, None when absent."""
    found = element.get(name)
    if found is None or isinstance(found, dict):
        return found
    raise Malformed(f"{name} is {kind_of(found)}, where FHIR R4 has an object")


def children(element: Element, name: str) -> list[Element]:
    """Return the elements of the list `name`, empty when absent."""
    found = element.get(name)
    if found is None:
        return []
    if not isinstance(found, list):
        raise Malformed(f"{name} is {kind_of(found)}, where FHIR R4 has a list")
    result: list[Element] = []
    for one in found:
        if not isinstance(one, dict):
            raise Malformed(f"{name} holds {kind_of(one)}, where FHIR R4 has objects")
        result.append(one)
    return result


def string(element: Element, name: str) -> str | None:
    """Return the text `name`, None when absent or empty."""
    found = element.get(name)
    if found is None or isinstance(found, str):
        return found or None
    raise Malformed(f"{name} is {kind_of(found)}, where FHIR R4 has a string")


def number(element: Element, name: str) -> str | None:
    """Return the digits of the number `name` as written, None when absent."""
    found = element.get(name)
    if found is None:
        return None
    if isinstance(found, bool) or not isinstance(found, (int, Decimal)):
        raise Malformed(f"{name} is {kind_of(found)}, where FHIR R4 has a number")
    text = str(found)
    # Decimal writes 0.0000001 as 1E-7; a large exponent stays, and is refused as a result.
    return format(found, "f") if "E-" in text else text


def boolean(element: Element, name: str) -> bool | None:
    """Return the truth value `name`, None when absent."""
    found = element.get(name)
    if found is None or isinstance(found, bool):
        return found
    raise Malformed(f"{name} is {kind_of(found)}, where FHIR R4 has true or false")


def codings(concept: Element | None) -> tuple[Coding, ...]:
    """Return the codings of a CodeableConcept."""
    if concept is None:
        return ()
    return tuple(coding_of(one) for one in children(concept, "coding"))


def coding_of(element: Element) -> Coding:
    """Return a Coding."""
    return Coding(string(element, "system"), string(element, "code"), string(element, "display"))


def first_code(concept: Element | None) -> str | None:
    """Return the first code of a CodeableConcept, or its text."""
    if concept is None:
        return None
    for one in children(concept, "coding"):
        code = string(one, "code")
        if code is not None:
            return code
    return string(concept, "text")


def period(element: Element | None) -> str | None:
    """Return a Period as ``start/end`` as written, None when it has neither."""
    if element is None:
        return None
    start, end = string(element, "start"), string(element, "end")
    return f"{start or ''}/{end or ''}" if start or end else None


def note(element: Element) -> str | None:
    """Return the text of the annotations of a resource, a line each."""
    if "note" not in element:
        return None
    lines = [string(one, "text") for one in children(element, "note")]
    return "\n".join(line for line in lines if line) or None


def as_written(resource: Element) -> dict[str, str | None]:
    """Return what our own export kept beside the resource, by field; empty in foreign ones."""
    if "extension" not in resource:
        return {}
    found: dict[str, str | None] = {}
    for extension in children(resource, "extension"):
        if string(extension, "url") == AS_WRITTEN:
            parts = {string(one, "url"): one for one in children(extension, "extension")}
            field, text = parts.get("field"), parts.get("text")
            name = string(field, "valueString") if field else None
            if name is not None:
                found[name] = string(text, "valueString") if text else None
    return found
