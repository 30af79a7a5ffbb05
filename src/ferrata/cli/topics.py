"""The list of texts for families as data."""

from __future__ import annotations

from msgspec import Struct

TOPICS_SCHEMA_VERSION = "1.0"


class Topic(Struct, frozen=True, kw_only=True):
    """One text for families, by the name to ask for it."""

    topic: str
    group: str
    title: str


class Topics(Struct, frozen=True, kw_only=True):
    """Every text for families."""

    schema_version: str
    software: str
    notice: str
    topics: tuple[Topic, ...]
