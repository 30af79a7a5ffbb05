from tests.mistakes.words import Case

from ferrata.guideline.units import per_uL

danger = Case.bleeding & Case.platelets < 50_000 * per_uL
