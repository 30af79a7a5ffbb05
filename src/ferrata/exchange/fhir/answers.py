"""QuestionnaireResponses of ours, and lists that say what was reviewed."""

from __future__ import annotations

from collections.abc import Iterator

from ferrata.alps.codes import REVIEWS
from ferrata.exchange.fhir import concepts
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
    waiting = children(element, "item")
    while waiting:
        item = waiting.pop(0)
        yield item
        waiting = children(item, "item") + waiting


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
        key = next((key for key in keys_of(coded) if key in REVIEWS), None)
        if key is None:
            return None
        reviewed = REVIEWS[key] if reason == "nilknown" and not resource.get("entry") else ()
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
