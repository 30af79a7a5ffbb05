"""What to order, ask or arrange next, in the order to follow (A178), and why."""

from __future__ import annotations

from ferrata.alps.concepts import LymphomaGate
from ferrata.alps.diagnosis.workup import Workup
from ferrata.alps.sources import warrant
from ferrata.guideline.actions import Ask, Order, Refer
from ferrata.guideline.conditions import all_of, any_of, known, not_
from ferrata.guideline.pathway import Recommendation
from ferrata.guideline.units import mL, one, pg

_enlarged = any_of(
    Workup.lymphadenopathy_chronic,
    Workup.splenomegaly_chronic,
    Workup.splenomegaly,
    Workup.lymphadenopathy_three,
)
_suspicious = any_of(
    _enlarged,
    Workup.dnt_raised,
    Workup.family_alps,
    Workup.family_lymphoproliferation,
    Workup.two_lineages,
    Workup.vitamin_b12 > 1500 * pg / mL,
    Workup.soluble_fasl > 200 * pg / mL,
)
_unexplained = not_(
    any_of(
        all_of(known(Workup.fas_germline), Workup.fas_germline),
        all_of(known(Workup.fas_somatic), Workup.fas_somatic),
    )
)
_inherited = any_of(Workup.fas_germline, Workup.faslg_germline, Workup.casp10_germline)
_monocytosis = any_of(Workup.monocytosis, Workup.monocytosis_days >= 2 * one)

