"""The guidelines, put together. `reconciled` is used for advice; the others are for comparison."""

from __future__ import annotations

from ferrata.alps.figure import RAO_2015_FIGURE
from ferrata.alps.medscape import MEDSCAPE_2019
from ferrata.alps.rao import RAO_2015
from ferrata.alps.reconciled import RECONCILED

GUIDELINES = (RECONCILED, RAO_2015_FIGURE, RAO_2015, MEDSCAPE_2019)
