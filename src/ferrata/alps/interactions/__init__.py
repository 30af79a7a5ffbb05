"""The table of interactions: those of the monographs, with names, codes and how long they last."""

from __future__ import annotations

from ferrata.alps.codes import DRUG_NAMES, DRUGS, OTHER_DRUG_NAMES, SAME_SYSTEM
from ferrata.alps.interacting import AZOLE_LASTS
from ferrata.alps.interactions.names import FORMER_CODES, GROUPS, WORDS
from ferrata.alps.monographs import INTERACTANTS, MONOGRAPHS
from ferrata.alps.monographs import interactants as who
from ferrata.alps.sources import warrant
from ferrata.guideline.interactions import InteractionTable, Lasting, Names

_AZOLES = (*who.AZOLES, who.ISAVUCONAZOLE, who.FLUCONAZOLE)
_INDUCERS = (
    who.RIFAMPICIN,
    who.RIFABUTIN,
    who.PHENYTOIN,
    who.PHENOBARBITAL,
    who.CARBAMAZEPINE,
    who.ST_JOHNS_WORT,
)

LASTING = tuple(
    Lasting(one, AZOLE_LASTS, warrant("A278", "A194")) for one in (*_AZOLES, *_INDUCERS)
)

TABLE = InteractionTable(
    monographs=MONOGRAPHS,
    lasting=LASTING,
    names=Names(
        codes={
            **{(row.system, row.code): row.concept for row in (*DRUGS, *INTERACTANTS)},
            **{(system, code): id for system, code, id in FORMER_CODES},
        },
        groups=GROUPS,
        words={
            **{name: (id,) for name, id in DRUG_NAMES.items()},
            **{one.treatment.label.lower(): (one.id,) for one in MONOGRAPHS},
            **{one.id: (one.id,) for one in MONOGRAPHS},
            **WORDS,
        },
        others=OTHER_DRUG_NAMES - WORDS.keys(),
        spellings=SAME_SYSTEM,
    ),
)
"""All that is known of interactions here; what it does not have is not listed, never none."""
