from tests.mistakes.words import Stage, low, statement

from ferrata.guideline.pathway import when

wait = when(
    "wait", at=Stage.WATCH, holds=low, to=Stage.WATCH, because="low", warrant=statement("S1")
)
