"""What is looked at again and again on the drugs of the pathway."""

from __future__ import annotations

from ferrata.alps.care.case import Care
from ferrata.alps.care.course import SirolimusCare
from ferrata.alps.case import Case
from ferrata.alps.concepts import Sex
from ferrata.alps.course import Mycophenolate, Prednisone, Rituximab, Sirolimus
from ferrata.alps.sources import warrant
from ferrata.guideline.actions import Ask, Monitor, Refer
from ferrata.guideline.conditions import all_of, any_of
from ferrata.guideline.pathway import Recommendation, Topic
from ferrata.guideline.units import day, mL, ng, one

_in_range_twice = SirolimusCare.high_troughs + 2 * one
_in_range_five_times = SirolimusCare.high_troughs + 5 * one

_LEVELS = (
    Recommendation(
        id="sirolimus-levels-weekly",
        topic=Topic.MONITORING,
        title="Sirolimus levels until two are in range",
        when=all_of(Sirolimus.on, Sirolimus.troughs < _in_range_twice),
        do=(
            Monitor(
                Care.sirolimus_level,
                7 * day,
                "Sirolimus trough: first at days 5 to 7, then weekly until two are in range",
                warrant("R30", "M14", "A19"),
            ),
        ),
        warrant=warrant("R30", "M14", "A19"),
    ),
    Recommendation(
        id="sirolimus-levels-monthly",
        topic=Topic.MONITORING,
        title="Sirolimus levels, three months once two were in range",
        when=all_of(
            Sirolimus.on,
            Sirolimus.troughs >= _in_range_twice,
            Sirolimus.troughs < _in_range_five_times,
        ),
        do=(
            Monitor(
                Care.sirolimus_level,
                30 * day,
                "Sirolimus trough every month; also 5 to 7 days after a change of dose, an "
                "interacting drug or an illness",
                warrant("R30", "A19"),
            ),
        ),
        warrant=warrant("R30", "A19"),
    ),
    Recommendation(
        id="sirolimus-levels-quarterly",
        topic=Topic.MONITORING,
        title="Sirolimus levels, in the long run",
        when=all_of(Sirolimus.on, Sirolimus.troughs >= _in_range_five_times),
        do=(
            Monitor(
                Care.sirolimus_level,
                90 * day,
                "Sirolimus trough every 3 months; also 5 to 7 days after a change of dose, an "
                "interacting drug or an illness",
                warrant("R30", "A19"),
            ),
        ),
        warrant=warrant("R30", "A19"),
    ),
    Recommendation(
        id="sirolimus-level-high",
        topic=Topic.MONITORING,
        title="Sirolimus trough above 15 ng/mL",
        when=all_of(Sirolimus.on, Care.sirolimus_level > 15 * ng / mL),
        do=(
            Monitor(
                Care.sirolimus_level,
                7 * day,
                "Sirolimus trough 5 to 7 days after the dose was reduced",
                warrant("A19", "A24"),
            ),
            Ask(
                Care.sirolimus_level,
                "Above range: was it a trough, is there an interacting drug? Then reduce the dose",
                warrant("A24", "M15"),
            ),
        ),
        warrant=warrant("A24", "R30"),
    ),
    Recommendation(
        id="sirolimus-level-toxic",
        topic=Topic.MONITORING,
        title="Sirolimus trough above 20 ng/mL",
        when=all_of(Sirolimus.on, Care.sirolimus_level > 20 * ng / mL),
        do=(
            Refer(
                "the prescriber today",
                "Hold sirolimus and check the timing of the sample, interacting drugs, kidneys and "
                "liver.",
                warrant("A24"),
            ),
        ),
        warrant=warrant("A24"),
    ),
)


_SIROLIMUS_WATCH = (
    (Care.creatinine, "Creatinine", ("R32", "M15")),
    (Care.alt, "ALT and AST", ("R32",)),
    (Care.cholesterol, "Cholesterol", ("R32", "M15")),
    (Care.triglycerides, "Triglycerides", ("M15",)),
    (Care.urine_protein, "Protein to creatinine in urine", ("A09",)),
    (Care.lymphocytes, "Lymphocytes", ("R32",)),
    (Case.platelets, "Blood count", ("M15",)),
    (Care.mucositis, "Soreness of the mouth", ("R32", "M15")),
)
_SIROLIMUS = (
    Recommendation(
        id="sirolimus-toxicity-early",
        topic=Topic.MONITORING,
        title="Toxicity of sirolimus in its first 3 months",
        when=all_of(Sirolimus.on, Sirolimus.days < 90 * day),
        do=tuple(
            Monitor(feature, 30 * day, text, warrant(*ids, "A205"))
            for feature, text, ids in _SIROLIMUS_WATCH
        ),
        warrant=warrant("R32", "M15", "R67", "A205"),
    ),
    Recommendation(
        id="sirolimus-toxicity",
        topic=Topic.MONITORING,
        title="Toxicity of sirolimus in the long run",
        when=all_of(Sirolimus.on, Sirolimus.days >= 90 * day),
        do=tuple(
            Monitor(feature, 90 * day, text, warrant(*ids, "A205"))
            for feature, text, ids in _SIROLIMUS_WATCH
        ),
        warrant=warrant("R32", "M15", "R54", "R67", "A205"),
    ),
)


