"""The command, its JSON and its text."""

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest
from tests.cli.commands import EXAMPLES, ON, ferrata
from tests.diagnosis.reading import vignettes
from tests.diagnosis.records import ON as DAY
from tests.diagnosis.records import diagnosed, record_of, result

from ferrata.alps.diagnosis.assessment import DIAGNOSIS
from ferrata.cli.diagnosing import with_answers
from ferrata.cli.schemas import SCHEMAS
from ferrata.guideline.citations import citations
from ferrata.guideline.errors import AnswerError
from ferrata.plan.assessment.assess import assess
from ferrata.plan.assessment.model import Assessed
from ferrata.plan.assessment.text import assessment_text
from ferrata.plan.json import as_json
from ferrata.plan.model import NOTICE

NAMED = vignettes()


def diagnose(path: Path, *more: str):
    """Run ``ferrata diagnose`` for the day of the examples."""
    return ferrata("diagnose", path, "--on", ON, *more)


@pytest.mark.parametrize("name", ["empty", "first-cytopenia"])
def test_the_command_says_what_it_is_and_what_is_missing(name: str):
    """Decision support, which version spoke, and no conclusion from an empty record."""
    ran = diagnose(EXAMPLES / f"{name}.json")
    assert ran.code == 0
    assert " ".join(ran.out.split()).startswith(NOTICE)
    assert "Cannot tell: Definitive ALPS waits for REQ1, REQ2, PA1, PA2" in ran.out
    assert f"diagnosis {DIAGNOSIS.version}, SHA-256" in ran.out
    assert max(map(len, ran.out.splitlines()[:-1])) <= 100


def test_text_and_json_are_two_renderings_of_one_value():
    """The JSON follows the schema that the command prints, and its text is the command's."""
    path = EXAMPLES / "first-cytopenia.json"
    ran, schema = diagnose(path, "--json"), ferrata("schema", "diagnosis")
    assert (ran.code, schema.code) == (0, 0)
    jsonschema.validate(json.loads(ran.out), json.loads(schema.out))
    assert json.loads(schema.out) == json.loads(json.dumps(SCHEMAS["diagnosis"]()))
    assert assessment_text(msgspec.json.decode(ran.out, type=Assessed)) == diagnose(path).out


def test_an_answer_of_today_changes_the_conclusion():
    """A missing item is answered in the words that the command prints."""
    record = record_of(NAMED["D2"].table)
    made = assess(record, DIAGNOSIS, DAY)
    (asked,) = [one for one in made.missing if one.concept == "variant-fas-germline"]
    assert asked.answers == ("yes", "no")
    assert [one.effects for one in asked.changes] == [("Definitive ALPS",), ()]
    answered = with_answers(record, DAY, ["variant-fas-germline=yes"])
    assert result(assess(answered, DIAGNOSIS, DAY)) == "definitive"


def test_the_medication_history_is_answered_as_a_whole():
    """`treatments=reviewed` says that nothing was given but what is on record."""
    record = record_of(NAMED["D43"].table)
    assert result(assess(record, DIAGNOSIS, DAY)) == "cannot tell"
    reviewed = with_answers(record, DAY, ["treatments=reviewed"])
    assert result(assess(reviewed, DIAGNOSIS, DAY)) == "not met"


def test_a_measured_item_is_answered_with_its_unit() -> None:
    """Vitamin B12 typed in pg/mL or pmol/L counts as one on record does."""
    for answer in ("vitamin-b12=1900pg/mL", "vitamin-b12=1402 pmol/L"):
        made = assess(with_answers(record_of([]), DAY, [answer]), DIAGNOSIS, DAY)
        first = next(one for one in made.criteria.items if one.id == "SA1")
        assert first.answer == "yes", answer


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("vitamin-b12=9", "answered with its unit, such as pg/mL"),
        ("mood=good", "nothing that can be answered"),
        ("lymphoma=perhaps", "lymphoma is answered yes or no"),
        ("treatments=none", "treatments is answered reviewed"),
    ],
)
def test_an_answer_that_nobody_can_use_is_refused(answer: str, why: str):
    """With the words that would be understood."""
    with pytest.raises(AnswerError, match=why):
        with_answers(record_of([]), DAY, [answer])


@pytest.mark.parametrize("vignette", NAMED.values(), ids=lambda one: one.id)
def test_every_assessment_keeps_its_basis(vignette: object):
    """Every id that is shown stands among the warrants; JSON loses nothing; lines fit."""
    from tests.diagnosis.reading import Vignette

    assert isinstance(vignette, Vignette)
    made = diagnosed(vignette.table)
    assert msgspec.json.decode(as_json(made), type=Assessed) == made
    explained = {one.id for one in made.warrants}
    shown = {
        id
        for one in (
            *made.criteria.items,
            *made.criteria.conclusions,
            *made.kinds,
            *made.exclusions,
            *made.alerts,
            *made.next,
            *made.flags,
        )
        for id in one.warrants
    }
    assert shown <= explained
    assert max(map(len, assessment_text(made).splitlines()[:-1])) <= 100


def test_the_text_shows_conclusion_criteria_next_test_flags_and_copies_in_this_order():
    """What a reader looks for first stands first."""
    text = " ".join(assessment_text(diagnosed(NAMED["D14"].table)).split())
    places = [
        text.index(one)
        for one in (
            "CONCLUSION",
            "REVISED CRITERIA OF THE 2009 WORKSHOP",
            "unknown REQ2",
            "at least 0.9 %",
            "MISSING",
            "NEXT, IN THIS ORDER",
            "FLAGS",
            "sirolimus normalizes it",
            "COPIES OF THE CRITERIA",
        )
    ]
    assert places == sorted(places)


def test_the_text_names_the_copies_that_differ_and_what_they_conclude():
    """On a boundary the reader sees which copy says otherwise."""
    text = " ".join(assessment_text(diagnosed(NAMED["D5"].table)).split())
    assert "Copy in PMC4435794 differs (REQ2 no): Not met: no to REQ2" in text
    assert "the same: Copy in PMC10415410, Cut-off of 1999" in text


def test_an_exclusion_speaks_before_the_criteria():
    """Whoever reads one line does not read ALPS."""
    made = diagnosed(NAMED["D25"].table)
    assert made.summary.startswith("CTLA4 haploinsufficiency. This overrules the criteria")
    text = assessment_text(made)
    assert "No amounts of the ALPS" in text
    assert "Treated as ALPS" not in text


def test_a_name_cannot_drive_the_terminal():
    """Text of a record is made harmless before it is shown."""
    import msgspec

    record = record_of([])
    patient = msgspec.structs.replace(record.patient, label="\x1b[31mred")
    made = assess(msgspec.structs.replace(record, patient=patient), DIAGNOSIS, DAY)
    assert "\x1b" not in assessment_text(made)


def test_every_statement_of_the_diagnosis_is_cited():
    """E001 to E022, E024 and E025, and what the source documents say of the diagnosis."""
    cited = {one.warrant.id for one in citations(DIAGNOSIS)}
    evidence = {f"E{number:03}" for number in (*range(1, 23), 24, 25)}
    told = {"R03", "R04", "R05", "R56", "R57", "R62", "R63", "R64", "P01", "P14"}
    open_ = (evidence | told) - cited
    assert open_ == set()
    assert {f"A{number}" for number in range(160, 180)} <= cited
