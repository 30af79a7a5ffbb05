"""The version of the package. The versions of content, schemas and models are kept apart."""

VERSION = "0.1.0"

RELEASED = "2026-11-20"
"""The day this version was made; a clock that shows an earlier one is wrong."""
