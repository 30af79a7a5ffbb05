from tests.mistakes.words import PLATELETS

from ferrata.guideline.conditions import Operator
from ferrata.guideline.derivations import days_with, within
from ferrata.guideline.units import day, per_L

days = days_with(PLATELETS, Operator.LT, 50_000_000_000_000 * per_L, within(14 * day))
