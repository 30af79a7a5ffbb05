"""A site's own codes: a checked file that says which of our concepts they mean.

The map adds our own code beside what was written; it never removes, so a code of a standard system
still decides (A290), and what a status withdraws or what is implausible stays so (A291).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from msgspec.structs import replace

from ferrata.alps.codes import FERRATA
from ferrata.exchange.fhir.concepts import SIGNS, TREATMENTS
from ferrata.exchange.standard_codes import STANDARD, keyed, known
from ferrata.record.model import (
    AssertionEntry,
    Coding,
    CourseEntry,
    Entry,
    ObservationEntry,
    Record,
)
from ferrata.record.numbers import result_of
from ferrata.record.strict_json import Json

SITE_UNIT = "the unit is the site's:"
"""How a map says that it gave a number its unit."""

MARK = "site code map "
"""How the display of a code begins that a map has added."""

_E = TypeVar("_E", bound=Entry)
_Element = dict[str, Json]
_Key = tuple[str | None, str]

_NOT_MEASURED = SIGNS | TREATMENTS
_OBSERVATION = "Observation"
_CODED: dict[str, tuple[str, frozenset[str]]] = {
    "Condition": ("code", SIGNS),
    "Procedure": ("code", SIGNS),
    "Immunization": ("vaccineCode", SIGNS),
    "AllergyIntolerance": ("code", _NOT_MEASURED),
    "MedicationRequest": ("medicationCodeableConcept", TREATMENTS),
    "MedicationStatement": ("medicationCodeableConcept", TREATMENTS),
    "MedicationAdministration": ("medicationCodeableConcept", TREATMENTS),
    "MedicationDispense": ("medicationCodeableConcept", TREATMENTS),
    "Medication": ("code", TREATMENTS),
}
"""Where the code of a resource stands, and what it can mean there; observations: see below."""


@dataclass(frozen=True, slots=True)
class LocalCode:
    """A code of the site, the concept that it means, and the unit of results without one."""

    system: str | None
    code: str
    concept: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class LocalAnswer:
    """A word or code of the site in the place of a result: yes, no, or an option of a question."""

    system: str | None
    code: str
    means: str


@dataclass(frozen=True)
class CodeMap:
    """What a site's codes mean. `hash` is the SHA-256 of the file."""

    where: str
    hash: str
    codes: tuple[LocalCode, ...]
    answers: tuple[LocalAnswer, ...] = ()

    @property
    def name(self) -> str:
        """How values that were read through the map name it."""
        return f"{MARK}{self.hash[:8]}"

    @property
    def suffix(self) -> str:
        """What follows the reference of an entry that was read through the map."""
        return f" by {self.name}"

    @property
    def title(self) -> str:
        """The map in one line, for the output of a command."""
        count = len(self.codes) + len(self.answers)
        return f"{self.name} ({count} code{'' if count == 1 else 's'})"

    @cached_property
    def _rows(self) -> dict[_Key, LocalCode]:
        return {keyed(one.system, one.code): one for one in self.codes}

    @cached_property
    def _words(self) -> dict[_Key, LocalAnswer]:
        return {keyed(one.system, one.code): one for one in self.answers}

    def translate(self, resources: Iterable[Json]) -> None:
        """Add our codes to `resources` in place; what has another shape than FHIR's is left."""
        for resource in resources:
            if not isinstance(resource, dict):
                continue
            kind = resource.get("resourceType")
            if kind == _OBSERVATION:
                self._observation(resource)
                for component in _objects(resource.get("component")):
                    self._observation(component)
            elif kind == "FamilyMemberHistory":
                for condition in _objects(resource.get("condition")):
                    self._add(condition, "code", SIGNS)
            elif isinstance(kind, str) and kind in _CODED:
                self._add(resource, *_CODED[kind])
            self.translate(_objects(resource.get("contained")))

    def named_in(self, record: Record) -> Record:
        """Return `record` with the map named by every entry that was read through it."""
        renamed = {
            one.reference
            for entries in (record.observations, record.assertions, record.courses)
            for one in entries
            if through_map(one)
        }

        def named(entries: tuple[_E, ...]) -> tuple[_E, ...]:
            return tuple(
                replace(one, reference=self.named(one.reference)) if through_map(one) else one
                for one in entries
            )

        def linked(reference: str) -> str:
            return self.named(reference) if reference in renamed else reference

        courses = tuple(
            replace(
                one,
                based_on=tuple(map(linked, one.based_on)),
                replaces=one.replaces and linked(one.replaces),
            )
            for one in named(record.courses)
        )
        return replace(
            record,
            observations=named(record.observations),
            assertions=named(record.assertions),
            courses=courses,
            unread=tuple(
                replace(one, where=self.named(one.where)) if one.where in renamed else one
                for one in record.unread
            ),
        )

    def named(self, reference: str) -> str:
        """Return `reference` with the map that its value was read through."""
        return f"{reference}{self.suffix}"

    def _observation(self, element: _Element) -> None:
        code = element.get("code")
        row = self._row(code) if isinstance(code, dict) else None
        if row is not None and row.concept not in TREATMENTS:
            if row.unit is not None and _gets_unit(element, row.unit):
                _append(code, row.concept, f"{self.name}; {SITE_UNIT} {row.unit}")
            elif not _is_known(row):
                _append(code, row.concept, self.name)
        self._answer(element)

    def _add(self, owner: _Element, field: str, allowed: frozenset[str]) -> None:
        """Add our code to the concept in `field`, if it is one that can stand there."""
        concept = owner.get(field)
        row = self._row(concept) if isinstance(concept, dict) else None
        if row is not None and row.concept in allowed and not _is_known(row):
            _append(concept, row.concept, self.name)

    def _row(self, concept: _Element) -> LocalCode | None:
        keys = [_key(one) for one in _codings(concept)]
        standard = {key for key in keys if key is not None and key[0] in STANDARD}
        names = [concept.get("text"), *(_name(one) for one in _codings(concept))]
        local = [keyed(None, one) for one in names if isinstance(one, str)]
        asked = standard or {key for key in (*keys, *local) if key is not None}
        rows = {one.concept: one for key in asked if (one := self._rows.get(key)) is not None}
        if len(rows) != 1:
            return None
        row = next(iter(rows.values()))
        return row if all(known(key) in (None, row.concept) for key in standard) else None

    def _answer(self, element: _Element) -> None:
        words = element.get("valueString")
        if isinstance(words, str):
            row = self._words.get(keyed(None, words))
            if row is not None:
                del element["valueString"]
                element["valueCodeableConcept"] = {"text": words}
                _append(element["valueCodeableConcept"], row.means, self.name)
            return
        concept = element.get("valueCodeableConcept")
        if not isinstance(concept, dict):
            return
        codings = _codings(concept)
        keys = {key for one in codings if (key := _key(one)) is not None}
        names = [concept.get("text"), *(_name(one) for one in codings)]
        if any(key[0] in STANDARD for key in keys):
            return
        keys |= {keyed(None, one) for one in names if isinstance(one, str)}
        means = {one.means for key in keys if (one := self._words.get(key)) is not None}
        if len(means) == 1:
            shown = (one.get("display") or one.get("code") for one in codings)
            concept.setdefault("text", next((one for one in shown if one), None))
            _append(concept, means.pop(), self.name)


