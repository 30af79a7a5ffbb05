"""FHIR R4, both ways.

`read_fhir` is strict about what could harm (another patient, another version of FHIR, dates in
the future) and patient with the rest: an entry that cannot be used is listed with the reason.
"""

from ferrata.exchange.fhir.read import read_fhir
from ferrata.exchange.fhir.write import write_fhir

__all__ = ["read_fhir", "write_fhir"]
