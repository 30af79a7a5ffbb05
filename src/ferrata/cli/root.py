"""The command itself, and what its sub-commands share: options, days, output."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeAlias, TypeVar, cast

import typer

from ferrata.cli.group import Commands
from ferrata.version import VERSION

app = typer.Typer(
    name="ferrata",
    cls=Commands,
    help="Computable guidance for autoimmune lymphoproliferative syndrome (ALPS). "
    "Decision support for health professionals: not a device, not for emergencies.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"max_content_width": 110},
)

RecordFile: TypeAlias = Annotated[
    Path, typer.Argument(help="An HL7 FHIR R4 Bundle of one patient, JSON.")
]
CodeMapFile: TypeAlias = Annotated[
    Path | None,
    typer.Option("--map", help="A code map: what the site's own codes mean, TOML."),
]
On: TypeAlias = Annotated[
    str | None, typer.Option(help="The day asked about, such as 2026-11-20; today if left out.")
]
Json: TypeAlias = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]
Answers: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--answer",
        help="An answer of today, as CONCEPT=VALUE; may be repeated: fever=no, spleen=3cm.",
    ),
]

_T = TypeVar("_T")


def _version(asked: bool) -> None:
    if asked:
        print(f"ferrata {VERSION}")
        raise typer.Exit


@app.callback()
def ferrata(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Computable guidance for ALPS. Not a device, not for emergencies."""
    del version


def today() -> date:
    """Return today's date; nothing below the command line asks for it.

    FERRATA_TODAY stands for the clock, so that an output can be made again; ``ferrata doctor``
    warns of it.
    """
    told = os.environ.get("FERRATA_TODAY")
    return day(told) if told else date.today()


def day(text: str | None) -> date:
    """Return the day that was typed, today if none was."""
    if text is None:
        return today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day; write it as 2026-11-20") from None


def show(made: _T, text: Callable[[_T], str], *, json: bool) -> None:
    """Print `made` as text, or as JSON."""
    from ferrata.cli.paper import put, put_bytes

    noted = _noticed(made)
    if json:
        from ferrata.plan.json import as_json

        put_bytes(as_json(noted))
    else:
        put(lambda: text(noted))


def _noticed(made: _T) -> _T:
    """Return `made` with what its notice has to say today of old content and of a wrong clock."""
    import msgspec

    from ferrata.plan.basis import noticed
    from ferrata.plan.model import GuidelineVersion

    if isinstance(made, tuple):
        return cast("_T", tuple(_noticed(one) for one in cast("tuple[object, ...]", made)))
    if not isinstance(made, msgspec.Struct) or not isinstance(getattr(made, "notice", None), str):
        return made
    spoke = [
        one
        for name in ("guideline", "assessment", "guidelines")
        for one in _listed(getattr(made, name, ()))
        if isinstance(one, GuidelineVersion)
    ]
    notice = noticed(cast("Any", made).notice, today(), spoke, clock=True)
    return msgspec.structs.replace(made, notice=notice)


def _listed(value: object) -> tuple[object, ...]:
    return cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)
