"""Each item at and beside its cut-off, as pinned and in every published copy."""

import pytest
from tests.diagnosis.records import TODAY, Fact, answers, diagnosed

from ferrata.plan.assessment.model import Assessed

CLEAR: list[Fact] = [("2016-06-01", "born", ""), (TODAY, "treatments", "reviewed")]
COUNTED: list[Fact] = [*CLEAR, (TODAY, "lymphocytes", "3000 /uL")]


def of(what: str, value: str) -> list[Fact]:
    """One fact of today."""
    return [(TODAY, what, value)]


@pytest.mark.statement("E001")
@pytest.mark.parametrize(
    ("nodes", "spleen", "answer", "rao"),
    [
        ("yes", "yes", "yes", "yes"),
        ("yes", "no", "yes", "no"),
        ("no", "yes", "yes", "no"),
        ("no", "no", "no", "no"),
        ("yes", "", "yes", "unknown"),
        ("no", "", "unknown", "no"),
        ("", "", "unknown", "unknown"),
    ],
)
@pytest.mark.statement("R03")
@pytest.mark.statement("E012")
def test_nodes_or_spleen(nodes: str, spleen: str, answer: str, rao: str) -> None:
    """Either is enough for the workshop; one copy reads as both."""
    facts = [*CLEAR, *(of("chronic-lymphadenopathy", nodes) if nodes else [])]
    made = diagnosed([*facts, *(of("chronic-splenomegaly", spleen) if spleen else [])])
    assert answers(made)["REQ1"] == answer
    assert copy(made, "copy-rao-2015", "REQ1") == rao


def copy(made: Assessed, id: str, item: str) -> str:
    """What an item of a published copy answers."""
    found = next(one for one in made.copies if one.id == id)
    return next(one.answer for one in found.items if one.id == item)


MORE, RAO, OLD = "copy-pmc4435794", "copy-rao-2015", "copy-1999"


@pytest.mark.statement("E001")
@pytest.mark.statement("E007")
@pytest.mark.statement("E013")
@pytest.mark.parametrize(
    ("lymphocytes", "cd3", "expected"),
    [
        # of lymphocytes, of CD3+ cells: both are measured
        ("1.5", "2.4", ("yes", "no", "no", "yes")),
        ("1.49", "2.49", ("no", "no", "no", "yes")),
        ("1.51", "2.49", ("yes", "yes", "no", "yes")),
        ("1.4", "2.5", ("yes", "no", "no", "yes")),
        ("1.4", "2.51", ("yes", "yes", "yes", "yes")),
        ("0.99", "0.99", ("no", "no", "no", "no")),
        ("0.99", "1", ("no", "no", "no", "yes")),
        # only one denominator: the other is bounded by it
        ("", "1.49", ("no", "no", "no", "yes")),
        ("", "2", ("unknown", "unknown", "no", "yes")),
        ("", "2.5", ("yes", "unknown", "no", "yes")),
        ("1.4", "", ("unknown", "unknown", "unknown", "yes")),
        ("0.9", "", ("unknown", "unknown", "unknown", "unknown")),
        ("2.6", "", ("yes", "yes", "yes", "yes")),
    ],
)
def test_double_negative_cells_at_their_cut_offs(
    lymphocytes: str, cd3: str, expected: tuple[str, str, str, str]
) -> None:
    """1.5 % of lymphocytes and 2.5 % of CD3+ cells count as pinned, and differ in the copies.

    Expected: as pinned, where a copy says more than, in Rao 2015, by the cut-off of 1999.
    """
    facts = [
        *COUNTED,
        *(of("dnt-lymphocytes", f"{lymphocytes} %") if lymphocytes else []),
        *(of("dnt-cd3", f"{cd3} %") if cd3 else []),
    ]
    made = diagnosed(facts)
    copies = tuple(copy(made, one, "REQ2") for one in (MORE, RAO, OLD))
    assert (answers(made)["REQ2"], *copies) == expected
    assert copy(made, "copy-pmc10415410", "REQ2") == expected[0]
    assert copy(made, "copy-price-2014", "REQ2") == expected[1]


@pytest.mark.statement("A169")
@pytest.mark.parametrize("share", ["0.1 %", "3 %", "90 %"])
def test_a_share_without_denominator_settles_nothing(share: str) -> None:
    """Neither yes nor no, as if it had not been measured, and shown."""
    made = diagnosed([*COUNTED, *of("dnt-unspecified", share)])
    assert answers(made)["REQ2"] == "unknown"
    assert [one.value for one in made.flags if one.concept == "dnt-unspecified"] == [share]


