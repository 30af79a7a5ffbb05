"""A report says what was measured on what, and shows patients in clinicians' words."""

from dataclasses import replace
from decimal import Decimal

from tests.prove.itp import GLOBULIN, TREAT_BELOW, WHOLE, Bleeding, Case, fork, judge

from ferrata.guideline.conditions import any_of, not_
from ferrata.guideline.features import Measurement
from ferrata.guideline.units import between, one, per_uL
from ferrata.guideline.values import Between, Known, Reason, Unknown
from ferrata.guideline.vocabularies import CourseFeatures
from ferrata.interpret.prove import Outcome, Theorem, Verdict, Witness, prove
from ferrata.interpret.prove.report import HEADINGS, lines, patient, table
from ferrata.interpret.prove.solver import version


def test_a_report_opens_with_what_was_measured_on_what() -> None:
    """Guideline, sizes, solver and time stand in the first line."""
    verdicts = (Verdict(Theorem.NO_GAP, "entry", Outcome.PROVED, "2 guards", None, 1.25),)
    first, second = lines(WHOLE, verdicts)
    assert first == (
        "itp 1: 1 verdict on 5 steps, 9 transitions, 4 pairs, 2 cautions, 3 invariants, "
        "6 features, 1 parameter (each parameter over its allowed range); "
        f"Z3 {version()}, 1.2 s"
    )
    assert second == "  no gap: 1 proved"


def test_every_verdict_is_a_row() -> None:
    """Theorem, subject, verdict, what was measured, seconds."""
    verdict = Verdict(Theorem.NO_GAP, "entry", Outcome.PROVED, "2 guards", None, 0.126)
    assert table((verdict,)) == (("no gap", "entry", "proved", "2 guards", "0.13"),)
    assert len(HEADINGS) == 5


def test_what_is_not_proved_is_told_with_its_patient() -> None:
    """The line names theorem and subject; the patient follows, indented."""
    low, high = Case.platelets < TREAT_BELOW, Case.platelets > TREAT_BELOW
    spoiled = fork(any_of(low, Case.diabetes), any_of(high, not_(low)))
    gapped = fork(any_of(low, Case.diabetes), high)
    told = lines(gapped, prove(gapped, judge))
    start = told.index(
        "COUNTEREXAMPLE no gap, entry: none of the 2 transitions at entry is open to this patient"
    )
    assert told[start + 1 : start + 4] == (
        "    Platelet count: 30000/uL",
        "    Diabetes: no",
        "    Treat below (site): 30000/uL",
    )
    assert "NOT PROVED a way on, watch: no way to a final step or to a stay" in told
    assert "  no overlap: 1 counterexample" in lines(spoiled, prove(spoiled, judge))


def test_of_a_dose_it_is_told_what_is_refused() -> None:
    """Also when it is proved; one that is not is told once, with the failures."""
    good = Verdict(Theorem.DOSE, "A: drug", Outcome.PROVED, "refused for 3.0 % of sizes")
    bad = Verdict(Theorem.DOSE, "B: drug", Outcome.NOT_PROVED, "vacuous")
    _, *told = lines(WHOLE, (good, bad))
    assert told == [
        "  dose within bounds: 1 proved, 1 not proved",
        "    A: drug: refused for 3.0 % of sizes",
        "NOT PROVED dose within bounds, B: drug: vacuous",
    ]


def test_each_kind_of_value_has_its_words() -> None:
    """Number with unit, range, option, yes or no, unknown."""
    witness = Witness(
        {
            Case.platelets: Known(Decimal("12.50000000")),
            Case.lowest: Between(Decimal(1), Decimal(5)),
            Case.bleeding: Known(Bleeding.MINOR.value),
            Case.diabetes: Known(True),
            Case.allergy: Known(False),
            Case.confirmed: Unknown(Reason.STALE),
        },
        {TREAT_BELOW: (20_000 * per_uL).value},
    )
    assert patient(WHOLE, witness) == (
        "Platelet count: 12.5/uL",
        "Lowest platelet count: 1 to 5/uL",
        "Bleeding: minor",
        "Diabetes: yes",
        "Allergy to immunoglobulin: no",
        "Thrombocytopenia confirmed: unknown",
        "Treat below (site): 20000/uL",
    )


class Course(CourseFeatures):
    doses = Measurement("Doses given", one, between(0, 100, one))


class Globulin(Course, treatment=GLOBULIN):
    pass


def test_a_fact_about_a_course_names_its_treatment_and_a_count_has_no_unit() -> None:
    """Two courses may have the same question asked of them."""
    courses = replace(WHOLE, vocabularies=(Case, Course, Globulin))
    witness = Witness({Globulin.doses: Known(Decimal(11)), Course.doses: Known(Decimal(1))})
    assert patient(courses, witness) == ("Immunoglobulin: Doses given: 11", "Doses given: 1")
