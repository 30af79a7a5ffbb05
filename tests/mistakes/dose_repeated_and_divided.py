from ferrata.guideline.doses import Dose, Repeat, Route
from ferrata.guideline.units import kg, ug, week

dose = Dose(1 * ug / kg, 2 * ug / kg, Route.SUBCUTANEOUS, divided=2, repeat=Repeat(2, 3, week))
