"""Whom the bundle is about, and that nothing in it is about anybody else (H13)."""

from __future__ import annotations

from dataclasses import dataclass

from ferrata.exchange.fhir.bundle import Bundle, Item, without_version
from ferrata.exchange.fhir.elements import Element, Malformed, as_written, child, children, string
from ferrata.guideline.errors import Refusal
from ferrata.record.messages import cannot_read, refuse
from ferrata.record.model import Patient

_SUBJECTS = ("subject", "patient")


@dataclass(frozen=True, slots=True)
class Subject:
    """The one patient of a bundle, by every name that a reference may use."""

    name: str
    names: frozenset[str]
    at: str | None
    identifiers: dict[str | None, set[str]]

    def check(self, item: Item) -> None:
        """Check that `item` is about this patient, as far as it says.

        Raises:
            Refusal: when it is about somebody else.
            Malformed: when it cannot be told.
        """
        for field in _SUBJECTS:
            found = item.resource.get(field)
            if isinstance(found, dict):
                self._check(item, found)

    def _check(self, item: Item, subject: Element) -> None:
        reference = string(subject, "reference")
        if reference is not None:
            if not self._is(reference):
                raise _another(item.name, f"is about {reference}, not {self.name}")
            return
        kind = string(subject, "type")
        if kind not in (None, "Patient"):
            raise Malformed(f"its subject is a {kind}")
        identifier = child(subject, "identifier")
        if identifier is not None:
            value, system = string(identifier, "value"), string(identifier, "system")
            own = self.identifiers.get(system)
            if own is None:
                raise Malformed("its subject is named by an identifier that the Patient lacks")
            if value not in own:
                raise _another(item.name, f"is about identifier {value}, not {self.name}")

    def _is(self, reference: str) -> bool:
        reference = without_version(reference)
        if reference in self.names:
            return True
        if reference.startswith("Patient?identifier="):
            system, _, value = reference.partition("=")[2].rpartition("|")
            return value in self.identifiers.get(system or None, ())
        if reference.startswith(("http://", "https://")) and not self.at:
            return "/".join(reference.rsplit("/", 2)[-2:]) in self.names
        return False


def read_patient(bundle: Bundle) -> tuple[Patient, Subject]:
    """Return the patient of `bundle`.

    Raises:
        RecordError: when there is none, or it has another shape than FHIR's.
        Refusal: when there is more than one.
    """
    items = [
        item
        for item in bundle.items
        if item.kind == "Patient" and id(item.resource) not in bundle.replaced
    ]
    if not items:
        raise cannot_read(
            "the Bundle has no Patient",
            where=bundle.where,
            why="age, and that all entries are about one person, follow from the Patient",
            do="include the Patient, as Patient/[id]/$everything does",
        )
    first = items[0]
    for other in items[1:]:
        if other.resource != first.resource:
            raise _another(bundle.where, f"holds {first.name} and {other.name}")
    try:
        return _patient(first), _subject(first)
    except Malformed as error:
        raise cannot_read(
            str(error),
            where=first.name,
            why="nothing about the patient may be misread",
            do="correct the Patient",
        ) from None


def _patient(item: Item) -> Patient:
    names = children(item.resource, "name")
    kept = as_written(item.resource)
    id_ = kept["id"] if "id" in kept else string(item.resource, "id")
    return Patient(
        id=id_ or (item.full_url or "").removeprefix("urn:uuid:"),
        birth_date=kept.get("birth_date") or string(item.resource, "birthDate"),
        sex=kept.get("sex") or string(item.resource, "gender"),
        label=_label(names[0]) if names else "",
    )


def _label(name: Element) -> str:
    text = string(name, "text")
    if text is not None:
        return text
    given = name.get("given")
    words = [word for word in given if isinstance(word, str)] if isinstance(given, list) else []
    return " ".join((*words, string(name, "family") or "")).strip()


def _subject(item: Item) -> Subject:
    names = {item.name}
    at = None
    id_ = string(item.resource, "id")
    if id_ is not None:
        names.add(f"Patient/{id_}")
    if item.full_url:
        names.add(without_version(item.full_url))
        if item.full_url.startswith(("http://", "https://")):
            at = item.full_url
            names.add("/".join(without_version(at).rsplit("/", 2)[-2:]))
    identifiers: dict[str | None, set[str]] = {}
    for identifier in children(item.resource, "identifier"):
        value = string(identifier, "value")
        if value is not None:
            identifiers.setdefault(string(identifier, "system"), set()).add(value)
    return Subject(item.name, frozenset(names), at, identifiers)


def _another(where: str, what: str) -> Refusal:
    return refuse(
        what,
        where=where,
        why="advice from two people's records is advice for neither",
        do="export the record of one patient again",
    )
