from ferrata.guideline.doses import Dose, Route
from ferrata.guideline.units import day, kg, mg

dose = Dose(5 * mg / kg / day, 5 * mg / kg / day, Route.ORAL, least=2 * mg / kg / day)
