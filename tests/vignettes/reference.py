"""The vignettes as a page to read: docs/reference/vignettes.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.alps.wording import table
from tests.vignettes.model import Vignette
from tests.vignettes.reading import files, vignettes

_INTRODUCTION = """\
# Vignettes of the pathway

<!-- Written by scripts/docs from tests/vignettes. Change them there, run scripts/docs. -->

Each case is a test. What is expected was written from the sources before the plan was made; a case
marked **not yet** says where the plan still differs. Most cases come in pairs that differ in one
fact. The whole case, with the patient's facts, stands in the file that its heading links to;
[diagnosis](diagnosis.md#vignettes) and [follow-up](care.md#vignettes) have cases of their own.

"""


def reference() -> str:
    """Return the page: the count, then a table for each file."""
    every = vignettes()
    waiting = sum(1 for one in every if one.not_yet)
    parts = [f"{len(every)} cases, {waiting} of them not yet as the sources have it.\n"]
    parts += [part for path in files() for part in _file(path, every)]
    return "".join([_INTRODUCTION, *parts])


def _file(path: Path, every: tuple[Vignette, ...]) -> Iterator[str]:
    title = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
    yield f"\n## [{title}](../../tests/vignettes/{path.name})\n"
    yield table(
        ("case", "says", "where the patient stands", "rests on"),
        (_row(one) for one in every if one.where.partition(":")[0] == path.name),
    )


def _row(one: Vignette) -> tuple[str, ...]:
    marked = f"{one.id} **not yet**" if one.not_yet else one.id
    where = one.stage if one.guideline == "reconciled" else f"{one.stage} ({one.guideline})"
    return marked, one.title, where, " ".join(one.statements)
