from tests.mistakes.words import statement

because = statement()
