"""Histories of a diagnostic work-up: values beside cut-offs, before, on and after treatment."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from ferrata.alps.concepts import Answered, Finding
from ferrata.alps.diagnosis.assessment import DIAGNOSIS
from ferrata.guideline.derivations import EverAsserted
from ferrata.guideline.events import (
    Analyte,
    Assertion,
    Event,
    Observation,
    Review,
    Sign,
    Treatment,
    TreatmentCourse,
    When,
)
from ferrata.guideline.values import Reason
from ferrata.plan.assessment.assess import analytes_of

ON = 20_777
BACK = (0, 1, 5, 29, 30, 31, 90, 91, 200, 400, 1500, -3)

ANALYTES = tuple(
    one
    for one in dict.fromkeys(analytes_of(DIAGNOSIS))
    if one not in {rule.into for rule in DIAGNOSIS.for_age}
)
FEATURES = tuple(one for cls in DIAGNOSIS.vocabularies for one in cls.features)
SIGNS: tuple[Sign, ...] = tuple(
    dict.fromkeys(
        (
            *(one.derived.sign for one in FEATURES if isinstance(one.derived, EverAsserted)),
            *(sign for rule in DIAGNOSIS.implied for sign in rule.by),
            *(sign for rule in DIAGNOSIS.falsified for sign in rule.after),
            *(rule.said for rule in DIAGNOSIS.for_age if rule.said is not None),
        )
    )
)
TREATMENTS: tuple[Treatment, ...] = tuple(
    dict.fromkeys(one for rule in DIAGNOSIS.falsified for one in rule.treatments)
)
LANDMARKS: dict[str, tuple[str, ...]] = {
    "%": ("0.5", "0.99999999", "1", "1.49999999", "1.5", "1.6", "2.5", "2.6", "6", "6.1"),
    "pg/mL": ("5", "20", "20.1", "200", "201", "500", "501", "1255", "1500", "1501"),
    "/uL": ("900", "1000", "1001", "1499", "1500", "2999", "3000", "8000"),
    "g/L": ("5", "9.1", "9.2", "14.2", "16", "16.1", "30"),
    "1": ("0", "1", "2"),
}


def times() -> st.SearchStrategy[When]:
    """A day, or a span of days."""
    days = st.sampled_from(BACK).map(lambda back: When.day(ON - back))
    spans = st.tuples(st.sampled_from(BACK), st.sampled_from((1, 30, 365))).map(
        lambda pair: When(When.day(ON - pair[0] - pair[1]).first, When.day(ON - pair[0]).last)
    )
    return st.one_of(days, days, days, spans)


@st.composite
def observations(draw: st.DrawFn, analytes: tuple[Analyte, ...] = ANALYTES) -> Observation:
    """A number, a bound, or a result that cannot be used."""
    analyte = draw(st.sampled_from(analytes))
    when, source = draw(times()), draw(st.sampled_from("abc"))
    form = draw(st.sampled_from("eeeeeebu"))
    if form == "u":
        return Observation(analyte.id, when, None, None, Reason.UNREADABLE, source)
    value = Decimal(draw(st.sampled_from(LANDMARKS.get(analyte.unit.code, ("1", "100")))))
    low = analyte.plausible.low if form == "b" else value
    return Observation(analyte.id, when, low, value, source=source)


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Anything that a record can say here."""
    match draw(st.sampled_from("oooaaaacr")):
        case "o":
            return draw(observations())
        case "a":
            sign = draw(st.sampled_from((*SIGNS[:8], *SIGNS)))
            word = draw(st.sampled_from(("yes", "yes", "no", None)))
            return Assertion(sign.id, draw(times()), word, draw(st.sampled_from("abc")))
        case "c":
            treatment = draw(st.sampled_from((*TREATMENTS, None)))
            start = draw(times())
            end = draw(st.one_of(st.none(), times()))
            later = None if end is None or end.first < start.last else end
            return TreatmentCourse(None if treatment is None else treatment.id, start, later, "m")
        case _:
            return Review(draw(st.sampled_from(TREATMENTS)).id, draw(times()), "l")


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    """A patient near the criteria: most have what is required, a birth, and a reviewed list."""
    found: list[Event] = draw(st.lists(events(), max_size=14))
    if draw(st.booleans()):
        found.append(Assertion(Finding.BIRTH.id, When.day(ON - 3000), "yes", "p"))
    if draw(st.integers(0, 3)):
        found.extend(Review(one.id, When.day(ON), "l") for one in TREATMENTS)
    likely = draw(st.integers(0, 2))
    if likely:
        day = When.day(ON - draw(st.sampled_from(BACK[:-1])))
        share = Decimal("5" if likely == 1 else draw(st.sampled_from(LANDMARKS["%"])))
        count = Decimal("3000" if likely == 1 else draw(st.sampled_from(LANDMARKS["/uL"])))
        spleen = "yes" if likely == 1 else draw(st.sampled_from(("yes", "no")))
        found += [
            Assertion("chronic-splenomegaly", day, spleen, "a"),
            Observation("dnt-cd3", day, share, share, source="a"),
            Observation("lymphocytes", day, count, count, source="a"),
        ]
    accessory = draw(st.sampled_from((None, "variant-fas-germline", "typical-histology")))
    if accessory is not None:
        found.append(Assertion(accessory, When.day(ON - 5), "yes", "a"))
    gate = Answered.LYMPHOMA_GATE.id
    if draw(st.booleans()):
        found.append(Assertion(gate, draw(times()), "red-flag", "a"))
    return found
