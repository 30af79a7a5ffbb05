from ferrata.guideline.doses import Dose, Route
from ferrata.guideline.units import day, kg, mg

dose = Dose(1 * mg / kg / day, 2 * mg / kg / day, Route.ORAL, divided=0)
