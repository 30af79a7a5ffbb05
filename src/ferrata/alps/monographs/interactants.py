"""Ingredients and groups that interact with the treatments of ALPS, and their codes.

Checked as in `alps.codes`: ATC in the published list of 2026, RxNorm in an extract of RxClass.
A group has the code of its ATC group and no RxNorm ingredient.
"""

from __future__ import annotations

from typing import Literal

from ferrata.alps.codes.systems import ATC, RXNORM, Row
from ferrata.guideline.events import Treatment

KETOCONAZOLE = Treatment("ketoconazole", "ketoconazole")
ITRACONAZOLE = Treatment("itraconazole", "itraconazole")
VORICONAZOLE = Treatment("voriconazole", "voriconazole")
POSACONAZOLE = Treatment("posaconazole", "posaconazole")
ISAVUCONAZOLE = Treatment("isavuconazole", "isavuconazole")
FLUCONAZOLE = Treatment("fluconazole", "fluconazole")
ERYTHROMYCIN = Treatment("erythromycin", "erythromycin")
TELITHROMYCIN = Treatment("telithromycin", "telithromycin")
CLARITHROMYCIN = Treatment("clarithromycin", "clarithromycin")
AZITHROMYCIN = Treatment("azithromycin", "azithromycin")
DILTIAZEM = Treatment("diltiazem", "diltiazem")
VERAPAMIL = Treatment("verapamil", "verapamil")
RIFAMPICIN = Treatment("rifampicin", "rifampicin")
RIFABUTIN = Treatment("rifabutin", "rifabutin")
PHENYTOIN = Treatment("phenytoin", "phenytoin")
PHENOBARBITAL = Treatment("phenobarbital", "phenobarbital")
CARBAMAZEPINE = Treatment("carbamazepine", "carbamazepine")
ST_JOHNS_WORT = Treatment("st-johns-wort", "St John's wort")
RITONAVIR = Treatment("ritonavir", "ritonavir")
COBICISTAT = Treatment("cobicistat", "cobicistat")
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
    (KETOCONAZOLE, "6135", "J02AB02"),
    (ITRACONAZOLE, "28031", "J02AC02"),
    (VORICONAZOLE, "121243", "J02AC03"),
    (POSACONAZOLE, "282446", "J02AC04"),
    (ISAVUCONAZOLE, "1720882", "J02AC05"),
    (FLUCONAZOLE, "4450", "J02AC01"),
    (ERYTHROMYCIN, "4053", "J01FA01"),
    (TELITHROMYCIN, "274786", "J01FA15"),
    (CLARITHROMYCIN, "21212", "J01FA09"),
    (AZITHROMYCIN, "18631", "J01FA10"),
    (DILTIAZEM, "3443", "C08DB01"),
    (VERAPAMIL, "11170", "C08DA01"),
    (RIFAMPICIN, "9384", "J04AB02"),
    (RIFABUTIN, "55672", "J04AB04"),
    (PHENYTOIN, "8183", "N03AB02"),
    (PHENOBARBITAL, "8134", "N03AA02"),
    (CARBAMAZEPINE, "2002", "N03AF01"),
    (ST_JOHNS_WORT, "", "N06AX25"),
    (RITONAVIR, "85762", "J05AE03"),
    (COBICISTAT, "1306284", "V03AX03"),
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
