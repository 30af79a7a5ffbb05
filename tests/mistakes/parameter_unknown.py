from tests.mistakes.words import CAP

from ferrata.guideline.parameters import Site
from ferrata.guideline.units import day, mg

site = Site([CAP], {"capp": 60 * mg / day})
