from ferrata.guideline.doses import Repeat
from ferrata.guideline.units import week

often = Repeat(3, 2, week)
