"""What a record was understood to say: every part of a bundle, and what became of it.

`inspect_fhir` reads a bundle as `read_fhir` does and accounts for each entry, component and
contained resource exactly once, so that nothing is lost in silence.
"""

from ferrata.exchange.inspection.inspect import check_map, inspect_fhir
from ferrata.exchange.inspection.model import (
    INSPECTION_SCHEMA_VERSION,
    CheckedMap,
    Fate,
    Inspection,
)

__all__ = [
    "INSPECTION_SCHEMA_VERSION",
    "CheckedMap",
    "Fate",
    "Inspection",
    "check_map",
    "inspect_fhir",
]
