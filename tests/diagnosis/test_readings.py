"""What a value was drawn under, to the day; and what is flagged of it."""

import pytest
from tests.diagnosis.records import TODAY, Fact, answers, diagnosed

REVIEWED: list[Fact] = [("2016-06-01", "born", ""), (TODAY, "treatments", "reviewed")]
NORMAL: list[Fact] = [("2026-06-30", "dnt-cd3", "0.5 %"), ("2026-06-30", "lymphocytes", "3000 /uL")]


@pytest.mark.statement("A161")
@pytest.mark.statement("M10")
@pytest.mark.statement("M12")
@pytest.mark.parametrize(
    ("treatment", "start", "course", "answer"),
    [
        ("sirolimus", "2026-06-29", "since", "unknown"),
        ("sirolimus", "2026-06-30", "since", "no"),
        ("sirolimus", "2026-01-01", "until 2026-04-01", "unknown"),
        ("sirolimus", "2026-01-01", "until 2026-03-31", "no"),
        ("prednisone", "2026-01-01", "until 2026-05-31", "unknown"),
        ("prednisone", "2026-01-01", "until 2026-05-30", "no"),
        ("methylprednisolone", "2026-06-29", "until 2026-07-02", "unknown"),
        ("cyclophosphamide", "2026-06-01", "until 2026-06-01", "unknown"),
        ("pentostatin", "2026-06-01", "until 2026-06-01", "unknown"),
        ("methotrexate", "2026-06-01", "since", "unknown"),
        ("mercaptopurine", "2026-06-01", "since", "unknown"),
        ("azathioprine", "2026-06-01", "since", "unknown"),
        ("mycophenolate", "2026-06-01", "since", "no"),
        ("immunoglobulin", "2026-06-01", "since", "no"),
        ("rituximab", "2026-06-01", "until 2026-06-22", "no"),
    ],
)
def test_a_normal_share_on_treatment_is_not_a_no(
    treatment: str, start: str, course: str, answer: str
) -> None:
    """From the day after the start until so many days after the end; mycophenolate leaves it."""
    made = diagnosed([*REVIEWED, *NORMAL, (start, treatment, course)])
    assert answers(made)["REQ2"] == answer
    flagged = {one.concept for one in made.flags}
    assert ("dnt-cd3" in flagged) == (answer == "unknown")


@pytest.mark.statement("A161")
def test_one_normal_value_drawn_clear_is_a_no_beside_a_falsified_one() -> None:
    """The falsified one adds no doubt; a high one still counts."""
    clear = [("2026-01-01", "dnt-cd3", "0.6 %"), ("2026-01-01", "lymphocytes", "3000 /uL")]
    course = ("2026-06-01", "sirolimus", "since")
    assert answers(diagnosed([*REVIEWED, *NORMAL, course, *clear]))["REQ2"] == "no"
    high = ("2026-07-01", "dnt-cd3", "4 %")
    assert answers(diagnosed([*REVIEWED, *NORMAL, course, *clear, high]))["REQ2"] == "yes"


@pytest.mark.statement("A163")
@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ([], "unknown"),
        ([("2026-06-30", "treatments", "reviewed")], "no"),
        ([("2026-06-29", "treatments", "reviewed")], "unknown"),
    ],
)
def test_a_review_covers_samples_until_its_day(facts: list[Fact], answer: str) -> None:
    """A list that was reviewed before the sample says nothing of the days between."""
    made = diagnosed([("2016-06-01", "born", ""), *NORMAL, *facts])
    assert answers(made)["REQ2"] == answer


@pytest.mark.statement("A163")
def test_the_medication_history_is_asked_for_where_it_decides() -> None:
    """With what it would make of the conclusion; and not where nothing hangs on it."""
    facts = [("2016-06-01", "born", ""), *NORMAL, (TODAY, "chronic-splenomegaly", "yes")]
    (asked,) = [one for one in diagnosed(facts).missing if one.concept == "treatments"]
    assert asked.answers == ("reviewed",)
    assert [change.effects for change in asked.changes] == [("not met",)]
    reviewed = diagnosed([*facts, (TODAY, "treatments", "reviewed")])
    assert "treatments" not in {one.concept for one in reviewed.missing}


