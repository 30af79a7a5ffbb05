"""Commands about the software: demo, prove, schema."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ferrata.cli.failures import failing_clearly
from ferrata.cli.root import app


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
    of: Annotated[str, typer.Argument(help="What to describe: plan, record, audit …")] = "plan",
) -> None:
    """Print the JSON Schema of a record, or of what a command prints with --json."""
    with failing_clearly():
        from ferrata.cli.schemas import SCHEMAS
        from ferrata.plan.json import as_json

        if of not in SCHEMAS:
            raise typer.BadParameter(f"{of!r} has no schema; there are: {', '.join(SCHEMAS)}")
        sys.stdout.write(as_json(SCHEMAS[of]()).decode())
