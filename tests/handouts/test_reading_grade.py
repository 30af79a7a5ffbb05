"""The measure that the handouts are held against is itself measured."""

from __future__ import annotations

import pytest
from tests.handouts.reading_grade import SENTENCE, WORD, grade, syllables

SYLLABLES = {
    1: "a blood breathe called checked cough germs helped none rare rest steps taste times weighed",
    2: "able bleeding bruises chances doses doses' even fever given maybe never nurses platelets "
    "something steroid sudden table tested tired",
    3: "another discover energy illnesses medicine medicines oxygen neutrophils prednisone "
    "remembered",
    4: "antibodies emergency's operation rituximab sirolimus vaccination bortezomib",
    5: "mycophenolate cyclophosphamide azathioprine mercaptopurine",
    6: "hydroxychloroquine lymphadenopathy methylprednisolone",
    7: "hemoglobinemia lymphoproliferative",
}
EASE = [
    # Wikipedia, "Flesch-Kincaid readability tests": the published score on Flesch's older scale,
    # which is made of the same counts of words, sentences and syllables.
    ("The cat sat on the mat.", 116),
    (
        "This sentence, taken as a reading passage unto itself, is being used to prove a point.",
        69,
    ),
]
PLATYPUS = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."


@pytest.mark.parametrize(
    ("word", "count"), [(word, n) for n, words in SYLLABLES.items() for word in words.split()]
)
def test_syllables_are_those_one_speaks(word: str, count: int):
    """By a rule, and by a short list of what the rule gets wrong."""
    assert syllables(word) == count


def test_the_grade_of_a_published_example():
    """Wikipedia: 24 syllables and 13 words, a grade of 11.3."""
    words = WORD.findall(PLATYPUS)
    assert (len(words), sum(map(syllables, words))) == (13, 24)
    assert grade(PLATYPUS) == pytest.approx(11.3, abs=0.05)


@pytest.mark.parametrize(("text", "published"), EASE)
def test_the_counts_give_the_published_reading_ease(text: str, published: int):
    """206.835 - 1.015 x words per sentence - 84.6 x syllables per word."""
    words = WORD.findall(text)
    sentences = len(SENTENCE.findall(text))
    ease = 206.835 - 1.015 * len(words) / sentences
    assert round(ease - 84.6 * sum(map(syllables, words)) / len(words)) == published


def test_a_degree_and_a_decimal_are_one_word_and_end_no_sentence():
    """38.0 °C is not two sentences."""
    text = "Call at 38.0 °C (100.4 °F) or more. Go in."
    assert len(SENTENCE.findall(text)) == 2
    assert WORD.findall(text)[:3] == ["Call", "at", "38.0"]


def test_long_words_and_long_sentences_make_a_text_harder():
    """So a text cannot pass by one of the two alone."""
    easy = "The drug helps. It takes weeks."
    assert grade(easy) < grade("The drug helps and it takes weeks.")
    assert grade(easy) < grade("The medication helps. It necessitates weeks.")
