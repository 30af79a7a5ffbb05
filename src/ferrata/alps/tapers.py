"""Courses that end: the taper of prednisone, a pulse, weaning, and the overlap of two agents."""

from __future__ import annotations

from decimal import Decimal

from ferrata.alps.concepts import Drug
from ferrata.alps.drugs import MYCOPHENOLATE, ORAL_PREDNISONE, PREDNISONE_PULSE, SIROLIMUS
from ferrata.alps.sources import warrant
from ferrata.guideline.actions import Give
from ferrata.guideline.doses import Dose
from ferrata.guideline.tapers import Dependence, Note, Taper, Topic
from ferrata.guideline.units import between, day


def _dose(given: Give) -> Dose:
    assert given.dose is not None
    return given.dose


_HOW = Note(
    Topic.HOW,
    "One dose a day, in the morning, unless the team divides it.",
    warrant("A269"),
)
_STOP = Note(
    Topic.STOP,
    "Do not stop suddenly after 3 weeks or more: follow the steps to the last day.",
    warrant("A20"),
)
_STRESS = Note(
    Topic.STRESS,
    "Extra steroid may be needed during the course and for 12 months after the last dose: with "
    "fever, vomiting, injury or an operation. Tell every doctor and dentist. Amounts: per local "
    "protocol or endocrinology; no source states one.",
    warrant("A20", "A271"),
)
_MISSED = Note(
    Topic.MISSED,
    "Ask the team the same day, and at once when a steroid cannot be kept down. Never give two "
    "doses on one day to catch up. The plan is not moved: the team makes a new one.",
    warrant("A242", "A272"),
)
_RESPONSE = (
    Note(Topic.RESPONSE, "Platelets: look on day 3, judge on day 7.", warrant("A04")),
    Note(
        Topic.RESPONSE,
        "Hemoglobin: judge on day 14, without transfusion for 7 days.",
        warrant("A05"),
    ),
    Note(
        Topic.RESPONSE,
        "Neutrophils: judge on day 14, below 0.5 mg/kg of prednisone, which by itself raises them.",
        warrant("A06"),
    ),
)
_WATCH = (
    Note(
        Topic.WATCH,
        "Blood pressure, glucose, eyes (cataract), bone (osteopenia, the hip), Cushingoid look. "
        "The source gives no intervals.",
        warrant("R18"),
    ),
    Note(
        Topic.WATCH,
        "Vaccines: ask first; live ones are not given while the immune system is held back.",
        warrant("A248"),
    ),
)
_AGENT = Note(
    Topic.AGENT,
    "Started within weeks 2 to 4 and adjusted while the steroid is tapered; steroids are a bridge.",
    warrant("R45", "A09"),
)
_DEPENDENCE = Dependence(84, 2, warrant("A20", "A270"))

PREDNISONE = Taper(
    id="prednisone-taper",
    title="a taper of prednisone",
    treatment=Drug.PREDNISONE,
    dose=_dose(ORAL_PREDNISONE),
    full=between(7, 28, day),
    every=between(3, 7, day),
    ends=between(50, 84, day),
    usual=(7, 7, 70),
    most_fall=Decimal("0.25"),
    warrant=warrant(
        *("F01", "F02", "F03", "R16", "R18", "M03", "E049", "A20", "A22"),
        *("A265", "A266", "A267", "A268", "A269", "A270"),
    ),
    notes=(_HOW, _STOP, _STRESS, _MISSED, _AGENT, *_RESPONSE, *_WATCH),
    abrupt=21,
    dependence=_DEPENDENCE,
    after=28,
)

PULSE = Taper(
    id="prednisone-pulse",
    title="a pulse of prednisone",
    treatment=Drug.PREDNISONE,
    dose=_dose(PREDNISONE_PULSE),
    full=between(1, 5, day),
    every=None,
    ends=between(1, 5, day),
    usual=(5, 0, 5),
    most_fall=Decimal(1),
    warrant=warrant("F04", "P06", "A22", "A268", "A269", "A273"),
    notes=(_HOW, _STRESS, _MISSED, *_RESPONSE, *_WATCH),
    abrupt=21,
    dependence=_DEPENDENCE,
    after=28,
)

_COUNTS = Note(
    Topic.RESPONSE,
    "Blood count every 2 to 4 weeks. Weaning begins after 12 to 24 months of complete response.",
    warrant("A20", "R33"),
)


def _weaning(given: Give, name: str) -> Taper:
    return Taper(
        id=f"{given.treatment.id}-weaning",
        title=f"a weaning of {name}",
        treatment=given.treatment,
        dose=_dose(given),
        full=between(0, 0, day),
        every=between(91, 91, day),
        ends=between(273, 273, day),
        usual=(0, 91, 273),
        most_fall=Decimal("0.375"),
        warrant=warrant("R33", "A20", "A268", "A274"),
        notes=(_MISSED, _COUNTS),
    )


WEANING = (_weaning(MYCOPHENOLATE, "mycophenolate"), _weaning(SIROLIMUS, "sirolimus"))

OVERLAP = Taper(
    id="mycophenolate-overlap",
    title="mycophenolate beside sirolimus",
    treatment=Drug.MYCOPHENOLATE,
    dose=_dose(MYCOPHENOLATE),
    full=between(28, 56, day),
    every=None,
    ends=between(28, 56, day),
    usual=(42, 0, 42),
    most_fall=Decimal(1),
    warrant=warrant("A12", "A268", "A274"),
    notes=(_MISSED,),
)

TAPERS = {one.id: one for one in (PREDNISONE, PULSE, *WEANING, OVERLAP)}
"""Every course that ends, by id."""
