from tests.mistakes.words import Case, Stage, statement

from ferrata.guideline.conditions import known, not_
from ferrata.guideline.pathway import when

blind = when(
    "blind",
    at=Stage.WATCH,
    holds=not_(known(Case.platelets)),
    to=Stage.TREAT,
    because="nobody counted",
    warrant=statement("S1"),
)
