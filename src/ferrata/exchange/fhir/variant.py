"""Genetic findings: variants as HL7's Genomics Reporting guide writes them, and their phase."""

from __future__ import annotations

from ferrata.alps import codes
from ferrata.alps.codes import FERRATA
from ferrata.exchange.fhir.bundle import Bundle, Item, without_version
from ferrata.exchange.fhir.concepts import keys_of, names_of
from ferrata.exchange.fhir.elements import (
    Element,
    as_written,
    child,
    children,
    codings,
    note,
    string,
)
from ferrata.exchange.fhir.observation import observed_on, words_of
from ferrata.record.model import Coding, Part, PhaseEntry, Unread, VariantEntry
from ferrata.record.statuses import RESULTS, Use

_PARTS = {(row.system, row.code): row.concept for row in codes.PARTS}
_PARTS.update({(FERRATA, row.concept): row.concept for row in codes.PARTS})
_ANSWERS = {
    part: {(row.system, row.code): row.concept for row in rows}
    for part, rows in codes.PART_ANSWERS.items()
}
_GENES = {(row.system, row.code): row.concept for row in codes.GENES}


def is_variant(resource: Element) -> bool:
    """Return whether an Observation reports on a variant of a gene."""
    return any(key in codes.VARIANT for key in _keys(resource))


def is_phase(resource: Element) -> bool:
    """Return whether an Observation says how two variants lie to each other."""
    return any(key in codes.PHASE_OF_TWO for key in _keys(resource))


def _keys(resource: Element) -> list[tuple[str, str]]:
    return keys_of(codings(child(resource, "code")))


def read_variant(item: Item, bundle: Bundle) -> list[VariantEntry | Unread]:
    """Return the entry of a variant, and what could not be told of it.

    Its clinical significance may stand in another Observation that is derived from it.

    Raises:
        Malformed: when an element has another shape than FHIR's.
    """
    resource = item.resource
    kept = as_written(resource)
    code = child(resource, "code")
    answers, answer_text = _given(resource)
    parts = tuple(_part(one) for one in children(resource, "component"))
    parts += _implied(item, bundle)
    meaning = {kind: _meaning(kind, parts) for kind in dict.fromkeys(_PARTS.values())}
    entry = VariantEntry(
        reference=kept.get("reference") or item.name,
        status=kept["status"] if "status" in kept else string(resource, "status"),
        date=kept["date"] if "date" in kept else observed_on(resource),
        codings=codings(code),
        text=string(code, "text") if code else None,
        note=note(resource),
        found=_canonical("found", answers, answer_text),
        answers=answers,
        answer_text=answer_text,
        parts=parts,
        **meaning,
    )
    if entry.gene is None:
        return [entry, Unread(entry.reference, "", "which gene was tested cannot be told")]
    return [entry]


def _implied(item: Item, bundle: Bundle) -> tuple[Part, ...]:
    """The clinical significance that Observations derived from a variant give it."""
    id_ = string(item.resource, "id")
    names = {item.full_url, f"Observation/{id_}" if id_ else None} - {None}
    found: dict[Part, None] = {}
    for one in (one for name in names for one in bundle.derived.get(name or "", ())):
        if one.kind != "Observation" or is_phase(one.resource) or is_variant(one.resource):
            continue
        if RESULTS.get(string(one.resource, "status")) is not Use.USED:
            continue
        for part in map(_part, children(one.resource, "component")):
            if any(_PARTS.get(key) == "significance" for key in keys_of(part.codings)):
                found[part] = None
    return tuple(found)


def read_phase(name: str, resource: Element, bundle: Bundle) -> PhaseEntry:
    """Return the entry of a phase; it names the entries of its variants by their references.

    Raises:
        Malformed: when an element has another shape than FHIR's.
    """
    kept = as_written(resource)
    code = child(resource, "code")
    answers, answer_text = _given(resource)
    variants: list[str] = []
    for one in children(resource, "derivedFrom"):
        reference = string(one, "reference")
        if reference is not None:
            item = bundle.index.get(without_version(reference))
            variants.append(item.name if item is not None else reference)
    return PhaseEntry(
        reference=kept.get("reference") or name,
        status=kept["status"] if "status" in kept else string(resource, "status"),
        date=kept["date"] if "date" in kept else observed_on(resource),
        codings=codings(code),
        text=string(code, "text") if code else None,
        note=note(resource),
        value=_word("phase", answers, answer_text),
        variants=tuple(variants),
        answers=answers,
        answer_text=answer_text,
    )


def _part(component: Element) -> Part:
    code = child(component, "code")
    answers, answer_text = _given(component)
    return Part(
        codings=codings(code),
        text=string(code, "text") if code else None,
        answers=answers,
        answer_text=answer_text,
    )


def _given(element: Element) -> tuple[tuple[Coding, ...], str | None]:
    answer = child(element, "valueCodeableConcept")
    if answer is not None:
        return codings(answer), string(answer, "text")
    return (), words_of(element)


def _meaning(kind: str, parts: tuple[Part, ...]) -> str | None:
    """What the lines of one kind say; lines that say different things say nothing."""
    said = {
        _canonical(kind, part.answers, part.answer_text)
        for part in parts
        if any(_PARTS.get(key) == kind for key in keys_of(part.codings))
    }
    return said.pop() if len(said) == 1 else None


def _canonical(kind: str, answers: tuple[Coding, ...], text: str | None) -> str | None:
    match kind:
        case "gene":
            return _gene(answers, text)
        case "hgvs" | "protein":
            shown = (one.code or one.display for one in answers)
            return next((word for word in shown if word), None) or text
        case "found":
            return _word(kind, answers, text)
        case _:
            shown = (one.display or one.code for one in answers)
            written = text or next((word for word in shown if word), None)
            ambiguous = len(_words(kind, answers, text)) > 1
            return None if ambiguous else _word(kind, answers, text) or written


def _word(kind: str, answers: tuple[Coding, ...], text: str | None) -> str | None:
    found = _words(kind, answers, text)
    return found.pop() if len(found) == 1 else None


def _words(kind: str, answers: tuple[Coding, ...], text: str | None) -> set[str]:
    """All that codes mean; where there is none that is known, all that words mean."""
    keys = keys_of(answers)
    found = {_ANSWERS[kind][key] for key in keys if key in _ANSWERS[kind]}
    words = codes.PART_WORDS[kind]
    return found or {words[name] for name in names_of(answers, text) if name in words}


def _gene(answers: tuple[Coding, ...], text: str | None) -> str | None:
    """The symbol; None where code and name are of different genes."""
    keys = keys_of(answers)
    found = {_GENES[key] for key in keys if key in _GENES}
    names = names_of(answers, text)
    found |= {codes.GENE_NAMES[name] for name in names if name in codes.GENE_NAMES}
    if found:
        return found.pop() if len(found) == 1 else None
    shown = [word for one in answers for word in (one.display,) if word]
    return next(iter(shown), None) or text
