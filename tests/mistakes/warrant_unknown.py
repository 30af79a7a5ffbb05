from tests.mistakes.words import statement

because = statement("S1", "S17")
