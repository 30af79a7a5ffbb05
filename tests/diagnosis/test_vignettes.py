"""A clinician would agree: diagnoses written from the sources, before the program was asked."""

import pytest
from tests.diagnosis.reading import Misread, Vignette, vignettes
from tests.diagnosis.records import answers, diagnosed, record_of, result

from ferrata.alps.sources import warrant
from ferrata.plan.assessment.model import Assessed

ALL = vignettes()
CASES = [
    pytest.param(one, id=one.id, marks=[pytest.mark.statement(id) for id in statements])
    for one in ALL.values()
    if (statements := one.keys["statements"].split())
]


def said(made: Assessed) -> dict[str, tuple[str, ...]]:
    """What an assessment says under each key of a vignette that holds a list."""
    shown = {one.concept for one in made.flags}
    return {
        "kinds": tuple(one.id for one in made.kinds if one.answer == "yes"),
        "not called ALPS": tuple(one.id for one in made.exclusions if made.overruled_by),
        "alerts": tuple(one.id for one in made.alerts),
        "flags": tuple(sorted(shown)),
        "copies that differ": tuple(one.id for one in made.copies if one.differs),
    }


def differences(one: Vignette, made: Assessed) -> list[str]:
    """What an assessment says otherwise than its vignette."""
    found: list[str] = []

    def expect(key: str, expected: object, actual: object) -> None:
        if expected != actual:
            found.append(f"{key}: expected {expected}, found {actual}")

    expect("conclusion", one.keys["conclusion"], result(made))
    for key, actual in said(made).items():
        if key in one.keys:
            expect(key, sorted(one.listed(key)), sorted(actual))
    for key, place in (("esid", 0), ("esid nested", 1)):
        if key in one.keys:
            other = made.others[place]
            expect(key, one.keys[key], other.reached or other.result)
    items = answers(made)
    for id, answer in (part.split() for part in one.listed("criteria")):
        expect(id, answer, items[id])
    certain = [step.id for step in made.next if step.certain]
    if "first next" in one.keys:
        expect("first next", one.keys["first next"], certain[0])
    missing = {item.concept for item in made.missing}
    expect("missing", set[str](), set(one.listed("missing")) - missing)
    expect("not missing", set[str](), set(one.listed("not missing")) & missing)
    expect("next", set[str](), set(one.listed("next")) - set(certain))
    expect("not next", set[str](), set(one.listed("not next")) & set(certain))
    return found


@pytest.mark.parametrize("vignette", CASES)
def test_a_clinician_would_agree(vignette: Vignette) -> None:
    """The assessment says what the vignette says."""
    found = differences(vignette, diagnosed(vignette.table))
    assert not found, "\n".join([f"{vignette.where}: {vignette.id} {vignette.title}", *found])


@pytest.mark.parametrize("vignette", ALL.values(), ids=lambda one: one.id)
def test_every_vignette_rests_on_statements_that_exist(vignette: Vignette) -> None:
    """The ids that a vignette names are statements or assumptions."""
    assert warrant(*vignette.keys["statements"].split())


def test_most_vignettes_are_one_half_of_a_contrast() -> None:
    """At least 20 cases, most of them a few facts away from another one."""
    assert len(ALL) >= 20
    assert sum("like" in one.keys for one in ALL.values()) * 2 > len(ALL)


def test_a_difference_is_seen() -> None:
    """A vignette that expects something else fails in every way that it can."""
    one = vignettes()["D1"]
    one.keys |= {
        "conclusion": "not met",
        "kinds": "alps-u",
        "not called ALPS": "rald",
        "alerts": "evans",
        "flags": "igg",
        "copies that differ": "copy-1999",
        "esid": "met",
        "esid nested": "met",
        "criteria": "REQ1 no, REQ2 unknown",
        "first next": "biopsy",
        "missing": "sepsis",
        "not missing": "variant-fas-somatic",
        "next": "film",
        "not next": "relatives",
    }
    assert len(differences(one, diagnosed(one.table))) == 15


SECTION = "## X1 A case\n- statements: E001\n- conclusion: not met\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (SECTION + SECTION, "X1 stands twice"),
        ("## X1\n", "a heading that is no vignette"),
        ("## X1 A case\n- conclusion: not met\n", "does not say statements"),
        (SECTION + "- likes: D1\n", "'likes' is none of"),
        (SECTION + "- like: D9\n", "nothing above is called D9"),
        (SECTION + "| a | b | c |\n|---|---|---|\n| x | lymphoma | not said |\n", "takes away"),
    ],
)
def test_what_is_not_understood_is_an_error(text: str, why: str) -> None:
    """A spelling mistake in the vignettes is never a case without the fact."""
    with pytest.raises(Misread, match=why):
        vignettes(text)


@pytest.mark.parametrize(
    "fact", [("2026-11-20", "dnt-cd4", "9 %"), ("2026-11-20", "lymphoma", "?")]
)
def test_a_fact_that_no_record_can_hold_is_refused(fact: tuple[str, str, str]) -> None:
    """Every row of a table is about something that a record can say."""
    with pytest.raises(ValueError, match="no record says"):
        record_of([fact])
