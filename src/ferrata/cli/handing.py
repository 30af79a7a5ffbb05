"""From a topic to a sheet for a family."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from operator import attrgetter

import typer

from ferrata.alps.handouts import HANDOUTS, READERS
from ferrata.alps.sources import SOURCES
from ferrata.cli.topics import TOPICS_SCHEMA_VERSION, Topic, Topics
from ferrata.plan.handout import Sheet, release, sheet
from ferrata.plan.lines import wrapped
from ferrata.plan.model import NOTICE
from ferrata.version import VERSION


def topics_text(made: Topics) -> str:
    """Return the list of topics, by group."""
    width = max(len(one.topic) for one in made.topics)
    lines = [*wrapped(made.notice), ""]
    lines += wrapped("Text for patients and families, for a clinician to release:")
    for group, listed in groupby(made.topics, key=attrgetter("group")):
        lines += ["", group.capitalize()]
        for one in listed:
            lines += wrapped(f"{one.topic:<{width}}  {one.title}", "  ", " " * (width + 4))
    lines += ["", "Read one: ferrata handout TOPIC"]
    return "\n".join(lines) + "\n"


def topic_list() -> Topics:
    """Return the topics as data."""
    return Topics(
        schema_version=TOPICS_SCHEMA_VERSION,
        software=f"ferrata {VERSION}",
        notice=NOTICE,
        topics=tuple(
            Topic(topic=one.id, group=one.group, title=one.title) for one in HANDOUTS.values()
        ),
    )


def handed(topic: str, *, released_by: str | None, on: date) -> Sheet:
    """Return the sheet of `topic`, a draft unless somebody releases it on a day.

    Raises:
        BadParameter: when there is no such topic, or the name is blank.
    """
    if topic not in HANDOUTS:
        raise typer.BadParameter(
            f"there is no handout {topic!r}; `ferrata handout` alone lists the topics"
        )
    if released_by is None:
        return sheet(HANDOUTS[topic], SOURCES, READERS)
    try:
        released = release(released_by, on)
    except ValueError as error:
        raise typer.BadParameter(
            f"{error}: write --released-by 'Dr. Example', or leave it out to read the draft"
        ) from None
    return sheet(HANDOUTS[topic], SOURCES, READERS, released)
