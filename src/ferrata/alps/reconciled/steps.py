"""The steps of the reconciled guideline, and advice that holds at several of them."""

from __future__ import annotations

from ferrata.alps.case import Case
from ferrata.alps.concepts import Drug, LymphomaGate
from ferrata.alps.course import Effect, Methylprednisolone, Mycophenolate, Prednisone, Sirolimus
from ferrata.alps.cytopenia import (
    intravenous_judged,
    isolated_neutropenia,
    low_besides_platelets,
    low_counts,
    needs_steroid,
    prednisone_rising,
)
from ferrata.alps.drugs import (
    IMMUNOGLOBULIN,
    METHYLPREDNISOLONE,
    METHYLPREDNISOLONE_HIGH,
    MYCOPHENOLATE,
    MYCOPHENOLATE_ON,
    ORAL_PREDNISONE,
    PREDNISONE_AFTER,
    PREDNISONE_AGAIN,
    PREDNISONE_PULSE,
    SIROLIMUS,
)
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.actions import Ask, Monitor, Order, Refer
from ferrata.guideline.conditions import all_of, any_of, known, not_
from ferrata.guideline.pathway import Recommendation, Step
from ferrata.guideline.units import day, per_uL

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
            Refer(
                "the emergency team, and an ALPS centre by telephone",
                "Act at once. With fever: blood culture and parenteral antibiotic before anything "
                "else. Transfusion is not withheld in severe hemolytic anemia. Smear, LDH and "
                "samples for the lymphoma work-up first where they cost no delay.",
                warrant("A03"),
            ),
            METHYLPREDNISOLONE_HIGH,
            IMMUNOGLOBULIN,
            PREDNISONE_AFTER,
        ),
        begun_by=(Drug.METHYLPREDNISOLONE,),
        warrant=warrant("R17", "A03"),
    ),
    Step(
        id="fever",
        stage=Stage.FEVER,
        title="Fever without neutrophils or without a spleen",
        do=(
            Refer(
                "the emergency team",
                "Act at once: blood culture and a parenteral antibiotic before anything else. "
                "Raise no steroids for the count alone.",
                warrant("A03", "A18", "A21"),
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
        warrant=warrant("F03", "R15"),
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
        id="referral",
        stage=Stage.REFERRAL,
        title="Referral to an ALPS centre",
        do=(
            Refer(
                "an ALPS centre",
                "What follows is decided with an ALPS centre: combinations, other agents, "
                "rituximab only when all else is exhausted, transplantation; no splenectomy "
                "without their assessment.",
                warrant("A14", "R01", "R39", "P14"),
            ),
        ),
        final=True,
        warrant=warrant("A14", "R57"),
    ),
)

ADVICE = (
    Recommendation(
        id="bridge",
        title="Bridge the breakthrough with prednisone",
        at=(Stage.ORAL_STEROID, Stage.INTRAVENOUS_STEROID, Stage.EMERGENCY),
        when=all_of(
            needs_steroid,
            Prednisone.days >= 7 * day,
            any_of(low_besides_platelets, not_(prednisone_rising)),
        ),
        do=(PREDNISONE_AGAIN,),
        warrant=warrant("F02", "R43", "F01", "A04"),
    ),
    Recommendation(
        id="bridge-from-mycophenolate",
        title="Bridge with prednisone until the next agent works",
        at=(Stage.MYCOPHENOLATE, Stage.PULSE),
        when=all_of(needs_steroid, Mycophenolate.effect.is_(Effect.NONE)),
        do=(PREDNISONE_AGAIN,),
        warrant=warrant("R43", "A12"),
    ),
    Recommendation(
        id="bridge-on-sirolimus",
        title="Bridge with prednisone until the counts hold",
        at=(Stage.SIROLIMUS,),
        when=all_of(needs_steroid, Sirolimus.effect.is_(Effect.NONE, Effect.LOST)),
        do=(PREDNISONE_AGAIN,),
        warrant=warrant("R43", "A107"),
    ),
    Recommendation(
        id="centre-after-intravenous",
        title="No response to intravenous steroids",
        at=(Stage.INTRAVENOUS_STEROID, Stage.EMERGENCY),
        when=all_of(intravenous_judged, Methylprednisolone.effect.is_(Effect.NONE)),
        do=(
            Refer(
                "an ALPS centre",
                "No response to intravenous steroids: decide what follows together.",
                warrant("A106"),
            ),
        ),
        warrant=warrant("A106"),
    ),
    Recommendation(
        id="isolated-neutropenia",
        title="Isolated neutropenia without infection",
        when=isolated_neutropenia,
        do=(
            Order(
                Case.neutrophils,
                "Do not raise steroids and give no G-CSF: repeat the count in 24 to 72 hours",
                warrant("A21", "R20"),
            ),
        ),
        warrant=warrant("A21", "R20"),
    ),
    Recommendation(
        id="infant",
        title="Below one year of age",
        when=Case.age < 365 * day,
        do=(
            Refer(
                "an ALPS centre",
                "Below one year of age every drug and dose is decided with a specialist.",
                warrant("A17"),
            ),
        ),
        warrant=warrant("A17"),
    ),
    Recommendation(
        id="repeat-count",
        title="Repeat the count",
        when=low_counts,
        do=(
            Order(
                Case.platelets,
                "Repeat the blood count in 24 to 72 hours, and ask why the count fell (immune, "
                "spleen, marrow, drug, infection, bleeding) before escalating",
                warrant("A02", "R12", "R65"),
            ),
        ),
        warrant=warrant("A02", "R65"),
    ),
    Recommendation(
        id="blood-film",
        title="Blood film",
        when=Case.platelets < 50_000 * per_uL,
        do=(Order(Case.platelets, "Blood film: exclude clumping", warrant("A02")),),
        warrant=warrant("A02"),
    ),
    Recommendation(
        id="ask-lymphoma",
        title="Red flags for lymphoma",
        when=any_of(
            not_(known(Case.lymphoma_gate)), Case.lymphoma_gate.is_(LymphomaGate.NOT_ASSESSED)
        ),
        do=(
            Ask(
                Case.lymphoma_gate,
                "Fever, weight loss, anorexia, fatigue that anemia does not explain, sudden focal "
                "node enlargement?",
                warrant("R13"),
            ),
        ),
        warrant=warrant("R02", "R13"),
    ),
)
