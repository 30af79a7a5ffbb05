from tests.mistakes.words import TABLET, Case, statement

from ferrata.guideline.conditions import known
from ferrata.guideline.pathway import Gate

counted = Gate(
    id="counted",
    title="Count first",
    treatments=(TABLET,),
    needs=known(Case.platelets),
    warrant=statement("S1"),
)
