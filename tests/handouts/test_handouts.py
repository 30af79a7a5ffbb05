"""What families read: easy enough, sourced, without a dose, and true to the sources."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from tests.handouts.reading_grade import grade

from ferrata.alps.handouts import HANDOUTS, READERS, TOPICS
from ferrata.guideline.handout import Handout
from ferrata.plan.handout import CLOSING

HARDEST = 6
"""A child of twelve can read it; the issue asks for at most this grade."""

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "sources"
FIGURES = {"2,200": "P18", "38.0": "A241", "100.4": "A241"}
"""The only figures a family reads: how many have it, and the temperature that is a fever."""

TEACHES = [
    # What each statement of the overview means for a family, the topic that says so, and words
    # that must stand in one paragraph that rests on it.
    ("P01", "what-is-alps-medicine", "not one ALPS medicine"),
    ("P01", "is-treatment-the-same-for-all", "gene change"),
    ("P02", "what-is-alps-medicine", "Sirolimus and mycophenolate"),
    ("P03", "is-there-a-main-medicine", "spleen and big lymph nodes smaller"),
    ("P04", "mycophenolate", "may not make the spleen or lymph nodes smaller"),
    ("P05", "rituximab", "when other medicines have been tried"),
    ("P06", "prednisone", "for a short time"),
    ("P07", "immune-globulin", "for a short time"),
    ("P07", "immune-globulin", "too few antibodies"),
    ("P08", "g-csf", "bad infection"),
    ("P09", "is-treatment-the-same-for-all", "steroid for a short time first"),
    ("P10", "is-treatment-the-same-for-all", "they are watched"),
    ("P11", "fever-without-a-spleen", "antibiotic"),
    ("P11", "fever-without-a-spleen", "vaccines"),
    ("P12", "other-organs", "the liver, the eyes"),
    ("P13", "why-keep-the-spleen", "all else has failed"),
    ("P14", "can-it-be-cured", "transplant gives you"),
    ("P14", "can-it-be-cured", "first tested for the gene change"),
    ("P15", "big-spleen-and-sport", "Do not play contact sports"),
    ("P16", "fever-without-a-spleen", "do not stop it on your own"),
    ("P17", "check-ups-and-lymphoma", "all people with ALPS, also when they feel well"),
    ("P17", "moving-to-adult-care", "for life"),
    ("P18", "what-is-alps", "about 2,200 people in the United States"),
    ("P19", "what-is-the-outlook", "about as long as other people"),
]

WARNS = [
    # What would harm a family that did not read it, and the warrant it needs.
    ("fever-without-a-spleen", "A18", "call your hospital's emergency line at once"),
    ("fever-without-a-spleen", "A18", "even if your blood counts are good"),
    ("low-neutrophils-and-the-dentist", "A03", "emergency line at once"),
    ("low-neutrophils-and-the-dentist", "R20b", "before an operation"),
    ("low-platelets-and-bleeding", "A244", "Do not take aspirin, ibuprofen"),
    ("low-platelets-and-bleeding", "A241", "emergency line if bleeding does not stop"),
    ("low-red-cells", "R09", "should not be used in ALPS"),
    ("big-spleen-and-sport", "A241", "emergency line after a hard blow to the belly"),
    ("g-csf", "R20", "the spleen could tear"),
    ("tapering-steroids", "A20", "If you stop at once, you can get very ill"),
    ("prednisone", "A20", "Never stop it at once"),
    ("prednisone", "R18", "blood sugar"),
    ("mycophenolate", "E042", "harm an unborn baby"),
    ("mycophenolate", "E042", "Do not get live vaccines"),
    ("pregnancy-and-contraception", "E042", "call your team at once"),
    ("pregnancy-and-contraception", "A09", "With sirolimus, too"),
    ("sirolimus", "E037", "grapefruit"),
    ("sirolimus", "R30", "do not take your dose first"),
    ("rituximab", "R38", "too few antibodies for years"),
    ("rituximab", "R37", "has not helped children with ALPS"),
    ("hydroxychloroquine", "E044", "back of the eye"),
    ("platelet-growth-medicines", "R68", "need not be a normal one"),
    ("rarely-used-medicines", "A188", "never be taken each day"),
    ("why-not-anti-d", "R09", "should not be used"),
    ("missed-dose-or-vomiting", "A242", "Do not take two doses at once"),
    ("missed-dose-or-vomiting", "A20", "call at once"),
    ("check-ups-and-lymphoma", "R13", "one lump grows fast"),
    ("starting-a-new-medicine", "R13", "lymphoma"),
    ("testing-the-family", "R62", "one chance in two"),
    ("vaccines", "A23", "some vaccines have to wait"),
]

ALL = pytest.mark.parametrize("handout", HANDOUTS.values(), ids=list(HANDOUTS))


def words(handout: Handout) -> str:
    """The paragraphs of a handout, without titles and headings, which would make it easier."""
    return " ".join(one.text for one in handout.paragraphs)


@ALL
def test_a_handout_can_be_read_after_six_years_of_school(handout: Handout):
    """Names of drugs and of the illness included."""
    assert grade(words(handout)) <= HARDEST


def test_all_handouts_together_are_as_easy():
    """With what stands on every sheet."""
    assert grade(" ".join([READERS, CLOSING, *map(words, HANDOUTS.values())])) <= HARDEST


def test_every_text_is_listed_and_every_topic_has_one():
    """No text is left behind in its folder."""
    folder = files("ferrata.alps.handouts")
    for group, topics in TOPICS.items():
        found = {one.name for one in (folder / group).iterdir()}
        assert found == {f"{topic}.md" for topic in topics}
    assert len(HANDOUTS) == sum(map(len, TOPICS.values())) >= 33


def says(topic: str, id: str, said: str) -> bool:
    """Whether a paragraph of a topic rests on an id and says these words."""
    return any(
        said in one.text and id in {warrant.id for warrant in one.warrant}
        for one in HANDOUTS[topic].paragraphs
    )


@pytest.mark.parametrize(
    ("id", "topic", "said"),
    [
        pytest.param(*row, id=f"{row[0]} {row[1]}", marks=pytest.mark.statement(row[0]))
        for row in TEACHES
    ],
)
def test_the_overview_reaches_families(id: str, topic: str, said: str):
    """Each statement of the overview for patients stands, in plain words, where it is asked."""
    assert says(topic, id, said)


def test_no_statement_of_the_overview_is_left_out():
    """P01 to P19."""
    assert {row[0] for row in TEACHES} == {f"P{number:02}" for number in range(1, 20)}


@pytest.mark.parametrize(("topic", "id", "said"), WARNS, ids=[f"{a} {b}" for a, b, _ in WARNS])
def test_a_danger_is_said_and_sourced(topic: str, id: str, said: str):
    """In a paragraph that names what it rests on."""
    assert says(topic, id, said)


@ALL
def test_a_handout_holds_no_dose_and_no_telephone_number(handout: Handout):
    """Three figures are all there are, and a paragraph that has one names its warrant."""
    for one in handout.paragraphs:
        for figure in re.findall(r"\d[\d,.]*(?<![,.])", one.text):
            assert FIGURES[figure] in {warrant.id for warrant in one.warrant}
        amounts = r"\b(mg|mcg|µg|ug|ml|tablets?|capsules?|units?)\b"
        assert not re.search(amounts, one.text, re.IGNORECASE)


def test_the_fever_in_fahrenheit_is_the_fever_in_celsius():
    """38.0 x 9/5 + 32."""
    assert abs(38.0 * 9 / 5 + 32 - 100.4) < 1e-9


@ALL
def test_nobody_is_told_to_stop_a_medicine(handout: Handout):
    """To stop or change is for the team; where it says stop, it forbids or tells."""
    for sentence in re.split(r"(?<=[.?!])\s", words(handout)):
        if re.search(r"\b[Ss]top\b", sentence) and "stop bleeding" not in sentence:
            assert re.search(
                r"not stop|[Nn]ever stop|stop at once|cannot stop|could stop|Stop only with your"
                r"|to stop them at once|does not stop",
                sentence,
            ), sentence


@pytest.mark.skipif(not SHARED.is_dir(), reason="sources: the folder is not beside this checkout")
@ALL
def test_facts_carry_over_and_sentences_do_not(handout: Handout):
    """No eight words in a row are those of a source."""
    sources = " ".join(
        re.sub(r"\W+", " ", path.read_text(encoding="utf-8")).lower()
        for path in sorted(SHARED.glob("*.txt"))
    )
    said = re.sub(r"\W+", " ", words(handout)).lower().split()
    for start in range(len(said) - 7):
        assert " ".join(said[start : start + 8]) not in sources
