from tests.mistakes.words import Case

well = not Case.bleeding
