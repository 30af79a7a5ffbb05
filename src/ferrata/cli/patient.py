"""Commands about one patient: diagnose, plan, summary, audit."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ferrata.cli.completing import guideline_names
from ferrata.cli.failures import failing_clearly
from ferrata.cli.root import Answers, CodeMapFile, Json, On, RecordFile, app, day, show, today


@app.command()
def diagnose(
    record: RecordFile,
    on: On = None,
    json: Json = False,
    answer: Answers = None,
    code_map: CodeMapFile = None,
) -> None:
    """Say what the diagnostic criteria make of RECORD, what is missing, and the next test."""
    with failing_clearly():
        from ferrata.cli.diagnosing import diagnosed
        from ferrata.plan.assessment.text import assessment_text

        made = diagnosed(record, on=day(on), today=today(), answers=answer or [], code_map=code_map)
        show(made, assessment_text, json=json)


@app.command()
def plan(
    record: RecordFile,
    *,
    on: On = None,
    json: Json = False,
    guideline: Annotated[
        str,
        typer.Option(
            help="The guideline that speaks; the others are compared.",
            autocompletion=guideline_names,
        ),
    ] = "reconciled",
    answer: Answers = None,
    code_map: CodeMapFile = None,
) -> None:
    """Print the plan for the patient of RECORD: where they stand, options, what is missing."""
    with failing_clearly():
        from ferrata.cli.planning import planned
        from ferrata.plan.text import text

        made = planned(
            record,
            guideline=guideline,
            on=day(on),
            today=today(),
            answers=answer or [],
            code_map=code_map,
        )
        show(made, text, json=json)


@app.command()
def summary(
    record: RecordFile,
    on: On = None,
    json: Json = False,
    answer: Answers = None,
    code_map: CodeMapFile = None,
) -> None:
    """Print a shared-care summary of RECORD: one page for whoever takes over."""
    with failing_clearly():
        from ferrata.cli.summarizing import summarized
        from ferrata.plan.shared_care import summary_text

        made = summarized(
            record,
            guideline="reconciled",
            on=day(on),
            today=today(),
            answers=answer or [],
            code_map=code_map,
        )
        show(made, summary_text, json=json)


@app.command()
def audit(
    records: Annotated[list[Path], typer.Argument(help="FHIR R4 Bundles, one patient each.")],
    on: On = None,
    json: Json = False,
    code_map: CodeMapFile = None,
) -> None:
    """Put each decision of RECORDS beside what each guideline would have advised that day."""
    with failing_clearly():
        from ferrata.cli.auditing import audited
        from ferrata.plan.audit.text import audit_text

        show(audited(records, on=day(on), today=today(), code_map=code_map), audit_text, json=json)
