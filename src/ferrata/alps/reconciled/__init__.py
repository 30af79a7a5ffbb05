"""`reconciled`: the guideline used for advice.

Every gap of the figure is closed by a declared assumption.
"""

from __future__ import annotations

from ferrata.alps.figure import RAO_2015_FIGURE
from ferrata.alps.reconciled.agents import AGENTS
from ferrata.alps.reconciled.steps import ADVICE, STEPS
from ferrata.alps.reconciled.steroids import STEROIDS

_KEPT = frozenset({"F03", "F04"})
_REMOVED = frozenset(
    rule.id
    for rule in (*RAO_2015_FIGURE.steps, *RAO_2015_FIGURE.transitions)
    if rule.id not in {*_KEPT, *(step.id for step in STEPS)}
)
_NEW = (*STEPS, *ADVICE, *STEROIDS, *AGENTS)
_PRESENT = frozenset(rule.id for rule in RAO_2015_FIGURE.rules)

RECONCILED = RAO_2015_FIGURE.amend(
    id="reconciled",
    title="Reconciled guideline for cytopenia in ALPS",
    version="2026.11.0",
    because="the figure has dead ends and contradicts its text: R39, R44, R45, A01 to A13",
    replace_=tuple(rule for rule in _NEW if rule.id in _PRESENT),
    add=tuple(rule for rule in _NEW if rule.id not in _PRESENT),
    remove=_REMOVED,
)
