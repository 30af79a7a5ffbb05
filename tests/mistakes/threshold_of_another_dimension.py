from tests.mistakes.words import Case

from ferrata.guideline.units import per_uL

anemic = Case.hemoglobin < 8 * per_uL
