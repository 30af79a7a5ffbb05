"""The safety layer under every guideline: parameters, invariants, gates and cautions."""

from __future__ import annotations

from ferrata.alps.case import Case
from ferrata.alps.concepts import Drug, LymphomaGate, Sex
from ferrata.alps.course import Mycophenolate, Sirolimus
from ferrata.alps.cytopenia import emergency
from ferrata.alps.interacting import Interacting
from ferrata.alps.invariants import INVARIANTS
from ferrata.alps.sources import warrant
from ferrata.guideline.actions import Avoid
from ferrata.guideline.conditions import all_of, any_of, criterion, not_
from ferrata.guideline.parameters import parameter
from ferrata.guideline.pathway import AnyRule, Caution, Gate, Setting
from ferrata.guideline.units import between, day, mg, per_uL, percent

PREDNISONE_CAP = parameter(
    "prednisone-cap",
    "Most prednisone in a day",
    60 * mg / day,
    between(20, 80, mg / day),
    warrant("A22"),
)
METHYLPREDNISOLONE_CAP = parameter(
    "methylprednisolone-cap",
    "Most methylprednisolone in a day",
    1000 * mg / day,
    between(250, 1000, mg / day),
    warrant("A22"),
)
PULSE_CAP = parameter(
    "pulse-cap",
    "Most prednisone in a day of a pulse",
    250 * mg / day,
    between(60, 250, mg / day),
    warrant("A22"),
)
MYCOPHENOLATE_CAP = parameter(
    "mycophenolate-cap",
    "Most mycophenolate mofetil in a day",
    2000 * mg / day,
    between(1000, 2000, mg / day),
    warrant("E041"),
)
SIROLIMUS_CAP = parameter(
    "sirolimus-cap",
    "Most sirolimus in a day",
    4 * mg / day,
    between(2, 5, mg / day),
    warrant("R29", "A24"),
)

_IMMUNOSUPPRESSION = (
    Drug.PREDNISONE,
    Drug.METHYLPREDNISOLONE,
    Drug.MYCOPHENOLATE,
    Drug.SIROLIMUS,
    Drug.RITUXIMAB,
    Drug.AZATHIOPRINE,
)

LIST_FIRST = (
    Drug.SIROLIMUS,
    Drug.MYCOPHENOLATE,
    Drug.HYDROXYCHLOROQUINE,
    Drug.AZATHIOPRINE,
    Drug.MERCAPTOPURINE,
    Drug.METHOTREXATE,
    Drug.CICLOSPORIN,
    Drug.VINCRISTINE,
    Drug.ELTROMBOPAG,
)
"""Begun only once the list of medicines was gone through; rescue never waits for it (A277)."""

SIROLIMUS_STOP = parameter(
    "sirolimus-stop",
    "Sirolimus in a day above which nothing is computed",
    5 * mg / day,
    between(4, 5, mg / day),
    warrant("A24"),
)
ROUNDING = parameter(
    "rounding",
    "How far a product may be from a single figure",
    10 * percent,
    between(0, 15, percent),
    warrant("A251"),
)

HYDROXYCHLOROQUINE_CAP = parameter(
    "hydroxychloroquine-cap",
    "Most hydroxychloroquine in a day",
    400 * mg / day,
    between(200, 400, mg / day),
    warrant("R41", "A118"),
)

childbearing = criterion(
    "Pregnant, or pregnancy possible",
    any_of(
        Case.pregnant,
        all_of(Case.sex.is_(Sex.FEMALE), Case.age >= 3650 * day, Case.pregnancy_possible),
    ),
    warrant("E042", "A09", "A131"),
)

other_disorder = criterion(
    "Another immune disorder than ALPS",
    any_of(
        Case.ctla4,
        Case.lrba,
        Case.pik3cd,
        Case.nras,
        Case.kras,
        Case.nras_somatic,
        Case.kras_somatic,
    ),
    warrant("R56", "A127"),
)


