"""Kinds of ALPS by their cause, and what must be said whenever it holds."""

from __future__ import annotations

from ferrata.alps.diagnosis.criteria import OLIVEIRA_2010
from ferrata.alps.diagnosis.workup import Workup
from ferrata.alps.sources import warrant
from ferrata.guideline.assessment import Kind
from ferrata.guideline.conditions import all_of, any_of, not_
from ferrata.guideline.units import mL, one, pg

_MET = any_of(OLIVEIRA_2010.condition("definitive"), OLIVEIRA_2010.condition("probable"))
_CLEAR = "ALPS in the vocabulary of 2024: FAS signaling is perturbed [E021]"
_UMBRELLA = "ALPID in the vocabulary of 2024: no clear perturbation of FAS signaling [E021]"

KINDS = (
    Kind(
        id="alps-fas-biallelic",
        title="ALPS-FAS of both copies",
        when=all_of(_MET, Workup.fas_biallelic),
        former="type 0",
        beside=_CLEAR,
        text="Severe neonatal form: refer to a transplantation center.",
        warrant=warrant("E014", "A17", "E021"),
    ),
    Kind(
        id="alps-fas",
        title="ALPS-FAS",
        when=all_of(_MET, Workup.fas_germline),
        former="type Ia",
        beside=_CLEAR,
        text="About two thirds of patients. Autosomal dominant: test relatives.",
        warrant=warrant("E014", "R05", "R62", "E021"),
    ),
    Kind(
        id="alps-sfas",
        title="ALPS-sFAS",
        when=all_of(_MET, Workup.fas_somatic),
        former="type Ia-s",
        beside=_CLEAR,
        text="Somatic: the apoptosis assay can be normal, and relatives do not carry it.",
        warrant=warrant("E015", "E005", "R62", "E021"),
    ),
    Kind(
        id="alps-faslg",
        title="ALPS-FASLG",
        when=all_of(_MET, Workup.faslg_germline),
        former="type Ib",
        beside=_CLEAR,
        text="Soluble FASL need not be high.",
        warrant=warrant("E016", "A170", "E021"),
    ),
    Kind(
        id="alps-casp10",
        title="ALPS-CASP10, contested",
        when=all_of(_MET, Workup.casp10_germline),
        former="type IIa",
        beside=_UMBRELLA,
        text="Contested as a cause: p.Val410Ile is not causal. Go on looking for another.",
        warrant=warrant("E017", "E021"),
    ),
    Kind(
        id="alps-u",
        title="ALPS-U",
        when=all_of(
            _MET,
            not_(Workup.fas_germline),
            not_(Workup.fas_somatic),
            not_(Workup.faslg_germline),
            not_(Workup.casp10_germline),
        ),
        former="type III",
        beside=_UMBRELLA,
        text="Criteria met and no defect found: go on looking among related disorders.",
        warrant=warrant("E018", "R56", "E021"),
    ),
)

_RAISED_BIOMARKERS = all_of(
    Workup.vitamin_b12 > 1500 * pg / mL, Workup.soluble_fasl > 200 * pg / mL
)

ALERTS = (
    Kind(
        id="carrier",
        title="Carrier of a FAS variant without lymphoproliferation",
        when=all_of(
            Workup.fas_germline,
            not_(any_of(Workup.lymphadenopathy_chronic, Workup.splenomegaly_chronic)),
        ),
        text="Not ALPS as long as there is no lymphoproliferation: fewer than 60 % of carriers "
        "fall ill. Examine again when symptoms appear.",
        warrant=warrant("A177", "E064u", "E005"),
    ),
    Kind(
        id="biallelic",
        title="Variants of both copies of FAS",
        when=Workup.fas_biallelic,
        text="Severe neonatal form: refer to a transplantation center now, whatever is missing.",
        warrant=warrant("E014", "A17"),
    ),
    Kind(
        id="evans",
        title="Autoimmune cytopenia of several lineages",
        when=any_of(Workup.evans, Workup.two_lineages),
        text="The work-up for ALPS goes before rituximab and before splenectomy. Rescue of a "
        "dangerous cytopenia is allowed; anti-D is not. Advice before the diagnosis is "
        "extrapolated.",
        warrant=warrant("R64", "R63", "A179"),
    ),
    Kind(
        id="gray-platelets",
        title="High vitamin B12 and soluble FASL with normal IL-10 and normal apoptosis",
        when=all_of(
            _RAISED_BIOMARKERS,
            not_(Workup.il_10 > 20 * pg / mL),
            not_(Workup.apoptosis_assays >= 1 * one),
        ),
        text="Think of gray platelet syndrome, which mimics ALPS: look at the platelets on a film.",
        warrant=warrant("A176"),
    ),
    Kind(
        id="monocytes",
        title="Persistent monocytosis",
        when=any_of(Workup.monocytosis, Workup.monocytosis_days >= 2 * one),
        text="Think of RAS-associated disease: double-negative T cells can be normal, and FAS "
        "apoptosis is.",
        warrant=warrant("E020", "A174"),
    ),
)
