from tests.mistakes.words import Case, low

from ferrata.guideline.conditions import at_least

both = at_least(3, Case.bleeding, low)
