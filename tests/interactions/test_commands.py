"""``ferrata interactions`` and ``ferrata equivalent``, in a process of their own."""

import json

import pytest
from tests.cli.commands import EXAMPLES, ON, ferrata

CLARITHROMYCIN = EXAMPLES / "sirolimus-with-clarithromycin.json"


@pytest.mark.hazard("H17")
def test_two_drugs_need_no_record() -> None:
    """By brand too; whichever is named first."""
    for names in (("sirolimus", "Sporanox"), ("itraconazole", "Rapamune")):
        ran = ferrata("interactions", *(part for one in names for part in ("--drug", one)))
        assert ran.code == 0, ran.err
        said = " ".join(ran.out.split())
        assert "multiply the level. (avoid; label) [E037]" in said
        assert "UNVERIFIED: A stopped azole" in said
        assert not ran.err


def test_one_drug_alone_is_a_question_without_an_answer() -> None:
    """Wrong usage, and what to write."""
    ran = ferrata("interactions", "--drug", "sirolimus")
    assert ran.code == 2
    assert "give a record, or two drugs" in ran.err


@pytest.mark.hazard("H17")
def test_a_record_is_checked_medicine_by_medicine() -> None:
    """The interaction, since when, the age of the list, and that nobody confirmed it."""
    ran = ferrata("interactions", CLARITHROMYCIN, "--on", ON, "--json")
    assert ran.code == 0, ran.err
    made = json.loads(ran.out)
    assert made["list"]["confirmed"] == "unknown"
    assert made["treatments"][0]["why"] == "taken now; the plan: must not be given"
    assert made["list"]["newest_entry_days"] == 8
    (found,) = (one for one in made["medicines"] if "clarithromycin" in one["concepts"])
    assert (found["counts"], found["since"]) == ("taken now", "2026-11-12")
    (against,) = found["against"]
    assert (against["treatment"], against["state"]) == ("sirolimus", "interacts")
    assert against["listed"][0]["certainty"] == "label"
    assert {one["id"] for one in made["warrants"]} >= {"E037"}


def test_an_answer_confirms_the_list() -> None:
    """And a medicine that is named is checked beside those of the record."""
    ran = ferrata(
        *("interactions", CLARITHROMYCIN, "--on", ON),
        *("--answer", "unlisted-medicine=no", "--drug", "grapefruit juice"),
    )
    assert ran.code == 0, ran.err
    assert "List of medicines: gone through: nothing else is taken (2026-11-20)" in ran.out
    assert "None of it: it raises the level." in ran.out
    assert "Go through the list" not in ran.out


@pytest.mark.hazard("H17")
def test_the_monograph_shows_the_medicines_of_the_patient() -> None:
    """In the page of sirolimus, one by one."""
    ran = ferrata("drug", "sirolimus", "--record", CLARITHROMYCIN, "--on", ON)
    assert ran.code == 0, ran.err
    listed = ran.out.partition("ON THIS PATIENT'S LIST")[2].partition("\n\n")[0]
    assert "claritromycine: taken now, since 2026-11-12" in listed
    assert "Avoid: strong inhibitors" in listed


def test_an_equivalent_shows_its_arithmetic() -> None:
    """20 mg of prednisone are 16 mg of methylprednisolone."""
    ran = ferrata("equivalent", "prednisone", "20mg", "--as", "methylprednisolone")
    assert ran.code == 0, ran.err
    assert ran.out.startswith("methylprednisolone: 16 mg\n")
    assert "20 mg × 4 mg methylprednisolone / 5 mg prednisone = 16 mg" in ran.out
    assert "Not a medical device" in ran.out


def test_an_equivalent_that_is_only_remembered_is_refused() -> None:
    """Exit code 4, and what is said of it."""
    ran = ferrata("equivalent", "mmf", "1g", "--as", "myfortic")
    assert ran.code == 4
    assert "A279" in ran.err
