"""Monographs of every treatment of the sources: what no rule says. Declarations only.

What the guidelines' rules say of a treatment (role, doses, cautions) is not repeated here;
`ferrata.plan.monograph` computes it.
"""

from __future__ import annotations

from ferrata.alps.monographs.antimetabolites import AZATHIOPRINE, MERCAPTOPURINE, METHOTREXATE
from ferrata.alps.monographs.cytotoxics import (
    BORTEZOMIB,
    CYCLOPHOSPHAMIDE,
    PENTOSTATIN,
    VINCRISTINE,
)
from ferrata.alps.monographs.every import EVERY
from ferrata.alps.monographs.hydroxychloroquine import HYDROXYCHLOROQUINE
from ferrata.alps.monographs.interactants import INTERACTANTS
from ferrata.alps.monographs.mycophenolate import MYCOPHENOLATE
from ferrata.alps.monographs.others import ANTI_D, CICLOSPORIN, DAPSONE
from ferrata.alps.monographs.procedures import SPLENECTOMY, TRANSPLANTATION
from ferrata.alps.monographs.prophylaxis import AMOXICILLIN, COTRIMOXAZOLE, PENICILLIN_V
from ferrata.alps.monographs.rituximab import RITUXIMAB
from ferrata.alps.monographs.sirolimus import SIROLIMUS
from ferrata.alps.monographs.steroids import METHYLPREDNISOLONE, PREDNISONE
from ferrata.alps.monographs.support import FILGRASTIM, IMMUNOGLOBULIN
from ferrata.alps.monographs.thrombopoietin import ELTROMBOPAG, ROMIPLOSTIM

__all__ = ["EVERY", "INTERACTANTS", "MONOGRAPHS"]

MONOGRAPHS = (
    PREDNISONE,
    METHYLPREDNISOLONE,
    IMMUNOGLOBULIN,
    FILGRASTIM,
    MYCOPHENOLATE,
    SIROLIMUS,
    HYDROXYCHLOROQUINE,
    ELTROMBOPAG,
    ROMIPLOSTIM,
    AZATHIOPRINE,
    MERCAPTOPURINE,
    METHOTREXATE,
    CICLOSPORIN,
    DAPSONE,
    VINCRISTINE,
    CYCLOPHOSPHAMIDE,
    PENTOSTATIN,
    BORTEZOMIB,
    RITUXIMAB,
    ANTI_D,
    SPLENECTOMY,
    TRANSPLANTATION,
    PENICILLIN_V,
    AMOXICILLIN,
    COTRIMOXAZOLE,
)
