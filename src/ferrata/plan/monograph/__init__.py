"""A monograph as it is read: what it declares, with what the guidelines' rules say."""

from __future__ import annotations

from ferrata.plan.monograph.build import Age, ForWhom, Shelf, monograph_page, summary_row
from ferrata.plan.monograph.model import Page, SummaryRow, Table
from ferrata.plan.monograph.text import page_text, table_text

__all__ = [
    "Age",
    "ForWhom",
    "Page",
    "Shelf",
    "SummaryRow",
    "Table",
    "monograph_page",
    "page_text",
    "summary_row",
    "table_text",
]
