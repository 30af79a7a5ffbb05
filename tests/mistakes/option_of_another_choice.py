from tests.mistakes.words import Case, Stage

severe = Case.grade.is_(Stage.TREAT)
