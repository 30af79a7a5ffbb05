from tests.mistakes.words import START, TREAT, WATCH, Stage, guideline, low, statement

from ferrata.guideline.pathway import when

again = when(
    "start", at=Stage.WATCH, holds=low, to=Stage.TREAT, because="low", warrant=statement("S1")
)
sample = guideline(WATCH, TREAT, START, again)
