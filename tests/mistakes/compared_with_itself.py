from tests.mistakes.words import Case

from ferrata.guideline.units import dL, g

falling = Case.hemoglobin <= Case.hemoglobin - 2 * g / dL
