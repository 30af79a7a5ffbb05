"""How long a weight and a height speak for a body that grows (A263)."""

from __future__ import annotations

from ferrata.dosing.growth.ages import Age

_ONE_YEAR, _FIVE_YEARS = 366, 1827
"""The first day on which a child is surely one, and five, whatever the leap days."""

ON_STEROIDS = 30


def weight_speaks(age_days: Age | None, *, on_steroids: bool | None) -> int:
    """Return for how many days a weight speaks; by the youngest possible age.

    Steroids are taken as given unless they are known not to be.
    """
    youngest = 0 if age_days is None else age_days[0]
    if youngest < _ONE_YEAR:
        return 14
    by_age = 60 if youngest < _FIVE_YEARS else 180
    return by_age if on_steroids is False else min(by_age, ON_STEROIDS)


def height_speaks(age_days: Age | None) -> int:
    """Return for how many days a height speaks; by the youngest possible age."""
    return 60 if age_days is None or age_days[0] < _ONE_YEAR else 180


def stale(weight_age_days: int, age_days: Age | None, *, on_steroids: bool | None) -> str | None:
    """Return why a weight measured so many days ago gives no dose, or None while it speaks."""
    limit = weight_speaks(age_days, on_steroids=on_steroids)
    because = ""
    if limit == ON_STEROIDS:
        because = " on steroids" if on_steroids else " unless steroids are known not to be taken"
    return _stale("weight", weight_age_days, limit, because, "weigh the patient")


def stale_height(height_age_days: int, age_days: Age | None) -> str | None:
    """Return why a height measured so many days ago gives no dose, or None while it speaks."""
    return _stale("height", height_age_days, height_speaks(age_days), "", "measure the height")


def _stale(what: str, days: int, limit: int, because: str, do: str) -> str | None:
    if days < 0:
        return f"the {what} is dated after the day of the dose: check its date, or {do}"
    if days <= limit:
        return None
    return f"the {what} is {days} days old and speaks for {limit} days{because}: {do}"
