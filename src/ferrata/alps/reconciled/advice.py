"""Advice that holds at several steps of the reconciled guideline."""

from __future__ import annotations

from ferrata.alps.case import Case
from ferrata.alps.concepts import LymphomaGate
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
    PREDNISONE_AGAIN,
)
from ferrata.alps.reconciled.situations import premedication
from ferrata.alps.safety import mycophenolate_neutropenia
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.actions import Ask, Order, Refer
from ferrata.guideline.conditions import all_of, any_of, known, not_
from ferrata.guideline.pathway import Recommendation
from ferrata.guideline.units import day, per_uL

_falling_on_prednisone = all_of(
    needs_steroid,
    Prednisone.days >= 7 * day,
    any_of(low_besides_platelets, not_(prednisone_rising)),
)
_an_agent_goes_on = any_of(Mycophenolate.on, Sirolimus.on)

ADVICE = (
    Recommendation(
        id="bridge",
        title="Bridge the breakthrough with prednisone",
        at=(Stage.ORAL_STEROID,),
        when=_falling_on_prednisone,
        do=(PREDNISONE_AGAIN,),
        warrant=warrant("F02", "R43", "F01", "A04"),
    ),
    Recommendation(
        id="bridge-after-intravenous",
        title="Bridge the breakthrough with prednisone",
        at=(Stage.INTRAVENOUS_STEROID, Stage.EMERGENCY),
        when=all_of(_falling_on_prednisone, not_(premedication)),
        do=(PREDNISONE_AGAIN,),
        warrant=warrant("F02", "R43", "F01", "A04", "A125"),
    ),
    Recommendation(
        id="bridge-from-mycophenolate",
        title="Bridge with prednisone until the next agent works",
        at=(Stage.MYCOPHENOLATE, Stage.PULSE),
        when=all_of(
            needs_steroid,
            _an_agent_goes_on,
            any_of(Mycophenolate.effect.is_(Effect.NONE), mycophenolate_neutropenia),
        ),
        do=(PREDNISONE_AGAIN,),
        warrant=warrant("R43", "A12"),
    ),
    Recommendation(
        id="bridge-on-sirolimus",
        title="Bridge with prednisone until the counts hold",
        at=(Stage.SIROLIMUS,),
        when=all_of(
            needs_steroid, _an_agent_goes_on, Sirolimus.effect.is_(Effect.NONE, Effect.LOST)
        ),
        do=(PREDNISONE_AGAIN,),
        warrant=warrant("R43", "A107"),
    ),
    Recommendation(
        id="bridge-elsewhere",
        title="Bridge with prednisone until the counts hold",
        at=(Stage.WEANING, Stage.MAINTENANCE),
        when=all_of(needs_steroid, not_(Mycophenolate.on), Sirolimus.on),
        do=(PREDNISONE_AGAIN,),
        warrant=warrant("R43", "A20"),
    ),
    Recommendation(
        id="bridge-at-other-agent",
        title="Bridge with prednisone until the counts hold",
        at=(Stage.OTHER_AGENT,),
        when=needs_steroid,
        do=(PREDNISONE_AGAIN,),
        warrant=warrant("R43", "A20"),
    ),
    Recommendation(
        id="weaning-back",
        title="Counts fell while the agent was weaned",
        at=(Stage.WEANING,),
        when=low_counts,
        do=(
            Order(
                Case.platelets,
                "Go back to the last dose that held, and repeat the count in 24 to 72 hours",
                warrant("A20", "A02"),
            ),
        ),
        warrant=warrant("A20", "A02"),
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
                "Repeat the blood count in 24 to 72 hours, and ask why the count fell before "
                "escalating",
                warrant("A02", "R12", "R65"),
            ),
            Ask(
                Case.other_cause,
                "Why did the count fall: immune, spleen, marrow, drug, infection (parvovirus, CMV, "
                "EBV), bleeding or iron, microangiopathy, clumping? Reticulocytes, smear, direct "
                "antiglobulin test; marrow where these do not explain it",
                warrant("R12", "R65", "A122"),
            ),
        ),
        warrant=warrant("A02", "R12", "R65"),
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
