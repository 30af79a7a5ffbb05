"""What a danger to life calls for, at every stage and whatever else is not known."""

from __future__ import annotations

from ferrata.alps.cytopenia import emergency, febrile_emergency
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.actions import Refer
from ferrata.guideline.pathway import Recommendation

EMERGENCY_TEAM = Refer(
    "the emergency team, and an ALPS centre by telephone",
    "Act at once. With fever: blood culture and parenteral antibiotic before anything else. "
    "Transfusion is not withheld in severe hemolytic anemia. Smear, LDH and samples for the "
    "lymphoma work-up first where they cost no delay.",
    warrant("A03"),
)

# A transition to the emergency is not certain while a more urgent one is unknown, and a stage that
# hands the patient on has none. These stand beside the pathway.
DANGERS = (
    Recommendation(
        id="antibiotic-at-once",
        title="Fever without neutrophils or without a spleen",
        when=febrile_emergency,
        do=(
            Refer(
                "the emergency team",
                "Act at once: blood culture and a parenteral antibiotic before anything else, "
                "whatever the counts and whatever else is not known.",
                warrant("A03", "A18"),
            ),
        ),
        priority=0,
        warrant=warrant("A03", "A18"),
    ),
    Recommendation(
        id="emergency-elsewhere",
        title="A danger to life comes first",
        at=(
            Stage.FEVER,
            Stage.RELAPSE,
            Stage.RECHECK,
            Stage.HOLD,
            Stage.INTERACTION,
            Stage.REFERRAL,
        ),
        when=emergency,
        do=(EMERGENCY_TEAM,),
        priority=0,
        warrant=warrant("R17", "A03"),
    ),
)
