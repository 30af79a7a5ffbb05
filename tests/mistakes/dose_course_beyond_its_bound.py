from ferrata.guideline.doses import Dose, Route
from ferrata.guideline.units import between, day, g, kg

dose = Dose(
    1 * g / kg / day,
    2 * g / kg / day,
    Route.INTRAVENOUS,
    days=between(1, 2, day),
    in_all=2 * g / kg,
)
