"""Variants as HL7's Genomics Reporting guide writes them, and what they say of a gene."""

import json

import pytest
from fhir.resources.R4B.bundle import Bundle
from tests.exchange.bundles import LOINC, RECEIVED, Resource, coded, events, observation, read

from ferrata.exchange.fhir import read_fhir, write_fhir
from ferrata.record.files import read_record, write_record

HGNC = "http://www.genenames.org/geneId"
PRESENT, ABSENT = coded(LOINC, "LA9633-4", "Present"), coded(LOINC, "LA9634-2", "Absent")

GENE = ("48018-6", coded(HGNC, "HGNC:11920", "FAS"))
SPLICE = ("48004-6", coded("http://varnomen.hgvs.org", "NM_000043.6:c.779+11G>A"))
OTHER = ("48004-6", coded("http://varnomen.hgvs.org", "NM_000043.6:c.748C>T"))
PROTEIN = ("48005-3", {"text": "p.Arg250Ter"})
GERMLINE = ("48002-0", coded(LOINC, "LA6683-2", "Germline"))
SOMATIC = ("48002-0", coded(LOINC, "LA6684-0", "Somatic"))
HETEROZYGOUS = ("53034-5", coded(LOINC, "LA6706-1", "Heterozygous"))
HOMOZYGOUS = ("53034-5", coded(LOINC, "LA6705-3", "Homozygous"))
PATHOGENIC = ("53037-8", coded(LOINC, "LA6668-3", "Pathogenic"))
LIKELY = ("53037-8", coded(LOINC, "LA26332-9", "Likely pathogenic"))
UNCERTAIN = ("53037-8", coded(LOINC, "LA26333-7", "Uncertain significance"))
BENIGN = ("53037-8", coded(LOINC, "LA6675-8", "Benign"))

RISK, CLASS_5 = ("53037-8", {"text": "risk factor"}), ("53037-8", {"text": "Class 5"})
UNSURE = coded(LOINC, "LA11884-6", "Indeterminate")
MIXED = ("48018-6", coded(HGNC, "HGNC:11920", "CASP10"))

Line = tuple[str, Resource]


def named(gene: str) -> Line:
    """The gene by its symbol alone."""
    return "48018-6", {"text": gene}


def variant(*lines: Line, found: Resource | None = PRESENT, **fields: object) -> Resource:
    """A report on a variant with these lines."""
    components = [
        {"code": coded(LOINC, code), "valueCodeableConcept": value} for code, value in lines
    ]
    value = {"valueCodeableConcept": found} if found else {}
    return observation(
        coded(LOINC, "69548-6", "Genetic variant assessment"),
        **{"id": "v", **value, "component": components, **fields},
    )


def phase(value: Resource, *references: str, **fields: object) -> Resource:
    """Whether two variants lie on one copy of the gene."""
    return observation(
        coded(LOINC, "82120-7"),
        **{
            "id": "p",
            "valueCodeableConcept": value,
            "derivedFrom": [{"reference": one} for one in references],
            **fields,
        },
    )


def said(*resources: Resource) -> dict[str, list[str | None]]:
    """What a bundle says of genes: the values of each assertion, without its prefix."""
    return {
        sign.removeprefix("variant-"): [one.value for one in rows]
        for sign, rows in events(*resources).assertions.items()
        if sign.startswith("variant-")
    }


TWICE = variant(GENE, GERMLINE, HOMOZYGOUS, PATHOGENIC)
TWICE_SOMEWHERE = variant(GENE, HOMOZYGOUS, PATHOGENIC)

