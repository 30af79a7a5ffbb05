"""How far a measurement lies from the median of its age and sex: z-scores by L, M and S."""

from __future__ import annotations

from math import exp, inf, log

from ferrata.dosing.growth.tables import Reference, Source


def value_at(z: float, of: Reference) -> float:
    """Return the measurement at `z`; infinite where the fitted curve has no such value."""
    base = 1 + of.power * of.spread * z
    if of.power == 0:
        return of.median * exp(of.spread * z)
    if base <= 0:
        return inf if of.power < 0 else 0.0
    return of.median * base ** (1 / of.power)


def plain_z(value: float, of: Reference) -> float:
    """Return z by L, M and S alone, which for a skewed measure flattens far from the median."""
    if of.power == 0:
        return log(value / of.median) / of.spread
    return ((value / of.median) ** of.power - 1) / (of.power * of.spread)


def z_score(value: float, of: Reference) -> float:
    """Return z, reckoned in straight steps where the fitted curve would flatten.

    CDC: beyond 2 in steps of half the distance from the median to z 2 on the same side (CDC's
    "modified z-score"). WHO: beyond 3 in steps of the distance from z 2 to z 3 (WHO's restricted
    LMS). A value that the curve squeezes below 3 is thereby told apart from one that is usual.
    """
    plain = plain_z(value, of)
    side = 1.0 if plain > 0 else -1.0
    match of.source:
        case Source.CDC:
            if abs(plain) <= 2:
                return plain
            step = abs(value_at(2 * side, of) - of.median) / 2
            return (value - of.median) / step
        case Source.WHO:
            if abs(plain) <= 3:
                return plain
            third = value_at(3 * side, of)
            step = abs(third - value_at(2 * side, of))
            return 3 * side + (value - third) / step


def log_likelihood(value: float, of: Reference) -> float:
    """Return the log of the density of `value` at this age and sex, but for a constant."""
    z = plain_z(value, of)
    return -z * z / 2 + (of.power - 1) * log(value)
