"""Parameters: numbers that a site may set, within a range for which the proofs hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ferrata.guideline.errors import ImplausibleThreshold, SiteError, author_line
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.units import Quantity, Range, plain, quantise


@dataclass(frozen=True, slots=True)
class Parameter:
    """A site's number: its default, its allowed range and its warrant."""

    id: str
    label: str
    default: Decimal
    allowed: Range
    warrant: tuple[Warrant, ...]

    def __post_init__(self) -> None:
        if self.default not in self.allowed:
            raise ImplausibleThreshold(
                f"the default {plain(self.default)} of {self.id} is outside {self.allowed}",
                why="a guideline is proved over the allowed range only",
                write=f"a default from {self.allowed}",
                where=author_line(),
            )


def parameter(
    id: str, label: str, default: Quantity, allowed: Range, warrant: tuple[Warrant, ...]
) -> Parameter:
    """Declare a parameter; `default` is read in the unit of `allowed`."""
    return Parameter(id, label, quantise(default.to(allowed.unit)), allowed, warrant)


class Site:
    """The parameters of one site: defaults, and what the site set.

    Raises:
        SiteError: for a parameter nobody declared, or a value outside its allowed range.
    """

    def __init__(
        self, parameters: Iterable[Parameter], settings: Mapping[str, Quantity] | None = None
    ) -> None:
        declared = {one.id: one for one in parameters}
        self._values = {key: one.default for key, one in declared.items()}
        for key, quantity in (settings or {}).items():
            if key not in declared:
                raise SiteError(f"{key} is no parameter; there are: {', '.join(declared)}")
            allowed = declared[key].allowed
            value = quantise(quantity.to(allowed.unit))
            if value not in allowed:
                raise SiteError(f"{key} = {quantity} is outside the proved range {allowed}")
            self._values[key] = value

    def __getitem__(self, parameter: Parameter) -> Decimal:
        """Return the value in force, in the unit of the parameter's range."""
        return self._values.get(parameter.id, parameter.default)

    def settings(self) -> dict[str, str]:
        """Return every value in force as text, by parameter id."""
        return {key: plain(value) for key, value in sorted(self._values.items())}
