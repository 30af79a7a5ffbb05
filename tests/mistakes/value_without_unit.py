from tests.mistakes.words import Case

patient = Case(platelets=20_000)
