"""Commands about medicines beside each other: interactions, equivalent."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ferrata.cli.failures import failing_clearly
from ferrata.cli.root import Answers, CodeMapFile, Json, On, app, day, show, today


@app.command()
def interactions(  # noqa: PLR0917
    record: Annotated[
        Path | None, typer.Argument(help="An HL7 FHIR R4 Bundle of one patient, JSON.")
    ] = None,
    drug: Annotated[
        list[str] | None, typer.Option(help="A medicine by name; may be repeated.")
    ] = None,
    on: On = None,
    json: Json = False,
    answer: Answers = None,
    code_map: CodeMapFile = None,
) -> None:
    """Check the medicines of RECORD, or named ones, against the treatments of ALPS."""
    with failing_clearly():
        from ferrata.cli.interacting import interacting
        from ferrata.plan.interactions.text import interactions_text

        made = interacting(
            record,
            drug or [],
            on=day(on),
            today=today(),
            answers=answer or [],
            code_map=code_map,
        )
        show(made, interactions_text, json=json)


@app.command()
def equivalent(
    name: Annotated[str, typer.Argument(help="A substance, by its name or code.")],
    amount: Annotated[str, typer.Argument(help="How much of it, such as 20mg.")],
    into: Annotated[str, typer.Option("--as", help="The substance to convert to.")],
    json: Json = False,
) -> None:
    """Convert AMOUNT of NAME into the amount of another substance that does the same."""
    with failing_clearly():
        from ferrata.cli.converting import equivalent_to
        from ferrata.plan.equivalence import equivalent_text

        show(equivalent_to(name, amount, into), equivalent_text, json=json)