@pytest.mark.statement("A162")
@pytest.mark.statement("R38")
@pytest.mark.parametrize(
    ("value", "course", "answer"),
    [
        ("24 g/L", ("2026-06-29", "immunoglobulin", "until 2026-06-29"), "unknown"),
        ("24 g/L", ("2026-03-01", "immunoglobulin", "until 2026-04-01"), "unknown"),
        ("24 g/L", ("2026-03-01", "immunoglobulin", "until 2026-03-31"), "yes"),
        ("9 g/L", ("2026-06-29", "immunoglobulin", "until 2026-06-29"), "no"),
        ("3 g/L", ("2019-06-01", "rituximab", "until 2019-06-22"), "unknown"),
        ("24 g/L", ("2019-06-01", "rituximab", "until 2019-06-22"), "yes"),
        ("24 g/L", ("2026-06-01", "prednisone", "since"), "yes"),
    ],
)
def test_igg_after_immunoglobulin_and_after_rituximab(
    value: str, course: Fact, answer: str
) -> None:
    """Infused IgG is an upper bound for 90 days; after rituximab it is a lower bound for good."""
    facts = [*REVIEWED, ("2026-06-30", "igg", value), (TODAY, "autoimmune-cytopenia", "yes")]
    assert answers(diagnosed([*facts, course]))["SA3"] == answer


@pytest.mark.statement("A162")
@pytest.mark.parametrize(
    ("word", "course", "answer"),
    [
        ("yes", "immunoglobulin", "unknown"),
        ("no", "immunoglobulin", "no"),
        ("yes", "rituximab", "yes"),
        ("no", "rituximab", "unknown"),
    ],
)
def test_the_word_elevated_is_falsified_like_the_number(
    word: str, course: str, answer: str
) -> None:
    """A yes after immunoglobulin and a no after rituximab are dropped, and flagged."""
    made = diagnosed(
        [
            *REVIEWED,
            ("2026-06-30", "igg-elevated", word),
            ("2026-06-20", course, "until 2026-06-21"),
            (TODAY, "autoimmune-cytopenia", "yes"),
        ]
    )
    assert answers(made)["SA3"] == answer
    assert bool(made.flags) == (answer == "unknown")


@pytest.mark.statement("A160")
@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ([("2026-06-29", "asplenia", "yes")], "unknown"),
        ([("2026-07-01", "asplenia", "yes")], "no"),
        ([("2026-06-29", "asplenia", "no")], "no"),
        ([("2026-06-01", "sirolimus", "since")], "unknown"),
        ([("2026-06-29", "asplenia", "yes"), ("2020-01-01", "chronic-splenomegaly", "yes")], "yes"),
    ],
)
def test_a_spleen_that_was_removed_or_shrunk_is_not_a_no(facts: list[Fact], answer: str) -> None:
    """What was felt before counts; what is not felt after does not."""
    said = [
        ("2026-06-30", "chronic-splenomegaly", "no"),
        ("2020-01-01", "chronic-lymphadenopathy", "no"),
    ]
    assert answers(diagnosed([*REVIEWED, *said, *facts]))["REQ1"] == answer


@pytest.mark.statement("A163")
@pytest.mark.parametrize("share", ["0.5 %", "9 %"])
def test_after_transplantation_the_blood_says_nothing(share: str) -> None:
    """Neither high nor normal: it is the donor's."""
    facts = [
        *REVIEWED,
        ("2026-06-01", "transplanted", "yes"),
        ("2026-06-30", "dnt-cd3", share),
        ("2026-06-30", "lymphocytes", "3000 /uL"),
    ]
    made = diagnosed(facts)
    assert answers(made)["REQ2"] == "unknown"
    assert {one.text.split(":")[0] for one in made.flags} == {"the blood is the donor's"}


