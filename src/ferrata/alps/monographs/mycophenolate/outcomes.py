"""The figures of the sources on mycophenolate, each by its own definition."""

from __future__ import annotations

from decimal import Decimal

from ferrata.alps.sources import warrant
from ferrata.guideline.monograph import Outcome

_COHORT = "64 patients with ALPS on mycophenolate, Rao 2015"
_SERIES = "children with autoimmune cytopenia, Miano 2015"
_SECOND_LINE = "response as that series defines it (definition not read)"

OUTCOMES = (
    Outcome(
        "Initial response",
        "adequate hemoglobin, neutrophils and platelets; other agents cut or stopped for at "
        "least 1 year",
        _COHORT,
        warrant("R24"),
        count=60,
        of=64,
    ),
    Outcome(
        "Long-term response",
        "long-term responder of Table 1: no other treatment needed later; another end than the "
        "initial response, not added to it (C08)",
        _COHORT,
        warrant("R25"),
        count=44,
        of=64,
    ),
    Outcome(
        "Effective steroid-sparing agent",
        "not defined by the source",
        "patients with ALPS, Medscape 2019",
        warrant("M08"),
        percent=Decimal(80),
    ),
    Outcome(
        "Needed another treatment",
        "cytopenia became more refractory, at the start or later",
        _COHORT,
        warrant("R25"),
        count=20,
        of=64,
        adverse=True,
    ),
    Outcome(
        "Changed to sirolimus",
        "for hypersplenism",
        "the 20 of that cohort who needed another treatment",
        warrant("R25"),
        count=7,
        of=20,
        adverse=True,
    ),
    Outcome(
        "Hodgkin lymphoma",
        "while on mycophenolate, which had to go on",
        _COHORT,
        warrant("R26"),
        count=1,
        of=64,
        adverse=True,
    ),
    Outcome(
        "Acute leukemia",
        "a patient with ALPS-U on mycophenolate; the transplantation cured the cytopenia",
        _COHORT,
        warrant("R26"),
        count=1,
        of=64,
        adverse=True,
    ),
    Outcome(
        "Fatal hemolytic anemia",
        "overwhelming, after 5 years of response",
        _COHORT,
        warrant("R26"),
        count=1,
        of=64,
        adverse=True,
    ),
    Outcome(
        "Lost to follow-up",
        "lost: last visit more than 5 years ago",
        _COHORT,
        warrant("R26"),
        count=5,
        of=64,
        adverse=True,
    ),
    Outcome("Response, all", _SECOND_LINE, _SERIES, warrant("A181"), count=22, of=34),
    Outcome("Response, ALPS", _SECOND_LINE, _SERIES, warrant("A181"), count=11, of=11),
    Outcome("Response, not ALPS", _SECOND_LINE, _SERIES, warrant("A181"), count=11, of=23),
)
