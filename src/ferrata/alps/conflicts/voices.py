"""Who speaks in a conflict."""

from __future__ import annotations

FIGURE = "Rao 2015, Figure 1"
TEXT = "Rao 2015, text"
MEDSCAPE = "Medscape 2019"
OVERVIEW = "Overview for patients"
EVIDENCE = "Published evidence"
RECONCILED = "Reconciled"
