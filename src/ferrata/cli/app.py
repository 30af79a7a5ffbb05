"""The commands of ``ferrata``."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ferrata.cli.failures import failing_clearly
from ferrata.version import VERSION

app = typer.Typer(
    name="ferrata",
    help="Computable guidance for autoimmune lymphoproliferative syndrome (ALPS). "
    "Decision support for health professionals: not a device, not for emergencies.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _today() -> date:
    return date.today()


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


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day; write it as 2026-11-20") from None


@app.command()
def plan(
    record: Annotated[Path, typer.Argument(help="An HL7 FHIR R4 Bundle of one patient, JSON.")],
    on: Annotated[
        str | None, typer.Option(help="The day asked about, such as 2026-11-20; today if left out.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the plan as JSON.")] = False,
    guideline: Annotated[
        str, typer.Option(help="The guideline that speaks; the others are compared.")
    ] = "reconciled",
    answer: Annotated[
        list[str] | None,
        typer.Option(help="An answer of today, as CONCEPT=VALUE; may be repeated: fever=no."),
    ] = None,
) -> None:
    """Print the plan for the patient of RECORD: where they stand, options, what is missing."""
    day = _today() if on is None else _day(on)
    with failing_clearly():
        from ferrata.cli.planning import planned

        made = planned(record, guideline=guideline, on=day, today=_today(), answers=answer or [])
        if json:
            from ferrata.plan.json import write_plan

            sys.stdout.write(write_plan(made).decode())
            return
        from ferrata.plan.text import text

        sys.stdout.write(text(made))


@app.command()
def demo() -> None:
    """Show one example's whole plan, the other examples in a table, and what to type next."""
    with failing_clearly():
        from ferrata.cli.demonstration import demonstrate

        demonstrate()


@app.command()
def prove(
    guideline: Annotated[str, typer.Argument(help="The guideline to prove.")] = "reconciled",
) -> None:
    """Prove a guideline complete, unambiguous and free of contradictions; exit 1 if it is not."""
    with failing_clearly():
        from ferrata.cli.proving import prove_guideline

        if not prove_guideline(guideline):
            raise typer.Exit(1)


@app.command()
def schema(
    of: Annotated[str, typer.Argument(help="plan or record")] = "plan",
) -> None:
    """Print the JSON Schema of a plan or of a record."""
    with failing_clearly():
        import msgspec

        if of == "plan":
            from ferrata.plan.json import plan_schema as made
        elif of == "record":
            from ferrata.record.files import record_schema as made
        else:
            raise typer.BadParameter(f"{of!r} has no schema; write plan or record")
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(made()), indent=2).decode() + "\n")


def main() -> None:
    """Run the command line."""
    app()
