"""Conflicts about steroids: C01, C02, C03, C22, C23."""

from __future__ import annotations

from ferrata.alps.conflicts.voices import FIGURE, MEDSCAPE, OVERVIEW, RECONCILED, TEXT
from ferrata.alps.sources import warrant
from ferrata.guideline.conflicts import Claim, Conflict
from ferrata.guideline.units import day, dL, g, kg, mg, per_uL

_DAILY = mg / kg / day

STEROIDS = (
    Conflict(
        id="C01",
        title="Intravenous methylprednisolone: how much, how long",
        claims=(
            Claim(
                who=FIGURE,
                says="5-10 mg/kg/day for 3-7 days, after oral prednisone had no effect",
                warrant=warrant("F03"),
                guideline="rao-2015-figure",
                rules=("B1", "F03"),
                figures=(5 * _DAILY, 10 * _DAILY, 3 * day, 7 * day),
            ),
            Claim(
                who=TEXT,
                says="5-10 mg/kg for 7-10 days, from the start; the time of a dose is not said",
                warrant=warrant("R15"),
                guideline="rao-2015",
                rules=("B1", "R15"),
                figures=(5 * _DAILY, 10 * _DAILY, 7 * day, 10 * day),
            ),
            Claim(
                who=TEXT,
                says="up to 30 mg/kg/day for 1-3 days in severe and refractory cytopenia, such as "
                "hemoglobin below 5 g/dL",
                warrant=warrant("R17"),
                guideline="rao-2015",
                rules=("R17", "R17-start", "R17-refractory"),
                figures=(30 * _DAILY, 1 * day, 3 * day, 5 * g / dL),
            ),
            Claim(
                who=MEDSCAPE,
                says="5-30 mg/kg/day for 1-3 days; some require it, and which is not said",
                warrant=warrant("M03"),
                guideline="medscape-2019",
                rules=("B1", "M01", "M03"),
                figures=(5 * _DAILY, 30 * _DAILY, 1 * day, 3 * day),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="two orders: 5-10 mg/kg/day for 3-7 days, and up to 30 mg/kg/day for at most 3 "
            "days in an emergency; above 10 mg/kg/day never longer; 1 g a day by default",
            warrant=warrant("A03", "A22"),
            guideline="reconciled",
            rules=("B1", "emergency", "methylprednisolone-cap"),
            figures=(5 * _DAILY, 10 * _DAILY, 30 * _DAILY, 3 * day, 7 * day, 1000 * mg / day),
        ),
        because="taken together the sources allow from 5 to 100 mg/kg in all; no source has a high "
        "dose for longer than three days",
    ),
    Conflict(
        id="C02",
        title="The first move, and when a steroid-sparing agent begins",
        claims=(
            Claim(
                who=FIGURE,
                says="oral prednisone alone; mycophenolate only after a breakthrough on the taper",
                warrant=warrant("F01", "F02"),
                guideline="rao-2015-figure",
                rules=("F01", "F02", "A0"),
            ),
            Claim(
                who=TEXT,
                says="intravenous methylprednisolone first, never steroids alone; mycophenolate or "
                "sirolimus within 2-4 weeks",
                warrant=warrant("R15", "R43", "R44", "R45"),
                guideline="rao-2015",
                rules=("R15", "B1", "R45-intravenous-steroid", "R28-intravenous-steroid"),
                figures=(14 * day,),
            ),
            Claim(
                who=MEDSCAPE,
                says="oral or intravenous corticosteroid first, and an agent early; no time given",
                warrant=warrant("M01", "M02", "M16"),
                guideline="medscape-2019",
                rules=("M01", "A0", "M16-oral", "M16-intravenous"),
            ),
            Claim(
                who=OVERVIEW,
                says="short-term steroid pulses for flares only",
                warrant=warrant("P06", "P09"),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="oral prednisone as a bridge, intravenous steroids when it fails or in an "
            "emergency, and the agent in weeks 2 to 4 whatever the effect",
            warrant=warrant("R43", "R45", "A09", "A106"),
            guideline="reconciled",
            rules=("A0", "entry"),
            figures=(1 * _DAILY, 2 * _DAILY),
        ),
        because="oral prednisone is the least exposure that any source begins with; the text, "
        "Medscape and the overview agree that steroids are a bridge",
    ),
    Conflict(
        id="C03",
        title="Oral prednisone after intravenous steroids, and the taper",
        claims=(
            Claim(
                who=FIGURE,
                says="2 mg/kg/day, tapered over 8-12 weeks",
                warrant=warrant("F03"),
                guideline="rao-2015-figure",
                rules=("B1",),
                figures=(2 * _DAILY,),
                quoted=("8 to 12 weeks",),
            ),
            Claim(
                who=TEXT,
                says="1-2 mg/kg, tapered over 8-12 weeks; long use is avoided",
                warrant=warrant("R16", "R18"),
                guideline="rao-2015",
                rules=("B1",),
                figures=(1 * _DAILY, 2 * _DAILY),
                quoted=("8 to 12 weeks",),
            ),
            Claim(
                who=MEDSCAPE,
                says="1-2 mg/kg/day, tapered over months",
                warrant=warrant("M03"),
                guideline="medscape-2019",
                rules=("B1",),
                figures=(1 * _DAILY, 2 * _DAILY),
                quoted=("over months",),
            ),
            Claim(who=OVERVIEW, says="short-term use", warrant=warrant("P06", "P09")),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="2 mg/kg/day after intravenous steroids and 1-2 mg/kg/day by mouth alone, at most "
            "60 mg a day, tapered over 8 to 12 weeks with an end date",
            warrant=warrant("F03", "A20", "A22"),
            guideline="reconciled",
            rules=("A0", "B1", "prednisone-cap"),
            figures=(1 * _DAILY, 2 * _DAILY, 60 * mg / day),
            quoted=("8 to 12 weeks",),
        ),
        because="8 to 12 weeks stands in text and figure; more is dependence on steroids, and a "
        "reason for an agent",
    ),
    Conflict(
        id="C22",
        title="What a breakthrough is",
        claims=(
            Claim(
                who=FIGURE,
                says='"Hg <8, ANC <500, Platelets <50,000": no units, and neither "and" nor "or"',
                warrant=warrant("F02"),
                guideline="rao-2015-figure",
                rules=("F02", "F09"),
                figures=(8 * g / dL, 500 * per_uL, 50_000 * per_uL),
            ),
            Claim(
                who=TEXT,
                says="significant cytopenia and adequate counts, without a number",
                warrant=warrant("R11", "R24"),
                guideline="rao-2015",
                rules=("R11", "R15"),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="any of hemoglobin below 8 g/dL, neutrophils below 500 and platelets below 50,000 "
            "per microliter; low neutrophils alone without infection do not raise steroids",
            warrant=warrant("A02", "A21"),
            guideline="reconciled",
            rules=("bridge",),
            figures=(8 * g / dL, 500 * per_uL, 50_000 * per_uL),
        ),
        because="those are the units in which the numbers make sense; read literally, a well child "
        "with 450 neutrophils would get prednisone",
    ),
    Conflict(
        id="C23",
        title="The pulse on mycophenolate",
        claims=(
            Claim(
                who=FIGURE,
                says="short-term, 1-2 mg/kg/day or more, up to 5 mg/kg/day",
                warrant=warrant("F04"),
                guideline="rao-2015-figure",
                rules=("A2",),
                figures=(1 * _DAILY, 5 * _DAILY),
            ),
            Claim(
                who=MEDSCAPE,
                says="with a partial response steroids for longer, without an amount",
                warrant=warrant("M11"),
                guideline="medscape-2019",
                rules=("M11",),
                quoted=("need steroids for longer",),
            ),
            Claim(who=OVERVIEW, says="short pulses only", warrant=warrant("P06")),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="1-5 mg/kg/day for at most 5 days and 250 mg a day, then back, with an end date",
            warrant=warrant("F04", "A22"),
            guideline="reconciled",
            rules=("A2", "pulse-cap"),
            figures=(1 * _DAILY, 5 * _DAILY, 5 * day, 250 * mg / day),
        ),
        because="the figure gives an amount and no length; a pulse without an end is a course",
    ),
)
