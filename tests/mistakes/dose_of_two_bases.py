from ferrata.guideline.doses import Dose, Route
from ferrata.guideline.units import day, kg, m2, mg

dose = Dose(1 * mg / kg / day, 60 * mg / m2 / day, Route.ORAL)
