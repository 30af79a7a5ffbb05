from tests.mistakes.words import statement

from ferrata.guideline.doses import Dose, Route
from ferrata.guideline.parameters import parameter
from ferrata.guideline.units import between, day, kg, mg

cap = parameter(
    "cap", "Most in a day", 300 * mg / day, between(100, 400, mg / day), statement("S1")
)
dose = Dose(5 * mg / kg / day, 5 * mg / kg / day, Route.ORAL, cap=cap, least=200 * mg / day)
