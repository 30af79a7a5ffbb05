"""Conflicts beyond the pathway of cytopenia: C13, C18, C19, C20."""

from __future__ import annotations

from ferrata.alps.conflicts.voices import EVIDENCE, OVERVIEW, RECONCILED, TEXT
from ferrata.alps.sources import warrant
from ferrata.guideline.conflicts import Claim, Conflict

BEYOND = (
    Conflict(
        id="C13",
        title="Nodes and spleen, or one of them; double-negative T cells of what",
        claims=(
            Claim(
                who=TEXT,
                says="nodes and spleen and more than 2.5 %, of what is not said",
                warrant=warrant("R03"),
            ),
            Claim(
                who=EVIDENCE,
                says="2009 criteria: nodes and/or spleen, and 1.5 % of lymphocytes or 2.5 % of "
                "CD3+ lymphocytes; one source reads as both together",
                warrant=warrant("E001", "E012"),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="the 2009 criteria: nodes or spleen or both, and a percentage never without its "
            "denominator",
            warrant=warrant("E001"),
        ),
        because="the published criteria are what the text means to cite",
    ),
    Conflict(
        id="C18",
        title="Prophylaxis against Pneumocystis",
        claims=(
            Claim(
                who=TEXT,
                says="not used in those maintained on mycophenolate or sirolimus",
                warrant=warrant("R53"),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="none by default; a clinician decides with lymphopenia or long steroids besides",
            warrant=warrant("R53", "A149"),
            guideline="reconciled",
            rules=("no-routine-prophylaxis", "lymphopenia"),
        ),
        because="the text speaks of those who did well, not of those at risk",
        one_sided="the other side, guidance on sirolimus in vascular anomalies that asks for it in "
        "lymphopenia, is no numbered statement",
    ),
    Conflict(
        id="C19",
        title="Antibiotics after splenectomy",
        claims=(
            Claim(
                who=OVERVIEW,
                says="long-term prophylaxis is crucial, penicillin for example",
                warrant=warrant("P11", "P16"),
            ),
            Claim(
                who=TEXT,
                says="counts the sepsis and the deaths, and names no regimen",
                warrant=warrant("R59", "R61"),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="for life, by local policy",
            warrant=warrant("A18", "A149"),
            guideline="reconciled",
            rules=("asplenia-antibiotics",),
            quoted=("For life", "local policy"),
        ),
        because="41 % had sepsis more than once; no source names a drug, dose or end",
    ),
    Conflict(
        id="C20",
        title="Transplantation",
        claims=(
            Claim(
                who=OVERVIEW,
                says="curative, for severe disease that all else failed; donors are tested",
                warrant=warrant("P14"),
            ),
            Claim(
                who=TEXT,
                says="one, for leukemia; the cytopenia was cured with it",
                warrant=warrant("R26"),
            ),
            Claim(
                who=EVIDENCE,
                says="severe recalcitrant disease with a matched donor free of the variant; too "
                "dangerous for most with an unrelated donor",
                warrant=warrant("E052"),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="by referral only",
            warrant=warrant("A14", "P14"),
            guideline="reconciled",
            rules=("referral", "biallelic"),
            quoted=("transplantation",),
        ),
        because="whom it helps is decided one by one",
    ),
)