@pytest.mark.statement("E006")
@pytest.mark.statement("A164")
@pytest.mark.parametrize(
    ("born", "count", "answer"),
    [
        ("2016-06-01", "1500", "yes"),
        ("2016-06-01", "1499", "no"),
        ("2025-11-20", "3000", "yes"),
        ("2025-11-20", "2999", "no"),
        ("1990-01-01", "1000", "yes"),
        ("1990-01-01", "999", "no"),
        ("2008-11-19", "1200", "yes"),
        ("2009-06-01", "1200", "no"),
        ("2024", "2000", "unknown"),
        ("", "2999", "unknown"),
        ("", "3000", "yes"),
        ("", "999", "no"),
    ],
)
def test_lymphopenia_by_the_age_at_the_sample(born: str, count: str, answer: str) -> None:
    """Below 3,000 under 2 years, 1,500 under 18, 1,000 from then; every limit without an age."""
    facts = [
        *([(born, "born", "")] if born else []),
        (TODAY, "treatments", "reviewed"),
        *of("dnt-cd3", "5 %"),
        *of("lymphocytes", f"{count} /uL"),
    ]
    assert answers(diagnosed(facts))["REQ2"] == answer


@pytest.mark.statement("A164")
@pytest.mark.parametrize(("day", "answer"), [("2026-10-21", "yes"), ("2026-10-20", "unknown")])
def test_the_lymphocytes_are_those_of_about_the_same_day(day: str, answer: str) -> None:
    """A count more than 30 days away from the double-negative cells says nothing of them."""
    facts = [*CLEAR, *of("dnt-cd3", "5 %"), (day, "lymphocytes", "3000 /uL")]
    assert answers(diagnosed(facts))["REQ2"] == answer


NORMAL: list[Fact] = [
    *of("soluble-fasl", "200 pg/mL"),
    *of("interleukin-10", "20 pg/mL"),
    *of("interleukin-18", "500 pg/mL"),
    *of("vitamin-b12", "1500 ng/L"),
]


@pytest.mark.statement("E003")
@pytest.mark.statement("E010")
@pytest.mark.parametrize(
    ("what", "value", "answer", "without_il_18"),
    [
        ("soluble-fasl", "200 pg/mL", "no", "no"),
        ("soluble-fasl", "200.1 pg/mL", "yes", "yes"),
        ("interleukin-10", "20 ng/L", "no", "no"),
        ("interleukin-10", "20.1 ng/L", "yes", "yes"),
        ("interleukin-18", "500 pg/mL", "no", "no"),
        ("interleukin-18", "500.1 pg/mL", "yes", "no"),
        ("vitamin-b12", "1500 pg/mL", "no", "no"),
        ("vitamin-b12", "1500.1 pg/mL", "yes", "yes"),
        ("vitamin-b12", "1106 pmol/L", "no", "no"),
        ("vitamin-b12", "1107 pmol/L", "yes", "yes"),
        ("vitamin-b12", "hemolyzed", "unknown", "unknown"),
        ("interleukin-18", "hemolyzed", "unknown", "no"),
    ],
)
def test_biomarkers_at_their_cut_offs(
    what: str, value: str, answer: str, without_il_18: str
) -> None:
    """Above is asked, so the cut-off itself is normal; what cannot be read is unknown."""
    facts = [*CLEAR, *(one for one in NORMAL if one[1] != what), *of(what, value)]
    made = diagnosed(facts)
    assert answers(made)["SA1"] == answer
    assert copy(made, "copy-price-2014", "SA1") == without_il_18


@pytest.mark.statement("E003")
@pytest.mark.parametrize("gone", [fact[1] for fact in NORMAL])
def test_biomarkers_are_normal_only_when_all_were_measured(gone: str) -> None:
    """One that was never measured leaves the item open."""
    assert answers(diagnosed([*CLEAR, *NORMAL]))["SA1"] == "no"
    left = [one for one in NORMAL if one[1] != gone]
    assert answers(diagnosed([*CLEAR, *left]))["SA1"] == "unknown"


@pytest.mark.statement("E002")
@pytest.mark.statement("E008")
@pytest.mark.parametrize(
    ("facts", "answer", "induced"),
    [
        (of("apoptosis-defective-assays", "2 1"), "yes", "unknown"),
        (of("apoptosis-defective-assays", "1 1"), "unknown", "unknown"),
        (of("apoptosis-defective-assays", "0 1"), "no", "unknown"),
        (of("apoptosis-defective", "no"), "no", "no"),
        (of("apoptosis-defective", "yes"), "unknown", "unknown"),
        (of("fas-apoptosis-defective", "yes"), "unknown", "yes"),
        (
            [("2026-05-01", "apoptosis-defective", "yes"), *of("apoptosis-defective", "yes")],
            "yes",
            "",
        ),
        (
            [("2026-05-01", "apoptosis-defective", "no"), *of("apoptosis-defective", "yes")],
            "unknown",
            "",
        ),
        (
            [("2026", "apoptosis-defective", "yes"), *of("apoptosis-defective", "yes")],
            "unknown",
            "",
        ),
        ([], "unknown", "unknown"),
    ],
)
def test_apoptosis_in_two_separate_assays(facts: list[Fact], answer: str, induced: str) -> None:
    """Two days with a defect are two assays; one is not yet, and only normal ones are a no."""
    made = diagnosed([*CLEAR, *facts])
    assert answers(made)["PA1"] == answer
    if induced:
        assert copy(made, "copy-price-2014", "PA1") == induced


