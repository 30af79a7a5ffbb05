from ferrata.guideline.derivations import OnTreatment
from ferrata.guideline.events import Events
from ferrata.guideline.features import Finding
from ferrata.guideline.parameters import Site
from ferrata.guideline.vocabularies import CaseFeatures
from ferrata.interpret.derive import Derived


class Patient(CaseFeatures):
    treated = Finding("On treatment", OnTreatment())


patient = Derived(Events(), 0, (Patient,), Site(()))
treated = patient.value(Patient.treated)
