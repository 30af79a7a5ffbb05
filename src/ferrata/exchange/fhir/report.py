"""DiagnosticReports, and the results that reports and panels point at."""

from __future__ import annotations

from collections.abc import Iterator

from ferrata.exchange.fhir.bundle import Bundle, Item
from ferrata.exchange.fhir.dosage import name_of
from ferrata.exchange.fhir.elements import Element, child, children, string
from ferrata.record.model import Unread

NOT_HERE = "the result that it points at is not in the bundle"
IN_WORDS = "a report in words or as a file; nothing in it was read"
WITHDRAWN = "was withdrawn; the results that it points at count by their own status"

_WITHDRAWN = frozenset({"cancelled", "entered-in-error"})
_POINTERS = {"DiagnosticReport": "result", "Observation": "hasMember"}


def read_report(item: Item, bundle: Bundle) -> Iterator[Unread]:
    """Give what nobody read of a report: its conclusion, its files, results that are elsewhere.

    The results themselves are read where they stand. Nothing where all of it was read.

    Raises:
        Malformed: when an element has another shape than FHIR's.
    """
    yield from missing_results(item, bundle)
    if string(item.resource, "status") in _WITHDRAWN:
        return
    said = [string(item.resource, "conclusion")]
    said += [name_of(one) for one in children(item.resource, "conclusionCode")]
    for one in children(item.resource, "presentedForm"):
        said.append(string(one, "title") or string(one, "contentType") or "a file")
    words = "; ".join(one for one in said if one)
    if words:
        named = name_of(child(item.resource, "code"))
        yield Unread(item.name, f"{named}: {words}" if named else words, IN_WORDS)


def missing_results(item: Item, bundle: Bundle) -> Iterator[Unread]:
    """Give a line for each result that a panel or a report points at and the bundle lacks.

    Raises:
        Malformed: when an element has another shape than FHIR's.
    """
    field = _POINTERS.get(item.kind)
    if field is None or field not in item.resource:
        return
    found = 0
    for one in children(item.resource, field):
        reference = string(one, "reference")
        if bundle.resolve(reference, item.resource) is not None:
            found += 1
            continue
        shown = (string(one, "display"), reference, _identifier(one))
        yield Unread(item.name, next((word for word in shown if word), "a result"), NOT_HERE)
    if found and string(item.resource, "status") in _WITHDRAWN:
        yield Unread(item.name, string(item.resource, "status") or "", f"it {WITHDRAWN}")


def _identifier(reference: Element) -> str | None:
    identifier = child(reference, "identifier")
    return string(identifier, "value") if identifier else None
