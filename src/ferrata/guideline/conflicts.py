"""Where sources disagree: what each of them says, what is done about it, and why."""

from __future__ import annotations

from dataclasses import dataclass, field

from ferrata.guideline.errors import RuleError, WarrantMissing, Where, author_line
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.units import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one source, or one guideline, says about the matter of a conflict.

    Where a guideline encodes it, `rules` names its rules: `figures` stand in their doses,
    conditions and parameters, `quoted` stands word for word in the texts of their actions.

    Raises:
        WarrantMissing: when nothing is named that says so.
        RuleError: when rules stand without a guideline, or figures without rules.
    """

    who: str
    says: str
    warrant: tuple[Warrant, ...]
    guideline: str = ""
    rules: tuple[str, ...] = ()
    figures: tuple[Quantity, ...] = ()
    quoted: tuple[str, ...] = ()
    where: Where = field(default_factory=author_line, compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.warrant:
            raise WarrantMissing(
                f"the claim of {self.who} has no warrant",
                why="a conflict shows where each side can be read",
                write='warrant=statement("R15")',
                where=self.where,
            )
        if bool(self.guideline) != bool(self.rules):
            raise RuleError(
                f"the claim of {self.who} names a guideline or rules, and not both",
                why="rules are looked up in their guideline",
                write='guideline="rao-2015", rules=("B1",)',
                where=self.where,
            )
        if (self.figures or self.quoted) and not self.rules:
            raise RuleError(
                f"the claim of {self.who} has figures that no rule states",
                why="figures of a claim are held against the rules that encode it",
                write="the figures in `says`, or the rules that state them",
                where=self.where,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two or more claims that cannot all be followed, and how the conflict ends.

    `one_sided` says why a conflict has a single claim: the other side is not among the statements.

    Raises:
        RuleError: when there is a single claim without a reason, or a reason without need.
    """

    id: str
    title: str
    claims: tuple[Claim, ...]
    resolution: Claim
    because: str
    one_sided: str = ""
    where: Where = field(default_factory=author_line, compare=False, repr=False)

    def __post_init__(self) -> None:
        if bool(self.one_sided) != (len(self.claims) < 2):
            raise RuleError(
                f"conflict {self.id} has {len(self.claims)} claims and "
                + ("says that one side is missing" if self.one_sided else "no word why"),
                why="a conflict has two sides, or says which one cannot be shown",
                write="another claim, or one_sided=...",
                where=self.where,
            )

    @property
    def encoded(self) -> tuple[Claim, ...]:
        """The claims and the resolution that rules encode."""
        return tuple(one for one in (*self.claims, self.resolution) if one.rules)
