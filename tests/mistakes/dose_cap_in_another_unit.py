from tests.mistakes.words import statement

from ferrata.guideline.doses import Dose, Route
from ferrata.guideline.parameters import parameter
from ferrata.guideline.units import between, day, kg, mg

cap = parameter("cap", "Most at once", 60 * mg, between(40, 80, mg), statement("S1"))
dose = Dose(1 * mg / kg / day, 2 * mg / kg / day, Route.ORAL, cap=cap)
