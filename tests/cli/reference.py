"""The page of commands, from the commands themselves."""

from collections.abc import Iterator
from typing import Any

import typer.main

from ferrata.cli.app import app
from ferrata.cli.commands import COMMANDS, EXIT_CODES, GROUPS
from ferrata.languages import available

HEAD = """# Commands

*Written by scripts/docs from `src/ferrata/cli`; do not edit.*

Every command takes `--help`, `--language CODE` and `--color` or `--no-color`. Text goes to standard
output, 100 columns wide, or as wide as a narrower terminal; what of a record was not used goes to
standard error. JSON is UTF-8, stays English, and is described by `ferrata schema NAME`.
"""


def commands_page() -> str:
    """Return docs/reference/commands.md."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield HEAD
    yield "| exit code | means |"
    yield "|---|---|"
    for code, meaning in EXIT_CODES.items():
        yield f"| {code} | {meaning} |"
    yield ""
    yield "| environment | what it does |"
    yield "|---|---|"
    yield "| `NO_COLOR` | set and not empty: no color |"
    yield "| `FORCE_COLOR` | set and not empty: color, also in a pipe |"
    yield (
        "| `LANGUAGE`, `LC_ALL`, `LC_MESSAGES` | the language, if there is a catalogue: "
        f"{', '.join(available())}; `LANG` alone does not choose one |"
    )
    yield "| `FERRATA_TODAY` | a day that stands for the clock, to make an output again |"
    yield "| `FERRATA_DEBUG` | set: a mistake of the program shows where it happened |"
    commands: Any = typer.main.get_command(app)
    for group in GROUPS:
        yield ""
        yield f"## {group}"
        for name, command in commands.commands.items():
            if COMMANDS[name].group == group:
                yield from _command(name, command)


def _command(name: str, command: Any) -> Iterator[str]:
    about = COMMANDS[name]
    prefix = "" if about.example.startswith("eval") else "ferrata "
    yield ""
    yield f"### {name}"
    yield ""
    yield " ".join(command.help.split())
    yield ""
    yield "```sh"
    yield f"{prefix}{about.example}"
    yield "```"
    yield ""
    schemas = ", ".join(f"`{one}`" for one in about.schemas)
    yield f"JSON: {schemas}." if schemas else f"No JSON: {about.no_json}."
    yield f"Exit codes: {', '.join(map(str, about.codes))}."
    yield ""
    yield "| | |"
    yield "|---|---|"
    for one in command.params:
        if one.name in {"language", "color"}:
            continue
        typed = f"`{'`, `'.join(one.opts)}`" if one.opts[0].startswith("-") else one.name.upper()
        yield f"| {typed} | {' '.join((one.help or '').split())} |"
