"""The revised criteria of the 2009 workshop (Oliveira 2010), pinned, and their published copies."""

from __future__ import annotations

from ferrata.alps.diagnosis.workup import Workup
from ferrata.alps.sources import warrant
from ferrata.guideline.assessment import Among, Conclusion, CriteriaSet, Item
from ferrata.guideline.conditions import all_of, any_of
from ferrata.guideline.units import mL, one, percent, pg

_ENOUGH_LYMPHOCYTES = Workup.lymphocytes >= 1 * one
_DISTINCT_BIOMARKERS = (
    Workup.soluble_fasl > 200 * pg / mL,
    Workup.il_10 > 20 * pg / mL,
    Workup.vitamin_b12 > 1500 * pg / mL,
)
_GENES = (
    Workup.fas_germline,
    Workup.fas_somatic,
    Workup.faslg_germline,
    Workup.faslg_somatic,
    Workup.casp10_germline,
    Workup.casp10_somatic,
)

_HIGH_IGG = Workup.igg > 1 * one

REQUIRED_1 = Item(
    id="REQ1",
    title="Chronic non-malignant, non-infectious lymphadenopathy or splenomegaly",
    condition=any_of(Workup.lymphadenopathy_chronic, Workup.splenomegaly_chronic),
    warrant=warrant("E001", "A160"),
)
REQUIRED_2 = Item(
    id="REQ2",
    title="Double-negative T cells raised, lymphocytes normal or elevated",
    condition=all_of(
        any_of(Workup.dnt_lymphocytes >= 1.5 * percent, Workup.dnt_cd3 >= 2.5 * percent),
        _ENOUGH_LYMPHOCYTES,
    ),
    note="with lymphopenia it is not met, however high the share",
    warrant=warrant("E001", "E006", "A160", "A164", "A168"),
)
PRIMARY_1 = Item(
    id="PA1",
    title="Defective lymphocyte apoptosis in 2 separate assays",
    condition=Workup.apoptosis_assays >= 2 * one,
    note="a normal assay never rules ALPS out: somatic FAS disease can have one",
    warrant=warrant("E002", "E005", "E005u"),
)
PRIMARY_2 = Item(
    id="PA2",
    title="Pathogenic variant of FAS, FASLG or CASP10, germline or somatic",
    condition=any_of(*_GENES),
    warrant=warrant("E002", "A173"),
)
SECONDARY_1 = Item(
    id="SA1",
    title="High soluble FASL, IL-10, vitamin B12 or IL-18",
    condition=any_of(*_DISTINCT_BIOMARKERS, Workup.il_18 > 500 * pg / mL),
    note="a low soluble FASL does not exclude ALPS-FASLG [A170]",
    warrant=warrant("E003", "R04", "A160", "A170"),
)
SECONDARY_2 = Item(
    id="SA2",
    title="Typical immunohistology",
    condition=Workup.histology_typical,
    warrant=warrant("E003"),
)
SECONDARY_3 = Item(
    id="SA3",
    title="Autoimmune cytopenia and elevated polyclonal IgG",
    condition=all_of(Workup.autoimmune_cytopenia, _HIGH_IGG),
    warrant=warrant("E003", "A160", "A165"),
)
SECONDARY_4 = Item(
    id="SA4",
    title="Relative with non-malignant, non-infectious lymphoproliferation",
    condition=any_of(Workup.family_lymphoproliferation, Workup.family_alps_on_record),
    warrant=warrant("E003", "A137"),
)

_REQUIRED = Among(2, ("REQ1", "REQ2"))

OLIVEIRA_2010 = CriteriaSet(
    id="oliveira-2010",
    title="Revised criteria of the 2009 workshop (Oliveira 2010)",
    version="2010",
    items=(
        REQUIRED_1,
        REQUIRED_2,
        PRIMARY_1,
        PRIMARY_2,
        SECONDARY_1,
        SECONDARY_2,
        SECONDARY_3,
        SECONDARY_4,
    ),
    conclusions=(
        Conclusion(
            id="definitive",
            title="Definitive ALPS",
            needs=(_REQUIRED, Among(1, ("PA1", "PA2"))),
            text="Treatment goes by manifestations, variant, severity and response.",
            warrant=warrant("E004", "P01"),
        ),
        Conclusion(
            id="probable",
            title="Probable ALPS",
            needs=(_REQUIRED, Among(1, ("SA1", "SA2", "SA3", "SA4"))),
            text="Treated as ALPS until genetics are available.",
            warrant=warrant("E004"),
        ),
    ),
)