TESTED = ("fas-germline", "fas-somatic", "faslg-germline", "casp10-germline")


@pytest.mark.statement("E002")
@pytest.mark.statement("E009")
@pytest.mark.parametrize("found", [*TESTED, "faslg-somatic", "casp10-somatic"])
def test_a_variant_of_one_gene_is_enough(found: str) -> None:
    """Germline or somatic, whatever the others say; FADD counts in one copy only."""
    made = diagnosed([*CLEAR, *of(f"variant-{found}", "yes")])
    assert answers(made)["PA2"] == "yes"
    assert copy(made, RAO, "PA2") == ("yes" if found.startswith("fas-") else "unknown")


@pytest.mark.statement("E009")
@pytest.mark.statement("A173")
def test_genes_are_normal_only_when_all_were_tested() -> None:
    """Four tests make a no; somatic FASLG and CASP10 are not waited for; FADD is, in one copy."""
    facts = [*CLEAR, *(fact for one in TESTED for fact in of(f"variant-{one}", "no"))]
    made = diagnosed(facts)
    assert answers(made)["PA2"] == "no"
    assert copy(made, "copy-price-2014", "PA2") == "unknown"
    fadd = diagnosed([*facts, *of("variant-fadd-germline", "yes")])
    assert answers(fadd)["PA2"] == "no"
    assert copy(fadd, "copy-price-2014", "PA2") == "yes"
    for one in TESTED:
        left = [fact for fact in facts if fact[1] != f"variant-{one}"]
        assert answers(diagnosed(left))["PA2"] == "unknown"


@pytest.mark.statement("E003")
@pytest.mark.statement("E011")
@pytest.mark.statement("A165")
@pytest.mark.parametrize(
    ("born", "facts", "answer", "apart"),
    [
        ("2016-06-01", [*of("igg", "16 g/L")], "no", "unknown"),
        ("2016-06-01", [*of("igg", "16.01 g/L")], "unknown", "yes"),
        ("2016-06-01", [*of("autoimmune-cytopenia", "yes"), *of("igg", "16 g/L")], "no", "yes"),
        ("2016-06-01", [*of("evans-syndrome", "yes"), *of("igg", "16.01 g/L")], "yes", "yes"),
        ("2016-06-01", [*of("autoimmune-cytopenia", "no"), *of("igg", "1601 mg/dL")], "no", "yes"),
        (
            "2025-06-01",
            [*of("immune-thrombocytopenia", "yes"), *of("igg", "9.2 g/L")],
            "yes",
            "yes",
        ),
        ("2022-06-01", [*of("autoimmune-cytopenia", "yes"), *of("igg", "12.4 g/L")], "no", "yes"),
        ("2020-06-01", [*of("autoimmune-cytopenia", "yes"), *of("igg", "14.3 g/L")], "yes", "yes"),
        (
            "2020-06-01",
            [*of("autoimmune-cytopenia", "yes"), *of("igg-elevated", "yes")],
            "yes",
            "yes",
        ),
        (
            "2020-06-01",
            [*of("autoimmune-cytopenia", "yes"), *of("igg-elevated", "no")],
            "no",
            "yes",
        ),
        ("2020-06-01", [*of("autoimmune-cytopenia", "yes")], "unknown", "yes"),
    ],
)
def test_cytopenia_and_elevated_igg(born: str, facts: list[Fact], answer: str, apart: str) -> None:
    """Both together as pinned, by the limit for age; each alone in one copy."""
    made = diagnosed([(born, "born", ""), (TODAY, "treatments", "reviewed"), *facts])
    assert answers(made)["SA3"] == answer
    assert copy(made, "copy-price-2014", "SA3") == apart


@pytest.mark.statement("E003")
@pytest.mark.parametrize(
    ("what", "item"), [("typical-histology", "SA2"), ("family-lymphoproliferation", "SA4")]
)
@pytest.mark.parametrize("word", ["yes", "no"])
def test_histology_and_family(what: str, item: str, word: str) -> None:
    """Each is what was said of it, and unknown before."""
    assert answers(diagnosed([*CLEAR, *of(what, word)]))[item] == word
    assert answers(diagnosed(CLEAR))[item] == "unknown"


@pytest.mark.statement("E003")
@pytest.mark.statement("A137")
def test_a_relative_with_alps_is_one_with_lymphoproliferation() -> None:
    """And no relative with ALPS is no answer about the others."""
    assert answers(diagnosed([*CLEAR, *of("family-alps", "yes")]))["SA4"] == "yes"
    assert answers(diagnosed([*CLEAR, *of("family-alps", "no")]))["SA4"] == "unknown"
