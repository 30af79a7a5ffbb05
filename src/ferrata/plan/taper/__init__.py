"""The plan of a course that ends: built, read again, and as text or as a note."""

from __future__ import annotations

from ferrata.plan.taper.build import Cabinet, taper_plan
from ferrata.plan.taper.model import TaperPlan
from ferrata.plan.taper.note import taper_note
from ferrata.plan.taper.order import Order
from ferrata.plan.taper.read import read_taper
from ferrata.plan.taper.text import taper_text

__all__ = [
    "Cabinet",
    "Order",
    "TaperPlan",
    "read_taper",
    "taper_note",
    "taper_plan",
    "taper_text",
]
