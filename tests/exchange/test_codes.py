"""The tables of codes fit the catalogue, and every row says how it was checked."""

import pytest
from tests.exchange.bundles import FERRATA, coded, observation, read

from ferrata.alps import catalogue, codes
from ferrata.alps.codes import Row
from ferrata.exchange.fhir import concepts

TABLES: dict[str, tuple[Row, ...]] = {
    "measurements": codes.MEASUREMENTS,
    "percentages": codes.PERCENTAGES,
    "untimed": codes.UNTIMED,
    "conditions": codes.CONDITIONS,
    "findings": codes.FINDINGS,
    "procedures": codes.PROCEDURES,
    "vaccines": (*codes.VACCINES, *codes.UNSPECIFIED_VACCINES),
    "allergies": codes.ALLERGIES,
    "family": codes.FAMILY,
    "drugs": codes.DRUGS,
}
SEVERAL = {"procedures", "vaccines"}
"""Where one code may mean several concepts."""

KNOWN = concepts.ANALYTES | concepts.SIGNS | concepts.TREATMENTS


@pytest.mark.parametrize("name", TABLES)
def test_a_code_means_a_concept_of_the_catalogue_and_only_one(name: str) -> None:
    """None dangles, none stands twice, and none says nothing of how it was checked."""
    rows = TABLES[name]
    assert {row.concept for row in rows} <= KNOWN
    assert {row.checked for row in rows} <= {"verified", "memory"}
    keys = [(row.system, row.code, row.concept if name in SEVERAL else "") for row in rows]
    assert len(set(keys)) == len(keys)


def test_a_code_of_one_vaccine_is_not_also_unspecified() -> None:
    """Either it is known which, or all are left open."""
    assert not concepts.VACCINES.keys() & concepts.UNSPECIFIED_VACCINES.keys()


NAMES: dict[str, list[str]] = {
    "measurements": [*codes.MEASUREMENT_NAMES],
    "conditions": [*codes.CONDITION_NAMES],
    "findings": [*codes.FINDING_NAMES],
    "procedures": [*codes.PROCEDURE_NAMES],
    "vaccines": [*codes.VACCINE_NAMES],
    "allergies": [*codes.ALLERGY_NAMES, *codes.NO_ALLERGY_NAMES],
    "family": [*codes.FAMILY_NAMES, *codes.NOT_RELATED_NAMES],
    "genes": [*codes.GENE_NAMES],
    "answers": [*codes.ANSWER_WORDS],
}


@pytest.mark.parametrize("table", NAMES)
def test_names_are_written_as_they_are_compared(table: str) -> None:
    """In lower case with single spaces; another spelling would never be found."""
    for name in NAMES[table]:
        assert name == " ".join(name.lower().split())


@pytest.mark.parametrize("analyte", catalogue.ANALYTES, ids=lambda one: one.id)
def test_everything_measured_can_be_said_in_our_own_system(analyte: catalogue.Analyte) -> None:
    """Also where no standard code was found."""
    record = read(observation(coded(FERRATA, analyte.id), valueQuantity={"value": 1}))
    assert [one.concept for one in record.observations] == [analyte.id]


def test_every_allergy_vaccine_and_gene_of_the_catalogue_can_be_read() -> None:
    """A sign that no code and no name leads to would be asked for and never found."""
    signs = {one.id for one in catalogue.SIGNS}
    vaccines = {one for one in signs if one.startswith("immunized-")}
    assert {row.concept for row in codes.VACCINES} == vaccines
    allergies = {one for one in signs if one.startswith("allergy-")}
    assert set(codes.ALLERGY_TO.values()) == allergies == set(codes.ALLERGY_IDS)
    genes = {one.split("-")[1].upper() for one in signs if one.endswith("-germline")}
    assert {row.concept for row in codes.GENES} == genes
