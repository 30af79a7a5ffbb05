from tests.mistakes.words import Case, low

from ferrata.guideline.conditions import at_least

some = at_least(Case.bleeding, low, Case.bleeding)
