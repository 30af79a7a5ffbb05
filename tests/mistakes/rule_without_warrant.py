from tests.mistakes.words import Stage

from ferrata.guideline.pathway import Step

watch = Step(
    id="watch",
    stage=Stage.WATCH,
    title="Watch",
    do=(),
    warrant=(),
)
