"""The commands of ``ferrata``, put together in the order of the help."""

from __future__ import annotations

from ferrata.cli import patient, reference, software
from ferrata.cli.root import app

__all__ = ["app", "main", "patient", "reference", "software"]


def main() -> None:
    """Run the command line."""
    app()
