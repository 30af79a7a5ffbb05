"""From a file to what was made of it, and from a file to a code map."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ferrata.exchange.code_map_file import read_code_map
from ferrata.exchange.inspection import CheckedMap, Inspection, check_map, inspect_fhir


def inspected(path: Path, *, code_map: Path | None, on: date, today: date) -> Inspection:
    """Read the record at `path` and account for each of its parts."""
    codes = read_code_map(code_map) if code_map is not None else None
    return inspect_fhir(path, received=max(on, today), code_map=codes)


def checked(code_map: Path) -> CheckedMap:
    """Read and check a code map alone."""
    return check_map(read_code_map(code_map))
