"""What every command does that reads a record: the site's code map, and what was not used."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from ferrata.exchange.fhir import read_fhir
from ferrata.plan.lines import harmless
from ferrata.record.model import Record

if TYPE_CHECKING:
    from ferrata.exchange.code_map import CodeMap

MOST_TOLD = 8
"""So many lines of what was not used go to standard error; outputs and ``inspect`` hold all."""

_S = TypeVar("_S", bound=Struct)


@dataclass(frozen=True, slots=True)
class Site:
    """The site's code map, if it has one."""

    codes: CodeMap | None = None

    def read(self, path: Path, *, received: date) -> Record:
        """Return the record at `path`.

        Raises:
            FerrataError: when it cannot be read, or answering would be unsafe.
        """
        return read_fhir(path, received=received, code_map=self.codes)

    def named(self, made: _S) -> _S:
        """Return `made`, an output with its `software`, naming the code map that was used."""
        if self.codes is None:
            return made
        return replace(made, software=f"{getattr(made, 'software', '')}; {self.codes.title}")


def site_of(code_map: Path | None) -> Site:
    """Return the site with the code map at a path.

    Raises:
        CodeMapError: when it cannot be used.
    """
    if code_map is None:
        return Site()
    from ferrata.exchange.code_map_file import read_code_map

    return Site(read_code_map(code_map))


def tell(unread: Sequence[str], path: Path) -> None:
    """List on standard error what of the record at `path` was not used, the first lines of it."""
    for line in unread[:MOST_TOLD]:
        print(f"ferrata: not used: {harmless(line)}", file=sys.stderr)
    if len(unread) > MOST_TOLD:
        print(
            f"ferrata: not used: and {len(unread) - MOST_TOLD} more; "
            f"ferrata inspect {harmless(path.name)} lists them",
            file=sys.stderr,
        )
