"""Where the guidelines give a treatment: a dose is declared once, in the rule that gives it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ferrata.guideline.actions import Consider, Give
from ferrata.guideline.doses import Dose
from ferrata.guideline.events import Treatment
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import Recommendation, Step


@dataclass(slots=True)
class Use:
    """One dose, the action that states it, and the guidelines and rules that have it."""

    action: Give | Consider
    dose: Dose
    guidelines: list[Guideline] = field(default_factory=list[Guideline])
    rules: list[Step | Recommendation] = field(default_factory=list[Step | Recommendation])


def uses(guidelines: Iterable[Guideline], treatment: Treatment) -> tuple[Use, ...]:
    """Return the doses that rules give `treatment`, each once, in the order of the guidelines."""
    found: dict[tuple[str, Dose], Use] = {}
    for guideline in guidelines:
        for rule in (*guideline.steps, *guideline.recommendations):
            for action in rule.do:
                if (
                    isinstance(action, Give | Consider)
                    and action.dose is not None
                    and action.treatment == treatment
                ):
                    key = action.text, action.dose
                    use = found.setdefault(key, Use(action, action.dose))
                    if guideline not in use.guidelines:
                        use.guidelines.append(guideline)
                    if rule.id not in {one.id for one in use.rules}:
                        use.rules.append(rule)
    return tuple(found.values())
