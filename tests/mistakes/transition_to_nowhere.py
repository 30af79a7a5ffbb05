from tests.mistakes.words import TREAT, WATCH, Stage, guideline, low, statement

from ferrata.guideline.pathway import when

leave = when(
    "leave", at=Stage.WATCH, holds=low, to=Stage.CLINIC, because="low", warrant=statement("S1")
)
sample = guideline(WATCH, TREAT, leave)
