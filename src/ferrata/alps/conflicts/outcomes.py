"""Conflicts about numbers: C08, C09, C14, C21."""

from __future__ import annotations

from ferrata.alps.conflicts.voices import EVIDENCE, MEDSCAPE, OVERVIEW, RECONCILED, TEXT
from ferrata.alps.sources import warrant
from ferrata.guideline.conflicts import Claim, Conflict

OUTCOMES = (
    Conflict(
        id="C08",
        title="How often mycophenolate works",
        claims=(
            Claim(
                who=TEXT,
                says="60 of 64 responded; 20 of all 64 later needed other treatment, which leaves "
                "the 44 long-term responders of the table",
                warrant=warrant("R24", "R25"),
            ),
            Claim(
                who=MEDSCAPE,
                says="an effective steroid-sparing agent in 80 %; some respond in part",
                warrant=warrant("M08", "M11"),
                guideline="medscape-2019",
                rules=("A1",),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="initial response (60 of 64) and durable response (44 of 64) are two numbers",
            warrant=warrant("A147"),
        ),
        because="they answer different questions, and 60 less 20 would contradict the table",
    ),
    Conflict(
        id="C09",
        title="How often sirolimus works",
        claims=(
            Claim(
                who=TEXT,
                says="four of 14 stopped because it did not work",
                warrant=warrant("R33"),
            ),
            Claim(
                who=MEDSCAPE,
                says="extremely effective, within 1 to 3 months",
                warrant=warrant("M12", "M13"),
                guideline="medscape-2019",
                rules=("M12", "M13"),
            ),
            Claim(
                who=EVIDENCE,
                says="complete response in 12 of 12 of a trial; in 79 % of 28 elsewhere, the rest "
                "in part",
                warrant=warrant("E031", "E032"),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="each series keeps its definition of response; none is merged",
            warrant=warrant("A147"),
        ),
        because="the definitions of response differ from series to series",
    ),
    Conflict(
        id="C14",
        title="Ages of those who had mycophenolate",
        claims=(
            Claim(
                who=TEXT,
                says="prose: 6 months to 15 years, the same words as the range of follow-up",
                warrant=warrant("R22"),
            ),
            Claim(
                who="Rao 2015, Table 1",
                says="0.5 to 34 years (L176)",
                warrant=warrant("R22"),
            ),
        ),
        resolution=Claim(
            who=RECONCILED, says="the table, 0.5 to 34 years", warrant=warrant("A148")
        ),
        because="the prose seems to repeat the follow-up",
    ),
    Conflict(
        id="C21",
        title="How many people have ALPS",
        claims=(
            Claim(who=OVERVIEW, says="2,200 people in the United States", warrant=warrant("P18")),
        ),
        resolution=Claim(
            who=RECONCILED, says="for orientation; in no rule", warrant=warrant("A148")
        ),
        because="an estimate of who is affected and a count of who was reported cannot be compared",
        one_sided="the other side, about 1000 reported worldwide (Rao 2015, L28-29), is no "
        "numbered statement",
    ),
)
