"""The verdicts on a guideline as data."""

from __future__ import annotations

from msgspec import Struct

from ferrata.plan.model import GuidelineVersion

PROOFS_SCHEMA_VERSION = "1.0"


class Proof(Struct, frozen=True, kw_only=True):
    """One theorem about one subject: its verdict, what was measured, and a patient against it."""

    theorem: str
    subject: str
    outcome: str
    detail: str
    counterexample: tuple[str, ...] | None
    seconds: float


class Proofs(Struct, frozen=True, kw_only=True):
    """Every verdict on one guideline; `proved` when each of them is "proved"."""

    schema_version: str
    software: str
    notice: str
    guideline: GuidelineVersion
    measured: str
    proved: bool
    verdicts: tuple[Proof, ...]
