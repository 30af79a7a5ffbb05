from ferrata.guideline.units import between, dL, g

plausible = between(25, 1, g / dL)
