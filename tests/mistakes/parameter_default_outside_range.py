from tests.mistakes.words import statement

from ferrata.guideline.parameters import parameter
from ferrata.guideline.units import between, per_uL

limit = parameter(
    "limit",
    "Treat below",
    3_000 * per_uL,
    between(10_000, 50_000, per_uL),
    statement("S1"),
)
