"""Follow-up of everybody with ALPS, treated or not."""

from __future__ import annotations

from ferrata.alps.care.case import Care
from ferrata.alps.case import Case
from ferrata.alps.concepts import LymphomaGate
from ferrata.alps.course import Mycophenolate, Sirolimus
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.actions import Ask, Monitor, Refer
from ferrata.guideline.conditions import all_of, any_of, known, not_
from ferrata.guideline.pathway import Recommendation, Topic
from ferrata.guideline.units import day

EVERYBODY = (
    Recommendation(
        id="care-counts",
        topic=Topic.MONITORING,
        title="Regular counts for everybody with ALPS",
        when=Case.alps,
        do=(
            Monitor(
                Case.platelets, 90 * day, "Blood count and examination", warrant("P17", "A200")
            ),
        ),
        warrant=warrant("P17", "A200"),
    ),
    Recommendation(
        id="care-lymphoma",
        topic=Topic.MONITORING,
        title="Vigilance for lymphoma, for life",
        when=Case.alps,
        do=(
            Monitor(
                Case.lymphoma_gate,
                90 * day,
                "Red flags for lymphoma, and every group of nodes",
                warrant("P17", "R60", "R70", "A201"),
            ),
        ),
        warrant=warrant("P17", "R02", "R60", "R70"),
    ),
    Recommendation(
        id="care-red-flag",
        topic=Topic.MONITORING,
        title="A red flag for lymphoma",
        when=Case.lymphoma_gate.is_(LymphomaGate.RED_FLAG),
        do=(
            Refer(
                "an oncologist and a surgeon",
                "Biopsy a node that changes suddenly or focally; imaging says which one. A "
                "polyclonal infiltrate is not lymphoma.",
                warrant("R02", "E053", "E054"),
            ),
        ),
        warrant=warrant("R02", "R13", "E054"),
    ),
    Recommendation(
        id="care-spleen",
        topic=Topic.MONITORING,
        title="The size of the spleen",
        when=all_of(Case.alps, not_(Case.asplenia)),
        do=(
            Monitor(
                Care.spleen,
                90 * day,
                "Spleen in cm below the margin",
                warrant("A15", "A16", "A202"),
            ),
        ),
        warrant=warrant("A15", "A16", "A202"),
    ),
    Recommendation(
        id="care-growth",
        topic=Topic.MONITORING,
        title="Growth until 18 years",
        when=all_of(Case.alps, Case.age < 6574 * day),
        do=(
            Monitor(
                Case.height, 180 * day, "Height and weight on the growth chart", warrant("A202")
            ),
        ),
        warrant=warrant("R18", "A202"),
    ),
    Recommendation(
        id="care-transition",
        topic=Topic.MONITORING,
        title="Transition to adult care",
        when=all_of(
            Case.alps,
            Case.age >= 5113 * day,
            Case.age < 6940 * day,
            any_of(not_(known(Care.transition)), not_(Care.transition)),
        ),
        do=(
            Ask(
                Care.transition,
                "Prepare the transition: who follows counts, spleen, nodes and drugs from when on. "
                "The shared-care summary goes with the patient.",
                warrant("R57", "R70", "A219"),
            ),
        ),
        warrant=warrant("R57", "A219"),
    ),
    Recommendation(
        id="care-registry",
        topic=Topic.MONITORING,
        title="Registry",
        when=all_of(Case.alps, any_of(not_(known(Care.registered)), not_(Care.registered))),
        do=(
            Ask(
                Care.registered,
                "Offer a registry (ESID, USIDNET): what is known of ALPS comes from few centres",
                warrant("R58"),
            ),
        ),
        warrant=warrant("R58"),
    ),
    Recommendation(
        id="care-need",
        topic=Topic.MONITORING,
        title="Whether treatment is still needed",
        when=any_of(
            all_of(Mycophenolate.on, Mycophenolate.days >= 365 * day),
            all_of(Sirolimus.on, Sirolimus.days >= 365 * day),
        ),
        do=(
            Ask(
                Care.weaning,
                "The need for treatment declines with age: after a complete response of 12 to 24 "
                "months, can the agent be weaned?",
                warrant("R07", "R33", "A20", "A223"),
            ),
        ),
        warrant=warrant("R07", "R33", "A223"),
    ),
    Recommendation(
        id="care-weaning",
        topic=Topic.MONITORING,
        title="Counts while a long-term agent is weaned",
        when=Care.weaning,
        do=(Monitor(Case.platelets, 28 * day, "Blood count every 2 to 4 weeks", warrant("A20")),),
        warrant=warrant("A20"),
    ),
    Recommendation(
        id="care-weaning-stage",
        topic=Topic.MONITORING,
        title="Counts at the stage of weaning",
        at=(Stage.WEANING,),
        when=Case.alps,
        do=(Monitor(Case.platelets, 28 * day, "Blood count every 2 to 4 weeks", warrant("A20")),),
        warrant=warrant("A20"),
    ),
)
