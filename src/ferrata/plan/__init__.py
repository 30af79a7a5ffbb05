"""The main job: from a record to the plan."""

from __future__ import annotations

from ferrata.plan.build import plan
from ferrata.plan.model import NOTICE, PLAN_SCHEMA_VERSION, Level, Plan

__all__ = ["NOTICE", "PLAN_SCHEMA_VERSION", "Level", "Plan", "plan"]
