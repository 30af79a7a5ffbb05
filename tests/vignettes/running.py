"""A vignette against the plan: every difference in words."""

from __future__ import annotations

from collections.abc import Iterator

from tests.vignettes.model import Advised, Vignette
from tests.vignettes.records import TREATMENTS, record_of

from ferrata.alps.guidelines import GUIDELINES
from ferrata.plan import Level, Plan, plan
from ferrata.plan.model import Amount, Option

_BY_ID = {one.id: one for one in GUIDELINES}
_LEVELS = {level.value for level in Level}
_EXPECTED = _LEVELS | {"absent", "not offered"}


def planned(vignette: Vignette) -> Plan:
    """Return the plan for the patient of `vignette`."""
    chosen = _BY_ID[vignette.guideline]
    return plan(record_of(vignette), chosen, chosen.site(), vignette.on)


def differences(vignette: Vignette, made: Plan) -> list[str]:
    """Return what the plan says otherwise than the vignette expects."""
    return [*_framed(vignette, made), *_advice(vignette, made)]


def _framed(vignette: Vignette, made: Plan) -> Iterator[str]:
    stages = " or ".join(one.stage for one in made.position.stages)
    if stages != vignette.stage:
        yield f"stands at {stages}, not at {vignette.stage}"
    emergency = _emergency(made)
    if vignette.emergency and emergency != vignette.emergency:
        yield f"emergency: {emergency}, not {vignette.emergency}"
    if made.position.gap != (vignette.gap == "yes"):
        yield f"a gap: {made.position.gap}"
    if vignette.until and vignette.until not in {one.until for one in made.options}:
        yield f"judged again by {[one.until for one in made.options if one.until]}"
    banned = {label for one in made.must_not for label in one.treatments}
    for drug in vignette.must_not:
        if not any(label.startswith(drug) for label in banned):
            yield f"{drug} is not among what must not be given: {sorted(banned)}"
    for drug in vignette.allowed:
        if any(label.startswith(drug) for label in banned):
            yield f"{drug} is among what must not be given"
    missing = [one.concept for one in made.missing]
    if vignette.missing == () and missing:
        yield f"missing: {', '.join(missing)}; expected nothing"
    for concept in vignette.missing or ():
        if concept not in missing:
            yield f"{concept} is not among what is missing: {', '.join(missing)}"


def _emergency(made: Plan) -> str:
    if any(one.answer == "yes" for one in made.emergency):
        return "yes"
    return "not excluded" if made.emergency else "no"


def _advice(vignette: Vignette, made: Plan) -> Iterator[str]:
    for expected in vignette.expected:
        if expected.level not in _EXPECTED:
            yield f"{expected.level!r} is no level"
            continue
        found = [one for one in made.options if _matches(one, expected.advice)]
        best = max(found, key=lambda one: one.level.rank, default=None)
        level = "absent" if best is None else best.level.value
        if expected.level == "not offered":
            if best is not None and best.level.rank >= Level.CONDITIONAL.rank:
                yield f"{expected.advice}: {level} ({best.text}), expected less"
            continue
        if level != expected.level:
            text = "" if best is None else f" ({best.text})"
            yield f"{expected.advice}: {level}{text}, expected {expected.level}"
            continue
        if best is not None:
            yield from _detail(expected, best)


def _detail(expected: Advised, best: Option) -> Iterator[str]:
    if expected.choice and best.alternative != expected.choice:
        yield f"{expected.advice}: choice {best.alternative}, expected {expected.choice}"
    if expected.dose and _dose(best.amount) != expected.dose:
        yield f"{expected.advice}: {_dose(best.amount)}, expected {expected.dose}"


def _dose(amount: Amount | None) -> str:
    """Return the amount as vignettes write it: "20-40 mg a day, capped", or "not computed"."""
    if amount is None:
        return "no amount"
    if amount.not_computed:
        return "not computed"
    text, _, _ = amount.text.partition(" (")
    text, _, _ = text.rpartition(", ")  # the route
    return text + (", capped" if amount.capped else "")


def _matches(option: Option, words: str) -> bool:
    if words in TREATMENTS:
        return option.treatment == words
    return words.lower() in option.text.lower()
