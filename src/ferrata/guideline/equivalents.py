"""Equivalents: amounts of different substances that are held to do the same.

Only a set that a label or a source states is computed with; what is assumed or remembered is text.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ferrata.guideline.errors import RuleError, WarrantMissing, author_line
from ferrata.guideline.events import Treatment
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.monograph import Certainty, Support, amounts_to, support

_COMPUTED = frozenset({Certainty.LABEL, Certainty.SOURCE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Equivalents:
    """Substances of which `amounts`, in mg, do the same, and what has to be said of it.

    A set that is not known well enough names its `members` and has no amounts.

    Raises:
        RuleError: when amounts rest on less than a label or a source, or one is not positive.
        WarrantMissing: when nothing is named on which it rests.
    """

    id: str
    title: str
    members: tuple[Treatment, ...]
    text: str
    certainty: Certainty
    warrant: tuple[Warrant, ...]
    amounts: tuple[Decimal, ...] = ()

    def __post_init__(self) -> None:
        what = f"the equivalents {self.id!r}"
        if not self.warrant:
            raise WarrantMissing(
                f"{what} have no warrant",
                why="every rule rests on a numbered statement of a source or on an assumption",
                write='warrant("E090")',
                where=author_line(),
            )
        if not amounts_to(self.certainty, self.warrant):
            raise RuleError(
                f"{what} are said to be known from: {self.certainty}",
                why=f"their warrants amount to: {support(self.warrant)}",
                write="the certainty that their warrants give",
                where=author_line(),
            )
        if self.amounts and self.certainty not in _COMPUTED:
            raise RuleError(
                f"{what} have amounts and are known from: {self.certainty}",
                why="what was assumed, remembered or read second-hand never yields a dose",
                write="no amounts, or a statement that was read in its primary page",
                where=author_line(),
            )
        if self.amounts and (
            len(self.amounts) != len(self.members) or any(one <= 0 for one in self.amounts)
        ):
            raise RuleError(
                f"{what} do not have one amount above zero for each member",
                why="a conversion divides by one and multiplies by the other",
                write="amounts=(Decimal(5), Decimal(4))",
                where=author_line(),
            )

    @property
    def support(self) -> Support:
        return support(self.warrant)

    @property
    def computed(self) -> bool:
        """Whether amounts may be converted with it."""
        return bool(self.amounts)

    def amount(self, id: str) -> Decimal | None:
        """Return the amount of the member `id` in mg; none where there is no such amount."""
        amounts = zip(self.members, self.amounts, strict=False)
        return next((amount for one, amount in amounts if one.id == id), None)
