from tests.mistakes.words import Case

from ferrata.guideline.units import per_uL

patient = Case(platlets=20_000 * per_uL)
