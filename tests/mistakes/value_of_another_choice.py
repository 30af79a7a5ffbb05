from tests.mistakes.words import Case, Stage

patient = Case(grade=Stage.TREAT)
