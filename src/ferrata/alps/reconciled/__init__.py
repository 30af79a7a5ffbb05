"""`reconciled`: the guideline used for advice.

Every gap of the figure is closed by a declared assumption.
"""

from __future__ import annotations

from dataclasses import replace

from ferrata.alps.care.rules import CARE, CARE_VOCABULARIES
from ferrata.alps.figure import RAO_2015_FIGURE
from ferrata.alps.reconciled.advice import ADVICE
from ferrata.alps.reconciled.dangers import DANGERS
from ferrata.alps.reconciled.mycophenolate import MYCOPHENOLATE_STAGES
from ferrata.alps.reconciled.remission import REMISSION
from ferrata.alps.reconciled.sirolimus import SIROLIMUS_STAGES
from ferrata.alps.reconciled.situations import AMOUNTS, SCOPE
from ferrata.alps.reconciled.special import SPECIAL
from ferrata.alps.reconciled.steps import STEPS
from ferrata.alps.reconciled.steroids import STEROIDS
from ferrata.alps.reconciled.swaps import SWAPS
from ferrata.alps.sources import warrant
from ferrata.guideline.pathway import Transition

_KEPT = frozenset({"F03", "F04"})
_REMOVED = frozenset(
    rule.id
    for rule in (*RAO_2015_FIGURE.steps, *RAO_2015_FIGURE.transitions)
    if rule.id not in {*_KEPT, *(step.id for step in STEPS)}
)
_PATHWAY = (*STEROIDS, *SWAPS, *MYCOPHENOLATE_STAGES, *SIROLIMUS_STAGES, *REMISSION)
_JUDGED_AGAIN = warrant("A139")
_NEW = (
    *(*STEPS, *DANGERS, *ADVICE, *SPECIAL),
    *(
        replace(one, warrant=tuple(dict.fromkeys((*one.warrant, *_JUDGED_AGAIN))))
        if isinstance(one, Transition) and one.stays
        else one
        for one in _PATHWAY
    ),
    *CARE,
)
_PRESENT = frozenset(rule.id for rule in RAO_2015_FIGURE.rules)

RECONCILED = replace(
    RAO_2015_FIGURE.amend(
        id="reconciled",
        title="Reconciled guideline for cytopenia in ALPS",
        version="2026.11.0",
        because="the figure has dead ends and contradicts its text: R39, R44, R45, A01 to A14; "
        "it is also asked for patients whose ALPS is not confirmed (R63)",
        replace_=tuple(rule for rule in _NEW if rule.id in _PRESENT),
        add=tuple(rule for rule in _NEW if rule.id not in _PRESENT),
        remove=_REMOVED,
    ),
    vocabularies=(*RAO_2015_FIGURE.vocabularies, *CARE_VOCABULARIES),
    scope=SCOPE,
    amounts=AMOUNTS,
)
