"""How hard a text is to read: the Flesch-Kincaid grade, with a rule for counting syllables.

The formula of Kincaid and others (1975): 0.39 x words per sentence + 11.8 x syllables per word
- 15.59. The libraries that offer it fetch a dictionary at run time or carry one under a licence of
its own, so syllables are counted by rule: groups of vowels, less the endings that are not spoken,
plus the pairs of vowels that are spoken apart. `test_reading_grade.py` holds the rule against words
of known length and the formula against published examples.
"""

from __future__ import annotations

import re

WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'°.,]*(?<![.,])")
SENTENCE = re.compile(r"[.!?:;](?=[\s\"]|$)")
_GROUP = re.compile(r"[aeiouy]+")
_APART = re.compile(
    r"ia(?!l\b|g|n\b)|iu|io(?!u?[ns])|ea(?=t[ei](?!d))|[aeou]ing|ying|eo(?!p)|[^q]ua(?!r)|uo"
)
_SILENT = re.compile(
    r"(?:[^aeiouyl]|[aeiouy]l|rl)e$|(?:[^aeiouyscxz]|[^aeiouy]l)es$|[^aeioutdy]ed$|ely$|eful"
)
_IRREGULAR = {
    # What the rule gets wrong, as a dictionary of pronunciation has it.
    "alps": 1, "anyone": 3, "aspirin": 2, "being": 2, "csf": 3, "grapefruit": 2, "lifelong": 2,
    "maybe": 2, "measles": 2, "people": 2, "platelet": 2, "platelets": 2, "something": 2,
    "sometimes": 2, "therefore": 2, "tired": 2, "times": 1, "treated": 2, "whole": 1,
}  # fmt: skip


def syllables(word: str) -> int:
    """Return the syllables of an English word, at least one; a figure counts as one."""
    lower = re.sub(r"[^a-z]", "", word.lower().removesuffix("'s"))
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    count = len(_GROUP.findall(lower)) + len(_APART.findall(lower)) - len(_SILENT.findall(lower))
    return max(1, count)


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text: the years of school it takes to read it."""
    words = WORD.findall(text)
    sentences = max(1, len(SENTENCE.findall(text)))
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59
