from tests.mistakes.words import WATCH, Stage, guideline, low, statement

from ferrata.guideline.pathway import Step, when

treat = Step(
    id="treat",
    stage=Stage.TREAT,
    title="Treat",
    do=(),
    final=True,
    warrant=statement("S1"),
)
back = when(
    "back", at=Stage.TREAT, holds=low, to=Stage.WATCH, because="low", warrant=statement("S1")
)
sample = guideline(WATCH, treat, back)