@pytest.mark.statement("A168")
def test_the_largest_denominator_bounds_the_others() -> None:
    """1.4 % of CD3+ TCRαβ+ cells cannot be 1.5 % of lymphocytes; 3 % could be anything below."""
    low = [*REVIEWED, (TODAY, "dnt-cd3-tcrab", "1.4 %"), (TODAY, "lymphocytes", "3000 /uL")]
    assert answers(diagnosed(low))["REQ2"] == "no"
    high = [*REVIEWED, (TODAY, "dnt-cd3-tcrab", "3 %"), (TODAY, "lymphocytes", "3000 /uL")]
    assert answers(diagnosed(high))["REQ2"] == "unknown"


def test_a_course_whose_drug_cannot_be_read_may_be_any() -> None:
    """It never lets a normal value count as no."""
    import msgspec
    from tests.diagnosis.records import ON, record_of

    from ferrata.alps.diagnosis.assessment import DIAGNOSIS
    from ferrata.plan.assessment.assess import assess
    from ferrata.record.model import CourseEntry

    record = record_of([*REVIEWED, *NORMAL])
    unread = CourseEntry(
        reference="MedicationStatement/x",
        resource="MedicationStatement",
        status="active",
        start="2026-06-01",
    )
    assert answers(assess(record, DIAGNOSIS, ON))["REQ2"] == "no"
    doubtful = msgspec.structs.replace(record, courses=(unread,))
    assert answers(assess(doubtful, DIAGNOSIS, ON))["REQ2"] == "unknown"


@pytest.mark.statement("A161")
@pytest.mark.statement("R34")
@pytest.mark.parametrize("treatment", ["sirolimus", "prednisone"])
@pytest.mark.parametrize(
    ("what", "value", "item"),
    [
        ("vitamin-b12", "300 pg/mL", "SA1"),
        ("soluble-fasl", "50 pg/mL", "SA1"),
        ("interleukin-10", "2 pg/mL", "SA1"),
        ("interleukin-18", "90 pg/mL", "SA1"),
        ("dnt-lymphocytes", "0.4 %", "REQ2"),
        ("dnt-cd3", "0.4 %", "REQ2"),
        ("dnt-cd3-tcrab", "0.4 %", "REQ2"),
    ],
)
def test_every_value_that_treatment_normalizes_is_flagged(
    treatment: str, what: str, value: str, item: str
) -> None:
    """Each test of the criteria, normal on treatment: unknown; the same drawn clear: no."""
    others = [
        ("2026-01-01", name, "1 pg/mL")
        for name in ("vitamin-b12", "soluble-fasl", "interleukin-10", "interleukin-18")
        if name != what
    ]
    if what == "dnt-lymphocytes":  # alone it bounds no larger share from above
        others.append(("2026-01-01", "dnt-cd3", "0.6 %"))
    facts = [
        *REVIEWED,
        *others,
        ("2026-06-30", what, value),
        ("2026-06-30", "lymphocytes", "3000 /uL"),
    ]
    assert answers(diagnosed(facts))[item] == "no"
    made = diagnosed([*facts, ("2026-06-01", treatment, "since")])
    assert answers(made)[item] == "unknown"
    assert what in {one.concept for one in made.flags}


@pytest.mark.statement("A161")
@pytest.mark.parametrize(("treatment", "answer"), [("prednisone", "unknown"), ("sirolimus", "no")])
def test_low_lymphocytes_on_steroids_are_not_lymphopenia(treatment: str, answer: str) -> None:
    """Steroids lower them, sirolimus does not."""
    facts = [
        *REVIEWED,
        ("2026-06-01", treatment, "since"),
        ("2026-06-30", "dnt-cd3", "6 %"),
        ("2026-06-30", "lymphocytes", "700 /uL"),
    ]
    assert answers(diagnosed(facts))["REQ2"] == answer


@pytest.mark.statement("M12")
@pytest.mark.parametrize("sign", ["chronic-lymphadenopathy", "lymphadenopathy-three-nodes"])
def test_nodes_that_shrank_on_sirolimus_are_not_a_no(sign: str) -> None:
    """What was felt before treatment is asked, not what is felt on it."""
    word = ("2026-06-30", sign, "no")
    course = ("2026-06-01", "sirolimus", "since")
    assert not diagnosed([*REVIEWED, word]).flags
    assert [one.concept for one in diagnosed([*REVIEWED, word, course]).flags] == [sign]
