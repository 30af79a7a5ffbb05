"""Conflicts about immunoglobulin and G-CSF: C04, C05, C06."""

from __future__ import annotations

from ferrata.alps.conflicts.voices import FIGURE, MEDSCAPE, OVERVIEW, RECONCILED, TEXT
from ferrata.alps.sources import warrant
from ferrata.guideline.conflicts import Claim, Conflict
from ferrata.guideline.units import per_uL

SUPPORT = (
    Conflict(
        id="C04",
        title="How much intravenous immunoglobulin",
        claims=(
            Claim(
                who=TEXT,
                says="1-2 g/kg/day for 2 days: 2 to 4 g/kg in all",
                warrant=warrant("R19"),
                guideline="rao-2015",
                rules=("B1", "R17"),
                quoted=("1-2 g/kg/day for 2 days", "never computed"),
            ),
            Claim(
                who=MEDSCAPE,
                says="1-2 g/kg, without saying whether a day or in all",
                warrant=warrant("M04"),
                guideline="medscape-2019",
                rules=("B1", "M05"),
                quoted=("1-2 g/kg", "never computed"),
            ),
            Claim(
                who=FIGURE,
                says="with or without immunoglobulin, no amount",
                warrant=warrant("F03"),
                guideline="rao-2015-figure",
                rules=("B1",),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="at most 2 g/kg in all; the reading of 4 g/kg is quoted and never computed",
            warrant=warrant("A23"),
            guideline="reconciled",
            rules=("B1", "emergency"),
        ),
        because="2 g/kg satisfies both sources; twice as much rests on one reading of one sentence",
    ),
    Conflict(
        id="C05",
        title="What intravenous immunoglobulin is for",
        claims=(
            Claim(
                who=TEXT,
                says="with the pulse in severe hemolytic anemia or thrombocytopenia",
                warrant=warrant("R19"),
                guideline="rao-2015",
                rules=("B1", "R17"),
                quoted=("severe hemolytic anemia or thrombocytopenia",),
            ),
            Claim(
                who=MEDSCAPE,
                says="with the pulse in severe hemolytic anemia; alone only where platelets alone "
                "are low; short effect",
                warrant=warrant("M01", "M04", "M05", "M06"),
                guideline="medscape-2019",
                rules=("B1", "M05"),
                quoted=("severe hemolytic anemia", "effect is short"),
            ),
            Claim(
                who=OVERVIEW,
                says="severe thrombocytopenia, for a time; and where antibodies are lacking",
                warrant=warrant("P07"),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="with the pulse in severe hemolytic anemia or thrombocytopenia; replacement of "
            "antibodies is another indication",
            warrant=warrant("R19", "M04", "A23"),
            guideline="reconciled",
            rules=("B1", "emergency"),
        ),
        because="the indications add up, they do not exclude each other",
    ),
    Conflict(
        id="C06",
        title="Who may have G-CSF",
        claims=(
            Claim(
                who=TEXT,
                says="only isolated neutropenia with infections, and no significant enlargement of "
                "the spleen, which can rupture",
                warrant=warrant("R20"),
                guideline="rao-2015",
                rules=("R20",),
                figures=(500 * per_uL,),
                quoted=("1-2 micrograms/kg", "rupture"),
            ),
            Claim(
                who=FIGURE,
                says="isolated neutropenia with systemic infections; no word of the spleen, and "
                "only in the caption",
                warrant=warrant("R46"),
            ),
            Claim(
                who=MEDSCAPE,
                says="neutropenia with significant infections, some patients",
                warrant=warrant("M07"),
                guideline="medscape-2019",
                rules=("M07",),
                figures=(500 * per_uL,),
                quoted=("1-2 micrograms/kg",),
            ),
            Claim(
                who=OVERVIEW,
                says="severe neutropenia with systemic infection",
                warrant=warrant("P08"),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="all of it: isolated, with infection, and a spleen known not to be large",
            warrant=warrant("R20", "A16"),
            guideline="reconciled",
            rules=("filgrastim",),
            figures=(500 * per_uL,),
            quoted=("1-2 micrograms/kg", "only while the infection lasts"),
        ),
        because="the strictest source names a danger that the others do not weigh",
    ),
)
