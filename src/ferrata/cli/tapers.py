"""The command for courses that end: taper."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ferrata.cli.completing import treatment_names
from ferrata.cli.failures import failing_clearly
from ferrata.cli.root import CodeMapFile, Json, On, app, day, show, today


@app.command()
def taper(
    drug: Annotated[
        str,
        typer.Argument(
            help="The drug: its ingredient, brand or id.", autocompletion=treatment_names
        ),
    ],
    *,
    start: Annotated[str, typer.Option(help="The first day, such as 2026-11-21.")],
    dose: Annotated[
        str | None, typer.Option(help="The starting dose of a day, such as 40mg.")
    ] = None,
    weight: Annotated[str | None, typer.Option(help="The weight, such as 18.4kg.")] = None,
    mg_per_kg: Annotated[
        str | None, typer.Option("--mg-per-kg", help="The starting dose in mg per kg and day.")
    ] = None,
    course: Annotated[
        str | None, typer.Option(help="taper, pulse, weaning or overlap; else the usual one.")
    ] = None,
    weeks: Annotated[int | None, typer.Option(help="Weeks in all, full dose included.")] = None,
    days: Annotated[int | None, typer.Option(help="Days in all, instead of --weeks.")] = None,
    full_days: Annotated[int | None, typer.Option(help="Days in full dose.")] = None,
    step_days: Annotated[int | None, typer.Option(help="Days from one fall to the next.")] = None,
    products: Annotated[
        str | None, typer.Option(help="The products to use, by id, with commas between.")
    ] = None,
    site: Annotated[
        Path | None, typer.Option(help="The site's parameters and products, TOML.")
    ] = None,
    record: Annotated[
        Path | None, typer.Option(help="A FHIR R4 Bundle, for the weight and what stands against.")
    ] = None,
    label: Annotated[
        str, typer.Option(help="A name to show in calendar and page; none if left out.")
    ] = "",
    replaces: Annotated[
        Path | None, typer.Option(help="The --json of an older plan that this one replaces.")
    ] = None,
    from_plan: Annotated[
        Path | None, typer.Option(help="The --json of the plan on which the breakthrough came.")
    ] = None,
    breakthrough_on: Annotated[
        str | None, typer.Option(help="The day of the breakthrough, with --from-plan.")
    ] = None,
    ics: Annotated[Path | None, typer.Option(help="Write a calendar file (iCalendar).")] = None,
    html: Annotated[Path | None, typer.Option(help="Write a calendar page to print.")] = None,
    note: Annotated[bool, typer.Option("--note", help="Print it to paste into a note.")] = False,
    on: On = None,
    json: Json = False,
    code_map: CodeMapFile = None,
) -> None:
    """Plan a course that ends: the dose of every day in real products, calendar and page."""
    with failing_clearly():
        from ferrata.cli.tapering import Asked, tapering, write_new
        from ferrata.plan.taper import taper_note, taper_text

        made = tapering(
            Asked(
                drug=drug,
                start=day(start),
                dose=dose,
                weight=weight,
                per_kg=mg_per_kg,
                course=course,
                weeks=weeks,
                days=days,
                full=full_days,
                every=step_days,
                products=products,
                site=site,
                record=record,
                code_map=code_map,
                label=label,
                replaces=replaces,
                from_plan=from_plan,
                breakthrough=None if breakthrough_on is None else day(breakthrough_on),
            ),
            on=day(on),
            today=today(),
        )
        if ics is not None:
            from ferrata.exchange.calendar import calendar_file

            write_new(ics, calendar_file(made))
        if html is not None:
            from ferrata.exchange.calendar_page import calendar_page

            write_new(html, calendar_page(made))
        show(made, taper_note if note else taper_text, json=json)
