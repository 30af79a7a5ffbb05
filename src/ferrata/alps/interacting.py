"""Which drugs a patient takes that interact with the two steroid-sparing agents."""

from __future__ import annotations

from ferrata.alps.concepts import Drug, StrongCyp3a4
from ferrata.alps.sources import A132, A133, A276
from ferrata.guideline.conditions import any_of
from ferrata.guideline.derivations import OnTreatment
from ferrata.guideline.events import Treatment
from ferrata.guideline.features import Finding
from ferrata.guideline.vocabularies import CaseFeatures

AZOLE_LASTS = 28
"""Days for which an azole still matters after it was stopped (A132)."""

UNIDENTIFIED = Treatment("unidentified-medicine", "a medicine that could not be identified")
"""No record can name it: whether it goes on is unknown while the list has an unread medicine."""


class Interacting(CaseFeatures):
    """One row per patient."""

    ketoconazole = Finding(
        "Takes ketoconazole, or took it in the last 28 days",
        OnTreatment(StrongCyp3a4.KETOCONAZOLE, A132, AZOLE_LASTS),
    )
    itraconazole = Finding(
        "Takes itraconazole, or took it in the last 28 days",
        OnTreatment(StrongCyp3a4.ITRACONAZOLE, A132, AZOLE_LASTS),
    )
    voriconazole = Finding(
        "Takes voriconazole, or took it in the last 28 days",
        OnTreatment(StrongCyp3a4.VORICONAZOLE, A132, AZOLE_LASTS),
    )
    posaconazole = Finding(
        "Takes posaconazole, or took it in the last 28 days",
        OnTreatment(StrongCyp3a4.POSACONAZOLE, A132, AZOLE_LASTS),
    )
    erythromycin = Finding("Takes erythromycin", OnTreatment(StrongCyp3a4.ERYTHROMYCIN, A132))
    telithromycin = Finding("Takes telithromycin", OnTreatment(StrongCyp3a4.TELITHROMYCIN, A132))
    clarithromycin = Finding("Takes clarithromycin", OnTreatment(StrongCyp3a4.CLARITHROMYCIN, A132))
    rifampicin = Finding("Takes rifampicin", OnTreatment(StrongCyp3a4.RIFAMPICIN, A132))
    rifabutin = Finding("Takes rifabutin", OnTreatment(StrongCyp3a4.RIFABUTIN, A132))
    phenytoin = Finding("Takes phenytoin", OnTreatment(StrongCyp3a4.PHENYTOIN, A132))
    phenobarbital = Finding("Takes phenobarbital", OnTreatment(StrongCyp3a4.PHENOBARBITAL, A132))
    carbamazepine = Finding("Takes carbamazepine", OnTreatment(StrongCyp3a4.CARBAMAZEPINE, A132))
    st_johns_wort = Finding("Takes St John's wort", OnTreatment(StrongCyp3a4.ST_JOHNS_WORT, A132))
    ritonavir = Finding("Takes ritonavir", OnTreatment(StrongCyp3a4.RITONAVIR, A132))
    cobicistat = Finding("Takes cobicistat", OnTreatment(StrongCyp3a4.COBICISTAT, A132))
    unidentified = Finding(
        "A medicine on the list could not be identified", OnTreatment(UNIDENTIFIED, A276)
    )
    azathioprine = Finding("Takes azathioprine", OnTreatment(Drug.AZATHIOPRINE, A133))
    mercaptopurine = Finding("Takes mercaptopurine", OnTreatment(Drug.MERCAPTOPURINE, A133))


strong_cyp3a4 = any_of(
    Interacting.ketoconazole,
    Interacting.itraconazole,
    Interacting.voriconazole,
    Interacting.posaconazole,
    Interacting.erythromycin,
    Interacting.telithromycin,
    Interacting.clarithromycin,
    Interacting.rifampicin,
    Interacting.rifabutin,
    Interacting.phenytoin,
    Interacting.phenobarbital,
    Interacting.carbamazepine,
    Interacting.st_johns_wort,
    Interacting.ritonavir,
    Interacting.cobicistat,
)