mycophenolate_neutropenia = criterion(
    "New neutropenia on mycophenolate",
    all_of(
        Mycophenolate.on_record,
        Mycophenolate.neutrophils_start >= 500 * per_uL,
        Mycophenolate.neutrophils_now < 1500 * per_uL,
        any_of(
            Mycophenolate.neutrophils_start >= 2 * Mycophenolate.neutrophils_now,
            all_of(Mycophenolate.neutrophils_now < 500 * per_uL, Case.infection),
        ),
        not_(Case.autoimmune_neutropenia),
    ),
    warrant("A25", "A123"),
)
sirolimus_neutropenia = criterion(
    "New neutropenia on sirolimus",
    all_of(
        Sirolimus.on_record,
        Sirolimus.neutrophils_start >= 500 * per_uL,
        Sirolimus.neutrophils_now < 1500 * per_uL,
        any_of(
            Sirolimus.neutrophils_start >= 2 * Sirolimus.neutrophils_now,
            all_of(Sirolimus.neutrophils_now < 500 * per_uL, Case.infection),
        ),
        not_(Case.autoimmune_neutropenia),
    ),
    warrant("A25", "A123"),
)
_thiopurine = any_of(Interacting.azathioprine, Interacting.mercaptopurine)
thiopurine_first = criterion(
    "A thiopurine goes on, and mycophenolate does not",
    all_of(_thiopurine, not_(Mycophenolate.on)),
    warrant("A133"),
)

mycophenolate_barred = criterion(
    "Mycophenolate must not be given",
    any_of(childbearing, Case.age < 90 * day, Case.mycophenolate_intolerance, thiopurine_first),
    warrant("E042", "A09", "A17", "A120", "A133"),
)

sirolimus_barred = criterion(
    "Sirolimus must not be given, whatever else is taken",
    any_of(
        childbearing,
        Case.age < 365 * day,
        Case.heavy_proteinuria,
        not_(Case.level_monitoring),
        Case.sirolimus_intolerance,
    ),
    warrant("R30", "A09", "A17", "A120"),
)

rituximab_exhausted = criterion(
    "All other options are exhausted",
    all_of(
        any_of(Mycophenolate.ever, Case.mycophenolate_intolerance),
        any_of(Sirolimus.ever, Case.sirolimus_intolerance),
        Case.options_exhausted,
    ),
    warrant("R39", "A14", "A114", "A120"),
)

