"""A bundle as a list of resources, and the references between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ferrata.exchange.fhir.elements import Element, Malformed, child, children, string
from ferrata.exchange.fhir.newest import Item, replaced
from ferrata.exchange.fhir.versions import check_version
from ferrata.record.messages import cannot_read
from ferrata.record.model import Unread
from ferrata.record.strict_json import Json, read_json

MOST_ENTRIES = 50_000

_HTTP = ("http://", "https://")
_TYPES = frozenset({"collection", "searchset", "document", "transaction", "batch", "message"})


@dataclass(frozen=True, slots=True)
class Bundle:
    """The resources of a bundle. `index` finds them by full URL and by type and id.

    `entries` are all that the bundle holds as it came, also what is no resource.

    `derived` finds what is derived from a resource, by the reference that it uses. `replaced` says
    of each older version of a resource, by the identity of its content, what stands in its place.
    """

    where: str
    items: list[Item]
    unread: list[Unread]
    entries: list[Json] = field(default_factory=list[Json])
    index: dict[str, Item] = field(default_factory=dict[str, Item])
    derived: dict[str, list[Item]] = field(default_factory=dict[str, list[Item]])
    replaced: dict[int, str] = field(default_factory=dict[int, str])
    _bases: dict[int, str] = field(default_factory=dict[int, str])
    _ambiguous: set[str] = field(default_factory=set[str])
    _inside: dict[int, dict[str, Element]] = field(default_factory=dict[int, dict[str, Element]])

    def resolve(self, reference: str | None, owner: Element) -> Element | None:
        """Return the resource that `reference` in `owner` names, None when it is not here.

        A relative reference is of the server that `owner` came from; one that could mean the
        resources of two servers means neither.
        """
        if not reference:
            return None
        if reference.startswith("#"):
            return self._contained(owner).get(reference[1:])
        found = self.find(reference, self._bases.get(id(owner)))
        return found.resource if found is not None else None

    def find(self, reference: str, base: str | None = None) -> Item | None:
        """Return the item that a reference, as written on the server at `base`, names."""
        reference = without_version(reference)
        absolute = reference.startswith(_HTTP)
        found = self.index.get(f"{base}/{reference}") if base and not absolute else None
        if found is None and reference not in self._ambiguous:
            found = self.index.get(reference)
        if found is None and absolute:
            # An absolute reference to what the bundle names by type and id alone.
            found = self.index.get("/".join(reference.rsplit("/", 2)[-2:]))
            if found is not None and found.full_url and found.full_url.startswith("http"):
                return None
        return found

    def name_of(self, reference: str) -> str | None:
        """Return how the entry is named that a reference leads to, None when it is not here."""
        found = self.find(reference)
        return found.name if found is not None else None

    def _contained(self, owner: Element) -> dict[str, Element]:
        found = self._inside.get(id(owner))
        if found is None:
            found = self._inside[id(owner)] = {}
            for one in children(owner, "contained"):
                found.setdefault(string(one, "id") or "", one)
        return found

    def add(self, item: Item) -> None:
        """Let references find `item`."""
        id_, full_url = string(item.resource, "id"), item.full_url
        for source in _sources(item.resource):
            self.derived.setdefault(without_version(source), []).append(item)
        if full_url:
            self.index.setdefault(without_version(full_url), item)
            if full_url.startswith(_HTTP) and "/" in full_url[8:]:
                self._bases[id(item.resource)] = without_version(full_url).rsplit("/", 2)[0]
        if id_:
            key = f"{item.kind}/{id_}"
            other = self.index.setdefault(key, item)
            apart = other.full_url != full_url and other.resource != item.resource
            if apart and _url(other) and _url(item):
                self._ambiguous.add(key)


def _url(item: Item) -> bool:
    return bool(item.full_url and item.full_url.startswith(_HTTP))


def without_version(reference: str) -> str:
    """Return `reference` without the version of the resource that it may name."""
    return reference.partition("/_history/")[0]


def read_bundle(source: bytes | Path) -> Bundle:
    """Return the bundle in `source`.

    Raises:
        RecordError: when it is no JSON, no Bundle, a Bundle without resources to read (a history
            or a response), of another version of FHIR, or larger than 50,000 entries.
    """
    content = read_json(source)
    where = str(source) if isinstance(source, Path) else "input"
    _check_kind(content, where)
    entries = content.get("entry") or []
    if not isinstance(entries, list):
        raise cannot_read(
            "Bundle.entry is not a list",
            where=where,
            why="resources stand in a list of entries",
            do="correct the bundle",
        )
    if len(entries) > MOST_ENTRIES:
        raise cannot_read(
            f"a bundle of {len(entries):,} entries",
            where=where,
            why=f"one patient's record has at most {MOST_ENTRIES:,}",
            do="export one patient, or only the resources of the last years",
        )
    bundle = Bundle(where, [], [], entries)
    for position, entry in enumerate(entries):
        place = f"Bundle.entry[{position}]"
        try:
            _add(bundle, entry, place)
        except Malformed as error:
            bundle.unread.append(Unread(place, "", str(error)))
    bundle.replaced.update(replaced(bundle.items))
    for item in bundle.items:
        if id(item.resource) not in bundle.replaced:
            bundle.add(item)
    check_version(content, [(item.name, item.resource) for item in bundle.items], where)
    _check_pages(bundle, content)
    return bundle


def _check_kind(content: Element, where: str) -> None:
    kind = content.get("resourceType")
    if kind != "Bundle":
        if isinstance(kind, str):
            what = f"this is a FHIR {kind}, not a Bundle"
        elif "schema_version" in content:
            what = "this is a Ferrata record, not a FHIR Bundle"
        else:
            what = "this JSON has no resourceType, so it is not FHIR"
        raise cannot_read(
            what,
            where=where,
            why="one patient's record is a Bundle with a Patient and what is known of them",
            do="ask the server for Patient/[id]/$everything, or put the resources into a Bundle",
        )
    bundle_type = content.get("type")
    if not isinstance(bundle_type, str) or bundle_type not in _TYPES:
        raise cannot_read(
            f"a Bundle of type {bundle_type!r}",
            where=where,
            why="a history holds old versions, and a response holds no resources",
            do=f"a Bundle of type {', '.join(sorted(_TYPES))}",
        )


def _add(bundle: Bundle, entry: Json, place: str) -> None:
    if not isinstance(entry, dict):
        raise Malformed("the entry is not an object")
    resource = child(entry, "resource")
    if resource is None:
        raise Malformed("the entry has no resource")
    kind = string(resource, "resourceType")
    if kind is None:
        raise Malformed("the resource has no resourceType")
    id_, full_url = string(resource, "id"), string(entry, "fullUrl")
    name = f"{kind}/{id_}" if id_ else full_url or place
    bundle.items.append(Item(kind, name, resource, full_url))


def _sources(resource: Element) -> list[str]:
    """What a resource says that it is derived from; nothing where that has another shape."""
    try:
        found = [string(one, "reference") for one in children(resource, "derivedFrom")]
    except Malformed:
        return []
    return [one for one in found if one]


def _check_pages(bundle: Bundle, content: Element) -> None:
    try:
        links = [string(link, "relation") for link in children(content, "link")]
    except Malformed:
        return
    if "next" in links:
        bundle.unread.append(
            Unread(
                "Bundle.link",
                "next",
                "this is one page of a search; what stands on the other pages is missing",
            )
        )
