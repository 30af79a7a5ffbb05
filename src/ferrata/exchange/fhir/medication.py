"""Which drug is meant: one of ours, another one that is known, or nobody can tell.

RxNorm and SNOMED name products as well as ingredients, and only ingredients are in our tables. So
the product's name is taken apart as RxNorm builds it ("1 ML filgrastim 0.3 MG/ML Injection
[Neupogen]"), and a product is another drug only if no name of ours stands anywhere in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ferrata.alps.codes import ATC, DRUG_NAMES, FERRATA, OTHER_DRUG_NAMES, RXNORM, SNOMED
from ferrata.exchange.fhir.bundle import Bundle
from ferrata.exchange.fhir.concepts import DRUGS, TREATMENTS, keys_of, names_of
from ferrata.exchange.fhir.elements import Element, child, children, codings, string
from ferrata.record.model import Coding

_ATC_SUBSTANCE = re.compile(r"[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}")
_QUANTITY = re.compile(r"^[0-9.]+ (?:ml|mg|actuat|hr|day|unt) ")
_STRENGTH = re.compile(r"\s+[0-9].*$|\s*\(.*\)$|\s*\[.*\]$|\s+(?:oral|injection|tablet|capsule).*$")
_PREFIX = re.compile(r"^product containing (?:precisely |only )*")
_BRAND = re.compile(r"\[([^\[\]]+)\]")
_WORD = re.compile(r"[\w()-]+")
_LONGEST_NAME = 500
"""Characters; a longer text is no name, and nobody can tell what is meant."""
_OUR_WORDS = frozenset(name for name in DRUG_NAMES if " " not in name)


@dataclass(frozen=True, slots=True)
class Medication:
    """A drug as a resource names it. `concepts` are ours; `other`: known, and none of ours."""

    codings: tuple[Coding, ...]
    text: str | None
    concepts: tuple[str, ...]
    other: bool


def medication_of(resource: Element, bundle: Bundle) -> Medication:
    """Return the drug of a request, statement or administration.

    A reference is resolved in the bundle and among contained resources; the ingredients of a
    Medication count when its own code does not tell.

    Raises:
        Malformed: when an element has another shape than FHIR's.
    """
    concept = child(resource, "medicationCodeableConcept")
    if concept is not None:
        return named(codings(concept), string(concept, "text"))
    reference = child(resource, "medicationReference")
    if reference is None:
        return Medication((), None, (), other=False)
    shown = string(reference, "display")
    target = bundle.resolve(string(reference, "reference"), resource)
    if target is None:
        return named((), shown or string(reference, "reference"))
    code = child(target, "code")
    coded, text = codings(code), string(code, "text") if code else None
    found = named(coded, text or (None if coded else shown))
    return found if found.concepts else _by_ingredients(found, target, resource, bundle)


def _by_ingredients(
    found: Medication, target: Element, owner: Element, bundle: Bundle
) -> Medication:
    parts: list[Medication] = []
    for ingredient in children(target, "ingredient"):
        item = child(ingredient, "itemCodeableConcept")
        reference = child(ingredient, "itemReference")
        if reference is not None:
            name = string(reference, "reference")
            # What is contained in one resource may refer to what else is contained there.
            substance = bundle.resolve(name, target) or bundle.resolve(name, owner)
            item = child(substance, "code") if substance else None
        parts.append(named(codings(item), string(item, "text") if item else None))
    ours = tuple(sorted({concept for part in parts for concept in part.concepts}))
    if ours:
        unknown = any(not part.concepts and not part.other for part in parts)
        return Medication(found.codings, found.text, () if unknown else ours, other=False)
    others = bool(parts) and all(part.other for part in parts)
    if found.codings or found.text:
        return Medication(found.codings, found.text, (), other=found.other or others)
    parted = tuple(coding for part in parts for coding in part.codings)
    return Medication(parted, next((p.text for p in parts if p.text), None), (), other=others)


def named(coded: tuple[Coding, ...], text: str | None) -> Medication:
    """Return what codes and a name say of a drug."""
    keys = keys_of(coded)
    ours = {DRUGS[key] for key in keys if key in DRUGS}
    ours |= {code for system, code in keys if system == FERRATA and code in TREATMENTS}
    names = names_of(coded, text)
    if not ours:
        if any(len(name) > _LONGEST_NAME for name in names):
            return Medication(coded, text, (), other=False)
        ours = {concept for name in names for concept in _ingredients(name)}
        if any(system == ATC and _ATC_SUBSTANCE.fullmatch(code) for system, code in keys):
            # The code of another substance: a name that says one of ours contradicts it.
            return Medication(coded, text, (), other=not ours)
    if ours:
        return Medication(
            coded, text, tuple(sorted(ours)) if _agree(keys, ours) else (), other=False
        )
    return Medication(coded, text, (), other=_is_other(keys, coded, text, names))


def _agree(keys: list[tuple[str, str]], ours: set[str]) -> bool:
    """Codes of two different ingredients for one drug tell nothing."""
    return len(ours) == 1 or not any(key in DRUGS for key in keys)


def _ingredients(name: str) -> list[str]:
    """The concepts of a product's ingredients, if all of them are ours."""
    whole = DRUG_NAMES.get(name)
    if whole is not None:
        return [whole]
    found = [DRUG_NAMES.get(_ingredient(part)) for part in name.split(" / ")]
    return [one for one in found if one is not None] if None not in found else []


def _ingredient(name: str) -> str:
    name = _PREFIX.sub("", _QUANTITY.sub("", name.strip()))
    return _STRENGTH.sub("", name).strip()


def _is_other(
    keys: list[tuple[str, str]], coded: tuple[Coding, ...], text: str | None, names: list[str]
) -> bool:
    words = {word for name in names for word in _WORD.findall(name)}
    brands = {brand for name in names for brand in _BRAND.findall(name)}
    if (words | brands) & _OUR_WORDS or any(
        ours in name for name in names for ours in DRUG_NAMES if " " in ours
    ):
        return False
    if any(name in OTHER_DRUG_NAMES or _ingredient(name) in OTHER_DRUG_NAMES for name in names):
        return True
    shown = text or any(one.display for one in coded)
    return bool(shown) and any(system in {RXNORM, SNOMED} for system, _ in keys)