SAYS: list[tuple[str, Resource, str]] = [
    ("germline", variant(GENE, SPLICE, GERMLINE, HETEROZYGOUS, PATHOGENIC), "fas-germline=yes"),
    ("likely pathogenic", variant(GENE, GERMLINE, LIKELY), "fas-germline=yes"),
    ("somatic", variant(GENE, SPLICE, SOMATIC, PATHOGENIC), "fas-somatic=yes"),
    ("uncertain significance", variant(GENE, GERMLINE, UNCERTAIN), ""),
    ("benign", variant(GENE, GERMLINE, BENIGN), ""),
    ("origin not stated", variant(GENE, SPLICE, PATHOGENIC), "fas-germline=? fas-somatic=?"),
    ("significance not stated", variant(GENE, SPLICE, GERMLINE), "fas-germline=?"),
    ("another significance", variant(GENE, GERMLINE, RISK), "fas-germline=?"),
    ("ACMG class in words", variant(GENE, GERMLINE, CLASS_5), "fas-germline=yes"),
    ("nothing found", variant(GENE, GERMLINE, found=ABSENT), "fas-biallelic=no fas-germline=no"),
    ("nothing found, somatic", variant(GENE, SOMATIC, found=ABSENT), "fas-somatic=no"),
    ("nothing found anywhere", variant(GENE, found=ABSENT), "fas-germline=? fas-somatic=?"),
    ("one known variant is absent", variant(GENE, SPLICE, GERMLINE, found=ABSENT), ""),
    ("indeterminate", variant(GENE, GERMLINE, PATHOGENIC, found=UNSURE), "fas-germline=?"),
    ("no value", variant(GENE, GERMLINE, PATHOGENIC, found=None), "fas-germline=?"),
    ("homozygous", TWICE, "fas-biallelic=yes fas-germline=yes"),
    ("homozygous, somatic", variant(GENE, SOMATIC, HOMOZYGOUS, PATHOGENIC), "fas-somatic=yes"),
    ("homozygous somewhere", TWICE_SOMEWHERE, "fas-biallelic=? fas-germline=? fas-somatic=?"),
    ("homozygous, uncertain", variant(GENE, GERMLINE, HOMOZYGOUS, UNCERTAIN), ""),
    ("entered in error", variant(GENE, GERMLINE, PATHOGENIC, status="entered-in-error"), ""),
    ("not yet there", variant(GENE, GERMLINE, PATHOGENIC, status="registered"), ""),
    ("unknown status", variant(GENE, GERMLINE, PATHOGENIC, status="unknown"), "fas-germline=?"),
    ("gene by symbol", variant(named("NRAS"), SOMATIC, PATHOGENIC), "nras-somatic=yes"),
    ("gene by an old symbol", variant(named("TNFRSF6"), GERMLINE, PATHOGENIC), "fas-germline=yes"),
    ("gene and name disagree", variant(MIXED, GERMLINE, PATHOGENIC), ""),
    ("no gene", variant(GERMLINE, PATHOGENIC), ""),
    ("two origins", variant(GENE, GERMLINE, SOMATIC, PATHOGENIC), "fas-germline=? fas-somatic=?"),
]  # fmt: skip


@pytest.mark.hazard("H12")
@pytest.mark.parametrize(
    ("resource", "expected"), [row[1:] for row in SAYS], ids=[row[0] for row in SAYS]
)
def test_a_report_says_of_a_gene_what_it_says(resource: Resource, expected: str) -> None:
    """Pathogenic and found: yes; tested and nothing found: no; what is not stated stays open."""
    words = (f"{sign}={values[0] or '?'}" for sign, values in said(resource).items())
    assert " ".join(sorted(words)) == expected


def two(*extra: Line, origin: Line = GERMLINE) -> tuple[Resource, Resource]:
    """Two different pathogenic variants of FAS."""
    return (
        variant(GENE, SPLICE, origin, HETEROZYGOUS, PATHOGENIC, *extra, id="v1"),
        variant(GENE, OTHER, PROTEIN, origin, HETEROZYGOUS, LIKELY, *extra, id="v2"),
    )


SAME = ("48004-6", {"text": "c.779+11G>A"})
AGAIN = variant(GENE, SAME, GERMLINE, PATHOGENIC, id="v2")
ELSEWHERE = variant(named("CASP10"), OTHER, GERMLINE, PATHOGENIC, id="v2")
TRANS, CIS = {"text": "Trans"}, {"text": "Cis"}
REFERENCES = ("Observation/v1", "Observation/v2")

PHASES: list[tuple[str, tuple[Resource, ...], list[str | None] | None]] = [
    ("in trans", (*two(), phase(TRANS, *REFERENCES)), ["yes"]),
    ("in cis", (*two(), phase(CIS, *REFERENCES)), None),
    ("phase not known", two(), [None]),
    ("phase in other words", (*two(), phase({"text": "indeterminate"}, *REFERENCES)), [None]),
    ("phase withdrawn", (*two(), phase(TRANS, *REFERENCES, status="entered-in-error")), [None]),
    ("phase of others", (*two(), phase(TRANS, "Observation/v1", "Observation/v9")), [None]),
    ("cis and trans", (*two(), phase(TRANS, *REFERENCES), phase(CIS, *REFERENCES, id="q")), [None]),
    ("somatic", (*two(origin=SOMATIC), phase(TRANS, *REFERENCES)), None),
    ("origin not stated", (*two(origin=PROTEIN), phase(TRANS, *REFERENCES)), [None]),
    ("one variant reported twice", (two()[0], AGAIN), None),
    ("of two genes", (two()[0], ELSEWHERE), None),
]  # fmt: skip


@pytest.mark.hazard("H12")
@pytest.mark.parametrize(
    ("resources", "expected"), [row[1:] for row in PHASES], ids=[row[0] for row in PHASES]
)
def test_both_copies_are_affected_only_if_that_is_documented(
    resources: tuple[Resource, ...], expected: list[str | None] | None
) -> None:
    """Two different variants in trans: yes. An unknown phase is unknown, not yes and not no."""
    assert said(*resources).get("fas-biallelic") == expected


