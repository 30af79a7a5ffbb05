"""The ESID registry's working definition, in both readings of its nested bullets."""

from __future__ import annotations

from ferrata.alps.diagnosis.workup import Workup
from ferrata.alps.sources import warrant
from ferrata.guideline.assessment import Among, Conclusion, CriteriaSet, Item
from ferrata.guideline.conditions import all_of, any_of, at_least, not_
from ferrata.guideline.units import mL, percent, pg

_BIOMARKERS = (
    Workup.soluble_fasl > 200 * pg / mL,
    Workup.vitamin_b12 > 1500 * pg / mL,
    Workup.il_10 > 20 * pg / mL,
)
# The second is a kind of the first: a no to any defect is a no to this one.
_APOPTOSIS = all_of(Workup.apoptosis_defective, Workup.fas_apoptosis_defective)
_SEEN = ("spleen", "nodes", "cytopenia", "lymphoma", "relative")

ESID = CriteriaSet(
    id="esid",
    title="ESID working definition",
    version="ispid.org.in",
    scope=Item(
        id="no-genetic-diagnosis",
        title="No genetic diagnosis",
        condition=not_(
            any_of(
                Workup.fas_germline,
                Workup.fas_somatic,
                Workup.faslg_germline,
                Workup.casp10_germline,
            )
        ),
        warrant=warrant("A166"),
    ),
    items=(
        Item(
            id="spleen",
            title="Splenomegaly",
            condition=Workup.splenomegaly,
            warrant=warrant("A166"),
        ),
        Item(
            id="nodes",
            title="More than 3 enlarged nodes for more than 3 months",
            condition=Workup.lymphadenopathy_three,
            warrant=warrant("A166"),
        ),
        Item(
            id="cytopenia",
            title="Autoimmune cytopenia of 2 or more lineages",
            condition=any_of(
                Workup.two_lineages,
                at_least(2, Workup.hemolytic_anemia, Workup.thrombocytopenia, Workup.neutropenia),
            ),
            warrant=warrant("A166"),
        ),
        Item(
            id="lymphoma",
            title="Lymphoma, now or in the past",
            condition=Workup.lymphoma,
            warrant=warrant("A166"),
        ),
        Item(
            id="relative",
            title="Affected relative",
            condition=any_of(Workup.family_alps, Workup.family_lymphoproliferation),
            warrant=warrant("A166"),
        ),
        Item(
            id="dnt",
            title="Double-negative T cells above 6 % of CD3+ TCRαβ+ cells",
            condition=Workup.dnt_cd3_tcrab > 6 * percent,
            warrant=warrant("A166", "A160"),
        ),
        Item(
            id="biomarkers",
            title="Two of soluble FASL, vitamin B12 and IL-10 high",
            condition=at_least(2, *_BIOMARKERS),
            warrant=warrant("A166", "A160"),
        ),
        Item(
            id="apoptosis",
            title="Impaired FAS-mediated apoptosis",
            condition=_APOPTOSIS,
            warrant=warrant("A166", "E005"),
        ),
    ),
    conclusions=(
        Conclusion(
            id="met",
            title="ESID working definition met",
            needs=(Among(1, _SEEN), Among(1, ("dnt", "biomarkers", "apoptosis"))),
            warrant=warrant("A166"),
        ),
    ),
)

ESID_NESTED = CriteriaSet(
    id="esid-nested",
    title="ESID working definition, apoptosis read as a biomarker",
    version=ESID.version,
    base=ESID.id,
    because="impaired apoptosis as a fourth biomarker, two of four [A167]",
    scope=ESID.scope,
    items=(
        *(one for one in ESID.items if one.id not in {"biomarkers", "apoptosis"}),
        Item(
            id="biomarkers",
            title="Two of soluble FASL, vitamin B12, IL-10 high and impaired apoptosis",
            condition=at_least(2, *_BIOMARKERS, _APOPTOSIS),
            warrant=warrant("A167", "A160"),
        ),
    ),
    conclusions=(
        Conclusion(
            id="met",
            title="ESID working definition met, apoptosis read as a biomarker",
            needs=(Among(1, _SEEN), Among(1, ("dnt", "biomarkers"))),
            warrant=warrant("A167"),
        ),
    ),
)
