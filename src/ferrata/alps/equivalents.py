"""Which amounts of different substances do the same, and how that is known."""

from __future__ import annotations

from decimal import Decimal

from ferrata.alps.concepts import Drug
from ferrata.alps.sources import warrant
from ferrata.guideline.equivalents import Equivalents
from ferrata.guideline.events import Treatment
from ferrata.guideline.monograph import Certainty

PREDNISOLONE = Treatment("prednisolone", "prednisolone")
DEXAMETHASONE = Treatment("dexamethasone", "dexamethasone")
HYDROCORTISONE = Treatment("hydrocortisone", "hydrocortisone")
MYCOPHENOLIC_ACID = Treatment("mycophenolic-acid", "mycophenolic acid (mycophenolate sodium)")
SIROLIMUS_TABLETS = Treatment("sirolimus-tablets", "sirolimus tablets")
SIROLIMUS_SOLUTION = Treatment("sirolimus-solution", "sirolimus oral solution")

EQUIVALENTS = (
    Equivalents(
        id="corticosteroids",
        title="Corticosteroids, by mouth or into a vein",
        members=(
            Drug.PREDNISONE,
            PREDNISOLONE,
            Drug.METHYLPREDNISOLONE,
            DEXAMETHASONE,
            HYDROCORTISONE,
        ),
        amounts=(Decimal(5), Decimal(5), Decimal(4), Decimal("0.75"), Decimal(20)),
        text="By mouth or into a vein only: injected elsewhere they relate otherwise.",
        certainty=Certainty.LABEL,
        warrant=warrant("E090"),
    ),
    Equivalents(
        id="mycophenolate",
        title="Mycophenolate mofetil and mycophenolic acid",
        members=(Drug.MYCOPHENOLATE, MYCOPHENOLIC_ACID),
        text="Not milligram for milligram: 250 mg of the mofetil are held to be about 180 mg of "
        "the acid. The prescriber and the pharmacist change one for the other.",
        certainty=Certainty.MEMORY,
        warrant=warrant("A279"),
    ),
    Equivalents(
        id="sirolimus",
        title="Sirolimus tablets and oral solution",
        members=(SIROLIMUS_TABLETS, SIROLIMUS_SOLUTION),
        text="The tablet is absorbed better than the solution; they are exchanged at small doses "
        "only, and a level is measured after every change.",
        certainty=Certainty.MEMORY,
        warrant=warrant("A280"),
    ),
    Equivalents(
        id="thiopurines",
        title="Azathioprine and mercaptopurine",
        members=(Drug.AZATHIOPRINE, Drug.MERCAPTOPURINE),
        text="Azathioprine turns into mercaptopurine and weighs more: the same number is a much "
        "higher dose. No factor is given here, and never both.",
        certainty=Certainty.MEMORY,
        warrant=warrant("A281"),
    ),
)

EQUIVALENT_NAMES: dict[str, str] = {
    **{one.label: one.id for group in EQUIVALENTS for one in group.members},
    **{one.id: one.id for group in EQUIVALENTS for one in group.members},
    "prednison": Drug.PREDNISONE.id,
    "deltasone": Drug.PREDNISONE.id,
    "prednisolon": PREDNISOLONE.id,
    "orapred": PREDNISOLONE.id,
    "medrol": Drug.METHYLPREDNISOLONE.id,
    "solu-medrol": Drug.METHYLPREDNISOLONE.id,
    "dexamethason": DEXAMETHASONE.id,
    "decadron": DEXAMETHASONE.id,
    "cortisol": HYDROCORTISONE.id,
    "hydrocortison": HYDROCORTISONE.id,
    "mmf": Drug.MYCOPHENOLATE.id,
    "cellcept": Drug.MYCOPHENOLATE.id,
    "myfortic": MYCOPHENOLIC_ACID.id,
    "mycophenolic acid": MYCOPHENOLIC_ACID.id,
    "mycophenolate sodium": MYCOPHENOLIC_ACID.id,
}
"""What the members are called; prednisone and prednisolone are two substances here."""
