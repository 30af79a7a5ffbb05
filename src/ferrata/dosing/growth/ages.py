"""The ages that a patient may have, and ages in words."""

from __future__ import annotations

from ferrata.dosing.growth.tables import ADULT, DAYS_PER_MONTH, FIRST_CDC_DAY

Age = tuple[int, int]
"""The youngest and the oldest possible age, in days."""

_STEP = 30


def possible_ages(age: Age | None) -> tuple[int, ...]:
    """Return the ages in days at which a measurement is tried, a month apart; all when unknown.

    Twenty years stand for every age from there on.

    Raises:
        ValueError: for an age below 0, or with its ends the wrong way round.
    """
    low, high = (0, ADULT) if age is None else age
    if not 0 <= low <= high:
        raise ValueError(
            f"an age of {low} to {high} days is none: "
            "give the days from birth, the youngest possible first"
        )
    tried = {min(low, ADULT), min(high, ADULT)}
    tried.update(range(low, min(high, ADULT - 1) + 1, _STEP))
    tried.update(one for one in (FIRST_CDC_DAY - 1, FIRST_CDC_DAY) if low <= one <= high)
    return tuple(sorted(tried))


def in_words(days: int) -> str:
    """Return an age as a person says it: "12 days", "18 months", "6 years 2 months"."""
    if days < 61:
        return _many(days, "day")
    months = int((days + 1) / DAYS_PER_MONTH)  # a birthday may come a day before the mean year
    if months < 24:
        return _many(months, "month")
    years, rest = divmod(months, 12)
    return _many(years, "year") + (f" {_many(rest, 'month')}" if rest else "")


def _many(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
