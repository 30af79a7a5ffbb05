from tests.mistakes.words import Case, low

from ferrata.guideline.conditions import all_of

danger = all_of([Case.bleeding, low])
