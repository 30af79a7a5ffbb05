from tests.mistakes.words import Stage, low, statement

from ferrata.guideline.conditions import not_
from ferrata.guideline.pathway import stay
from ferrata.guideline.units import day

wait = stay(
    "wait",
    at=Stage.WATCH,
    holds=not_(low),
    until=14 * day,
    because="not low",
    warrant=statement("S1"),
)
