"""Related disorders and mimics that are not called ALPS: information and referral, no amounts."""

from __future__ import annotations

from ferrata.alps.diagnosis.workup import Workup
from ferrata.alps.sources import warrant
from ferrata.guideline.assessment import Kind
from ferrata.guideline.conditions import any_of, not_

_REFER = "Refer to a center for inborn errors of immunity. No amounts of the ALPS guideline."
_SOURCES = warrant("E019", "E021", "R56", "R63", "A175")
_UMBRELLA = "ALPID in the vocabulary of 2024 [E021]"

no_fas_variant = not_(
    any_of(Workup.fas_germline, Workup.fas_somatic, Workup.fas_biallelic, Workup.faslg_germline)
)
"""Nothing that makes it ALPS in the narrow sense was found: an exclusion then overrules."""

EXCLUSIONS = (
    Kind(
        id="rald",
        title="RAS-associated lymphoproliferative disease (somatic NRAS or KRAS)",
        when=any_of(Workup.nras, Workup.kras),
        former="ALPS type IV",
        beside=_UMBRELLA,
        text=f"{_REFER} Watch for progression to malignancy.",
        warrant=warrant("E020", "E019", "E021", "R56", "R63", "A175"),
    ),
    Kind(
        id="ceds",
        title="Caspase-8 deficiency state (CASP8)",
        when=Workup.casp8,
        former="ALPS type IIb",
        beside=_UMBRELLA,
        text=_REFER,
        warrant=_SOURCES,
    ),
    Kind(
        id="fadd-deficiency",
        title="FADD deficiency",
        when=Workup.fadd,
        text=_REFER,
        warrant=_SOURCES,
    ),
    Kind(
        id="xlp1",
        title="X-linked lymphoproliferative disease (SH2D1A)",
        when=Workup.sh2d1a,
        text=_REFER,
        warrant=_SOURCES,
    ),
    Kind(
        id="prkcd-deficiency",
        title="PRKCD deficiency",
        when=Workup.prkcd,
        former="ALPS type III in OMIM",
        text=_REFER,
        warrant=_SOURCES,
    ),
    Kind(
        id="ctla4-haploinsufficiency",
        title="CTLA4 haploinsufficiency",
        when=Workup.ctla4,
        former="ALPS type V in OMIM",
        beside=_UMBRELLA,
        text=_REFER,
        warrant=_SOURCES,
    ),
    Kind(
        id="lrba-deficiency",
        title="LRBA deficiency",
        when=Workup.lrba,
        beside=_UMBRELLA,
        text=_REFER,
        warrant=_SOURCES,
    ),
    Kind(
        id="stat3-gain-of-function",
        title="STAT3 gain of function",
        when=Workup.stat3,
        beside=_UMBRELLA,
        text=_REFER,
        warrant=_SOURCES,
    ),
    Kind(
        id="apds",
        title="Activated PI3K delta syndrome (PIK3CD)",
        when=Workup.pik3cd,
        beside=_UMBRELLA,
        text=_REFER,
        warrant=_SOURCES,
    ),
    Kind(
        id="xmen",
        title="XMEN disease (MAGT1)",
        when=Workup.magt1,
        beside=_UMBRELLA,
        text=_REFER,
        warrant=_SOURCES,
    ),
    Kind(
        id="tpp2-deficiency",
        title="TPP2 deficiency",
        when=Workup.tpp2,
        text=_REFER,
        warrant=_SOURCES,
    ),
    Kind(
        id="ada2-deficiency",
        title="ADA2 deficiency",
        when=Workup.ada2,
        text=_REFER,
        warrant=_SOURCES,
    ),
    Kind(
        id="socs1-haploinsufficiency",
        title="SOCS1 haploinsufficiency",
        when=Workup.socs1,
        text=_REFER,
        warrant=warrant("A175"),
    ),
    Kind(
        id="gray-platelet-syndrome",
        title="Gray platelet syndrome (NBEAL2)",
        when=any_of(Workup.gray_platelets, Workup.nbeal2),
        text="A mimic of ALPS. Refer to a center for platelet disorders. No amounts of the ALPS "
        "guideline.",
        warrant=warrant("A175", "A176"),
    ),
)
