from tests.mistakes.words import Case, low

danger = Case.bleeding | low
