"""Commands about the software: demo, doctor, prove, schema, completion."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ferrata.cli.completing import SHELLS, guideline_names, schema_names, script, shell_names
from ferrata.cli.failures import failing_clearly
from ferrata.cli.root import Json, app, show, today


@app.command()
def demo() -> None:
    """Show one example's whole plan, the other examples in a table, and what to type next."""
    with failing_clearly():
        from ferrata.cli.demonstration import demonstration
        from ferrata.cli.paper import put

        put(demonstration)


@app.command()
def doctor(json: Json = False) -> None:
    """Check this installation and say what to do: parts, terminal, clock, content, a self-test."""
    with failing_clearly():
        from ferrata.cli.doctoring import examination
        from ferrata.cli.examination import FAIL, examination_text

        made = examination(today())
        show(made, examination_text, json=json)
        if made.status == FAIL:
            raise typer.Exit(1)


@app.command()
def prove(
    guideline: Annotated[
        str, typer.Argument(help="The guideline to prove.", autocompletion=guideline_names)
    ] = "reconciled",
    json: Json = False,
) -> None:
    """Prove a guideline complete, unambiguous and free of contradictions; exit 1 if it is not."""
    with failing_clearly():
        from ferrata.cli.proving import proofs, proofs_text, proved, verdicts_on

        found, verdicts = verdicts_on(guideline)
        made = proofs(found, verdicts)
        show(made, lambda _: proofs_text(found, verdicts), json=json)
        if not proved(verdicts):
            raise typer.Exit(1)


@app.command()
def schema(
    of: Annotated[
        str,
        typer.Argument(help="What to describe: plan, record, audit …", autocompletion=schema_names),
    ] = "plan",
) -> None:
    """Print the JSON Schema of a record, or of what a command prints with --json."""
    with failing_clearly():
        from ferrata.cli.paper import put_bytes
        from ferrata.cli.schemas import SCHEMAS
        from ferrata.plan.json import as_json

        if of not in SCHEMAS:
            raise typer.BadParameter(f"{of!r} has no schema; there are: {', '.join(SCHEMAS)}")
        put_bytes(as_json(SCHEMAS[of]()))


@app.command()
def completion(
    shell: Annotated[
        str, typer.Argument(help=" or ".join(SHELLS) + ".", autocompletion=shell_names)
    ],
) -> None:
    """Print a script for SHELL that completes commands, options, treatments and guidelines."""
    with failing_clearly():
        if shell not in SHELLS:
            raise typer.BadParameter(f"{shell!r} is no shell known here; {', '.join(SHELLS)} are")
        sys.stdout.write(script(shell))
