"""A clinician's answers of a day, as entries of the record.

Each answer is written ``CONCEPT=VALUE``: ``fever=no``, ``lymphoma-gate=assessed-clear``,
``spleen=3cm``, ``platelets=38/nL``. A measured value needs its unit, and is read as strictly as a
laboratory's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec.structs import replace

from ferrata.guideline.derivations import (
    Asserted,
    DaysSince,
    DaysWith,
    EverAsserted,
    Measured,
    Stated,
)
from ferrata.guideline.errors import AnswerError
from ferrata.guideline.events import Analyte, When
from ferrata.guideline.units import plain
from ferrata.guideline.values import Reason
from ferrata.guideline.vocabularies import Vocabulary
from ferrata.record.dates import day_number
from ferrata.record.measurements import observation_of
from ferrata.record.model import FERRATA, AssertionEntry, Coding, ObservationEntry, Record
from ferrata.record.numbers import result_of
from ferrata.record.ucum import unit_of


def answered(
    record: Record,
    vocabularies: Iterable[type[Vocabulary]],
    on: date,
    answers: Iterable[str],
    choices: Mapping[str, tuple[str, ...]] | None = None,
) -> Record:
    """Return `record` with a clinician's answers of day `on`, each written CONCEPT=VALUE.

    What can be answered is what `vocabularies` ask of a record: signs (yes or no), questions (an
    option), and what is measured (a number with its unit). `choices` adds concepts with their
    values, such as the stages of a guideline.

    Raises:
        AnswerError: for a concept that nobody asks about, or a value that it cannot have.
    """
    said, measured = _asked(vocabularies)
    said |= choices or {}
    assertions = list(record.assertions)
    observations = list(record.observations)
    for number, text in enumerate(answers, start=1):
        concept, _, value = text.partition("=")
        reference = f"answer/{number}"
        if concept in said:
            assertions.append(_said(concept, value, said[concept], reference, on))
        elif concept in measured:
            observations.append(_measured(value.strip(), measured[concept], reference, on))
        else:
            known = ", ".join((*said, *measured))
            raise AnswerError(f"{concept!r} is nothing that can be answered; there are: {known}")
    return replace(record, assertions=tuple(assertions), observations=tuple(observations))


def answerable(vocabularies: Iterable[type[Vocabulary]]) -> tuple[str, ...]:
    """Return the ids of all that can be answered."""
    said, measured = _asked(vocabularies)
    return (*said, *measured)


def _asked(
    vocabularies: Iterable[type[Vocabulary]],
) -> tuple[dict[str, tuple[str, ...]], dict[str, Analyte]]:
    said: dict[str, tuple[str, ...]] = {}
    measured: dict[str, Analyte] = {}
    for vocabulary in vocabularies:
        for feature in vocabulary.features:
            match feature.derived:
                case Asserted(sign=sign) | EverAsserted(sign=sign) | DaysSince(sign=sign):
                    said[sign.id] = ("yes", "no")
                case Stated(question=question):
                    said[question.id] = tuple(one.value for one in question.options)
                case Measured(analyte=analyte) | DaysWith(analyte=analyte):
                    measured[analyte.id] = analyte
                case _:
                    pass
    return said, measured


def _said(
    concept: str, value: str, values: tuple[str, ...], reference: str, on: date
) -> AssertionEntry:
    if value not in values:
        raise AnswerError(f"{concept} is answered {' or '.join(values)}")
    return AssertionEntry(
        reference=reference,
        resource="Observation",
        status="final",
        date=on.isoformat(),
        codings=(Coding(FERRATA, concept),),
        concept=concept,
        value=value,
        answers=(Coding(FERRATA, value),),
    )


def _measured(value: str, analyte: Analyte, reference: str, on: date) -> ObservationEntry:
    result = result_of(value)
    if result is None:
        raise _no_number(value, analyte)
    counted = analyte.unit.code == "1" and result.unit is None
    entry = ObservationEntry(
        reference=reference,
        status="final",
        date=on.isoformat(),
        codings=(Coding(FERRATA, analyte.id),),
        concept=analyte.id,
        value=format(result.number, "f"),
        comparator=result.comparator,
        unit="1" if counted else result.unit,
    )
    found = observation_of(entry, analyte, When.day(day_number(on)))
    reason = found.unusable if found is not None else None
    if reason is None:
        return entry
    # The number is never repeated with a unit: 38 with the wrong one is another finding.
    if reason is Reason.WRONG_UNIT and result.unit is None:
        raise AnswerError(f"{analyte.id} is answered with its unit, such as {analyte.unit}")
    if reason is Reason.WRONG_UNIT:
        known = unit_of(result.unit or "") is not None
        what = "measures something else" if known else "is no unit that is known"
        raise AnswerError(f"{analyte.id}: {result.unit!r} {what}; write one such as {analyte.unit}")
    if reason is Reason.IMPLAUSIBLE:
        low, high = plain(analyte.plausible.low), plain(analyte.plausible.high)
        raise AnswerError(
            f"{analyte.id}: {value} is not plausible, which is {low} to {high} {analyte.unit}"
        )
    raise _no_number(value, analyte)


def _no_number(value: str, analyte: Analyte) -> AnswerError:
    return AnswerError(
        f"{analyte.id}: {value!r} is no number with a unit; write digits with at most one point, "
        f"then a unit such as {analyte.unit}"
    )
