"""What the rules of a guideline say of one treatment: its place, its doses, its cautions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from ferrata.dosing.written import course, spelled
from ferrata.guideline.actions import (
    Action,
    Consider,
    Continue,
    Give,
    Refer,
    dose_of,
    treatment_of,
)
from ferrata.guideline.conditions import features_of
from ferrata.guideline.derivations import EverTreated
from ferrata.guideline.doses import Dose
from ferrata.guideline.events import Treatment
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.features import HasValues
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.monograph import support
from ferrata.guideline.parameters import Site
from ferrata.guideline.pathway import Caution, Gate, Recommendation, Step, Topic
from ferrata.guideline.units import Unit, plain
from ferrata.guideline.values import Answer
from ferrata.guideline.vocabularies import CourseFeatures
from ferrata.interpret.evaluate import judge
from ferrata.plan.monograph.model import Line, Role
from ferrata.plan.words import condition_text

_ORDINALS = ("", "first", "second", "third", "fourth", "later")
CONDITION, LAST, AVOID, NOWHERE = "on condition", "last", "avoid", "not named"
IF = " (if)"
REFERS = "names it in a referral"

_VERBS: dict[type[Action], str] = {
    Give: "gives",
    Continue: "continues",
    Consider: "considers",
}


def line(text: str, warrants: Iterable[Warrant]) -> Line:
    """Return a line with the ids of its warrants and what they amount to."""
    rests_on = tuple(dict.fromkeys(warrants))
    return Line(
        text=text, warrants=tuple(one.id for one in rests_on), support=support(rests_on).value
    )


def distances(guideline: Guideline) -> dict[str, int]:
    """Return how many moves each stage that can be reached lies from the start."""
    found = {guideline.start.value: 0}
    edge = [guideline.start.value]
    while edge:
        moves = [move for stage in edge for move in guideline.transitions_at(stage)]
        reached = [to.value for move in moves for to in move.to]
        edge = [stage for stage in dict.fromkeys(reached) if stage not in found]
        near = max(found.values()) + 1
        found.update(dict.fromkeys(edge, near))
    return found


@dataclass(frozen=True, slots=True)
class _Use:
    verb: str
    rule: Step | Recommendation
    warrant: tuple[Warrant, ...]


def _uses(guideline: Guideline, treatment: Treatment, words: tuple[str, ...]) -> Iterator[_Use]:
    for rule in (*guideline.steps, *guideline.recommendations):
        for action in rule.do:
            warrants = (*rule.warrant, *action.warrant)
            if treatment_of(action) == treatment:
                yield _Use(_VERBS[type(action)], rule, warrants)
            elif isinstance(action, Refer) and _named(action.text, words) and _on_way(rule):
                yield _Use(REFERS, rule, warrants)


def _named(text: str, words: tuple[str, ...]) -> bool:
    return any(re.search(rf"\b{re.escape(one)}", text, re.IGNORECASE) for one in words)


def _on_way(rule: Step | Recommendation) -> bool:
    return isinstance(rule, Step) or rule.topic is Topic.PATHWAY


def role(guideline: Guideline, treatment: Treatment, words: tuple[str, ...]) -> Role:
    """Return the place of `treatment` in `guideline` and what gives it.

    First, second … is the number of moves from the start to the nearest step that gives or
    considers it; advice at a stage comes one move after it, and is conditional. Last is what has a
    caution until other treatments were given, or what only a referral names.
    """
    uses = tuple(_uses(guideline, treatment, words))
    begun = [one.rule for one in uses if one.verb in {"gives", "considers"}]
    after = _after(guideline, treatment)
    moves = sorted(_moves(guideline, begun))
    if moves and not (after and moves[0][1]):
        far, conditional = moves[0]
        place = _ORDINALS[min(max(1, far), len(_ORDINALS) - 1)] + (IF if conditional else "")
    elif uses and (after or not begun):
        place = LAST
    elif begun:
        place = CONDITION
    elif any(treatment in one.avoid.treatments for one in guideline.cautions):
        place = AVOID
    else:
        place = NOWHERE
    return Role(
        guideline=guideline.id,
        place=place,
        after=tuple(one.label for one in after),
        rules=tuple(_rules(uses)),
    )


def _moves(
    guideline: Guideline, rules: Iterable[Step | Recommendation]
) -> Iterator[tuple[int, bool]]:
    """How far from the start each rule stands, and whether a further condition holds it back."""
    far = distances(guideline)
    for rule in rules:
        match rule:
            case Step(stage=stage) if stage.value in far:
                yield far[stage.value], False
            case Recommendation(at=at):
                yield from ((far[one.value] + 1, True) for one in at if one.value in far)
            case _:
                pass


def _after(guideline: Guideline, treatment: Treatment) -> tuple[Treatment, ...]:
    """The other treatments that a caution on `treatment` asks for: whether they were ever given."""
    courses = {
        one.__name__: one.treatment
        for one in guideline.vocabularies
        if issubclass(one, CourseFeatures) and one.treatment is not None
    }
    found = {
        courses[feature.vocabulary]: None
        for caution in guideline.cautions
        if treatment in caution.avoid.treatments
        for feature in features_of(caution.avoid.when)
        if isinstance(feature.derived, EverTreated) and feature.vocabulary in courses
    }
    return tuple(one for one in found if one != treatment)


def _rules(uses: Iterable[_Use]) -> Iterator[Line]:
    """One line for all rules that say the same."""
    told: dict[tuple[str, str], list[_Use]] = {}
    for one in uses:
        told.setdefault((one.verb, one.rule.title), []).append(one)
    for (verb, title), each in told.items():
        ids = tuple(dict.fromkeys(one.rule.id for one in each))
        kind = "step" if isinstance(each[0].rule, Step) else "advice"
        said = ids[0] if len(ids) == 1 else f"{ids[0]} and {len(ids) - 1} more"
        warrants = (warrant for one in each for warrant in one.warrant)
        yield replace(line(f"{verb}: {title} ({kind} {said})", warrants), rules=ids)


def cautions(
    guidelines: Iterable[Guideline], treatment: Treatment, facts: tuple[HasValues, ...] = ()
) -> tuple[Line, ...]:
    """Return the cautions and gates on `treatment`, each once, and whether they stand against it.

    They do when they hold in any of `facts`, the ways a patient may be.
    """
    found: dict[str, Line] = {}
    for guideline in guidelines:
        site = guideline.site()
        for caution in guideline.cautions:
            if treatment in caution.avoid.treatments and caution.id not in found:
                avoid = caution.avoid
                said = f"{avoid.text} When: {condition_text(avoid.when, site)}."
                held = {judge(avoid.when, each, site).answer for each in facts}
                found[caution.id] = _caution(
                    caution, said, (*caution.warrant, *avoid.warrant), held
                )
        for gate in guideline.gates:
            if treatment in gate.treatments and gate.id not in found:
                said = f"Only with: {gate.title} ({condition_text(gate.needs, site)})."
                held = {_shuts(gate, each, site) for each in facts}
                found[gate.id] = _caution(gate, said, gate.warrant, held)
    return tuple(found.values())


def _caution(
    rule: Caution | Gate, text: str, warrants: tuple[Warrant, ...], held: set[Answer]
) -> Line:
    holds = next(
        (one.value for one in (Answer.YES, Answer.UNKNOWN, Answer.NO) if one in held), None
    )
    return replace(line(text, warrants), holds=holds, rules=(rule.id,))


def _shuts(gate: Gate, facts: HasValues, site: Site) -> Answer:
    """Whether a gate stands against its treatments."""
    needs = judge(gate.needs, facts, site).answer
    if needs is Answer.YES:
        return Answer.NO
    if gate.shut is not None:
        shut = judge(gate.shut, facts, site).answer
        return Answer.YES if shut is Answer.YES else Answer.UNKNOWN
    return Answer.YES if needs is Answer.NO else Answer.UNKNOWN


def doses(guidelines: Iterable[Guideline], treatment: Treatment) -> tuple[Line, ...]:
    """Return the doses that rules give `treatment`, each once, with the guidelines that give it."""
    found: dict[str, tuple[list[str], tuple[Warrant, ...]]] = {}
    for guideline in guidelines:
        for rule in (*guideline.steps, *guideline.recommendations):
            for action in rule.do:
                dose = dose_of(action)
                if dose is not None and treatment_of(action) == treatment:
                    said = dose_text(dose, guideline.site())
                    by, warrants = found.setdefault(said, ([], ()))
                    if guideline.id not in by:
                        by.append(guideline.id)
                    found[said] = by, (*warrants, *action.warrant)
    return tuple(
        line(f"{said} [{', '.join(by)}]", warrants) for said, (by, warrants) in found.items()
    )


def dose_text(dose: Dose, site: Site) -> str:
    """Return a dose as declared, in words: "1 to 2 mg/kg/day by mouth for 7 days, at most ..."."""
    low, high = plain(dose.low.value), plain(dose.high.value)
    text = f"{low if low == high else f'{low} to {high}'} {_day(dose.low.unit)} {dose.route.value}"
    text += course(dose)
    if dose.least is not None:
        text += f", at least {plain(dose.least.value)} {_day(dose.least.unit)}"
    if dose.cap is not None:
        text += f", at most {plain(site[dose.cap])} {_day(dose.cap.allowed.unit)}"
    if dose.stop is not None:
        text += f", never above {plain(site[dose.stop])} {_day(dose.stop.allowed.unit)}"
    if dose.in_all is not None:
        text += f", {plain(dose.in_all.value)} {spelled(dose.in_all.unit)} in all"
    if dose.only is not None:
        text += f", only with: {condition_text(dose.only, site)}"
    return text + (f"; {dose.then}" if dose.then else "")


def _day(unit: Unit) -> str:
    """A unit in words: mg/d is too near to mg/dL."""
    return re.sub(r"/d$", "/day", spelled(unit))
