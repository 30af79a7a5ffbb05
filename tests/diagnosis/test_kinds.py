"""Kinds of ALPS, what is not ALPS, and the ESID definition item by item."""

import pytest
from tests.diagnosis.reading import vignettes
from tests.diagnosis.records import TODAY, Fact, diagnosed

NAMED = vignettes()
GENETICS: list[Fact] = [
    (TODAY, f"variant-{gene}", "no")
    for gene in ("fas-germline", "fas-somatic", "faslg-germline", "casp10-germline")
]
REVIEWED: list[Fact] = [("2016-06-01", "born", ""), (TODAY, "treatments", "reviewed")]


@pytest.mark.statement("E019")
@pytest.mark.statement("A175")
@pytest.mark.parametrize(
    ("sign", "exclusion"),
    [
        ("variant-nras-somatic", "rald"),
        ("variant-kras-somatic", "rald"),
        ("variant-casp8-germline", "ceds"),
        ("variant-fadd-germline", "fadd-deficiency"),
        ("variant-sh2d1a-germline", "xlp1"),
        ("variant-prkcd-germline", "prkcd-deficiency"),
        ("variant-ctla4-germline", "ctla4-haploinsufficiency"),
        ("variant-lrba-germline", "lrba-deficiency"),
        ("variant-stat3-germline", "stat3-gain-of-function"),
        ("variant-pik3cd-germline", "apds"),
        ("variant-magt1-germline", "xmen"),
        ("variant-tpp2-germline", "tpp2-deficiency"),
        ("variant-ada2-germline", "ada2-deficiency"),
        ("variant-socs1-germline", "socs1-haploinsufficiency"),
        ("variant-nbeal2-germline", "gray-platelet-syndrome"),
        ("gray-platelet-syndrome", "gray-platelet-syndrome"),
    ],
)
def test_a_related_disorder_is_not_called_alps(sign: str, exclusion: str) -> None:
    """Each by its gene, found: it overrules probable ALPS; not found, it says nothing."""
    probable = NAMED["D2"].table
    made = diagnosed([*probable, (TODAY, sign, "yes")])
    assert [one.id for one in made.exclusions] == [exclusion]
    assert made.overruled_by == (made.exclusions[0].title,)
    assert "No amounts of the ALPS" in made.exclusions[0].text
    assert not diagnosed([*probable, (TODAY, sign, "no")]).exclusions
    assert not diagnosed(probable).exclusions


@pytest.mark.statement("A175")
@pytest.mark.parametrize(
    ("variant", "overruled"),
    [
        ("variant-fas-germline", False),
        ("variant-fas-somatic", False),
        ("variant-fas-biallelic", False),
        ("variant-faslg-germline", False),
        ("variant-casp10-germline", True),
    ],
)
def test_a_fas_variant_is_not_overruled(variant: str, overruled: bool) -> None:
    """FAS and FASLG make it ALPS; CASP10 is contested and does not."""
    facts = [*NAMED["D2"].table, (TODAY, variant, "yes"), (TODAY, "variant-lrba-germline", "yes")]
    assert bool(diagnosed(facts).overruled_by) == overruled


@pytest.mark.statement("E021")
@pytest.mark.parametrize(
    ("vignette", "word"),
    [("D1", "ALPS"), ("D12", "ALPS"), ("D33", "ALPS"), ("D34", "ALPID"), ("D13", "ALPID")],
)
def test_the_vocabulary_of_2024_stands_beside(vignette: str, word: str) -> None:
    """ALPS only where FAS signaling is perturbed, ALPID for the rest."""
    (kind,) = [one for one in diagnosed(NAMED[vignette].table).kinds if one.answer == "yes"]
    assert kind.beside.split()[0] == word


@pytest.mark.statement("E014")
@pytest.mark.statement("A17")
def test_both_copies_of_fas_are_the_severe_form() -> None:
    """Also called ALPS-FAS, with referral for transplantation."""
    made = diagnosed([*NAMED["D2"].table, (TODAY, "variant-fas-biallelic", "yes")])
    assert [one.id for one in made.kinds if one.answer == "yes"] == [
        "alps-fas-biallelic",
        "alps-fas",
    ]
    assert "transplantation" in made.kinds[0].text


SEEN = {
    "splenomegaly": "yes",
    "chronic-splenomegaly": "yes",
    "lymphadenopathy-three-nodes": "yes",
    "autoimmune-cytopenia-two-lineages": "yes",
    "evans-syndrome": "yes",
    "lymphoma": "yes",
    "family-alps": "yes",
    "family-lymphoproliferation": "yes",
}
CELLS: list[Fact] = [(TODAY, "dnt-cd3-tcrab", "6.1 %")]


@pytest.mark.statement("A166")
@pytest.mark.parametrize("sign", SEEN)
def test_esid_needs_one_thing_seen(sign: str) -> None:
    """Any one of the clinical points, beside raised cells."""
    made = diagnosed([*REVIEWED, *GENETICS, *CELLS, (TODAY, sign, "yes")])
    assert [one.result for one in made.others] == ["reached", "reached"]
    without = diagnosed([*REVIEWED, *GENETICS, *CELLS])
    assert [one.result for one in without.others] == ["cannot tell", "cannot tell"]


