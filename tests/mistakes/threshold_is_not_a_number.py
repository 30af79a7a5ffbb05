from tests.mistakes.words import Case

from ferrata.guideline.units import per_uL

low = Case.platelets < float("nan") * per_uL
