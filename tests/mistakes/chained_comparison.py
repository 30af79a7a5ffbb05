from tests.mistakes.words import Case

from ferrata.guideline.units import per_uL

middling = 10_000 * per_uL <= Case.platelets < 50_000 * per_uL
