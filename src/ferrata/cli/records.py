"""Commands about records themselves: inspect."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ferrata.cli.failures import failing_clearly
from ferrata.cli.root import CodeMapFile, Json, On, app, day, show, today


@app.command()
def inspect(
    record: Annotated[
        Path | None, typer.Argument(help="An HL7 FHIR R4 Bundle of one patient, JSON.")
    ] = None,
    on: On = None,
    code_map: CodeMapFile = None,
    json: Json = False,
) -> None:
    """List what of RECORD was understood, converted, ignored, not understood; or check a map."""
    if record is None and code_map is None:
        raise typer.BadParameter("give a record, or a code map to check with --map FILE")
    with failing_clearly():
        from ferrata.cli.inspecting import checked, inspected
        from ferrata.exchange.inspection.text import inspection_text, map_text

        if record is not None:
            made = inspected(record, code_map=code_map, on=day(on), today=today())
            show(made, inspection_text, json=json)
        elif code_map is not None:
            show(checked(code_map), map_text, json=json)