NEXT = (
    Recommendation(
        id="biopsy",
        title="A node that grows suddenly or in one place",
        when=Workup.lymphoma_gate.is_(LymphomaGate.RED_FLAG),
        do=(
            Order(
                Workup.histology_typical,
                "Biopsy of that node, read by a hematopathologist, before any steroid",
                warrant("E054", "R13"),
            ),
        ),
        warrant=warrant("E054", "R13"),
    ),
    Recommendation(
        id="double-negative-cells",
        title="Required, the most available test, and not known yet",
        when=not_(known(Workup.dnt_raised)),
        do=(
            Order(
                Workup.dnt_cd3,
                "Double-negative T cells (CD3+ TCRαβ+ CD4- CD8-) by flow cytometry, with their "
                "denominator, before treatment where that can wait",
                warrant("E001", "E025", "A169", "A178"),
            ),
        ),
        warrant=warrant("E001", "E025", "A169", "A178"),
    ),
    Recommendation(
        id="lymphocyte-count",
        title="The share of double-negative T cells counts only without lymphopenia",
        when=not_(known(Workup.lymphocytes)),
        do=(
            Order(
                Workup.lymphocytes,
                "Lymphocyte count from the same sample",
                warrant("E006", "A164"),
            ),
        ),
        warrant=warrant("E006", "A164"),
    ),
    Recommendation(
        id="biomarkers",
        title="Together they tell most before genetics: from 1,255 and 559 pg/mL a FAS variant is "
        "92 % likely, below both 97 % unlikely in those studied; no score is made of it",
        when=all_of(
            _unexplained, not_(all_of(known(Workup.vitamin_b12), known(Workup.soluble_fasl)))
        ),
        do=(
            Order(
                Workup.vitamin_b12,
                "Vitamin B12 and soluble FASL, with IL-10 where available",
                warrant("E003", "E022", "E024"),
            ),
        ),
        warrant=warrant("E003", "E022", "E024"),
    ),
    Recommendation(
        id="igg",
        title="With autoimmune cytopenia elevated IgG is a criterion, and treatment falsifies it",
        when=all_of(
            Workup.autoimmune_cytopenia,
            not_(known(Workup.igg)),
        ),
        do=(
            Order(
                Workup.igg_measured,
                "IgG before immunoglobulin or rituximab is given",
                warrant("E003", "R04", "A162"),
            ),
        ),
        warrant=warrant("E003", "R04", "A162"),
    ),
    Recommendation(
        id="ras",
        title="Persistent monocytosis is cardinal in RAS-associated disease",
        when=all_of(_monocytosis, not_(all_of(known(Workup.nras), known(Workup.kras)))),
        do=(
            Order(
                Workup.nras,
                "NRAS and KRAS in blood (somatic)",
                warrant("E020", "R56"),
            ),
        ),
        warrant=warrant("E020", "R56"),
    ),
    Recommendation(
        id="fas-germline",
        title="Two thirds of patients have a germline FAS variant",
        when=all_of(_suspicious, not_(known(Workup.fas_germline))),
        do=(
            Order(
                Workup.fas_germline,
                "Germline panel with FAS, FASLG and CASP10",
                warrant("E002", "E014", "R04", "R05", "R62"),
            ),
        ),
        warrant=warrant("E002", "E014", "R04", "R05", "R62"),
    ),
    Recommendation(
        id="fas-somatic",
        title="Germline FAS is normal and double-negative T cells are raised",
        when=all_of(not_(Workup.fas_germline), Workup.dnt_raised, not_(known(Workup.fas_somatic))),
        do=(
            Order(
                Workup.fas_somatic,
                "FAS in sorted double-negative T cells (somatic)",
                warrant("R62", "E015"),
            ),
        ),
        warrant=warrant("R62", "E015"),
    ),
    Recommendation(
        id="apoptosis",
        title="No variant explains it: defective apoptosis is the other primary criterion, and "
        "can be normal in somatic FAS disease",
        when=all_of(
            not_(Workup.fas_germline),
            not_(Workup.fas_somatic),
            Workup.dnt_raised,
            not_(known(Workup.apoptosis_assays)),
        ),
        do=(
            Order(
                Workup.apoptosis_assays,
                "Lymphocyte apoptosis assay, FAS-induced, in 2 separate assays",
                warrant("E002", "E005", "E025"),
            ),
        ),
        warrant=warrant("E002", "E005", "E025"),
    ),
    Recommendation(
        id="apoptosis-again",
        title="One defective assay does not meet the criterion",
        when=all_of(Workup.apoptosis_assays >= 1 * one, not_(known(Workup.apoptosis_twice))),
        do=(
            Order(
                Workup.apoptosis_assays,
                "A second, separate apoptosis assay",
                warrant("E002"),
            ),
        ),
        warrant=warrant("E002"),
    ),
    Recommendation(
        id="related-genes",
        title="Germline FAS is normal: related disorders look alike",
        when=all_of(
            not_(Workup.fas_germline),
            not_(Workup.fas_somatic),
            _suspicious,
            not_(
                all_of(
                    known(Workup.ctla4),
                    known(Workup.lrba),
                    known(Workup.stat3),
                    known(Workup.pik3cd),
                    known(Workup.magt1),
                )
            ),
        ),
        do=(
            Order(
                Workup.ctla4,
                "Panel of related genes: CTLA4, LRBA, STAT3, PIK3CD, MAGT1, NRAS, KRAS, CASP8, "
                "FADD, PRKCD, SH2D1A, TPP2, ADA2",
                warrant("R56", "E019"),
            ),
        ),
        warrant=warrant("R56", "E019"),
    ),
    Recommendation(
        id="film",
        title="High vitamin B12 and soluble FASL with normal IL-10 and apoptosis",
        when=all_of(
            Workup.vitamin_b12 > 1500 * pg / mL,
            Workup.soluble_fasl > 200 * pg / mL,
            not_(Workup.il_10 > 20 * pg / mL),
            not_(Workup.apoptosis_assays >= 1 * one),
            not_(known(Workup.gray_platelets)),
        ),
        do=(
            Order(
                Workup.gray_platelets,
                "Blood film: large gray platelets?",
                warrant("A176"),
            ),
        ),
        warrant=warrant("A176"),
    ),
    Recommendation(
        id="family-history",
        title="An affected relative is a criterion",
        when=not_(known(Workup.family_lymphoproliferation)),
        do=(
            Ask(
                Workup.family_lymphoproliferation,
                "Relatives with enlarged nodes or spleen, with or without autoimmunity?",
                warrant("E003"),
            ),
        ),
        warrant=warrant("E003"),
    ),
    Recommendation(
        id="relatives",
        title="A germline variant was found, inherited as autosomal dominant as a rule",
        when=_inherited,
        do=(
            Refer(
                "the family",
                "Offer parents, brothers and sisters the test for this variant, then their "
                "children in turn. Fewer than 60 % of carriers of a FAS variant fall ill.",
                warrant("R62", "R57", "E064u"),
            ),
        ),
        warrant=warrant("R62", "R57", "E064u"),
    ),
    Recommendation(
        id="donors",
        title="A relative who carries the variant must not be a donor of marrow",
        when=_inherited,
        do=(
            Refer(
                "the transplantation team",
                "Test every related donor of marrow for this variant before a donation.",
                warrant("P14", "E052"),
            ),
        ),
        warrant=warrant("P14", "E052"),
    ),
    Recommendation(
        id="counseling",
        title="A pathogenic variant was found",
        when=any_of(_inherited, Workup.fas_somatic),
        do=(
            Refer(
                "genetic counseling", "Genetic counseling of patient and family.", warrant("R57")
            ),
        ),
        warrant=warrant("R57"),
    ),
)
