"""The tree of errors.

::

    FerrataError
    ├── GuidelineError            an author wrote something that has no meaning
    │   ├── UnitError             a threshold without a unit, or of another dimension
    │   ├── ImplausibleThreshold  a threshold that no plausible value can cross
    │   ├── NotACondition         a bool, a number or `and`/`or` where a condition belongs
    │   ├── NotMonotone           `known()` where forgetting a fact could turn advice on
    │   ├── WarrantMissing        a rule without statement or assumption
    │   ├── DoseError             a dose whose basis, bounds or cap contradict each other
    │   └── RuleError             duplicate or unknown rule ids, dangling stages, endless stays
    ├── SiteError                 a site parameter outside the range that was proved
    ├── AnswerError               an answer to a question that cannot be taken (exit code 2)
    ├── RecordError               a record cannot be read (exit code 3)
    └── Refusal                   a record was read, and answering would be unsafe (exit code 4)

A :class:`GuidelineError` says what is wrong, where its author wrote it, why it cannot stand and
what to write instead.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

_LANGUAGE = str(Path(__file__).parent)
_DATACLASSES = dataclass.__code__.co_filename


@dataclass(frozen=True, slots=True)
class Where:
    """A line of a guideline's author: file and line number."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{Path(self.file).name}:{self.line}"


def author_line() -> Where:
    """Return the nearest calling line outside the language itself."""
    # The inspect module would say the same and takes 10 ms to import.
    frame = sys._getframe(1)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
    while frame.f_back is not None and (
        frame.f_code.co_filename.startswith((_LANGUAGE, "<"))
        or frame.f_code.co_filename == _DATACLASSES
    ):
        frame = frame.f_back
    return Where(frame.f_code.co_filename, frame.f_lineno)


class FerrataError(Exception):
    """The root of every error that Ferrata raises on purpose."""


class GuidelineError(FerrataError):
    """An author wrote something without meaning: what, where, why, and what to write instead."""

    def __init__(self, what: str, *, why: str, write: str, where: Where | None = None) -> None:
        self.what, self.why, self.write = what, why, write
        self.where = where or author_line()
        super().__init__(f"{self.where}: {what}\n  why:   {why}\n  write: {write}")


class UnitError(GuidelineError):
    """A quantity lacks a unit, or has one of another dimension."""


class ImplausibleThreshold(GuidelineError):
    """A threshold lies outside the plausible range of its feature, so no value could cross it."""


class NotACondition(GuidelineError):
    """Something other than a condition stands where a condition belongs."""


class NotMonotone(GuidelineError):
    """A guard asks whether something is known; forgetting a fact could then turn advice on."""


class WarrantMissing(GuidelineError):
    """A rule names neither a statement of a source nor an assumption."""


class DoseError(GuidelineError):
    """A declared dose contradicts itself."""


class RuleError(GuidelineError):
    """Rule ids clash or dangle, or a stage could be stayed in for ever."""


class SiteError(FerrataError):
    """A site parameter lies outside its allowed range, for which the proofs hold."""


class AnswerError(FerrataError):
    """A clinician's answer is about nothing that is asked, or a value that it cannot have."""


class RecordError(FerrataError):
    """A record cannot be read."""


class Refusal(FerrataError):
    """A record was read, and an answer from it would be unsafe."""
