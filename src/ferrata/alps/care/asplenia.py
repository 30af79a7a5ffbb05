"""Life without a spleen: fever, antibiotics, vaccines."""

from __future__ import annotations

from ferrata.alps.care.case import Care
from ferrata.alps.case import Case
from ferrata.alps.sources import warrant
from ferrata.guideline.actions import Ask, Monitor, Refer
from ferrata.guideline.conditions import all_of, any_of, known, not_
from ferrata.guideline.pathway import Recommendation, Topic
from ferrata.guideline.units import cm, day

_VACCINES = (
    ("pneumococcal-conjugate", "pneumococcal conjugate", Care.pneumococcal_conjugate),
    ("pneumococcal-polysaccharide", "pneumococcal", Care.pneumococcal_polysaccharide),
    ("haemophilus-b", "Haemophilus b", Care.haemophilus_b),
)

ASPLENIA = (
    Recommendation(
        id="asplenia-fever",
        topic=Topic.PREVENTION,
        title="Fever plan without a spleen",
        when=Case.asplenia,
        do=(
            Refer(
                "the emergency team at any temperature of 38.0 °C or more",
                "A parenteral antibiotic at once, whatever the counts: of 66 patients without a "
                "spleen 27 had pneumococcal sepsis again and again, 6 died. The family has this in "
                "writing, and an antibiotic at home if help is more than 2 hours away.",
                warrant("A18", "E051", "R59"),
            ),
        ),
        warrant=warrant("A03", "A18", "E051", "R59", "R61"),
    ),
    Recommendation(
        id="asplenia-antibiotics",
        topic=Topic.PREVENTION,
        title="Antibiotic prophylaxis without a spleen",
        when=Case.asplenia,
        do=(
            Monitor(
                Care.prophylaxis,
                90 * day,
                "Is the antibiotic prophylaxis taken? For life; agent and dose by local policy",
                warrant("P11", "P16", "A18"),
            ),
        ),
        warrant=warrant("P11", "P16", "A18", "E051"),
    ),
    Recommendation(
        id="asplenia-penicillin-allergy",
        topic=Topic.PREVENTION,
        title="Antibiotic prophylaxis with an allergy to penicillins",
        when=all_of(Case.asplenia, Care.penicillin_allergy),
        do=(
            Ask(
                Care.prophylaxis,
                "Allergic to penicillins: another agent for prophylaxis and for fever, by local "
                "policy",
                warrant("P16", "A18"),
            ),
        ),
        warrant=warrant("P16", "A18"),
    ),
    Recommendation(
        id="asplenia-no-prophylaxis",
        topic=Topic.PREVENTION,
        title="Without a spleen and without antibiotic prophylaxis",
        when=all_of(Case.asplenia, not_(Care.prophylaxis)),
        do=(
            Refer(
                "the clinician who follows the asplenia",
                "No prophylaxis is taken: start it now, for life, by local policy.",
                warrant("P11", "P16", "A18"),
            ),
        ),
        warrant=warrant("P11", "P16", "A18", "R61"),
    ),
    *(
        Recommendation(
            id=f"asplenia-vaccine-{id}",
            topic=Topic.PREVENTION,
            title=f"The {name} vaccine without a spleen",
            when=all_of(Case.asplenia, any_of(not_(known(vaccine)), not_(vaccine))),
            do=(
                Ask(
                    vaccine,
                    f"{vaccine.label}: none on record. Look it up or give it; after a splenectomy "
                    "from day 14 on",
                    warrant("P11", "E051", "A214"),
                ),
            ),
            warrant=warrant("P11", "R61", "E051", "A214"),
        )
        for id, name, vaccine in _VACCINES
    ),
    Recommendation(
        id="asplenia-boosters",
        topic=Topic.PREVENTION,
        title="Vaccines to repeat without a spleen",
        when=Case.asplenia,
        do=(
            Monitor(
                Care.days_since_meningococcal_acwy,
                1826 * day,
                "Meningococcal ACWY vaccine, every 5 years (no spleen)",
                warrant("P11", "E051"),
            ),
            Monitor(
                Care.days_since_meningococcal_b,
                913 * day,
                "Meningococcal B vaccine, every 2 to 3 years (no spleen)",
                warrant("P11", "E051"),
            ),
            Monitor(
                Care.days_since_influenza,
                365 * day,
                "Influenza vaccine, every year (no spleen)",
                warrant("P11", "A214"),
            ),
        ),
        warrant=warrant("P11", "E051", "A214"),
    ),
    Recommendation(
        id="avoid-splenectomy",
        topic=Topic.PREVENTION,
        title="A large spleen is not taken out",
        when=all_of(
            Case.alps,
            not_(Case.asplenia),
            any_of(Case.hypersplenism, Care.spleen >= 4 * cm),
        ),
        do=(
            Ask(
                Case.hypersplenism,
                "Avoid splenectomy: an ALPS centre first; cytopenias come back and sepsis kills. "
                "If one is planned all the same: vaccines 14 days before or more",
                warrant("R01", "P11", "P13", "R59", "E051"),
            ),
        ),
        warrant=warrant("R01", "P11", "P13", "R59"),
    ),
)
