"""The only file that knows DuckDB: one private connection, bounded in memory, offline."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

import duckdb

Row = tuple[object, ...]

GIB = 1 << 30


def default_memory() -> int:
    """A quarter of the machine's memory, at most 2 GB: a workstation stays usable."""
    try:
        total = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):  # not on every platform
        return 2 * GIB
    return min(total // 4, 2 * GIB)


def quoted(value: Path | str) -> str:
    """A path or text as an SQL literal."""
    return "'" + str(value).replace("'", "''") + "'"


class Database:
    """An in-memory database that spills to a directory of its own and fetches no extensions."""

    def __init__(self, *, memory: int | None = None, threads: int | None = None) -> None:
        self._spill = tempfile.TemporaryDirectory(prefix="ferrata-")
        config: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": f"{(memory or default_memory()) // 1024}KiB",
            "temp_directory": self._spill.name,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "preserve_insertion_order": False,
        }
        if threads is not None:
            config["threads"] = threads
        self._connection = duckdb.connect(":memory:", config=config)
        # Every narrow query of a batch opens the same few files.
        self._connection.execute("SET parquet_metadata_cache = true")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()
        self._spill.cleanup()

    def run(self, text: str) -> None:
        """Run a statement for its effect."""
        self._connection.execute(text)

    def rows(self, text: str) -> list[Row]:
        """Return every row of a query."""
        return cast("list[Row]", self._connection.execute(text).fetchall())

    def count(self, text: str) -> int:
        """Return the one number that a query yields."""
        return cast("int", self.rows(text)[0][0])

    def stream(self, text: str, size: int = 2_048) -> Iterator[Row]:
        """Yield the rows of a query, a few at a time."""
        result: Any = self._connection.execute(text)
        while chunk := cast("list[Row]", result.fetchmany(size)):
            yield from chunk
