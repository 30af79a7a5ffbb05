"""What a toxicity calls for: who is brought in, what is held, what is repeated."""

from __future__ import annotations

from ferrata.alps.care.case import Care
from ferrata.alps.care.concepts import MucositisGrade
from ferrata.alps.care.grades import (
    SEVERE,
    Grade,
    Toxicity,
    moderate_liver,
    raised_creatinine,
    severe_lipids,
    severe_liver,
)
from ferrata.alps.case import Case
from ferrata.alps.course import Mycophenolate, Sirolimus
from ferrata.alps.sources import warrant
from ferrata.guideline.actions import Ask, Order, Refer
from ferrata.guideline.conditions import all_of, any_of, criterion
from ferrata.guideline.pathway import Recommendation, Topic
from ferrata.guideline.units import g, mg, per_uL

_PRESCRIBER = "the prescriber"
_MOUTH = (MucositisGrade.ONE, MucositisGrade.TWO, MucositisGrade.THREE, MucositisGrade.FOUR)

_new_neutropenia = criterion(
    "New neutropenia on the drug",
    any_of(
        all_of(
            Mycophenolate.on,
            Mycophenolate.neutrophils_now < 1500 * per_uL,
            Mycophenolate.neutrophils_now <= 0.5 * Mycophenolate.neutrophils_start,
        ),
        all_of(
            Sirolimus.on,
            Sirolimus.neutrophils_now < 1500 * per_uL,
            Sirolimus.neutrophils_now <= 0.5 * Sirolimus.neutrophils_start,
        ),
        all_of(
            any_of(Mycophenolate.on, Sirolimus.on),
            Case.neutrophils < 500 * per_uL,
            Case.infection,
        ),
    ),
    warrant("A25", "A225"),
)

TOXICITY = (
    Recommendation(
        id="toxicity-neutropenia",
        topic=Topic.MONITORING,
        title="New neutropenia on mycophenolate or sirolimus",
        when=_new_neutropenia,
        do=(
            Refer(
                _PRESCRIBER,
                "A new fall of neutrophils after starting, or below 500/µL with infection: hold "
                "the drug and ask why. A neutropenia known from before is autoimmune until shown "
                "otherwise.",
                warrant("A25", "E056"),
            ),
        ),
        warrant=warrant("A25", "M15", "A225"),
    ),
    Recommendation(
        id="toxicity-lipids",
        topic=Topic.MONITORING,
        title="Severe hyperlipidemia on sirolimus",
        when=all_of(Sirolimus.on, severe_lipids),
        do=(
            Refer(
                _PRESCRIBER,
                "Lipids of grade 3 or 4: fasting sample, diet, treatment, and whether sirolimus is "
                "reduced or held.",
                warrant("R32", "M15", "A211"),
            ),
        ),
        warrant=warrant("R32", "M15", "A211"),
    ),
    Recommendation(
        id="toxicity-kidney",
        topic=Topic.MONITORING,
        title="Falling renal function on sirolimus",
        when=all_of(Sirolimus.on, raised_creatinine),
        do=(
            Refer(
                _PRESCRIBER,
                "Creatinine above 1.5 times its baseline: level, other drugs, protein in urine, "
                "and whether sirolimus is held.",
                warrant("R32", "M15", "A211", "A222"),
            ),
        ),
        warrant=warrant("R32", "M15", "A211"),
    ),
    Recommendation(
        id="toxicity-proteinuria",
        topic=Topic.MONITORING,
        title="Proteinuria on sirolimus",
        when=all_of(
            Sirolimus.on, any_of(Case.heavy_proteinuria, Care.urine_protein > 1000 * mg / g)
        ),
        do=(
            Refer(
                _PRESCRIBER,
                "Heavy proteinuria: sirolimus can worsen it; decide on another agent.",
                warrant("A09", "A212"),
            ),
        ),
        warrant=warrant("A09", "A212"),
    ),
    Recommendation(
        id="toxicity-liver",
        topic=Topic.MONITORING,
        title="Severe liver toxicity on mycophenolate or sirolimus",
        when=all_of(any_of(Mycophenolate.on, Sirolimus.on), severe_liver),
        do=(
            Refer(
                _PRESCRIBER,
                "Liver values of grade 3 or 4: hold what can harm the liver; think of infection "
                "and of autoimmune hepatitis.",
                warrant("R32", "E059", "A211"),
            ),
        ),
        warrant=warrant("R32", "E059", "E060", "A211"),
    ),
    Recommendation(
        id="toxicity-liver-moderate",
        topic=Topic.MONITORING,
        title="Moderate liver toxicity on mycophenolate or sirolimus",
        when=all_of(any_of(Mycophenolate.on, Sirolimus.on), moderate_liver),
        do=(
            Order(
                Care.alt,
                "Liver values of grade 2: repeat within 2 weeks, and look for other causes",
                warrant("R32", "A211"),
            ),
        ),
        warrant=warrant("R32", "E059", "E060", "A211"),
    ),
    Recommendation(
        id="toxicity-mouth",
        topic=Topic.MONITORING,
        title="Sore mouth on sirolimus",
        when=all_of(Sirolimus.on, Care.mucositis.is_(*_MOUTH[:2])),
        do=(
            Ask(
                Care.mucositis,
                "Mouth care, and the level: a sore mouth often follows the dose",
                warrant("R32", "M15"),
            ),
        ),
        warrant=warrant("R32", "M15", "E063u"),
    ),
    Recommendation(
        id="toxicity-mouth-severe",
        topic=Topic.MONITORING,
        title="Mucositis that stops eating, on sirolimus",
        when=all_of(Sirolimus.on, Care.mucositis.is_(*_MOUTH[2:])),
        do=(
            Refer(
                _PRESCRIBER,
                "Mucositis of grade 3 or 4: hold sirolimus until it heals; take a level.",
                warrant("R32", "M15", "A211", "E063u"),
            ),
        ),
        warrant=warrant("R32", "M15", "A211"),
    ),
    Recommendation(
        id="toxicity-counts",
        topic=Topic.MONITORING,
        title="A severe cytopenia on a drug that can cause it",
        when=all_of(
            any_of(Mycophenolate.on, Sirolimus.on),
            any_of(
                Toxicity.hemoglobin.is_(Grade.THREE),
                Toxicity.neutrophils.is_(*SEVERE),
                Toxicity.platelets.is_(*SEVERE),
            ),
        ),
        do=(
            Ask(
                Case.hemolysis,
                "Is it the disease or the drug? Reticulocytes, smear, antiglobulin test and the "
                "level before the dose is changed",
                warrant("M15", "R65", "A211"),
            ),
        ),
        warrant=warrant("M15", "E055", "E056", "E057u"),
    ),
)
