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
def summary(
    record: Annotated[Path, typer.Argument(help="An HL7 FHIR R4 Bundle of one patient, JSON.")],
    on: Annotated[
        str | None, typer.Option(help="The day asked about, such as 2026-11-20; today if left out.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
    answer: Annotated[
        list[str] | None,
        typer.Option(help="An answer of today, as CONCEPT=VALUE; may be repeated: asplenia=no."),
    ] = None,
) -> None:
    """Print a shared-care summary of RECORD: one page for whoever takes over."""
    day = _today() if on is None else _day(on)
    with failing_clearly():
        from ferrata.cli.summarizing import summarized

        made = summarized(
            record, guideline="reconciled", on=day, today=_today(), answers=answer or []
        )
        if json:
            import msgspec

            encoded = msgspec.json.format(msgspec.json.encode(made), indent=2)
            sys.stdout.write(encoded.decode() + "\n")
            return
        from ferrata.plan.shared_care import summary_text

        sys.stdout.write(summary_text(made))


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
def audit(
    records: Annotated[list[Path], typer.Argument(help="FHIR R4 Bundles, one patient each.")],
    on: Annotated[
        str | None, typer.Option(help="The last day looked at; today if left out.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the audits as JSON.")] = False,
) -> None:
    """Put each decision of RECORDS beside what each guideline would have advised that day."""
    day = _today() if on is None else _day(on)
    with failing_clearly():
        from ferrata.cli.auditing import audited

        made = audited(records, on=day, today=_today())
        if json:
            import msgspec

            sys.stdout.write(
                msgspec.json.format(msgspec.json.encode(made), indent=2).decode() + "\n"
            )
            return
        from ferrata.plan.audit.text import audit_text

        sys.stdout.write(audit_text(made))


@app.command()
def coverage(
    json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """List every statement of the sources: where it is encoded, or why it is out of scope."""
    with failing_clearly():
        from ferrata.alps.content import CONTENT
        from ferrata.alps.sources import SOURCES, STATEMENTS
        from ferrata.plan.coverage import coverage as cover
        from ferrata.plan.coverage import coverage_text

        made = cover(STATEMENTS, CONTENT)
        if json:
            import msgspec

            sys.stdout.write(
                msgspec.json.format(msgspec.json.encode(made), indent=2).decode() + "\n"
            )
            return
        sys.stdout.write(coverage_text(made, SOURCES))


@app.command()
def handout(
    topic: Annotated[
        str | None, typer.Argument(help="A topic; left out, the topics are listed.")
    ] = None,
    released_by: Annotated[
        str | None, typer.Option(help="The clinician who releases the text to a family.")
    ] = None,
    on: Annotated[
        str | None, typer.Option(help="The day of the release; today if left out.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Print text in plain words for a family: a draft until a clinician releases it."""
    if on is not None and released_by is None:
        raise typer.BadParameter("--on is the day of a release; say whose with --released-by")
    if released_by is not None and topic is None:
        raise typer.BadParameter("a release is of one text; say which topic")
    day = _today() if on is None else _day(on)
    with failing_clearly():
        from ferrata.cli.handing import handed, topic_list, topics
        from ferrata.plan.handout import sheet_text

        if topic is None:
            made, text = topic_list(), topics()
        else:
            made = handed(topic, released_by=released_by, on=day)
            text = sheet_text(made)
        if json:
            import msgspec

            text = msgspec.json.format(msgspec.json.encode(made), indent=2).decode() + "\n"
        sys.stdout.write(text)


@app.command()
def drug(
    name: Annotated[str, typer.Argument(help="A treatment: its ingredient, brand or id.")],
    age: Annotated[
        str | None, typer.Option(help="The patient's age, such as 6y, 18mo, 5w or 10d.")
    ] = None,
    record: Annotated[
        Path | None, typer.Option(help="A FHIR R4 Bundle, for the patient's age.")
    ] = None,
    on: Annotated[
        str | None, typer.Option(help="The day asked about; today if left out.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the monograph as JSON.")] = False,
) -> None:
    """Print the monograph of NAME: role, dose, cautions, interactions, response, evidence."""
    day = _today() if on is None else _day(on)
    with failing_clearly():
        from ferrata.cli.drugs import drug_page

        made = drug_page(name, age=age, record=record, on=day, today=_today())
        if json:
            import msgspec

            sys.stdout.write(
                msgspec.json.format(msgspec.json.encode(made), indent=2).decode() + "\n"
            )
            return
        from ferrata.plan.monograph import page_text

        sys.stdout.write(page_text(made))


@app.command()
def drugs(
    json: Annotated[bool, typer.Option("--json", help="Print the table as JSON.")] = False,
) -> None:
    """Print a table of all treatments: place in each guideline, sourced dose, evidence."""
    with failing_clearly():
        from ferrata.cli.drugs import drug_table

        made = drug_table()
        if json:
            import msgspec

            sys.stdout.write(
                msgspec.json.format(msgspec.json.encode(made), indent=2).decode() + "\n"
            )
            return
        from ferrata.plan.monograph import table_text

        sys.stdout.write(table_text(made))


@app.command()
def disagreements(
    record: Annotated[
        Path | None, typer.Argument(help="An HL7 FHIR R4 Bundle of one patient, JSON.")
    ] = None,
    on: Annotated[str | None, typer.Option(help="The day asked about; today if left out.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
) -> None:
    """List where the sources disagree, what is done about it and why; with RECORD, what matters."""
    day = _today() if on is None else _day(on)
    with failing_clearly():
        from ferrata.cli.disagreeing import disagreeing
        from ferrata.plan.disagreements.text import disagreements_text

        made = disagreeing(record, on=day, today=_today())
        if json:
            import msgspec

            sys.stdout.write(
                msgspec.json.format(msgspec.json.encode(made), indent=2).decode() + "\n"
            )
            return
        sys.stdout.write(disagreements_text(made))


@app.command()
def diagnose(
    record: Annotated[Path, typer.Argument(help="An HL7 FHIR R4 Bundle of one patient, JSON.")],
    on: Annotated[str | None, typer.Option(help="The day asked about; today if left out.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the assessment as JSON.")] = False,
    answer: Annotated[
        list[str] | None,
        typer.Option(help="An answer of today, as CONCEPT=VALUE; may be repeated."),
    ] = None,
) -> None:
    """Say what the diagnostic criteria make of RECORD, what is missing, and the next test."""
    day = _today() if on is None else _day(on)
    with failing_clearly():
        from ferrata.cli.diagnosing import diagnosed
        from ferrata.plan.assessment.text import assessment_text, write_assessment

        made = diagnosed(record, on=day, today=_today(), answers=answer or [])
        sys.stdout.write(write_assessment(made).decode() if json else assessment_text(made))


@app.command()
def schema(
    of: Annotated[
        str, typer.Argument(help="diagnosis, disagreements, monograph, plan or record")
    ] = "plan",
) -> None:
    """Print the JSON Schema of a monograph, a plan or a record."""
    with failing_clearly():
        import msgspec

        if of == "plan":
            from ferrata.plan.json import plan_schema as made
        elif of == "record":
            from ferrata.record.files import record_schema as made
        elif of == "diagnosis":
            from ferrata.plan.assessment.text import assessment_schema as made
        elif of == "monograph":
            from ferrata.plan.monograph.model import page_schema as made
        elif of == "disagreements":
            from ferrata.plan.disagreements.model import disagreements_schema as made
        else:
            raise typer.BadParameter(
                f"{of!r} has no schema; write diagnosis, disagreements, monograph, plan or record"
            )
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(made()), indent=2).decode() + "\n")


def main() -> None:
    """Run the command line."""
    app()
