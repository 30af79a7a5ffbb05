"""Errors as a person reads them, on standard error, with the documented exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import NoReturn

import typer

from ferrata.guideline.errors import AnswerError, FerrataError, RecordError, Refusal, SiteError

CODES = {AnswerError: 2, RecordError: 3, Refusal: 4, SiteError: 2}
"""By kind of error; :data:`ferrata.cli.commands.EXIT_CODES` says what each code means."""

INTERNAL = 70


@contextmanager
def failing_clearly() -> Generator[None, None, None]:
    """Turn an error into a message and an exit code; a traceback never reaches the reader."""
    try:
        yield
    except FerrataError as error:
        print(f"ferrata: {error}", file=sys.stderr)
        code = next((code for kind, code in CODES.items() if isinstance(error, kind)), INTERNAL)
        raise typer.Exit(code) from None
    except BrokenPipeError:
        # The reader of a pipe has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    except (typer.Exit, typer.BadParameter):
        raise
    except ModuleNotFoundError as error:
        if (error.name or "ferrata").partition(".")[0] == "ferrata":
            _mistake(error)
        print(
            f"ferrata: {error.name} is not installed; "
            "install it with: pip install 'ferrata[prove,population]'",
            file=sys.stderr,
        )
        raise typer.Exit(2) from None
    except Exception as error:  # noqa: BLE001 - whatever it is, the reader gets no traceback
        _mistake(error)


def _mistake(error: Exception) -> NoReturn:
    """Say that the program is wrong, not its user; with FERRATA_DEBUG, show where."""
    if os.environ.get("FERRATA_DEBUG"):
        raise error
    print(
        f"ferrata: a mistake of the program, not yours ({type(error).__name__}: {error}). "
        "No plan was made. Please report it; FERRATA_DEBUG=1 shows where it happened.",
        file=sys.stderr,
    )
    raise typer.Exit(INTERNAL) from None
