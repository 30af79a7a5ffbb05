"""Every listed pair is found by every name and code of its partner (H17)."""

import tomllib
from pathlib import Path
from typing import cast

import pytest

from ferrata.alps.codes.systems import ATC, RXNORM
from ferrata.alps.interactions import LASTING, TABLE
from ferrata.alps.monographs import MONOGRAPHS
from ferrata.guideline.monograph import Handling
from ferrata.plan.interactions.naming import named
from ferrata.record.model import Coding

HERE = Path(__file__).parent
SYSTEMS = {"rxnorm": RXNORM, "atc": ATC}


def read(path: Path) -> dict[str, object]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


VARIANTS = cast("dict[str, list[str]]", read(HERE / "variants.toml"))
HANDLING = cast("dict[str, dict[str, str]]", read(HERE / "handling.toml"))
EXPECTED = cast(
    "dict[str, list[dict[str, list[str]]]]",
    read(HERE.parent / "monographs" / "interactions.toml"),
)
"""Written by hand for the monographs: with whom each drug interacts, and by what warrant."""
EACH = [
    pytest.param(partner, name, id=f"{partner} as {name}")
    for partner, names in VARIANTS.items()
    for name in names
]


def found(name: str) -> tuple[str, ...]:
    """What a record that holds only this name, or only this code, is taken to name."""
    system, colon, code = name.partition(":")
    if colon and system in SYSTEMS:
        return named((Coding(SYSTEMS[system], code),), None, TABLE.names).concepts
    return named((), name, TABLE.names).concepts


@pytest.mark.hazard("H17")
@pytest.mark.parametrize(("partner", "name"), EACH)
def test_each_name_of_a_partner_leads_to_each_of_its_interactions(partner: str, name: str) -> None:
    """Brand, language, product name, RxNorm, ATC old and new: the same interactions."""
    ids = found(name)
    assert partner in ids
    expected = {
        (drug, row["id"])
        for drug, rows in EXPECTED.items()
        for row in rows
        if partner in row["with"]
    }
    assert expected
    listed = {
        (pair.treatment.id, pair.interaction.warrant[0].id)
        for drug in EXPECTED
        for pair in TABLE.between(drug, ids)
        if pair.other.id == partner
    }
    assert listed >= {(drug, str(id)) for drug, id in expected}


@pytest.mark.hazard("H17")
def test_no_partner_is_without_variants() -> None:
    """A new interaction needs the names by which records say its partner."""
    assert {pair.other.id for pair in TABLE.pairs} == VARIANTS.keys()


@pytest.mark.hazard("H17")
@pytest.mark.parametrize(
    "name",
    ["foolimab", "Herbal mixture", "atorvastatin", "prednisonum forte", "", "grape", "ritonavirum"],
)
def test_a_name_that_no_table_has_is_kept_as_unknown(name: str) -> None:
    """Never taken for a medicine without interactions, and no part of a word is guessed."""
    made = named((), name or None, TABLE.names)
    assert made.concepts == ()
    assert made.unknown == (name.lower() or "a medicine without a name",)


@pytest.mark.hazard("H17")
def test_what_is_not_known_of_a_combination_is_said() -> None:
    """The other ingredient of a product was not checked."""
    made = named((), "lopinavir 80 MG/ML / ritonavir 20 MG/ML Oral Solution", TABLE.names)
    assert made.concepts == ("ritonavir",)
    assert any("lopinavir" in one for one in made.unknown)
    assert named((), "foolimab / ibuprofen", TABLE.names).unknown == ("foolimab / ibuprofen",)


@pytest.mark.hazard("H17")
def test_a_code_of_another_system_or_another_drug_names_nothing() -> None:
    """RxNorm 28031 is itraconazole; as a code of somebody's own it is unknown."""
    local = Coding("https://hospital.example/drugs", "28031")
    assert named((local,), None, TABLE.names).unknown == ("28031",)
    assert named((Coding(RXNORM, "83367"),), None, TABLE.names).unknown == ("83367",)


def test_a_known_medicine_that_is_in_no_pair_is_not_unknown() -> None:
    """Ibuprofen is known; that nothing is listed of it is said as such."""
    made = named((), "ibuprofen 200 mg", TABLE.names)
    assert (made.concepts, made.unknown) == ((), ())


@pytest.mark.parametrize("monograph", MONOGRAPHS, ids=lambda one: one.id)
def test_what_to_do_is_what_the_table_says(monograph: object) -> None:
    """Each interaction has one row, and each row one interaction."""
    one = next(each for each in MONOGRAPHS if each is monograph)
    rows = HANDLING.get(one.id, {})
    assert len(rows) == len(one.interactions)
    for begins, do in rows.items():
        (found,) = (each for each in one.interactions if each.text.startswith(begins))
        assert found.do == Handling(do)


def test_what_must_be_avoided_stands_first() -> None:
    """A contraindicated pair dominates, and of equals the one that is known best (H18)."""
    said = [pair.interaction for pair in TABLE.between("sirolimus", ("itraconazole",))]
    assert [one.do.value for one in said] == ["avoid", "measure and adjust"]
    for treatment in TABLE.treatments:
        for partner in VARIANTS:
            found = [pair.order for pair in TABLE.between(treatment, (partner,))]
            assert found == sorted(found)


def test_either_partner_finds_the_pair() -> None:
    """Whichever monograph declares it."""
    one = {p.interaction.text for p in TABLE.between("ciclosporin", ("sirolimus",))}
    other = {p.interaction.text for p in TABLE.between("sirolimus", ("ciclosporin",))}
    assert one == other
    assert len(one) == 4


def test_how_long_a_stopped_partner_matters() -> None:
    """A278: azoles and inducers 28 days; nothing else."""
    assert {one.treatment.id: one.days for one in LASTING} == dict.fromkeys(
        (
            *("ketoconazole", "itraconazole", "voriconazole", "posaconazole", "isavuconazole"),
            *("fluconazole", "rifampicin", "rifabutin", "phenytoin", "phenobarbital"),
            *("carbamazepine", "st-johns-wort"),
        ),
        28,
    )
