from ferrata.guideline.doses import Dose, Route
from ferrata.guideline.units import day, kg, mg

dose = Dose(2 * mg / kg / day, 1 * mg / kg / day, Route.ORAL)