def through_map(entry: Entry) -> bool:
    """Return whether a map gave an entry its meaning."""
    return bool(marks(entry))


def marks(entry: Entry) -> list[str]:
    """Return what maps have noted beside the codes of an entry."""
    codings: tuple[Coding, ...] = entry.codings
    if isinstance(entry, AssertionEntry):
        codings += entry.answers
    elif not isinstance(entry, ObservationEntry | CourseEntry):
        return []
    return [
        one.display
        for one in codings
        if one.system == FERRATA and one.display and one.display.startswith(MARK)
    ]


def _is_known(row: LocalCode) -> bool:
    """Whether our own tables say of a code what the map says."""
    return known(keyed(row.system, row.code)) == row.concept


def _append(concept: Json, code: str, display: str) -> None:
    if isinstance(concept, dict):
        held = concept.get("coding")
        coding: Json = {"system": FERRATA, "code": code, "display": display}
        concept["coding"] = [*held, coding] if isinstance(held, list) else [coding]


def _objects(value: Json) -> list[_Element]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _codings(concept: Json) -> list[_Element]:
    return _objects(concept.get("coding")) if isinstance(concept, dict) else []


def _key(coding: _Element) -> _Key | None:
    system, code = coding.get("system"), coding.get("code")
    if not isinstance(code, str) or not (system is None or isinstance(system, str)):
        return None
    return keyed(system or None, code)


def _name(coding: _Element) -> Json:
    """The words of a coding without a system; those beside a code are the system's, not ours."""
    return None if coding.get("system") else coding.get("display")


def _gets_unit(element: _Element, unit: str) -> bool:
    """Give a number without a unit the unit that the site declared; whether that was so."""
    quantity, words, whole = (
        element.get(name) for name in ("valueQuantity", "valueString", "valueInteger")
    )
    if isinstance(quantity, dict):
        if quantity.get("unit") or quantity.get("code") or "value" not in quantity:
            return False
        quantity["unit"] = unit
        return True
    if isinstance(words, str):
        result = result_of(words)
        if result is None or result.unit:
            return False
        element["valueString"] = f"{words.strip()} {unit}"
        return True
    if isinstance(whole, int) and not isinstance(whole, bool):
        del element["valueInteger"]
        element["valueQuantity"] = {"value": whole, "unit": unit}
        return True
    return False
