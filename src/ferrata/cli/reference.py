"""Commands about the medicine itself: drugs, disagreements, texts for families, coverage."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ferrata.cli.completing import topic_names, treatment_names
from ferrata.cli.failures import failing_clearly
from ferrata.cli.root import CodeMapFile, Json, On, app, day, show, today


@app.command()
def drug(
    name: Annotated[
        str,
        typer.Argument(
            help="A treatment: its ingredient, brand or id.", autocompletion=treatment_names
        ),
    ],
    *,
    age: Annotated[
        str | None, typer.Option(help="The patient's age, such as 6y, 18mo, 5w or 10d.")
    ] = None,
    record: Annotated[
        Path | None, typer.Option(help="A FHIR R4 Bundle, for the patient's age.")
    ] = None,
    on: On = None,
    json: Json = False,
    code_map: CodeMapFile = None,
) -> None:
    """Print the monograph of NAME: role, dose, cautions, interactions, response, evidence."""
    with failing_clearly():
        from ferrata.cli.drugs import drug_page
        from ferrata.plan.monograph import page_text

        made = drug_page(name, age=age, record=record, on=day(on), today=today(), code_map=code_map)
        show(made, page_text, json=json)


@app.command()
def drugs(json: Json = False) -> None:
    """Print a table of all treatments: place in each guideline, sourced dose, evidence."""
    with failing_clearly():
        from ferrata.cli.drugs import drug_table
        from ferrata.plan.monograph import table_text

        show(drug_table(), table_text, json=json)


@app.command()
def disagreements(
    record: Annotated[
        Path | None, typer.Argument(help="An HL7 FHIR R4 Bundle of one patient, JSON.")
    ] = None,
    on: On = None,
    json: Json = False,
    code_map: CodeMapFile = None,
) -> None:
    """List where the sources disagree, what is done about it and why; with RECORD, what matters."""
    with failing_clearly():
        from ferrata.cli.disagreeing import disagreeing
        from ferrata.plan.disagreements.text import disagreements_text

        show(
            disagreeing(record, on=day(on), today=today(), code_map=code_map),
            disagreements_text,
            json=json,
        )


@app.command()
def handout(
    topic: Annotated[
        str | None,
        typer.Argument(
            help="A topic; left out, the topics are listed.", autocompletion=topic_names
        ),
    ] = None,
    released_by: Annotated[
        str | None, typer.Option(help="The clinician who releases the text to a family.")
    ] = None,
    on: Annotated[
        str | None, typer.Option(help="The day of the release; today if left out.")
    ] = None,
    json: Json = False,
) -> None:
    """Print text in plain words for a family: a draft until a clinician releases it."""
    if on is not None and released_by is None:
        raise typer.BadParameter("--on is the day of a release; say whose with --released-by")
    if released_by is not None and topic is None:
        raise typer.BadParameter("a release is of one text; say which topic")
    with failing_clearly():
        from ferrata.cli.handing import handed, topic_list, topics_text
        from ferrata.plan.handout import sheet_text

        if topic is None:
            show(topic_list(), topics_text, json=json)
        else:
            show(handed(topic, released_by=released_by, on=day(on)), sheet_text, json=json)


@app.command()
def coverage(json: Json = False) -> None:
    """List every statement of the sources: where it is encoded, or why it is out of scope."""
    with failing_clearly():
        from functools import partial

        from ferrata.alps.content import CONTENT
        from ferrata.alps.sources import SOURCES, STATEMENTS
        from ferrata.plan.coverage import coverage as cover
        from ferrata.plan.coverage import coverage_text

        show(cover(STATEMENTS, CONTENT), partial(coverage_text, sources=SOURCES), json=json)