_CAUTIONS = (
    Caution(
        id="avoid-anti-d",
        warrant=warrant("R09", "A115"),
        avoid=Avoid(
            (Drug.ANTI_D,),
            not_(Case.alps_excluded),
            "Do not give anti-D for cytopenia in ALPS: it caused severe hemolysis, and many "
            "patients have a positive antiglobulin test without overt hemolysis.",
            warrant("R09"),
        ),
    ),
    Caution(
        id="avoid-rituximab-early",
        warrant=warrant("R39", "M20", "P05"),
        avoid=Avoid(
            (Drug.RITUXIMAB,),
            not_(rituximab_exhausted),
            "Do not give rituximab before all other options are exhausted: long neutropenia and "
            "hypogammaglobulinemia, which adds to the risk of sepsis without a spleen.",
            warrant("R38", "R39", "M20"),
        ),
    ),
    Caution(
        id="avoid-rituximab-hemolysis",
        warrant=warrant("R37", "M18", "A14"),
        avoid=Avoid(
            (Drug.RITUXIMAB,),
            Case.hemolysis,
            "Do not give rituximab for hemolytic anemia in ALPS: none of three children answered.",
            warrant("R37", "M18"),
        ),
    ),
    Caution(
        id="avoid-rituximab-before-work-up",
        warrant=warrant("R64", "A126"),
        avoid=Avoid(
            (Drug.RITUXIMAB,),
            not_(Case.alps),
            "Do the work-up for ALPS before rituximab: what is irreversible waits.",
            warrant("R64", "A126"),
        ),
    ),
    Caution(
        id="avoid-mycophenolate-intolerance",
        warrant=warrant("A120"),
        avoid=Avoid(
            (Drug.MYCOPHENOLATE,),
            Case.mycophenolate_intolerance,
            "Mycophenolate was not tolerated, or there is an allergy.",
            warrant("A120"),
        ),
    ),
    Caution(
        id="avoid-sirolimus-intolerance",
        warrant=warrant("A120"),
        avoid=Avoid(
            (Drug.SIROLIMUS,),
            Case.sirolimus_intolerance,
            "Sirolimus was not tolerated, or there is an allergy.",
            warrant("A120"),
        ),
    ),
    Caution(
        id="avoid-mycophenolate-pregnancy",
        warrant=warrant("E042"),
        avoid=Avoid(
            (Drug.MYCOPHENOLATE,),
            childbearing,
            "Mycophenolate harms the unborn child: negative test and contraception first.",
            warrant("E042", "A09"),
        ),
    ),
    Caution(
        id="avoid-sirolimus-pregnancy",
        warrant=warrant("A09"),
        avoid=Avoid(
            (Drug.SIROLIMUS,),
            childbearing,
            "No sirolimus without a negative pregnancy test and contraception.",
            warrant("A09"),
        ),
    ),
    Caution(
        id="avoid-sirolimus-infant",
        warrant=warrant("A17"),
        avoid=Avoid(
            (Drug.SIROLIMUS,),
            Case.age < 365 * day,
            "Below one year sirolimus reaches toxic levels on usual doses: specialist only.",
            warrant("A17"),
        ),
    ),
    Caution(
        id="avoid-sirolimus-interaction",
        warrant=warrant("E037"),
        avoid=Avoid(
            (Drug.SIROLIMUS,),
            Case.strong_cyp3a4,
            "A strong CYP3A4 inhibitor or inducer makes sirolimus levels unsafe.",
            warrant("E037", "A09"),
        ),
    ),
    Caution(
        id="avoid-sirolimus-unmonitored",
        warrant=warrant("R30", "M14", "A09"),
        avoid=Avoid(
            (Drug.SIROLIMUS,),
            not_(Case.level_monitoring),
            "Sirolimus needs level monitoring.",
            warrant("R30", "M14"),
        ),
    ),
    Caution(
        id="avoid-sirolimus-proteinuria",
        warrant=warrant("A09"),
        avoid=Avoid(
            (Drug.SIROLIMUS,),
            Case.heavy_proteinuria,
            "Heavy proteinuria: sirolimus can worsen it.",
            warrant("A09"),
        ),
    ),
    Caution(
        id="avoid-mycophenolate-thiopurine",
        warrant=warrant("A133"),
        avoid=Avoid(
            (Drug.MYCOPHENOLATE,),
            thiopurine_first,
            "Never mycophenolate together with azathioprine or mercaptopurine: end that first.",
            warrant("A133"),
        ),
    ),
    Caution(
        id="avoid-thiopurine-mycophenolate",
        warrant=warrant("A133"),
        avoid=Avoid(
            (Drug.AZATHIOPRINE, Drug.MERCAPTOPURINE),
            all_of(_thiopurine, Mycophenolate.on),
            "Never azathioprine or mercaptopurine together with mycophenolate: one has to end.",
            warrant("A133"),
        ),
    ),
    Caution(
        id="avoid-splenectomy-early",
        warrant=warrant("R01", "P13", "A14", "A134"),
        avoid=Avoid(
            (Drug.SPLENECTOMY,),
            all_of(not_(Case.asplenia_on_record), not_(rituximab_exhausted)),
            "No splenectomy before all else is exhausted, and none without an ALPS centre: "
            "cytopenias come back, and without a spleen sepsis kills.",
            warrant("R01", "P13", "A14", "A18"),
        ),
    ),
    Caution(
        id="avoid-all-newborn",
        warrant=warrant("A17"),
        avoid=Avoid(
            (Drug.MYCOPHENOLATE, Drug.SIROLIMUS),
            Case.age < 90 * day,
            "Below three months nothing is computed: specialist only.",
            warrant("A17"),
        ),
    ),
)

_GATES = (
    Gate(
        id="gate-lymphoma",
        title="Lymphoma ruled out before immunosuppression",
        treatments=_IMMUNOSUPPRESSION,
        needs=any_of(Case.lymphoma_gate.is_(LymphomaGate.CLEAR, LymphomaGate.EXCLUDED), emergency),
        shut=all_of(Case.lymphoma_gate.is_(LymphomaGate.RED_FLAG), not_(emergency)),
        warrant=warrant("R02", "R13", "A03"),
    ),
    Gate(
        id="gate-medicines",
        title="The list of medicines was gone through, and every medicine on it is known",
        treatments=LIST_FIRST,
        needs=all_of(not_(Case.unlisted_medicine), not_(Interacting.unidentified)),
        warrant=warrant("A275", "A276", "A277"),
    ),
    Gate(
        id="gate-thiopurine",
        title="Mycophenolate has ended before a thiopurine begins",
        treatments=(Drug.AZATHIOPRINE, Drug.MERCAPTOPURINE),
        needs=not_(Mycophenolate.on),
        warrant=warrant("A133"),
    ),
)

SAFETY: tuple[AnyRule, ...] = (
    *_CAUTIONS,
    *_GATES,
    *INVARIANTS,
    *(
        Setting(id=one.id, parameter=one, warrant=(*one.warrant, *warrant("A138")))
        for one in (
            PREDNISONE_CAP,
            METHYLPREDNISOLONE_CAP,
            PULSE_CAP,
            MYCOPHENOLATE_CAP,
            SIROLIMUS_CAP,
            SIROLIMUS_STOP,
            HYDROXYCHLOROQUINE_CAP,
            ROUNDING,
        )
    ),
)
