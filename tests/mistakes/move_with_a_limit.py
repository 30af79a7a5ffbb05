from tests.mistakes.words import Stage, low, statement

from ferrata.guideline.pathway import Transition
from ferrata.guideline.units import day

move = Transition(
    id="move",
    at=Stage.WATCH,
    when=low,
    to=(Stage.TREAT,),
    because="low",
    until=14 * day,
    warrant=statement("S1"),
)
