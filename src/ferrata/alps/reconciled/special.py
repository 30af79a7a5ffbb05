"""Advice for situations: scope, pregnancy, infants, no spleen, G-CSF, and what follows both agents.

Each says for whom it is; none of it moves the patient on the pathway.
"""

from __future__ import annotations

from ferrata.alps.case import Case
from ferrata.alps.concepts import Drug
from ferrata.alps.course import Mycophenolate, Sirolimus
from ferrata.alps.cytopenia import (
    low_counts,
    mild_cytopenia,
    no_significant_spleen,
    suspected_hypersplenism,
)
from ferrata.alps.drugs import (
    HYDROXYCHLOROQUINE,
    LOW_DOSE_FILGRASTIM,
    MYCOPHENOLATE_WITH_SIROLIMUS,
    WEEKLY_RITUXIMAB,
)
from ferrata.alps.reconciled.situations import (
    later_due,
    mycophenolate_failed,
    mycophenolate_lost,
    mycophenolate_tried,
    only_platelets_low,
    pulse_failed,
    sirolimus_failed,
    sirolimus_lost,
    sirolimus_tried,
)
from ferrata.alps.safety import childbearing, other_disorder, rituximab_exhausted
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.actions import Ask, Consider, Order, Refer
from ferrata.guideline.conditions import all_of, any_of, known, not_
from ferrata.guideline.pathway import Recommendation
from ferrata.guideline.units import day, dL, g, kg, per_uL

_SCOPE = (
    Recommendation(
        id="extrapolated",
        title="Before ALPS is confirmed",
        when=any_of(not_(known(Case.alps)), not_(Case.alps)),
        do=(
            Ask(
                Case.alps,
                "This advice is extrapolated from ALPS. Is ALPS confirmed or probable? Until then "
                "rescue is given and what is irreversible waits: no rituximab, no splenectomy, "
                "never anti-D",
                warrant("R63", "R64", "A126"),
            ),
        ),
        warrant=warrant("R63", "A126"),
    ),
    Recommendation(
        id="not-alps",
        title="Another immune disorder than ALPS",
        when=other_disorder,
        do=(
            Refer(
                "a centre for inborn errors of immunity",
                "Not ALPS, by the variant: CTLA4, LRBA, PI3K delta and RAS disorders have "
                "treatments of their own. No amount of ALPS is computed, except in an emergency.",
                warrant("R56", "A127"),
            ),
        ),
        warrant=warrant("R56", "A127"),
    ),
)

_PEOPLE = (
    Recommendation(
        id="pregnancy",
        title="Pregnant, or pregnancy possible",
        when=childbearing,
        do=(
            Refer(
                "an ALPS centre and obstetrics",
                "Mycophenolate ends at least 6 weeks before conception, sirolimus at least 12. "
                "What is compatible is decided together.",
                warrant("E042", "A121"),
            ),
            *(
                Consider(drug, f"Compatible with pregnancy: {words}", warrant("A121"))
                for drug, words in (
                    (Drug.PREDNISONE, "prednisone at the lowest dose that holds"),
                    (Drug.IMMUNOGLOBULIN, "immunoglobulin"),
                    (Drug.AZATHIOPRINE, "azathioprine, after TPMT and NUDT15 are tested"),
                    (Drug.HYDROXYCHLOROQUINE, "hydroxychloroquine"),
                )
            ),
        ),
        warrant=warrant("E042", "A121"),
    ),
    Recommendation(
        id="toddler",
        title="One year old: the first level early",
        at=(
            Stage.ORAL_STEROID,
            Stage.INTRAVENOUS_STEROID,
            Stage.EMERGENCY,
            Stage.MYCOPHENOLATE,
            Stage.PULSE,
            Stage.SIROLIMUS,
        ),
        when=all_of(Case.age >= 365 * day, Case.age < 730 * day),
        do=(
            Order(
                Sirolimus.troughs,
                "Below two years: sirolimus without a loading dose, and the first level at days "
                "3 to 5",
                warrant("A17", "A24"),
            ),
        ),
        warrant=warrant("A17"),
    ),
    Recommendation(
        id="biallelic",
        title="Variants of both copies of FAS",
        when=Case.biallelic_fas,
        do=(
            Refer(
                "an ALPS centre",
                "Variants of both copies of FAS: assessment for transplantation.",
                warrant("A17", "P14"),
            ),
        ),
        warrant=warrant("A17"),
    ),
    Recommendation(
        id="accessory-spleen",
        title="Low counts without a spleen",
        when=all_of(Case.asplenia, low_counts),
        do=(
            Refer(
                "radiology",
                "Look for an accessory spleen. At 38.0 °C or more a parenteral antibiotic at once, "
                "whatever the counts.",
                warrant("A18"),
            ),
        ),
        warrant=warrant("A18"),
    ),
    Recommendation(
        id="suspected-hypersplenism",
        title="Hypersplenism is possible",
        when=suspected_hypersplenism,
        do=(
            Ask(
                Case.hypersplenism,
                "Hypersplenism is possible: a big spleen, two lineages low for weeks, no antibody. "
                "Does a clinician judge that it is there?",
                warrant("A15", "R12"),
            ),
        ),
        warrant=warrant("A15", "A124"),
    ),
    Recommendation(
        id="filgrastim",
        title="Isolated neutropenia with infection",
        when=all_of(
            Case.neutrophils < 500 * per_uL,
            Case.hemoglobin >= 8 * g / dL,
            Case.platelets >= 50_000 * per_uL,
            Case.infection,
            no_significant_spleen,
        ),
        do=(
            Consider(
                Drug.FILGRASTIM,
                "G-CSF at a very low dose, only while the infection lasts: 1-2 micrograms/kg under "
                "the skin, two or three times a week",
                warrant("R20", "M07", "A16"),
                LOW_DOSE_FILGRASTIM,
            ),
        ),
        warrant=warrant("R20", "M07", "A16"),
    ),
)

