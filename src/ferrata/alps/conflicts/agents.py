"""Conflicts about the agents: C07, C10, C11, C12, C15, C16, C17."""

from __future__ import annotations

from ferrata.alps.conflicts.voices import (
    EVIDENCE,
    FIGURE,
    MEDSCAPE,
    OVERVIEW,
    RECONCILED,
    TEXT,
)
from ferrata.alps.sources import warrant
from ferrata.guideline.conflicts import Claim, Conflict
from ferrata.guideline.units import day, kg, m2, mg

_SURFACE = mg / m2 / day

AGENTS = (
    Conflict(
        id="C07",
        title="Mycophenolate or sirolimus first",
        claims=(
            Claim(
                who=FIGURE,
                says="mycophenolate; sirolimus only with hypersplenism when that has failed",
                warrant=warrant("F02", "F05"),
                guideline="rao-2015-figure",
                rules=("F02", "F05", "A1", "A3"),
            ),
            Claim(
                who=TEXT,
                says="either; sirolimus suits large nodes and spleen",
                warrant=warrant("R28", "R45"),
                guideline="rao-2015",
                rules=("R28-intravenous-steroid", "R45-intravenous-steroid", "A1", "A3"),
            ),
            Claim(
                who=MEDSCAPE,
                says="sirolimus has been proposed as the first line; an algorithm by severity is "
                "mentioned, not given",
                warrant=warrant("M13", "M17"),
                guideline="medscape-2019",
                rules=("M13", "M16-oral", "M16-intravenous", "A1", "A3"),
            ),
            Claim(
                who=OVERVIEW,
                says="both for the long term",
                warrant=warrant("P02", "P09"),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="sirolimus first with hypersplenism, lymphoproliferation that needs treatment or "
            "two lineages, where it is possible; otherwise equal, mycophenolate listed first",
            warrant=warrant("A09"),
            guideline="reconciled",
            rules=("A1", "A3"),
        ),
        because="what sirolimus alone can do decides where it is needed; level monitoring and "
        "interactions decide where it is possible",
    ),
    Conflict(
        id="C10",
        title="Sirolimus: load, dose, cap and target",
        claims=(
            Claim(
                who=TEXT,
                says='load of 3 mg/m2, then 2.5 mg/m2 a day, at most "4 or 5 mg"; trough 5-15',
                warrant=warrant("R29", "R30"),
                guideline="rao-2015",
                rules=("A3",),
                figures=(2.5 * _SURFACE,),
                quoted=("loading dose of 3 mg/m2", "4 or 5 mg", "5-15 ng/mL"),
            ),
            Claim(
                who=MEDSCAPE,
                says="trough 5-15 ng/mL, no dose",
                warrant=warrant("M14"),
                guideline="medscape-2019",
                rules=("A3",),
                quoted=("5-15 ng/mL", "no dose"),
            ),
            Claim(
                who=FIGURE,
                says="sirolimus or other agents, no dose and no level",
                warrant=warrant("F05"),
                guideline="rao-2015-figure",
                rules=("A3",),
            ),
            Claim(
                who=EVIDENCE,
                says="US label, from 13 years below 40 kg: load 3 mg/m2, then 1 mg/m2 a day",
                warrant=warrant("E036"),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="2.5 mg/m2 a day without a load, at most 4 mg a day to start and 5 mg ever; then "
            "by level",
            warrant=warrant("R29", "R30", "A19", "A24"),
            guideline="reconciled",
            rules=("A3", "sirolimus-cap"),
            figures=(2.5 * _SURFACE, 4 * mg / day, 5 * mg / day),
        ),
        because="the cap is ambiguous, so the lower one starts; the level decides afterwards",
    ),
    Conflict(
        id="C11",
        title="When rituximab",
        claims=(
            Claim(
                who=FIGURE,
                says="after intravenous steroids had no effect, before any other agent; and after "
                "sirolimus",
                warrant=warrant("F07", "F11"),
                guideline="rao-2015-figure",
                rules=("F07", "F11", "A4", "B4"),
            ),
            Claim(
                who=TEXT,
                says="only when all other options are exhausted; never for hemolytic anemia",
                warrant=warrant("R37", "R39"),
                guideline="rao-2015",
                rules=("R39-mycophenolate", "R39-sirolimus", "A4"),
            ),
            Claim(
                who=MEDSCAPE,
                says="avoid until all other immunosuppressives are exhausted, above all without a "
                "spleen",
                warrant=warrant("M18", "M20"),
                guideline="medscape-2019",
                rules=("M20-mycophenolate", "M20-sirolimus", "A4"),
            ),
            Claim(
                who=OVERVIEW,
                says="generally avoided unless other options are exhausted",
                warrant=warrant("P05", "P09"),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="last, and by an ALPS centre; a caution under every guideline says so",
            warrant=warrant("R39", "A14", "A114"),
            guideline="reconciled",
            rules=(
                "avoid-rituximab-early",
                "avoid-rituximab-hemolysis",
                "rituximab-after-sirolimus",
                "rituximab-after-mycophenolate",
                "referral",
            ),
        ),
        because="three sources and the text beside the figure agree; the early box stands alone",
    ),
    Conflict(
        id="C12",
        title="Splenectomy",
        claims=(
            Claim(
                who=FIGURE,
                says="assess for it when rituximab has failed and hypersplenism is a major cause",
                warrant=warrant("F08", "F12"),
                guideline="rao-2015-figure",
                rules=("F08", "F12", "A5", "B5"),
            ),
            Claim(
                who=TEXT,
                says="avoid it by long-term mycophenolate or sirolimus; the count falls again and "
                "sepsis kills",
                warrant=warrant("R01", "R59"),
            ),
            Claim(
                who=OVERVIEW,
                says="only severe refractory cytopenia that nothing else helped",
                warrant=warrant("P11", "P13"),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="never advised; an ALPS centre assesses it",
            warrant=warrant("R01", "A14"),
            guideline="reconciled",
            rules=("referral", "avoid-splenectomy"),
            quoted=("no splenectomy",),
        ),
        because="all sources rank it last, and its harm is counted",
    ),
    Conflict(
        id="C15",
        title="Sirolimus in small children",
        claims=(
            Claim(
                who=TEXT,
                says="younger children metabolize it faster and may need it every 12 hours; no age",
                warrant=warrant("R31"),
                guideline="rao-2015",
                rules=("A3",),
                quoted=("every 12 hours",),
            ),
            Claim(
                who=EVIDENCE,
                says="the label's doses for children begin at 13 years",
                warrant=warrant("E036"),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="below one year nothing is computed: specialist, by level; one to two years "
            "without a load and with an early level",
            warrant=warrant("A17"),
            guideline="reconciled",
            rules=("avoid-sirolimus-infant",),
            figures=(365 * day,),
        ),
        because="in newborns and young infants standard doses per m2 gave toxic levels",
    ),
    Conflict(
        id="C16",
        title="Hydroxychloroquine: flat or by weight",
        claims=(
            Claim(
                who=TEXT,
                says="200-400 mg once daily, in two young women without a stated weight",
                warrant=warrant("R41"),
                guideline="rao-2015",
                rules=("R52-mycophenolate", "R52-sirolimus"),
                quoted=("200-400 mg once daily", "not computed"),
            ),
            Claim(
                who=EVIDENCE,
                says="ophthalmologists: at most 5 mg/kg a day of real weight, and eye examinations",
                warrant=warrant("E044"),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="never more than 5 mg/kg a day, nor than the text's range",
            warrant=warrant("R41", "E044", "A118"),
            guideline="reconciled",
            rules=(
                "hydroxychloroquine-after-sirolimus",
                "hydroxychloroquine-small-after-sirolimus",
                "hydroxychloroquine-cap",
            ),
            figures=(5 * mg / kg / day, 200 * mg / day, 400 * mg / day),
            quoted=("Below 40 kg hydroxychloroquine is not computed",),
        ),
        because="by weight 200 mg needs 40 kg and 400 mg needs 80 kg",
    ),
    Conflict(
        id="C17",
        title="What mycophenolate needs",
        claims=(
            Claim(
                who=MEDSCAPE,
                says="no level monitoring, well tolerated, no significant interactions",
                warrant=warrant("M09"),
                guideline="medscape-2019",
                rules=("A1",),
            ),
            Claim(
                who=EVIDENCE,
                says="US label: harms the unborn child, so test and contraception; no live "
                "vaccines; at most 2 g a day",
                warrant=warrant("E041", "E042"),
            ),
        ),
        resolution=Claim(
            who=RECONCILED,
            says="no level is required; pregnancy is excluded first, and 2 g a day is the most",
            warrant=warrant("E041", "E042", "A09"),
            guideline="reconciled",
            rules=("A1", "avoid-mycophenolate-pregnancy", "mycophenolate-cap"),
            figures=(1200 * _SURFACE, 2000 * mg / day),
        ),
        because="Medscape is silent on what the label warns of first",
    ),
)
