from ferrata.guideline.doses import Dose, Repeat, Route
from ferrata.guideline.units import m2, mg, week

dose = Dose(
    375 * mg / m2,
    375 * mg / m2,
    Route.INTRAVENOUS,
    repeat=Repeat(1, 1, week, total=4),
    in_all=2000 * mg,
)