_ASKED = tuple(
    Recommendation(
        id=id,
        title=title,
        at=(Stage.MYCOPHENOLATE, Stage.PULSE),
        when=all_of(Mycophenolate.on, Mycophenolate.days < 84 * day, not_(known(feature))),
        do=(action(feature, words, warrant(*sources)),),
        warrant=warrant(*sources),
    )
    for id, title, feature, action, words, sources in (
        (
            "ask-taken",
            "Is mycophenolate taken?",
            Mycophenolate.taken,
            Ask,
            "Is the full dose prescribed, taken and tolerated?",
            ("A10", "A08"),
        ),
        (
            "ask-acid",
            "What lowers the level of mycophenolate",
            Case.acid_suppression,
            Ask,
            "An antacid or a proton-pump inhibitor? They lower what is absorbed",
            ("E042",),
        ),
        (
            "order-lipids",
            "Before sirolimus: lipids",
            Case.triglycerides,
            Order,
            "Lipids, before sirolimus may be needed in week 12",
            ("M15", "R32", "A129"),
        ),
        (
            "order-protein",
            "Before sirolimus: urine",
            Case.heavy_proteinuria,
            Order,
            "Protein in the urine, before sirolimus may be needed in week 12",
            ("A09", "A129"),
        ),
    )
)

_AFTER_BOTH = (
    (
        "sirolimus",
        (Stage.SIROLIMUS,),
        all_of(any_of(sirolimus_failed, sirolimus_lost), mycophenolate_tried),
    ),
    (
        "mycophenolate",
        (Stage.MYCOPHENOLATE,),
        all_of(any_of(mycophenolate_failed, mycophenolate_lost), sirolimus_tried),
    ),
    ("pulse", (Stage.PULSE,), all_of(pulse_failed, sirolimus_tried)),
    ("other-agent", (Stage.OTHER_AGENT,), all_of(low_counts, later_due)),
    ("referral", (Stage.REFERRAL,), all_of(low_counts, mycophenolate_tried, sirolimus_tried)),
)

_LATER = tuple(
    Recommendation(
        id=f"{id}-after-{place}",
        title=title,
        at=stages,
        when=all_of(failed, whom),
        do=do,
        warrant=warrant(*sources),
    )
    for place, stages, failed in _AFTER_BOTH
    for id, title, whom, do, sources in (
        (
            "hydroxychloroquine",
            "Hydroxychloroquine for mild cytopenia",
            all_of(mild_cytopenia, Case.weight >= 40 * kg),
            (HYDROXYCHLOROQUINE,),
            ("A14", "R41", "A118"),
        ),
        (
            "hydroxychloroquine-small",
            "Hydroxychloroquine for mild cytopenia, below 40 kg",
            all_of(mild_cytopenia, Case.weight < 40 * kg),
            (
                Consider(
                    Drug.HYDROXYCHLOROQUINE,
                    "Below 40 kg hydroxychloroquine is not computed: its least dose of 200 mg is "
                    "more than 5 mg/kg. A specialist decides; judged in week 24",
                    warrant("A118", "R41"),
                ),
            ),
            ("A14", "A118"),
        ),
        (
            "thrombopoietin",
            "TPO mimetic for platelets alone",
            only_platelets_low,
            tuple(
                Consider(
                    drug,
                    f"{drug.label}: a TPO mimetic, no source states a dose, see the label. Judged "
                    "in weeks 4 to 8; the aim is a safe range, 50,000 to 100,000",
                    warrant("R42", "R68", "A14"),
                )
                for drug in (Drug.ELTROMBOPAG, Drug.ROMIPLOSTIM)
            ),
            ("A14", "R42"),
        ),
        (
            "rituximab",
            "Rituximab, when all else is exhausted",
            all_of(rituximab_exhausted, not_(Case.hemolysis)),
            (
                Consider(
                    Drug.RITUXIMAB,
                    "Rituximab, only by an ALPS centre, with a plan for IgG above all without a "
                    "spleen. Before it: the work-up for ALPS, hepatitis B, IgG. Judged in week 12",
                    warrant("R35", "R39", "R38", "R64", "A14", "A18", "A255"),
                    WEEKLY_RITUXIMAB,
                ),
            ),
            ("R39", "A14", "A114"),
        ),
        (
            "spleen",
            "Hypersplenism is a major contributor",
            all_of(Case.hypersplenism_major, not_(Case.asplenia)),
            (
                Refer(
                    "an ALPS centre",
                    "Assess whether the spleen can be kept: no splenectomy without their "
                    "assessment, and only for severe disease that nothing else answers.",
                    warrant("R01", "P13", "A14"),
                ),
            ),
            ("R01", "P13", "A14"),
        ),
    )
)

_TOGETHER = (
    Recommendation(
        id="both-agents",
        title="Mycophenolate with sirolimus",
        at=(Stage.SIROLIMUS,),
        when=all_of(
            any_of(sirolimus_failed, sirolimus_lost), Mycophenolate.ever, not_(Mycophenolate.on)
        ),
        do=(MYCOPHENOLATE_WITH_SIROLIMUS,),
        warrant=warrant("A14"),
    ),
)

SPECIAL = (*_SCOPE, *_PEOPLE, *_ASKED, *_TOGETHER, *_LATER)
