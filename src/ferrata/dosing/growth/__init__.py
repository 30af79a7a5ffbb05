"""Body size against age: are weight and height plausible, and are they fresh?"""

from ferrata.dosing.growth.checks import body_checks
from ferrata.dosing.growth.freshness import stale, stale_height
from ferrata.dosing.growth.model import BodyCheck, Level, worst

__all__ = ["BodyCheck", "Level", "body_checks", "stale", "stale_height", "worst"]
