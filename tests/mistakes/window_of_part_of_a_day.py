from ferrata.guideline.derivations import within
from ferrata.guideline.units import day

recent = within(1.5 * day)
