"""From a topic to a sheet for a family."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from operator import itemgetter

import typer

from ferrata.alps.handouts import HANDOUTS, READERS
from ferrata.alps.sources import SOURCES
from ferrata.plan.handout import Sheet, release, sheet
from ferrata.plan.model import NOTICE


def topics_text(topics: list[dict[str, str]]) -> str:
    """Return the list of topics, by group."""
    width = max(len(one["topic"]) for one in topics)
    lines = [NOTICE, "Text for patients and families, for a clinician to release:"]
    for group, listed in groupby(topics, key=itemgetter("group")):
        lines += ["", group.capitalize()]
        lines += [f"  {one['topic']:<{width}}  {one['title']}" for one in listed]
    lines += ["", "Read one: ferrata handout TOPIC"]
    return "\n".join(lines) + "\n"


def topic_list() -> list[dict[str, str]]:
    """Return the topics as data: id, group and title."""
    return [{"topic": one.id, "group": one.group, "title": one.title} for one in HANDOUTS.values()]


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