_MYCOPHENOLATE = tuple(
    Recommendation(
        id=f"mycophenolate-counts-{id}",
        topic=Topic.MONITORING,
        title=title,
        when=all_of(Mycophenolate.on, *when),
        do=(
            Monitor(Case.platelets, every, text, warrant("E042", "A203")),
            Monitor(Case.neutrophils, every, "Neutrophils with it", warrant("E042", "A25")),
        ),
        warrant=warrant("E042", "R67", "A203"),
    )
    for id, title, when, every, text in (
        (
            "weekly",
            "Counts in the first 4 weeks of mycophenolate",
            (Mycophenolate.days < 28 * day,),
            7 * day,
            "Blood count every week",
        ),
        (
            "fortnightly",
            "Counts in the first 3 months of mycophenolate",
            (Mycophenolate.days >= 28 * day, Mycophenolate.days < 90 * day),
            14 * day,
            "Blood count every 2 weeks",
        ),
        (
            "monthly",
            "Counts in the first year of mycophenolate",
            (Mycophenolate.days >= 90 * day, Mycophenolate.days < 365 * day),
            30 * day,
            "Blood count every month",
        ),
        (
            "quarterly",
            "Counts on mycophenolate after a year",
            (Mycophenolate.days >= 365 * day,),
            90 * day,
            "Blood count every 3 months",
        ),
    )
)

_OTHERS = (
    Recommendation(
        id="pregnancy-tests",
        topic=Topic.MONITORING,
        title="Pregnancy tests on mycophenolate or sirolimus",
        when=all_of(
            any_of(Care.on_mycophenolate, Care.on_sirolimus),
            Case.sex.is_(Sex.FEMALE),
            Case.age >= 3650 * day,
        ),
        do=(
            Monitor(
                Care.pregnancy_test,
                90 * day,
                "Pregnancy test, and contraception",
                warrant("E042", "A09", "A204"),
            ),
        ),
        warrant=warrant("E042", "A09", "A204"),
    ),
    Recommendation(
        id="steroid-metabolism",
        topic=Topic.MONITORING,
        title="Blood pressure and glucose on steroids",
        when=Prednisone.on,
        do=(
            Monitor(Care.blood_pressure, 30 * day, "Blood pressure", warrant("R18", "A206")),
            Monitor(Care.glucose, 30 * day, "Glucose", warrant("R18", "A206")),
        ),
        warrant=warrant("R18", "R67", "A206"),
    ),
    Recommendation(
        id="steroid-long",
        topic=Topic.MONITORING,
        title="Eyes, bones and hips after 12 weeks of steroids",
        when=Care.long_steroids,
        do=(
            Monitor(
                Care.days_since_eyes,
                365 * day,
                "Eyes (cataract)",
                warrant("R18", "A206"),
            ),
            Monitor(
                Care.days_since_bones,
                365 * day,
                "Bone density",
                warrant("R18", "A206"),
            ),
            Monitor(Care.hip_pain, 90 * day, "Pain in a hip (necrosis)", warrant("R18")),
            Ask(
                Case.steroid_dependence,
                "Steroids beyond 12 weeks: weigh benefit and harm again, and improve what spares "
                "them",
                warrant("R18", "R66", "A20"),
            ),
        ),
        warrant=warrant("R18", "R66", "R67", "A206"),
    ),
    Recommendation(
        id="rituximab-after",
        topic=Topic.MONITORING,
        title="IgG and counts after rituximab",
        when=Rituximab.ever,
        do=(
            Monitor(Care.igg, 90 * day, "IgG", warrant("R38", "M19", "A207")),
            Monitor(
                Case.neutrophils,
                90 * day,
                "Neutrophils",
                warrant("R38", "M19", "A207"),
            ),
        ),
        warrant=warrant("R38", "M19", "R67", "A207"),
    ),
)

MONITORING = (*_LEVELS, *_SIROLIMUS, *_MYCOPHENOLATE, *_OTHERS)
