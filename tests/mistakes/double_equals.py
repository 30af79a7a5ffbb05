from tests.mistakes.words import Case, Grade

from ferrata.guideline.conditions import all_of

severe = all_of(Case.bleeding, Case.grade == Grade.SEVERE)
