"""The command line: parse, call, print. Exit codes: 0 answered, 2 usage, 3 unread, 4 refused."""

from __future__ import annotations

from ferrata.cli.app import main

__all__ = ["main"]
