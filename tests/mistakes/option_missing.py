from tests.mistakes.words import Case

severe = Case.grade.is_()
