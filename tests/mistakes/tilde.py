from tests.mistakes.words import Case

well = ~Case.bleeding
