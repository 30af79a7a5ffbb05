"""The three source documents, their numbered statements, and the declared assumptions."""

from __future__ import annotations

from importlib.resources import files

from ferrata.guideline.evidence import Source, Warrants, read_assumptions, read_statements

SOURCES = (
    Source(
        "R",
        "Rao VK. Approaches to managing autoimmune cytopenias in novel immunological disorders "
        "with genetic underpinnings like autoimmune lymphoproliferative syndrome. "
        "Front Pediatr 2015;3:65. doi:10.3389/fped.2015.00065",
        2015,
    ),
    Source("M", "Medscape: treatment of autoimmune cytopenias in ALPS, updated 29 July 2019", 2019),
    Source("P", "Overview of ALPS treatment for patients", 2024),
    Source("E", "Published evidence, read in its primary page or label", 2024),
)

_HERE = files("ferrata.alps")

_STATED = ("sources", "evidence", "drugs", "care", "diagnosis", "interactions")
_ASSUMED = (
    *("pathway", "record", "sources", "handouts", "drugs", "care", "diagnosis", "interactions"),
    *("doses", "tapers", "growth", "exchange"),
)

STATEMENTS = tuple(
    row
    for name in _STATED
    for row in read_statements((_HERE / "statements" / f"{name}.toml").read_text(encoding="utf-8"))
)
ASSUMPTIONS = tuple(
    row
    for name in _ASSUMED
    for row in read_assumptions(
        (_HERE / "assumptions" / f"{name}.toml").read_text(encoding="utf-8")
    )
)

warrant = Warrants((*STATEMENTS, *ASSUMPTIONS))
"""The warrants of a rule by id: ``warrant("R45", "A09")``."""

assumed = {one.id: one for one in ASSUMPTIONS}
"""The assumptions by id, for derivations that declare what silence means."""
A103, A105, A111, A114, A115 = (assumed[key] for key in ("A103", "A105", "A111", "A114", "A115"))
A116, A120, A122, A123, A124 = (assumed[key] for key in ("A116", "A120", "A122", "A123", "A124"))
A126, A127, A128, A130, A131 = (assumed[key] for key in ("A126", "A127", "A128", "A130", "A131"))
A132, A133, A134, A276 = (assumed[key] for key in ("A132", "A133", "A134", "A276"))
