"""What the shell can complete: names that the commands know, looked up when a key is pressed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

SHELLS: Final = ("bash", "zsh", "fish")
COMPLETE: Final = "_FERRATA_COMPLETE"
"""The variable in which the script of a shell says that it asks, and how."""


def guideline_names(incomplete: str) -> list[str]:
    """Return the guidelines that begin so."""
    from ferrata.alps.guidelines import GUIDELINES

    return _beginning(incomplete, (one.id for one in GUIDELINES))


def treatment_names(incomplete: str) -> list[str]:
    """Return the treatments, by id, ingredient or brand, that begin so."""
    from ferrata.alps.codes import DRUG_NAMES
    from ferrata.alps.monographs import MONOGRAPHS

    return _beginning(incomplete.lower(), (*DRUG_NAMES, *(one.id for one in MONOGRAPHS)))


def topic_names(incomplete: str) -> list[str]:
    """Return the topics of texts for families that begin so."""
    from ferrata.alps.handouts import HANDOUTS

    return _beginning(incomplete, HANDOUTS)


def schema_names(incomplete: str) -> list[str]:
    """Return the schemas that begin so."""
    from ferrata.cli.schemas import SCHEMAS

    return _beginning(incomplete, SCHEMAS)


def shell_names(incomplete: str) -> list[str]:
    """Return the shells that begin so."""
    return _beginning(incomplete, SHELLS)


def script(shell: str) -> str:
    """Return the script that makes `shell` ask ``ferrata`` what comes next."""
    from typer._completion_shared import get_completion_script

    return get_completion_script(prog_name="ferrata", complete_var=COMPLETE, shell=shell) + "\n"


def register() -> None:
    """Let typer answer the shells it knows; without its own options to install anything."""
    from typer._completion_classes import completion_init

    completion_init()


def _beginning(incomplete: str, names: Iterable[str]) -> list[str]:
    return sorted({one for one in names if one.startswith(incomplete)})
