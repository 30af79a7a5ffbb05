from ferrata.guideline.doses import Dose, Route
from ferrata.guideline.units import kg, mg

dose = Dose(1 * mg / kg, 2 * mg / kg, Route.ORAL)
