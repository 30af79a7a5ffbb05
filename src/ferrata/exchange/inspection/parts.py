"""The parts of a bundle: every entry, component of an Observation and contained resource."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ferrata.exchange.fhir.elements import Element
from ferrata.exchange.fhir.trace import AnyEntry, Given, Trace
from ferrata.exchange.inspection.model import Fate
from ferrata.guideline.events import Event
from ferrata.record.model import Unread

_COMPONENT = re.compile(r"#component\[([0-9]+)\]$")


@dataclass(slots=True)
class Part:
    """A part of the bundle: where it stands, what it gave, and what became of it."""

    place: str
    kind: str
    name: str
    element: Element
    entries: list[AnyEntry] = field(default_factory=list[AnyEntry])
    unread: list[Unread] = field(default_factory=list[Unread])
    events: list[Event] = field(default_factory=list[Event])
    ignored: bool = False
    component: bool = False
    holder: Part | None = None
    fate: Fate = Fate.NOT_UNDERSTOOD
    why: str = ""


def every_part(trace: Trace) -> Iterator[Part]:
    """Yield every part of the bundle of `trace`, with what it gave; a holder before its parts."""
    assert trace.bundle is not None
    malformed = {one.where: one for one in trace.bundle.unread}
    for position, entry in enumerate(trace.bundle.entries):
        place = f"Bundle.entry[{position}]"
        resource = entry.get("resource") if isinstance(entry, dict) else None
        if isinstance(resource, dict) and place not in malformed:
            yield from _of(f"{place}.resource", resource, None, trace)
            continue
        held = [malformed[place]] if place in malformed else []
        if not isinstance(resource, dict):
            yield Part(place, "entry", place, {}, unread=held)
            continue
        # What could not be read as a whole may still hold parts, and they are lost with it.
        whole = Part(f"{place}.resource", "resource", place, resource, unread=held)
        yield whole
        yield from _components(whole.place, resource, whole)
        yield from _contained(whole.place, resource, whole, trace)


def _of(place: str, resource: Element, holder: Part | None, trace: Trace) -> Iterator[Part]:
    kind = resource.get("resourceType")
    given = trace.given.get(id(resource))
    id_ = resource.get("id")
    name = f"{kind}/{id_}" if isinstance(id_, str) and holder is None else place
    if given is not None:
        name = given.item.name
    elif holder is not None:
        name = f"{holder.name}#{id_ if isinstance(id_, str) else ''}"
    part = Part(place, kind if isinstance(kind, str) else "resource", name, resource, holder=holder)
    components = _components(place, resource, part)
    if given is not None:
        _share(given, part, components)
    yield part
    yield from components
    yield from _contained(place, resource, part, trace)


def _contained(place: str, resource: Element, holder: Part, trace: Trace) -> Iterator[Part]:
    held = resource.get("contained")
    for position, one in enumerate(held if isinstance(held, list) else ()):
        inner = f"{place}.contained[{position}]"
        if isinstance(one, dict):
            yield from _of(inner, one, holder, trace)
        else:
            yield Part(inner, "resource", inner, {}, holder=holder)


def _components(place: str, resource: Element, holder: Part) -> list[Part]:
    held = resource.get("component") if resource.get("resourceType") == "Observation" else None
    return [
        Part(
            f"{place}.component[{position}]",
            "Observation.component",
            f"{holder.name}#component[{position}]",
            one if isinstance(one, dict) else {},
            component=True,
            holder=holder,
        )
        for position, one in enumerate(held if isinstance(held, list) else ())
    ]


def _share(given: Given, part: Part, components: list[Part]) -> None:
    """Give each component what it gave, and the resource the rest."""
    part.ignored = given.ignored
    for one in given.found:
        reference = one.where if isinstance(one, Unread) else one.reference
        match = _COMPONENT.search(reference)
        number = int(match[1]) if match and len(match[1]) < 6 else -1
        owner = components[number] if 0 <= number < len(components) else part
        if isinstance(one, Unread):
            owner.unread.append(one)
        else:
            owner.entries.append(one)
