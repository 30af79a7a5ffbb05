"""What the criteria sets of an assessment say of one set of facts."""

from __future__ import annotations

from dataclasses import dataclass

from ferrata.guideline.assessment import Conclusion, CriteriaSet, Item, Kind
from ferrata.guideline.values import Answer
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import Judgement, judge
from ferrata.plan.assessment.model import ConclusionAnswer, ItemAnswer, KindAnswer, SetAnswer
from ferrata.plan.assessment.values import reasons

REACHED, NOT_MET, CANNOT_TELL, NOT_FOR = "reached", "not met", "cannot tell", "does not apply"


@dataclass(frozen=True, slots=True)
class Result:
    """The strongest conclusion that certainly holds, and the stronger ones that still may."""

    result: str
    reached: Conclusion | None
    open: tuple[Conclusion, ...]

    @property
    def says(self) -> str:
        """The result in words: the name of the conclusion, or that there is none."""
        return self.result if self.reached is None else self.reached.title


def conclude(criteria: CriteriaSet, facts: Derived) -> Result:
    """Return the result of `criteria`: not met only when every conclusion is a certain no."""
    scope = criteria.scope
    applies = Answer.YES if scope is None else judge(scope.condition, facts, facts.site).answer
    if applies is Answer.NO:
        return Result(NOT_FOR, None, ())
    still: list[Conclusion] = []
    for one in criteria.conclusions:
        answer = judge(criteria.condition(one.id), facts, facts.site).answer
        if answer is Answer.YES and applies is Answer.YES:
            return Result(REACHED, one, tuple(still))
        if answer is not Answer.NO:
            still.append(one)
    return Result(CANNOT_TELL if still else NOT_MET, None, tuple(still))


def set_answer(
    criteria: CriteriaSet, facts: Derived, pinned: CriteriaSet | None = None
) -> SetAnswer:
    """Return what `criteria` says; `pinned` is the set of which it is a copy, if any."""
    result = conclude(criteria, facts)
    judged = {one.id: judge(one.condition, facts, facts.site) for one in criteria.items}
    answers = {key: said.answer for key, said in judged.items()}
    original = {} if pinned is None else {one.id: one.condition for one in pinned.items}
    return SetAnswer(
        id=criteria.id,
        title=criteria.title,
        version=criteria.version,
        because=criteria.because,
        result=result.result,
        reached=None if result.reached is None else result.reached.id,
        says=_says(criteria, result, answers),
        items=tuple(_item(one, judged[one.id], facts) for one in criteria.items),
        conclusions=tuple(
            ConclusionAnswer(
                id=one.id,
                title=one.title,
                answer=judge(criteria.condition(one.id), facts, facts.site).answer.value,
                open=_open(one, answers),
                text=one.text,
                warrants=tuple(map(str, one.warrant)),
            )
            for one in criteria.conclusions
        ),
        differs=tuple(
            key
            for key, condition in original.items()
            if judge(condition, facts, facts.site).answer is not answers[key]
        ),
    )


def _item(item: Item, said: Judgement, facts: Derived) -> ItemAnswer:
    return ItemAnswer(
        id=item.id,
        title=item.title,
        answer=said.answer.value,
        reasons=reasons(said, facts.site),
        note=item.note,
        warrants=tuple(map(str, item.warrant)),
    )


def _open(conclusion: Conclusion, answers: dict[str, Answer]) -> tuple[str, ...]:
    """The items that could still bring a conclusion about; none once one need cannot be met."""
    found: list[str] = []
    for among in conclusion.needs:
        said = [answers[id] for id in among.items]
        if said.count(Answer.YES) >= among.count:
            continue
        unknown = [id for id in among.items if answers[id] is Answer.UNKNOWN]
        if said.count(Answer.YES) + len(unknown) < among.count:
            return ()
        found.extend(unknown)
    return tuple(found)


def _says(criteria: CriteriaSet, result: Result, answers: dict[str, Answer]) -> str:
    still = "; ".join(
        f"{one.title} waits for {', '.join(waits)}"
        for one in result.open
        if (waits := _open(one, answers))
    )
    if result.result == NOT_FOR:
        assert criteria.scope is not None
        return f"Does not apply: not so: {criteria.scope.title}"
    if result.result == NOT_MET:
        lacking = ", ".join(id for id, answer in answers.items() if answer is Answer.NO)
        return f"Not met: no to {lacking}"
    if result.reached is None:
        return f"Cannot tell: {still or 'it is open whom the definition is for'}"
    return f"{result.reached.title}; {still}" if still else result.reached.title


def kind_answer(kind: Kind, said: Judgement, facts: Derived) -> KindAnswer:
    """Return what is said of a kind that was judged `said`."""
    return KindAnswer(
        id=kind.id,
        title=kind.title,
        answer=said.answer.value,
        reasons=reasons(said, facts.site),
        former=kind.former,
        beside=kind.beside,
        text=kind.text,
        warrants=tuple(map(str, kind.warrant)),
    )
