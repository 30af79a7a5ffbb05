"""What is prevented with a spleen: rupture, infection, bleeding, an adrenal crisis."""

from __future__ import annotations

from ferrata.alps.care.asplenia import ASPLENIA
from ferrata.alps.care.case import Care
from ferrata.alps.care.course import ImmunoglobulinCare
from ferrata.alps.case import Case
from ferrata.alps.course import Methylprednisolone, Mycophenolate, Prednisone, Rituximab, Sirolimus
from ferrata.alps.sources import warrant
from ferrata.guideline.actions import Ask, Order, Refer
from ferrata.guideline.conditions import all_of, any_of, criterion, not_
from ferrata.guideline.pathway import Recommendation, Topic
from ferrata.guideline.units import cm, day, per_uL

_long_term_agent = any_of(Mycophenolate.on, Sirolimus.on)

immunosuppressed = criterion(
    "On immunosuppression",
    any_of(
        Mycophenolate.on,
        Sirolimus.on,
        Prednisone.on,
        Methylprednisolone.on,
        Prednisone.days_since_end < 30 * day,
        Rituximab.days < 183 * day,
        Care.on_azathioprine,
        Care.on_mercaptopurine,
        Care.on_methotrexate,
        Care.on_ciclosporin,
        Care.on_cyclophosphamide,
    ),
    warrant("E042", "A220"),
)

_BEFORE_PROCEDURES = (
    Recommendation(
        id="procedure-count",
        topic=Topic.PREVENTION,
        title="Dental work or surgery ahead",
        when=any_of(Care.dental_work, Case.surgery_soon),
        do=(
            Order(
                Case.neutrophils,
                "Blood count before dental work or surgery",
                warrant("R20b"),
            ),
        ),
        warrant=warrant("R20b"),
    ),
    Recommendation(
        id="procedure-neutropenia",
        topic=Topic.PREVENTION,
        title="Dental work or surgery with few neutrophils",
        when=all_of(any_of(Care.dental_work, Case.surgery_soon), Case.neutrophils < 500 * per_uL),
        do=(
            Refer(
                "the dentist or the surgeon",
                "Significant neutropenia: antibiotic prophylaxis as needed, or another day.",
                warrant("R20b", "A215"),
            ),
        ),
        warrant=warrant("R20b", "A215"),
    ),
    Recommendation(
        id="surgery-on-sirolimus",
        topic=Topic.PREVENTION,
        title="Surgery on sirolimus",
        when=all_of(Sirolimus.on, Case.surgery_soon),
        do=(
            Refer(
                "the surgeon and the prescriber",
                "Wounds heal badly on sirolimus: decide together whether it is paused.",
                warrant("A216"),
            ),
        ),
        warrant=warrant("A09", "A216"),
    ),
)

PREVENTION = (
    *ASPLENIA,
    Recommendation(
        id="contact-sports",
        topic=Topic.PREVENTION,
        title="Contact sports with a palpable spleen",
        when=all_of(not_(Case.asplenia), any_of(Care.spleen > 0 * cm, Case.hypersplenism)),
        do=(
            Ask(
                Care.spleen,
                "No contact sports while the spleen can be felt: it can rupture",
                warrant("P15", "A16"),
            ),
        ),
        warrant=warrant("P15", "A16"),
    ),
    Recommendation(
        id="no-live-vaccines",
        topic=Topic.PREVENTION,
        title="No live vaccines on immunosuppression",
        when=immunosuppressed,
        do=(
            Ask(
                Care.mmr,
                "No live vaccine (measles-mumps-rubella, varicella, influenza by nose) on "
                "immunosuppression; inactivated ones may be given and may work less",
                warrant("E042", "A220"),
            ),
        ),
        warrant=warrant("E042", "A220"),
    ),
    Recommendation(
        id="vaccines-after-immunoglobulin",
        topic=Topic.PREVENTION,
        title="Measles and varicella vaccines after immunoglobulin",
        when=ImmunoglobulinCare.days <= 335 * day,
        do=(
            Ask(
                Care.mmr,
                "Measles and varicella vaccines wait after immunoglobulin, whose antibodies undo "
                "them",
                warrant("A23", "A208"),
            ),
        ),
        warrant=warrant("A23", "A208"),
    ),
    *_BEFORE_PROCEDURES,
    Recommendation(
        id="no-routine-prophylaxis",
        topic=Topic.PREVENTION,
        title="No routine prophylaxis against fungi and Pneumocystis",
        when=_long_term_agent,
        do=(
            Ask(
                Care.lymphocytes,
                "Mycophenolate or sirolimus alone is no reason for prophylaxis against fungi or "
                "Pneumocystis; a low lymphocyte count is one to ask",
                warrant("R53", "A213"),
            ),
        ),
        warrant=warrant("R53"),
    ),
    Recommendation(
        id="lymphopenia",
        topic=Topic.PREVENTION,
        title="Few lymphocytes on mycophenolate or sirolimus",
        when=all_of(_long_term_agent, Care.lymphocytes < 500 * per_uL),
        do=(
            Refer(
                "an immunologist",
                "Lymphocytes below 500/µL: prophylaxis against Pneumocystis?",
                warrant("R32", "R53", "A213"),
            ),
        ),
        warrant=warrant("R32", "A213"),
    ),
    Recommendation(
        id="stress-doses",
        topic=Topic.PREVENTION,
        title="Adrenal cover during and after steroids",
        when=any_of(
            all_of(Prednisone.on, Prednisone.days >= 21 * day),
            Prednisone.days_since_end <= 365 * day,
        ),
        do=(
            Ask(
                Case.surgery_soon,
                "Never stop prednisone abruptly after 3 weeks; stress doses in fever, surgery or "
                "vomiting for 12 months after it",
                warrant("A20"),
            ),
        ),
        warrant=warrant("A20"),
    ),
)
