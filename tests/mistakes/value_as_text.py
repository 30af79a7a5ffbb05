from tests.mistakes.words import Case

patient = Case(grade="severe")
