from tests.mistakes.words import Case

from ferrata.guideline.units import L, g

anemic = Case.hemoglobin < 8 * g / L
