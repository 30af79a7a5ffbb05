from tests.mistakes.words import statement

from ferrata.guideline.doses import Dose, Route
from ferrata.guideline.parameters import parameter
from ferrata.guideline.units import between, day, kg, mg

rounding = parameter("rounding", "Rounding", 1 * mg, between(0, 2, mg), statement("S1"))
dose = Dose(1 * mg / kg / day, 1 * mg / kg / day, Route.ORAL, tolerance=rounding)
