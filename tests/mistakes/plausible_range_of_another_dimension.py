from ferrata.guideline.features import Measurement
from ferrata.guideline.units import between, dL, g, per_uL
from ferrata.guideline.vocabularies import CaseFeatures


class Case(CaseFeatures):
    hemoglobin = Measurement("Hemoglobin", g / dL, between(1, 25, per_uL))
