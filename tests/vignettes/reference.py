"""The vignettes as a page to read: docs/reference/vignettes.md."""

from __future__ import annotations

import re

from tests.vignettes.model import Vignette
from tests.vignettes.reading import files, vignettes

_INTRODUCTION = """\
# Vignettes

<!-- Written by scripts/docs from tests/vignettes. Change them there, run scripts/docs. -->

Each case is a test. What is expected was written from the sources before the plan was made; a case
marked **not yet** says where the plan still differs. `like` starts from the facts of another case:
a row replaces what is said of the same thing on that date, `not said` takes it away.

"""


def reference() -> str:
    """Return the page: an index, then every file with its headings one level deeper."""
    every = vignettes()
    parts = [_INTRODUCTION, *_index(every)]
    for path in files():
        text = path.read_text(encoding="utf-8").strip()
        text = re.sub(r"^(#+) ", r"#\1 ", text, flags=re.MULTILINE)
        parts.append("\n" + text.replace("- not yet: ", "- **not yet**: ") + "\n")
    return "".join(parts)


def _index(every: tuple[Vignette, ...]) -> list[str]:
    waiting = sum(1 for one in every if one.not_yet)
    rows = [
        f"{len(every)} cases, {waiting} of them not yet as the sources have it.\n\n",
        "| case | says | rests on |\n",
        "| --- | --- | --- |\n",
    ]
    rows += [
        f"| {one.id}{' (not yet)' if one.not_yet else ''} | {one.title} "
        f"| {' '.join(one.statements)} |\n"
        for one in every
    ]
    return rows