def test_a_phase_finds_its_variants_by_full_url_and_by_name() -> None:
    """As bundles of laboratories refer to each other."""
    one, other = two()
    for resource in (one, other):
        del resource["id"]
    content = {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [
            {"resource": {"resourceType": "Patient", "id": "1", "birthDate": "2018-02-03"}},
            {"fullUrl": "urn:uuid:1", "resource": one},
            {"fullUrl": "urn:uuid:2", "resource": other},
            {"resource": phase(TRANS, "urn:uuid:1", "urn:uuid:2")},
        ],
    }
    record = read_fhir(json.dumps(content).encode(), received=RECEIVED)
    assert record.phases[0].variants == ("urn:uuid:1", "urn:uuid:2")
    assert {one.reference for one in record.variants} == {"urn:uuid:1", "urn:uuid:2"}


def implication(*references: str, **fields: object) -> Resource:
    """What a laboratory says of a variant in an Observation of its own."""
    significance = {"code": coded(LOINC, PATHOGENIC[0]), "valueCodeableConcept": PATHOGENIC[1]}
    return observation(
        {"text": "Diagnostic implication"},
        **{
            "id": "d",
            "derivedFrom": [{"reference": one} for one in references],
            "component": [significance],
            **fields,
        },
    )


IMPLIED: list[tuple[str, Resource, Resource, str | None]] = [
    ("derived from it", variant(GENE, GERMLINE), implication("Observation/v"), "yes"),
    ("the same twice", variant(GENE, GERMLINE, PATHOGENIC), implication("Observation/v"), "yes"),
    ("they differ", variant(GENE, GERMLINE, BENIGN), implication("Observation/v"), None),
    ("of another", variant(GENE, GERMLINE), implication("Observation/w"), None),
    (
        "withdrawn",
        variant(GENE, GERMLINE),
        implication("Observation/v", status="entered-in-error"),
        None,
    ),
    ("malformed", variant(GENE, GERMLINE), implication(derivedFrom="Observation/v"), None),
]


@pytest.mark.parametrize(
    ("resource", "other", "value"), [row[1:] for row in IMPLIED], ids=[row[0] for row in IMPLIED]
)
def test_a_significance_may_stand_in_an_observation_of_its_own(
    resource: Resource, other: Resource, value: str | None
) -> None:
    """Newer versions of the guide write it so; it goes out with its variant."""
    assert said(resource, other)["fas-germline"] == [value]
    record = read(resource, other)
    assert read_fhir(write_fhir(record), received=RECEIVED).variants == record.variants


def test_a_variant_is_kept_as_it_was_written() -> None:
    """With lines that nobody here reads; FHIR and our own JSON give the same entries again."""
    extra = ("81258-6", {"text": "VAF 0.31"})
    record = read(
        variant(GENE, SPLICE, PROTEIN, GERMLINE, HETEROZYGOUS, PATHOGENIC, extra),
        *two(),
        phase(TRANS, *REFERENCES, note=[{"text": "parents tested"}]),
    )
    first = record.variants[0]
    assert (first.gene, first.hgvs, first.protein) == (
        "FAS",
        "NM_000043.6:c.779+11G>A",
        "p.Arg250Ter",
    )
    assert (first.zygosity, first.origin, first.significance) == (
        "heterozygous", "germline", "pathogenic",
    )  # fmt: skip
    assert first.parts[-1].answer_text == "VAF 0.31"
    content = write_fhir(record)
    Bundle.model_validate_json(content)
    again = read_fhir(content, received=RECEIVED)
    assert again.variants == record.variants
    assert again.phases == record.phases
    assert read_record(write_record(record)) == record


def test_a_report_without_a_gene_is_listed() -> None:
    """It is kept, and its reader is told."""
    record = read(variant(GERMLINE, PATHOGENIC))
    assert len(record.variants) == 1
    assert [one.why for one in record.unread] == ["which gene was tested cannot be told"]


HOSTILE: list[dict[str, object]] = [
    {"component": "x"},
    {"component": [None]},
    {"component": [{"code": []}]},
    {"component": [{"valueCodeableConcept": []}]},
    {"component": [{"code": {"coding": [{"code": 7}]}}]},
    {"derivedFrom": {}},
    {"valueCodeableConcept": "Present"},
    {"status": 1},
]


@pytest.mark.parametrize("damage", HOSTILE)
def test_a_malformed_report_is_listed_or_ignored_and_never_stops_the_reading(
    damage: dict[str, object],
) -> None:
    """Another shape than FHIR's ends in `unread`."""
    for resource in (variant(GENE, GERMLINE, PATHOGENIC), phase(TRANS, *REFERENCES)):
        record = read({**resource, **damage})
        assert record.unread or record.variants or record.phases
        assert not [row for row in said({**resource, **damage}) if row.endswith("biallelic")]


@pytest.mark.parametrize("gene", ["FAS; DROP TABLE", "x" * 200, "fas germline", "\u202eSAF", "-"])
def test_a_gene_of_odd_characters_says_nothing(gene: str) -> None:
    """It is kept as written and makes no concept."""
    resource = variant(("48018-6", {"text": gene}), GERMLINE, PATHOGENIC)
    assert read(resource).variants[0].gene == gene
    assert said(resource) == {}
