"""What every output rests on: which content spoke, and the warrants it names."""

from __future__ import annotations

from ferrata.guideline.assessment import Assessment
from ferrata.guideline.canonical import content_hash
from ferrata.guideline.evidence import Assumption, Statement, Warrant
from ferrata.guideline.guideline import Guideline
from ferrata.plan.model import GuidelineVersion, Warranted

_HASHES: dict[int, tuple[Guideline | Assessment, str]] = {}


def version_of(content: Guideline | Assessment) -> GuidelineVersion:
    """Return which content spoke; its hash is kept, since content never changes."""
    held = _HASHES.get(id(content))
    if held is None:
        held = _HASHES[id(content)] = content, content_hash(content)
    return GuidelineVersion(
        id=content.id,
        title=content.title,
        version=content.version,
        hash=held[1],
        review=content.review,
    )


def warranted(warrant: Warrant) -> Warranted:
    """Return a statement or an assumption as it is shown."""
    match warrant:
        case Statement(id, source, text, lines):
            return Warranted(id=id, kind="statement", text=text, source=f"{source} {lines}".strip())
        case Assumption(id, text, rationale, review):
            return Warranted(
                id=id,
                kind="assumption",
                text=text,
                source="Ferrata",
                rationale=rationale,
                review=review,
            )
