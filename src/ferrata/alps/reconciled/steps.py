"""The steps of the reconciled guideline."""

from __future__ import annotations

from ferrata.alps.case import Case
from ferrata.alps.concepts import Drug
from ferrata.alps.course import Sirolimus
from ferrata.alps.drugs import (
    IMMUNOGLOBULIN,
    METHYLPREDNISOLONE,
    METHYLPREDNISOLONE_HIGH,
    MYCOPHENOLATE,
    MYCOPHENOLATE_ON,
    ORAL_PREDNISONE,
    PREDNISONE_AFTER,
    PREDNISONE_PULSE,
    SIROLIMUS,
)
from ferrata.alps.reconciled.dangers import EMERGENCY_TEAM
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.actions import Monitor, Order, Refer
from ferrata.guideline.pathway import Step
from ferrata.guideline.units import day

STEPS = (
    Step(
        id="start",
        stage=Stage.START,
        title="No treatment for cytopenia",
        do=(
            Monitor(
                Case.platelets,
                90 * day,
                "Blood count and examination at regular intervals",
                warrant("P17", "R45"),
            ),
        ),
        warrant=warrant("R11"),
    ),
    Step(
        id="emergency",
        stage=Stage.EMERGENCY,
        title="Emergency treatment",
        do=(
            EMERGENCY_TEAM,
            METHYLPREDNISOLONE_HIGH,
            IMMUNOGLOBULIN,
            PREDNISONE_AFTER,
        ),
        begun_by=(Drug.METHYLPREDNISOLONE,),
        brief=1 * day,
        warrant=warrant("R17", "A03", "A135"),
    ),
    Step(
        id="fever",
        stage=Stage.FEVER,
        title="Fever without neutrophils or without a spleen",
        do=(
            Order(
                Case.neutrophils,
                "Raise no steroids for the count alone: repeat it in 24 to 72 hours",
                warrant("A21"),
            ),
        ),
        final=True,
        warrant=warrant("A03", "A18"),
    ),
    Step(
        id="A0",
        stage=Stage.ORAL_STEROID,
        title="Prednisone as a bridge; plan the steroid-sparing agent for weeks 2 to 4",
        do=(ORAL_PREDNISONE,),
        begun_by=(Drug.PREDNISONE,),
        warrant=warrant("F01", "R43", "R44"),
    ),
    Step(
        id="B1",
        stage=Stage.INTRAVENOUS_STEROID,
        title="Intravenous methylprednisolone, then prednisone",
        do=(METHYLPREDNISOLONE, IMMUNOGLOBULIN, PREDNISONE_AFTER),
        begun_by=(Drug.METHYLPREDNISOLONE,),
        brief=1 * day,
        warrant=warrant("F03", "R15", "A135"),
    ),
    Step(
        id="A1",
        stage=Stage.MYCOPHENOLATE,
        title="Mycophenolate, while steroids are tapered",
        do=(MYCOPHENOLATE,),
        begun_by=(Drug.MYCOPHENOLATE,),
        warrant=warrant("F02", "R21", "R45"),
    ),
    Step(
        id="A2",
        stage=Stage.PULSE,
        title="A short pulse of prednisone; continue mycophenolate",
        do=(PREDNISONE_PULSE, MYCOPHENOLATE_ON),
        begun_by=(Drug.PREDNISONE,),
        warrant=warrant("F04", "A22"),
    ),
    Step(
        id="A3",
        stage=Stage.SIROLIMUS,
        title="Sirolimus, while steroids are tapered",
        do=(SIROLIMUS,),
        begun_by=(Drug.SIROLIMUS,),
        warrant=warrant("R28", "R29", "A12"),
    ),
    Step(
        id="maintenance",
        stage=Stage.MAINTENANCE,
        title="Stable on the agent, without steroids",
        do=(
            Monitor(
                Case.platelets,
                90 * day,
                "Stable without steroids: continue the agent, with blood count and examination",
                warrant("A20", "R24", "P17"),
            ),
        ),
        warrant=warrant("A20", "R24"),
    ),
    Step(
        id="weaning",
        stage=Stage.WEANING,
        title="Weaning of the agent",
        do=(
            Monitor(
                Case.platelets,
                28 * day,
                "Wean the agent by 25 % every 3 months, with a blood count every 2 to 4 weeks: at "
                "the latest",
                warrant("A20", "R33"),
            ),
        ),
        warrant=warrant("A20", "R33"),
    ),
    Step(
        id="remission",
        stage=Stage.REMISSION,
        title="Remission without treatment",
        do=(
            Monitor(
                Case.platelets,
                90 * day,
                "Blood count and examination at regular intervals",
                warrant("P17", "A117"),
            ),
        ),
        warrant=warrant("R11", "A117"),
    ),
    Step(
        id="relapse-treatment",
        stage=Stage.RELAPSE,
        title="Relapse: prednisone as a bridge, and an agent again in weeks 2 to 4",
        do=(ORAL_PREDNISONE,),
        final=True,
        warrant=warrant("A02", "A117", "R43"),
    ),
    Step(
        id="recheck",
        stage=Stage.RECHECK,
        title="One low count: repeat it before anything is given",
        do=(
            Order(
                Case.platelets,
                "One low count confirms nothing: repeat it in 24 to 72 hours",
                warrant("A01", "A103"),
            ),
        ),
        final=True,
        warrant=warrant("A01", "A103"),
    ),
    Step(
        id="agent-held",
        stage=Stage.HOLD,
        title="Hold the agent: the neutrophils are newly low",
        do=(
            Order(
                Case.neutrophils,
                "Hold the drug, repeat the count in 24 to 72 hours, and look at smear and marrow",
                warrant("A25", "R65"),
            ),
            Refer(
                "an ALPS centre",
                "Decide together whether to begin again with less, to change the agent, or to "
                "look for another cause.",
                warrant("A25"),
            ),
        ),
        final=True,
        warrant=warrant("A25", "A123"),
    ),
    Step(
        id="interaction",
        stage=Stage.INTERACTION,
        title="Hold sirolimus: another drug makes its level unsafe",
        do=(
            Refer(
                "an ALPS centre, and whoever prescribed the other drug",
                "Hold sirolimus while a strong CYP3A4 inhibitor or inducer is taken or still acts. "
                "Exchange that drug for another where it can be. Counts every week while it is "
                "held; back to sirolimus by level.",
                warrant("E037", "A136"),
            ),
            Order(
                Sirolimus.troughs,
                "Sirolimus level now, and 5 to 7 days after every change of the other drug",
                warrant("A19", "R30"),
            ),
        ),
        final=True,
        warrant=warrant("E037", "A136"),
    ),
    Step(
        id="other-agent",
        stage=Stage.OTHER_AGENT,
        title="Other agents, with an ALPS centre",
        do=(
            Refer(
                "an ALPS centre",
                "What follows is decided with an ALPS centre: both agents together, other agents, "
                "rituximab only when all else is exhausted, transplantation for severe disease "
                "that nothing else answers.",
                warrant("A14", "R39", "P14"),
            ),
        ),
        begun_by=(Drug.HYDROXYCHLOROQUINE, Drug.ELTROMBOPAG, Drug.ROMIPLOSTIM),
        warrant=warrant("A14", "R57"),
    ),
    Step(
        id="referral",
        stage=Stage.REFERRAL,
        title="Referral to an ALPS centre",
        do=(
            Refer(
                "an ALPS centre",
                "What follows is decided with an ALPS centre: combinations, other agents, "
                "rituximab only when all else is exhausted, transplantation for severe disease "
                "that nothing else answers; no splenectomy without their assessment.",
                warrant("A14", "R01", "R39", "P14"),
            ),
        ),
        final=True,
        warrant=warrant("A14", "R57"),
    ),
)
