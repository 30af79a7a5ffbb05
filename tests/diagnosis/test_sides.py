"""What stands around the criteria: older names, copies, what is only shown, the order of tests."""

import pytest
from tests.diagnosis import records
from tests.diagnosis.reading import vignettes
from tests.diagnosis.records import TODAY, Fact, diagnosed

NAMED = vignettes()
REVIEWED: list[Fact] = [("2016-06-01", "born", ""), (TODAY, "treatments", "reviewed")]

NAMES = [
    ("alps-fas-biallelic", "type 0", "ALPS", "E014"),
    ("alps-fas", "type Ia", "ALPS", "E014"),
    ("alps-sfas", "type Ia-s", "ALPS", "E015"),
    ("alps-faslg", "type Ib", "ALPS", "E016"),
    ("alps-casp10", "type IIa", "ALPID", "E017"),
    ("alps-u", "type III", "ALPID", "E018"),
    ("rald", "ALPS type IV", "ALPID", "E019"),
    ("ceds", "ALPS type IIb", "ALPID", "E019"),
    ("prkcd-deficiency", "ALPS type III in OMIM", "", "E019"),
    ("ctla4-haploinsufficiency", "ALPS type V in OMIM", "ALPID", "E019"),
    ("lrba-deficiency", "", "ALPID", "E021"),
    ("stat3-gain-of-function", "", "ALPID", "E021"),
    ("apds", "", "ALPID", "E021"),
    ("xmen", "", "ALPID", "E021"),
]
"""Older names as the table of classes has them, and the word of 2024 that each falls under."""


@pytest.mark.statement("E021")
@pytest.mark.parametrize(
    ("id", "former", "beside"),
    [pytest.param(*row[:3], marks=pytest.mark.statement(row[3])) for row in NAMES],
)
def test_a_class_keeps_its_older_name_and_its_new_one(id: str, former: str, beside: str) -> None:
    """Both vocabularies are supported: the types of 1999 and OMIM, and ALPS or ALPID of 2024."""
    kinds = {one.id: one for one in (*records.DIAGNOSIS.kinds, *records.DIAGNOSIS.exclusions)}
    assert kinds[id].former == former
    assert kinds[id].beside.partition(" ")[0] == beside


@pytest.mark.statement("E004")
def test_every_copy_concludes_the_stronger_first() -> None:
    """D1 has what both conclusions need: each copy says definitive, with the rest said beside."""
    facts = [*NAMED["D1"].table, *NAMED["D2"].table, (TODAY, "chronic-lymphadenopathy", "yes")]
    made = diagnosed([*facts, (TODAY, "chronic-splenomegaly", "yes")])
    assert {one.id: one.reached for one in made.copies} == dict.fromkeys(
        ("copy-pmc10415410", "copy-pmc4435794", "copy-price-2014", "copy-rao-2015", "copy-1999"),
        "definitive",
    )
    assert [one.id for one in made.others] == ["esid", "esid-nested"]


@pytest.mark.statement("A169")
@pytest.mark.parametrize(
    ("what", "value"),
    [
        ("dnt-unspecified", "3 %"),
        ("dnt-count", "90 /uL"),
        ("hdl", "20 mg/dL"),
        ("iga", "3 g/L"),
        ("igm", "2 g/L"),
        ("eosinophils", "900 /uL"),
        ("direct-antiglobulin-test", "yes"),
    ],
)
def test_what_no_criterion_compares_is_shown(what: str, value: str) -> None:
    """A clinician sees that it was read, and that nothing was made of it."""
    (flag,) = diagnosed([*REVIEWED, (TODAY, what, value)]).flags
    assert (flag.concept, flag.text) == (what, "shown, and no criterion compares it")


ORDER = (
    "biopsy",
    "double-negative-cells",
    "lymphocyte-count",
    "biomarkers",
    "ras",
    "fas-germline",
    "fas-somatic",
    "apoptosis",
    "apoptosis-again",
    "related-genes",
)
"""A178, with the biopsy before any steroid (R13) and monocytosis bringing RAS forward (E020)."""


@pytest.mark.statement("A178")
@pytest.mark.statement("R13")
@pytest.mark.statement("E020")
def test_tests_come_in_the_order_of_availability() -> None:
    """Cheap and available first; what no source orders may stand anywhere between."""
    steps = [one.id for one in records.DIAGNOSIS.next]
    assert [one for one in steps if one in ORDER] == list(ORDER)


@pytest.mark.statement("A165")
@pytest.mark.statement("E003")
@pytest.mark.parametrize(
    ("born", "value", "high"),
    [
        # 2 years are 730 days, 5 years 1,826, 9 years 3,287; TODAY is 2026-11-20
        ("2024-11-21", "9.2", True),
        ("2024-11-21", "9.1", False),
        ("2024-11-20", "9.2", False),
        ("2024-11-20", "12.5", True),
        ("2024-11-20", "12.4", False),
        ("2021-11-21", "12.5", True),
        ("2021-11-20", "12.5", False),
        ("2021-11-20", "14.3", True),
        ("2021-11-20", "14.2", False),
        ("2017-11-21", "14.3", True),
        ("2017-11-20", "14.3", False),
        ("2017-11-20", "16.1", True),
        ("2017-11-20", "16", False),
    ],
)
def test_the_limit_of_igg_changes_on_the_birthday(born: str, value: str, high: bool) -> None:
    """The day before it the younger limit holds, from it on the older one."""
    facts = [(born, "born", ""), (TODAY, "treatments", "reviewed"), (TODAY, "igg", f"{value} g/L")]
    made = diagnosed([*facts, (TODAY, "autoimmune-cytopenia", "yes")])
    assert records.answers(made)["SA3"] == ("yes" if high else "no")


@pytest.mark.statement("A164")
@pytest.mark.statement("E006")
@pytest.mark.parametrize(
    ("born", "value", "enough"),
    [
        ("2024-11-21", "2999", False),
        ("2024-11-20", "2999", True),
        ("2024-11-20", "1500", True),
        ("2024-11-20", "1499", False),
        ("2008-11-21", "1499", False),
        ("2008-11-20", "1499", True),
        ("2008-11-20", "1000", True),
        ("2008-11-20", "999", False),
    ],
)
def test_the_limit_of_lymphocytes_changes_on_the_birthday(
    born: str, value: str, enough: bool
) -> None:
    """3,000 until the second birthday, 1,500 until the eighteenth, 1,000 from then on."""
    facts = [(born, "born", ""), (TODAY, "treatments", "reviewed"), (TODAY, "dnt-cd3", "5 %")]
    made = diagnosed([*facts, (TODAY, "lymphocytes", f"{value} /uL")])
    assert records.answers(made)["REQ2"] == ("yes" if enough else "no")


@pytest.mark.statement("A163")
@pytest.mark.parametrize(
    ("facts", "item"),
    [
        ([("2026-05-20", "dnt-cd3", "9 %"), ("2026-06-10", "lymphocytes", "700 /uL")], "REQ2"),
        ([("2026-06-10", "igg", "24 g/L"), (TODAY, "autoimmune-cytopenia", "yes")], "SA3"),
    ],
)
def test_counts_and_igg_after_transplantation_are_the_donors(facts: list[Fact], item: str) -> None:
    """Neither lymphopenia nor high IgG drawn after it says anything of the patient."""
    made = diagnosed([*REVIEWED, ("2026-06-01", "transplanted", "yes"), *facts])
    assert records.answers(made)[item] == "unknown"
    assert "the blood is the donor's" in {one.text.split(":")[0] for one in made.flags}
