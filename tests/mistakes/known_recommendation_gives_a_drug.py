from tests.mistakes.words import TABLET, WATCH, Case, guideline, statement

from ferrata.guideline.actions import Give
from ferrata.guideline.conditions import known, not_
from ferrata.guideline.pathway import Recommendation

blind = Recommendation(
    id="blind",
    title="Treat blindly",
    when=not_(known(Case.platelets)),
    do=(Give(TABLET, "Give tablets", statement("S1")),),
    warrant=statement("S1"),
)
sample = guideline(WATCH, blind)
