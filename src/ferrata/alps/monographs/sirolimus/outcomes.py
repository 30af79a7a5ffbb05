"""The figures of the sources on sirolimus, each by its own definition."""

from __future__ import annotations

from ferrata.alps.sources import warrant
from ferrata.guideline.monograph import Outcome

_COHORT = "14 patients with ALPS on sirolimus, Rao 2015"
_SERIES = "28 patients with ALPS on rapamycin, Klemann 2017"
_COMPLETE = "normal blood count, no lymphoproliferation, no other autoimmunity"

OUTCOMES = (
    Outcome(
        "Long-term response",
        "long-term responder of Table 1; the others stopped because it was ineffective",
        _COHORT,
        warrant("R33"),
        count=10,
        of=14,
    ),
    Outcome(
        "Weaned off all medicines",
        "adults whose cytopenia had resolved, sirolimus included",
        _COHORT,
        warrant("R33"),
        count=2,
        of=14,
    ),
    Outcome(
        "Complete response",
        "at 6 to 9 months: normal counts with platelets above 100, spleen palpable less than 2 "
        "cm, no nodes, no other immunosuppression",
        _SERIES,
        warrant("E031"),
        count=22,
        of=28,
    ),
    Outcome(
        "Partial response",
        "spleen or reference node at least 50 % smaller, steroids stopped without relapse",
        _SERIES,
        warrant("E031"),
        count=6,
        of=28,
    ),
    Outcome(
        "Complete response, ALPS", _COMPLETE, "trial NCT00392951", warrant("E032"), count=12, of=12
    ),
    Outcome(
        "Complete response, multilineage cytopenia without ALPS",
        _COMPLETE,
        "trial NCT00392951",
        warrant("E032"),
        count=8,
        of=12,
    ),
    Outcome(
        "Complete response, single-lineage cytopenia",
        _COMPLETE,
        "trial NCT00392951",
        warrant("E032"),
        count=2,
        of=6,
    ),
    Outcome(
        "Response, all",
        "response as that series defines it (definition not read); 8 of them after mycophenolate",
        "children with autoimmune cytopenia, Miano 2015",
        warrant("A181"),
        count=12,
        of=16,
    ),
)