_MORE_THAN = Item(
    id="REQ2",
    title="Double-negative T cells above the cut-off, lymphocytes normal or elevated",
    condition=all_of(
        any_of(Workup.dnt_lymphocytes > 1.5 * percent, Workup.dnt_cd3 > 2.5 * percent),
        _ENOUGH_LYMPHOCYTES,
    ),
    warrant=warrant("E007", "E006", "A160", "A164"),
)
_THREE_BIOMARKERS = Item(
    id="SA1",
    title="High soluble FASL, IL-10 or vitamin B12",
    condition=any_of(*_DISTINCT_BIOMARKERS),
    warrant=warrant("E010", "A160"),
)

COPIES = (
    OLIVEIRA_2010.amend(
        id="copy-pmc10415410",
        title="Copy in PMC10415410",
        because="as pinned: at least 1.5 or 2.5 %, 2 assays, three genes, IL-18, one item [E007]",
    ),
    OLIVEIRA_2010.amend(
        id="copy-pmc4435794",
        title="Copy in PMC4435794",
        because="more than 1.5 or 2.5 % [E007]",
        replace_=(_MORE_THAN,),
    ),
    OLIVEIRA_2010.amend(
        id="copy-price-2014",
        title="Copy in Price 2014",
        because="more than 1.5 or 2.5 %, FAS-induced apoptosis, FADD added, no IL-18, cytopenia "
        "and IgG apart [E007 E008 E009 E010 E011]",
        replace_=(
            _MORE_THAN,
            Item(
                id="PA1",
                title="Defective FAS-induced apoptosis",
                condition=all_of(Workup.apoptosis_defective, Workup.fas_apoptosis_defective),
                note=PRIMARY_1.note,
                warrant=warrant("E008", "E005"),
            ),
            Item(
                id="PA2",
                title="Pathogenic variant of FAS, FASLG, CASP10 or FADD, germline or somatic",
                condition=any_of(*_GENES, Workup.fadd),
                warrant=warrant("E009", "A173"),
            ),
            _THREE_BIOMARKERS,
            Item(
                id="SA3",
                title="Autoimmune cytopenia, or elevated polyclonal IgG",
                condition=any_of(Workup.autoimmune_cytopenia, _HIGH_IGG),
                warrant=warrant("E011", "A160", "A165"),
            ),
        ),
    ),
    OLIVEIRA_2010.amend(
        id="copy-rao-2015",
        title="Copy in Rao 2015",
        because="nodes and spleen, more than 2.5 %, FAS, no IL-18 [R03 E007 E009 E010 E012 A171]",
        replace_=(
            Item(
                id="REQ1",
                title="Chronic non-malignant, non-infectious lymphadenopathy and splenomegaly",
                condition=all_of(Workup.lymphadenopathy_chronic, Workup.splenomegaly_chronic),
                warrant=warrant("R03", "E012", "A171"),
            ),
            Item(
                id="REQ2",
                title="Double-negative T cells above 2.5 %",
                condition=all_of(Workup.dnt_cd3 > 2.5 * percent, _ENOUGH_LYMPHOCYTES),
                warrant=warrant("R03", "E007", "A164", "A171"),
            ),
            Item(
                id="PA2",
                title="Pathogenic variant of FAS",
                condition=any_of(Workup.fas_germline, Workup.fas_somatic),
                warrant=warrant("E009", "A171"),
            ),
            _THREE_BIOMARKERS,
        ),
    ),
    OLIVEIRA_2010.amend(
        id="copy-1999",
        title="Cut-off of 1999",
        because="double-negative T cells from 1 % [E013 A172]",
        replace_=(
            Item(
                id="REQ2",
                title="Double-negative T cells from 1 %, lymphocytes normal or elevated",
                condition=all_of(
                    any_of(Workup.dnt_lymphocytes >= 1 * percent, Workup.dnt_cd3 >= 1 * percent),
                    _ENOUGH_LYMPHOCYTES,
                ),
                warrant=warrant("E013", "E006", "A164", "A172"),
            ),
        ),
    ),
)
"""What other papers print as the same criteria: amendments, so that each difference is data."""
