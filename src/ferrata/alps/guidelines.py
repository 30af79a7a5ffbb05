"""The guidelines, put together. `reconciled` is used for advice; the others are for comparison."""

from __future__ import annotations

from ferrata.alps.figure import RAO_2015_FIGURE
from ferrata.alps.reconciled import RECONCILED

GUIDELINES = (RECONCILED, RAO_2015_FIGURE)
