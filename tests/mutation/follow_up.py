"""Every mutant of follow-up, and who notices: care vignettes, and tables from the sources.

These are the mutants of the reconciled guideline that its pathway does not know: of the rules of
follow-up, of criteria that only they use, and of features that only they ask for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from tests.care import tables
from tests.care.reading import Vignette, vignettes
from tests.care.records import followed
from tests.care.test_vignettes import differences
from tests.mutation.beyond import Part
from tests.mutation.enumerating import mutants
from tests.mutation.killing import By, Fate
from tests.mutation.model import Mutant
from tests.mutation.replacing import derived_features, mutated

from ferrata.alps.care.rules import CARE
from ferrata.alps.guidelines import RECONCILED
from ferrata.guideline.conditions import Condition, Criterion, features_of, walk
from ferrata.guideline.derivations import Cases, Holds
from ferrata.guideline.errors import FerrataError, GuidelineError
from ferrata.guideline.features import Feature
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import Caution, Gate, Invariant, Recommendation, Transition

_KILLS: Counter[str] = Counter()
_UNPLANNED = (FerrataError, LookupError, ValueError, TypeError, RecursionError)


@cache
def part() -> Part:
    """Return every mutant of follow-up."""
    own = {one.id for one in CARE}
    titles, paths = _pathway()
    found = tuple(
        one for one in mutants((RECONCILED,)) if _is_own(one, own=own, titles=titles, paths=paths)
    )
    return Part("follow-up", found, fate)


def _is_own(one: Mutant, *, own: set[str], titles: set[str], paths: set[str]) -> bool:
    if one.kind == "Criterion":
        return one.bearer.strip('"') not in titles
    if one.kind.startswith("derivation"):
        return one.bearer.partition(" (")[0] not in paths
    return one.bearer.partition(" (")[0] in own


def _pathway() -> tuple[set[str], set[str]]:
    """Return the titles of criteria and the paths of features that the pathway asks for."""
    pending = list(_conditions(RECONCILED))
    titles = {n.title for one in pending for n in walk(one) if isinstance(n, Criterion)}
    copied = {
        copy: one for one, held in derived_features((RECONCILED,)).items() for copy, _ in held
    }
    body = [one for one in (RECONCILED.weight, RECONCILED.height) if one is not None]
    asked: dict[Feature, None] = dict.fromkeys(body)
    while pending:
        for feature in features_of(pending.pop()):
            if feature not in asked:
                asked[feature] = None
                match feature.derived:
                    case Cases(cases):
                        pending.extend(condition for condition, _ in cases)
                    case Holds(condition):
                        pending.append(condition)
                    case _:
                        pass
    return titles, {copied.get(one, one).path for one in asked}


def _conditions(guideline: Guideline) -> Iterator[Condition]:
    own = {one.id for one in CARE}
    yield from (
        one for one in (guideline.scope, guideline.amounts, guideline.watch) if one is not None
    )
    for rule in guideline.rules:
        match rule:
            case Recommendation() if rule.id in own:
                pass
            case Transition(when=when) | Recommendation(when=when):
                yield when
            case Gate(needs=needs, shut=shut):
                yield needs
                if shut is not None:
                    yield shut
            case Caution(avoid=avoid):
                yield avoid.when
            case Invariant(condition=condition):
                yield condition
            case _:
                pass


def killers(mutant: Mutant, changed: Guideline, *, naming: str = "") -> Iterator[Fate]:
    """Yield the ends that tests bring; with `naming` of those tests alone that name that id."""
    figures = mutant.kind.startswith("derivation") or mutant.kind in {"Monitor", "Criterion"}
    tried = (_tabled, _told) if figures else (_told, _tabled)
    for each in tried:
        yield from each(mutant, changed, naming)


def _told(mutant: Mutant, changed: Guideline, naming: str) -> Iterator[Fate]:
    own, around = set(mutant.statements), set(mutant.around)

    def rank(one: Vignette) -> tuple[int, int, int]:
        named = set(one.statements)
        return -len(named & own), -len(named & around), -_KILLS[one.id]

    for one in sorted(vignettes_read(), key=rank):
        if naming and naming not in one.statements:
            continue
        try:
            said = differences(one, followed(one.facts, guideline=changed))
        except _UNPLANNED as error:
            said = [f"no plan: {type(error).__name__}"]
        if said:
            _KILLS[one.id] += 1
            yield Fate(mutant, By.VIGNETTE, one.id, said[0])


def _tabled(mutant: Mutant, changed: Guideline, naming: str) -> Iterator[Fate]:
    around = set(mutant.around)
    for row in sorted(tables.rows(), key=lambda one: -len(around & set(one.statements))):
        if naming and naming not in row.statements:
            continue
        said = row.wrong(changed)
        if said:
            yield Fate(mutant, By.TABLE, row.id, said)


@cache
def vignettes_read() -> tuple[Vignette, ...]:
    """Return the vignettes, read once."""
    return vignettes()


def fate(mutant: Mutant) -> Fate:
    """Return what becomes of a mutant."""
    try:
        with mutated(mutant, (RECONCILED,)) as changed:
            for one in killers(mutant, changed[0]):
                return one
    except GuidelineError as error:
        return Fate(mutant, By.LANGUAGE, type(error).__name__, str(error).partition("\n")[0])
    return Fate(mutant, By.NOBODY)
