"""Ingredients and groups that interact with the treatments of ALPS, and their codes.

Checked as in `alps.codes`: ATC in the published list of 2026, RxNorm in an extract of RxClass.
A group has the code of its ATC group and no RxNorm ingredient. What inhibits or induces CYP3A4
strongly is a concept of records, and its codes stand in `alps.codes.drugs`.
"""

from __future__ import annotations

from typing import Literal

from ferrata.alps.codes.systems import ATC, RXNORM, Row
from ferrata.alps.concepts import StrongCyp3a4
from ferrata.guideline.events import Treatment

KETOCONAZOLE = StrongCyp3a4.KETOCONAZOLE
ITRACONAZOLE = StrongCyp3a4.ITRACONAZOLE
VORICONAZOLE = StrongCyp3a4.VORICONAZOLE
POSACONAZOLE = StrongCyp3a4.POSACONAZOLE
ISAVUCONAZOLE = Treatment("isavuconazole", "isavuconazole")
FLUCONAZOLE = Treatment("fluconazole", "fluconazole")
ERYTHROMYCIN = StrongCyp3a4.ERYTHROMYCIN
TELITHROMYCIN = StrongCyp3a4.TELITHROMYCIN
CLARITHROMYCIN = StrongCyp3a4.CLARITHROMYCIN
AZITHROMYCIN = Treatment("azithromycin", "azithromycin")
DILTIAZEM = Treatment("diltiazem", "diltiazem")
VERAPAMIL = Treatment("verapamil", "verapamil")
RIFAMPICIN = StrongCyp3a4.RIFAMPICIN
RIFABUTIN = StrongCyp3a4.RIFABUTIN
PHENYTOIN = StrongCyp3a4.PHENYTOIN
PHENOBARBITAL = StrongCyp3a4.PHENOBARBITAL
CARBAMAZEPINE = StrongCyp3a4.CARBAMAZEPINE
ST_JOHNS_WORT = StrongCyp3a4.ST_JOHNS_WORT
RITONAVIR = StrongCyp3a4.RITONAVIR
COBICISTAT = StrongCyp3a4.COBICISTAT
LETERMOVIR = Treatment("letermovir", "letermovir")
CANNABIDIOL = Treatment("cannabidiol", "cannabidiol")
TACROLIMUS = Treatment("tacrolimus", "tacrolimus")
COLESTYRAMINE = Treatment("colestyramine", "colestyramine")
AMOXICILLIN_CLAVULANATE = Treatment("amoxicillin-clavulanate", "amoxicillin-clavulanate")
ALLOPURINOL = Treatment("allopurinol", "allopurinol")
FEBUXOSTAT = Treatment("febuxostat", "febuxostat")
CITALOPRAM = Treatment("citalopram", "citalopram")
ONDANSETRON = Treatment("ondansetron", "ondansetron")
MAGNESIUM = Treatment("magnesium-hydroxide", "magnesium antacids")
ALUMINUM = Treatment("aluminum-hydroxide", "aluminum antacids")
PROTON_PUMP_INHIBITORS = Treatment("proton-pump-inhibitors", "proton-pump inhibitors")
ACE_INHIBITORS = Treatment("ace-inhibitors", "ACE inhibitors")
CONTRACEPTIVES = Treatment("hormonal-contraceptives", "hormonal contraceptives")
LIVE_MEASLES = Treatment("live-measles", "live measles, mumps and rubella vaccine")
LIVE_VARICELLA = Treatment("live-varicella", "live varicella vaccine")
GRAPEFRUIT = Treatment("grapefruit", "grapefruit")
CATIONS = Treatment("polyvalent-cations", "cations (calcium, iron, antacids) and dairy")

AZOLES = (
    KETOCONAZOLE,
    ITRACONAZOLE,
    VORICONAZOLE,
    POSACONAZOLE,
)
LIVE_VACCINES = (LIVE_MEASLES, LIVE_VARICELLA)

_CODES: tuple[tuple[Treatment, str, str], ...] = (
    (ISAVUCONAZOLE, "1720882", "J02AC05"),
    (FLUCONAZOLE, "4450", "J02AC01"),
    (AZITHROMYCIN, "18631", "J01FA10"),
    (DILTIAZEM, "3443", "C08DB01"),
    (VERAPAMIL, "11170", "C08DA01"),
    (LETERMOVIR, "1988648", "J05AX18"),
    (CANNABIDIOL, "2045371", "N03AX24"),
    (TACROLIMUS, "42316", "L04AD02"),
    (COLESTYRAMINE, "2447", "C10AC01"),
    (AMOXICILLIN_CLAVULANATE, "", "J01CR02"),
    (ALLOPURINOL, "519", "M04AA01"),
    (FEBUXOSTAT, "73689", "M04AA03"),
    (CITALOPRAM, "2556", "N06AB04"),
    (ONDANSETRON, "26225", "A04AA01"),
    (MAGNESIUM, "6581", "A02AA04"),
    (ALUMINUM, "612", ""),
    (PROTON_PUMP_INHIBITORS, "", "A02BC"),
    (ACE_INHIBITORS, "", "C09A"),
    (CONTRACEPTIVES, "", "G03A"),
    (LIVE_MEASLES, "", "J07BD"),
    (LIVE_VARICELLA, "", "J07BK"),
)

_CHECKED: Literal["verified"] = "verified"

INTERACTANTS: tuple[Row, ...] = tuple(
    Row(system, code, who.id, _CHECKED)
    for who, rxnorm, atc in _CODES
    for system, code in ((RXNORM, rxnorm), (ATC, atc))
    if code
)
