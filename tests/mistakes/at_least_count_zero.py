from tests.mistakes.words import Case, low

from ferrata.guideline.conditions import at_least

any = at_least(0, Case.bleeding, low)
