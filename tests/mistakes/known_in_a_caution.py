from tests.mistakes.words import TABLET, Case, statement

from ferrata.guideline.actions import Avoid
from ferrata.guideline.conditions import known, not_
from ferrata.guideline.pathway import Caution

uncounted = Caution(
    id="uncounted",
    avoid=Avoid((TABLET,), not_(known(Case.platelets)), "Not uncounted", statement("S1")),
    warrant=statement("S1"),
)
