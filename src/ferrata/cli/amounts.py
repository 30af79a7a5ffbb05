"""The command for amounts: dose."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ferrata.cli.completing import treatment_names
from ferrata.cli.failures import CODES, failing_clearly
from ferrata.cli.root import Answers, CodeMapFile, Json, On, app, day, show, today
from ferrata.guideline.errors import Refusal


@app.command()
def dose(
    drug: Annotated[
        str,
        typer.Argument(help="A drug: its ingredient, brand or id.", autocompletion=treatment_names),
    ],
    *,
    weight: Annotated[
        str | None, typer.Option(help="Body weight with its unit: 18.4kg or 40.5lb.")
    ] = None,
    height: Annotated[
        str | None, typer.Option(help="Body height with its unit: 108cm or 1.08m.")
    ] = None,
    age: Annotated[str | None, typer.Option(help="Age, such as 6y, 18mo, 5w or 10d.")] = None,
    sex: Annotated[str | None, typer.Option(help="female or male.")] = None,
    record: Annotated[
        Path | None, typer.Option(help="A FHIR R4 Bundle, for what is not given here.")
    ] = None,
    answer: Answers = None,
    formula: Annotated[
        str, typer.Option(help="Body surface by mosteller or haycock.")
    ] = "mosteller",
    product: Annotated[
        list[str] | None, typer.Option(help="A product at hand, by id; may be repeated.")
    ] = None,
    site: Annotated[
        Path | None, typer.Option(help="The site's parameters and products, TOML.")
    ] = None,
    confirm_size: Annotated[
        bool, typer.Option("--confirm-size", help="Weight and height were measured again.")
    ] = False,
    on: On = None,
    json: Json = False,
    code_map: CodeMapFile = None,
) -> None:
    """Compute the doses of DRUG, per dose and per day, as real products; 4 when none is given."""
    with failing_clearly():
        from ferrata.cli.dosing import Asked, Typed, dose_of
        from ferrata.plan.dose.text import dose_page
        from ferrata.plan.lines import harmless

        asked = Asked(
            formula=formula,
            products=tuple(product or ()),
            site=site,
            confirmed=confirm_size,
            answers=tuple(answer or ()),
            record=record,
            code_map=code_map,
        )
        made = dose_of(drug, Typed(weight, height, age, sex), asked, on=day(on), today=today())
        show(made, dose_page, json=json)
        if not made.computed:
            for one in made.refused:
                print(f"ferrata: no dose: {harmless(one)}", file=sys.stderr)
            raise typer.Exit(CODES[Refusal])