@pytest.mark.statement("A166")
@pytest.mark.parametrize(
    ("lineages", "result"),
    [
        (("autoimmune-hemolytic-anemia",), "cannot tell"),
        (("autoimmune-hemolytic-anemia", "immune-thrombocytopenia"), "reached"),
        (("autoimmune-neutropenia", "immune-thrombocytopenia"), "reached"),
        (("autoimmune-hemolytic-anemia", "autoimmune-neutropenia"), "reached"),
    ],
)
def test_esid_counts_two_lineages(lineages: tuple[str, ...], result: str) -> None:
    """One lineage is not two."""
    made = diagnosed([*REVIEWED, *GENETICS, *CELLS, *((TODAY, one, "yes") for one in lineages)])
    assert made.others[0].result == result


@pytest.mark.statement("A166")
@pytest.mark.statement("A167")
@pytest.mark.parametrize(
    ("high", "apoptosis", "plain", "nested"),
    [
        (("soluble-fasl", "vitamin-b12"), "no", "reached", "reached"),
        (("soluble-fasl", "interleukin-10"), "no", "reached", "reached"),
        (("interleukin-10", "vitamin-b12"), "no", "reached", "reached"),
        (("soluble-fasl",), "no", "not met", "not met"),
        (("soluble-fasl",), "yes", "reached", "reached"),
        ((), "yes", "reached", "not met"),
        ((), "no", "not met", "not met"),
    ],
)
def test_esid_counts_two_biomarkers(
    high: tuple[str, ...], apoptosis: str, plain: str, nested: str
) -> None:
    """Two of three, and apoptosis as a point of its own or as a fourth biomarker."""
    values = {"soluble-fasl": 200, "vitamin-b12": 1500, "interleukin-10": 20}
    facts = [
        *REVIEWED,
        *GENETICS,
        (TODAY, "splenomegaly", "yes"),
        (TODAY, "dnt-cd3-tcrab", "6 %"),
        *((TODAY, name, f"{cut + (name in high)} pg/mL") for name, cut in values.items()),
        (
            TODAY,
            "fas-apoptosis-defective" if apoptosis == "yes" else "apoptosis-defective",
            apoptosis,
        ),
    ]
    made = diagnosed(facts)
    assert (made.others[0].result, made.others[1].result) == (plain, nested)


@pytest.mark.statement("A166")
@pytest.mark.parametrize("gene", [what for _, what, _ in GENETICS])
def test_esid_is_for_those_without_a_genetic_diagnosis(gene: str) -> None:
    """A variant found ends it; one not tested leaves it open."""
    facts = [*REVIEWED, *CELLS, (TODAY, "splenomegaly", "yes")]
    others = [one for one in GENETICS if one[1] != gene]
    assert diagnosed([*facts, *others, (TODAY, gene, "yes")]).others[0].result == "does not apply"
    assert diagnosed([*facts, *others]).others[0].result == "cannot tell"


@pytest.mark.statement("R04")
@pytest.mark.statement("E002")
@pytest.mark.parametrize(
    ("what", "value"),
    [
        *((sign, "yes") for sign in SEEN if sign != "lymphoma"),
        ("chronic-lymphadenopathy", "yes"),
        ("dnt-cd3", "2.5 %"),
        ("vitamin-b12", "1501 pg/mL"),
        ("soluble-fasl", "201 pg/mL"),
    ],
)
def test_each_suspicion_calls_for_the_germline_panel(what: str, value: str) -> None:
    """Enlarged organs, raised cells or biomarkers, the family, several lineages; nothing else."""
    fact = (TODAY, what, value)
    certain = {one.id for one in diagnosed([*REVIEWED, fact]).next if one.certain}
    assert "fas-germline" in certain
    tested = diagnosed([*REVIEWED, fact, (TODAY, "variant-fas-germline", "no")])
    assert "fas-germline" not in {one.id for one in tested.next}
    assert "fas-germline" not in {one.id for one in diagnosed(REVIEWED).next if one.certain}


def due(facts: list[Fact]) -> set[str]:
    """What is certainly next."""
    return {one.id for one in diagnosed(facts).next if one.certain}


@pytest.mark.statement("E020")
@pytest.mark.statement("R56")
@pytest.mark.parametrize(
    ("vignette", "rule", "genes"),
    [
        ("D27", "ras", ("nras-somatic", "kras-somatic")),
        (
            "D13",
            "related-genes",
            tuple(f"{one}-germline" for one in ("ctla4", "lrba", "stat3", "pik3cd", "magt1")),
        ),
    ],
)
def test_a_panel_is_due_until_every_gene_of_it_is_known(
    vignette: str, rule: str, genes: tuple[str, ...]
) -> None:
    """One gene tested does not stand for the others."""
    normal: list[Fact] = [(TODAY, f"variant-{one}", "no") for one in genes]
    facts = [*NAMED[vignette].table]
    assert rule not in due([*facts, *normal])
    for one in normal:
        assert rule in due([*facts, *(other for other in normal if other != one)])
