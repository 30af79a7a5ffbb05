"""The commands of ``ferrata``, put together in the order of the help."""

from __future__ import annotations

import os

from ferrata.cli import amounts, medicines, patient, records, reference, software, tapers
from ferrata.cli.completing import COMPLETE, register
from ferrata.cli.root import app

__all__ = [
    "amounts",
    "app",
    "main",
    "medicines",
    "patient",
    "records",
    "reference",
    "software",
    "tapers",
]


def main() -> None:
    """Run the command line, or answer a shell that asks what could come next."""
    if COMPLETE in os.environ:
        register()
    app()
