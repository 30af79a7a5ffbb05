from ferrata.guideline.doses import Dose, Route
from ferrata.guideline.units import day, g, kg

dose = Dose(1 * g / kg / day, 1 * g / kg / day, Route.INTRAVENOUS, in_all=2 * g / kg)
