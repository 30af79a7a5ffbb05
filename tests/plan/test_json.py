"""The plan's JSON: its schema, and reading back what was written."""

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest
from tests.immune_thrombocytopenia.pathway import EARLIER
from tests.plan.adults import facts, planned
from tests.plan.children import NAMES, example

from ferrata.plan import NOTICE, PLAN_SCHEMA_VERSION, Plan, model
from ferrata.plan.json import plan_schema, read_plan, write_plan

SCHEMA = Path(model.__file__).with_name("plan.schema.json")


def published() -> dict[str, object]:
    """The schema beside the code."""
    return json.loads(SCHEMA.read_bytes())


def test_the_published_schema_is_current():
    """Write it again with: ferrata schema plan > src/ferrata/plan/plan.schema.json."""
    assert published() == json.loads(msgspec.json.encode(plan_schema()))


def test_the_schema_is_itself_valid_and_names_its_version():
    """Whoever validates against it knows which plan it describes."""
    schema = published()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert f"plan-{PLAN_SCHEMA_VERSION}." in str(schema["$id"])


PLANS = [
    *(pytest.param(example(name), id=name) for name in NAMES),
    pytest.param(planned(facts(), compare=[EARLIER]), id="adult"),
    pytest.param(planned(facts(disease="no")), id="adult-refuted"),
    pytest.param(planned(facts(diabetes="yes", liver="no")), id="adult-withheld"),
]


@pytest.mark.parametrize("made", PLANS)
class TestEveryPlan:
    """Of the examples and of another guideline."""

    def test_is_valid_by_the_published_schema(self, made: Plan):
        """Others may rely on the schema."""
        jsonschema.validate(json.loads(write_plan(made)), published())

    def test_reads_back_as_it_was(self, made: Plan):
        """Nothing is lost and nothing changes type."""
        assert read_plan(write_plan(made)) == made

    def test_is_written_the_same_every_time(self, made: Plan):
        """A stored plan can be compared byte by byte."""
        assert write_plan(made) == write_plan(read_plan(write_plan(made)))

    @pytest.mark.hazard("H20")
    def test_says_who_spoke_of_whom_and_when(self, made: Plan):
        """Notice, patient, day, guideline with version and hash, site settings and their hash."""
        assert made.notice == NOTICE
        assert made.patient.id
        assert made.on == "2026-11-20"
        assert made.guideline.version
        for digest in (made.guideline.hash, made.site_hash):
            assert len(digest) == 64
            assert int(digest, 16)
        assert made.site
        assert made.guideline.review


@pytest.mark.hazard("H20")
def test_another_guideline_has_another_hash():
    """A changed rule cannot go unseen."""
    assert planned(facts()).guideline.hash != planned(facts(), guideline=EARLIER).guideline.hash
