"""The command with its sub-commands: help by group, an example for each, options that all share."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup, TyperOption

from ferrata.cli.commands import COMMANDS, EXIT_CODES, GROUPS
from ferrata.cli.paper import WISHES
from ferrata.languages import LanguageError, available, catalogue

OTHER = "Other commands"


def _language(_: typer.Context, __: object, asked: str | None) -> None:
    """Speak the language asked for, from here on."""
    if asked is None:
        return
    try:
        catalogue(asked)
    except LanguageError as error:
        raise typer.BadParameter(str(error)) from None
    WISHES.language = asked


def _color(_: typer.Context, __: object, asked: bool | None) -> None:
    """Print with or without color, whatever the environment says."""
    if asked is not None:
        WISHES.color = asked


def _codes(_: object, __: object, incomplete: str) -> list[str]:
    return [one for one in available() if one.startswith(incomplete)]


def shared() -> list[TyperOption]:
    """Return the options of every command: language and color."""
    return [
        TyperOption(
            param_decls=["--language"],
            type=str,
            callback=_language,
            expose_value=False,
            metavar="<code>",
            help=f"The language of the text: {', '.join(available())}; JSON stays English.",
            autocompletion=_codes,
        ),
        TyperOption(
            param_decls=["--color/--no-color"],
            is_flag=True,
            default=None,
            callback=_color,
            expose_value=False,
            help="With or without color; left out, color on a terminal unless NO_COLOR is set.",
        ),
    ]


class Commands(TyperGroup):
    """Adds to every command, whoever wrote it, the shared options and its example."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.params += shared()
        for name, command in self.commands.items():
            command.params += shared()
            about = COMMANDS.get(name)
            if about is not None:
                prefix = "" if "$(" in about.example else "ferrata "
                command.epilog = f"Example: {prefix}{about.example}"
        codes = "; ".join(f"{code} {meaning}" for code, meaning in EXIT_CODES.items())
        self.epilog = f"Exit codes: {codes}."

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands by group, each with its whole first sentence."""
        del ctx
        for group in (*GROUPS, OTHER):
            rows = [
                (name, command.get_short_help_str(_WHOLE))
                for name, command in self.commands.items()
                if not command.hidden and _group(name) == group
            ]
            if rows:
                with formatter.section(group):
                    formatter.write_dl(rows)


_WHOLE = 400


def _group(name: str) -> str:
    about = COMMANDS.get(name)
    return OTHER if about is None else about.group
