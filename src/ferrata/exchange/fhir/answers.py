"""QuestionnaireResponses of ours; lists and sections of documents that say what was reviewed."""

from __future__ import annotations

from collections.abc import Iterator

from ferrata.alps.codes import ALLERGY_IDS, NOTHING_KNOWN, REVIEWS
from ferrata.exchange.fhir import concepts
from ferrata.exchange.fhir.allergy import denies_allergies
from ferrata.exchange.fhir.concepts import answer_of, keys_of, own_concepts
from ferrata.exchange.fhir.elements import (
    Element,
    as_written,
    boolean,
    child,
    children,
    coding_of,
    codings,
    first_code,
    note,
    string,
)
from ferrata.record.model import AssertionEntry, Coding, ReviewEntry, Unread

QUESTIONNAIRE = "https://ferrata.health/Questionnaire/"
"""The canonical address of our questionnaires begins so; an item's linkId is a concept's id."""


def is_ours(resource: Element) -> bool:
    """Return whether a QuestionnaireResponse answers one of our questionnaires."""
    return (string(resource, "questionnaire") or "").startswith(QUESTIONNAIRE)


def read_answers(name: str, resource: Element) -> Iterator[AssertionEntry | Unread]:
    """Give an entry for each answered item of one of our questionnaires.

    Raises:
        Malformed: when an element has another shape than FHIR's.
    """
    kept = as_written(resource)
    for item in _items(resource):
        concept = string(item, "linkId") or ""
        reference = kept.get("reference") or f"{name}#{concept}"
        answers = children(item, "answer")
        if not answers:
            continue
        if concept not in concepts.SAID:
            yield Unread(reference, concept, "no question of ours has this linkId")
            continue
        coded, words = _given(answers)
        yield AssertionEntry(
            resource="QuestionnaireResponse",
            reference=reference,
            status=kept["status"] if "status" in kept else string(resource, "status"),
            date=kept.get("date") or string(resource, "authored"),
            text=string(item, "text"),
            concept=concept,
            value=answer_of(concept, coded, words) if len(answers) == 1 else None,
            answers=coded,
            answer_text=words,
        )


def _items(element: Element) -> Iterator[Element]:
    waiting = children(element, "item")[::-1]
    while waiting:
        item = waiting.pop()
        yield item
        waiting += children(item, "item")[::-1]


def _given(answers: list[Element]) -> tuple[tuple[Coding, ...], str | None]:
    """The coded answers, and the others in words, a line each."""
    coded: list[Coding] = []
    words: list[str] = []
    for answer in answers:
        coding = child(answer, "valueCoding")
        if coding is not None:
            coded.append(coding_of(coding))
        elif "valueBoolean" in answer:
            words.append("true" if boolean(answer, "valueBoolean") else "false")
        else:
            words.append(string(answer, "valueString") or "an answer of another kind")
    return tuple(coded), "\n".join(words) or None


def read_list(name: str, resource: Element) -> ReviewEntry | None:
    """Return the review that a List is; None when it is a list of something else.

    A list coded with concepts of ours says that they were reviewed. A list of medications or of
    problems says so only while empty, with the reason that nothing is known of.

    Raises:
        Malformed: when an element has another shape than FHIR's.
    """
    code = child(resource, "code")
    coded = codings(code)
    own = own_concepts(coded)
    reason = first_code(child(resource, "emptyReason"))
    known = concepts.SIGNS | concepts.TREATMENTS | concepts.ANALYTES
    if own and known.issuperset(own):
        reviewed = own if reason in (None, "nilknown") else ()
    else:
        covered = _covered(coded, string(code, "text") if code else None)
        if covered is None:
            return None
        reviewed = covered if reason == "nilknown" and not resource.get("entry") else ()
    kept = as_written(resource)
    return ReviewEntry(
        reference=kept.get("reference") or name,
        status=kept["status"] if "status" in kept else string(resource, "status"),
        date=kept.get("date") or string(resource, "date"),
        codings=coded,
        text=string(code, "text") if code else None,
        note=note(resource),
        concepts=reviewed,
        empty_reason=reason,
    )


def _covered(coded: tuple[Coding, ...], text: str | None) -> tuple[str, ...] | None:
    """What an empty list so coded reviews; None when it is a list of something else."""
    if denies_allergies(coded, text):
        return ALLERGY_IDS
    table = REVIEWS | NOTHING_KNOWN
    return next((table[key] for key in keys_of(coded) if key in table), None)


_IN_FORCE = frozenset({"final", "amended", "corrected"})


def read_composition(name: str, resource: Element) -> Iterator[ReviewEntry]:
    """Give a review for each section of a document that is empty because nothing is known of.

    Raises:
        Malformed: when an element has another shape than FHIR's.
    """
    status = string(resource, "status")
    sections = children(resource, "section")
    waiting = [(f"{name}#section[{n}]", one) for n, one in enumerate(sections)][::-1]
    while waiting:
        reference, section = waiting.pop()
        inner = children(section, "section")
        waiting += [(f"{reference}.section[{n}]", one) for n, one in enumerate(inner)][::-1]
        code = child(section, "code")
        coded, text = codings(code), string(code, "text") if code else None
        covered = _covered(coded, text)
        reason = first_code(child(section, "emptyReason"))
        if covered is None or reason != "nilknown" or section.get("entry") or inner:
            continue
        yield ReviewEntry(
            reference=reference,
            status="current" if status in _IN_FORCE else status,
            date=string(resource, "date"),
            codings=coded,
            text=text,
            concepts=covered,
            empty_reason=reason,
        )
