from tests.mistakes.words import Case, low

danger = Case.bleeding and low
