from tests.mistakes.words import Case

patient = Case(platelets=True)
