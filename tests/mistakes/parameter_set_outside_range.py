from tests.mistakes.words import CAP

from ferrata.guideline.parameters import Site
from ferrata.guideline.units import day, g

site = Site([CAP], {"cap": 1 * g / day})
