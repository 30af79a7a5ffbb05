"""Doses, days and spans in words, the same in text, note, calendar and page."""

from __future__ import annotations

from datetime import date

from ferrata.guideline.units import plain
from ferrata.plan.taper.model import OlderPlan, Piece, Supply, TaperPlan, TaperStep

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def weekday(day: date) -> str:
    """Return the day of the week in three letters."""
    return _WEEKDAYS[day.weekday()]


def long_date(day: date) -> str:
    """Return a day as nobody can misread it: "Sat 21 November 2026"."""
    return f"{weekday(day)} {day.day} {MONTHS[day.month - 1]} {day.year}"


def amount_of(one: Piece | Supply) -> str:
    """Return an amount of one product: "1.5 tablets of 5 mg", "7.5 mL (1 mg/mL)"."""
    count = plain(one.count)
    if not one.counted:
        return f"{count} mL ({one.strength})"
    return f"{count} {one.form}{'s' if one.count > 1 else ''} of {one.strength}"


def each_dose(step: TaperStep) -> str:
    """Return what is given at once: "1 tablet of 20 mg + 3 tablets of 5 mg"."""
    return " + ".join(map(amount_of, step.each))


def given_as(step: TaperStep) -> str:
    """Return what is given in a day: "3 tablets of 5 mg", "2 times a day 1.9 mL (200 mg/mL)"."""
    return (f"{step.times} times a day " if step.times > 1 else "") + each_dose(step)


def dose_of(step: TaperStep) -> str:
    """Return the milligrams of a day: "35 mg", "760 mg (380 mg 2 times a day)"."""
    whole = f"{plain(step.mg_per_day)} mg"
    if step.times == 1:
        return whole
    return f"{whole} ({plain(step.mg_per_day / step.times)} mg {step.times} times a day)"


def length(days: int) -> str:
    """Return a number of days in weeks and days: "10 weeks", "9 weeks and 3 days", "5 days"."""
    weeks, rest = divmod(days, 7)
    parts = [
        f"{count} {word}{'s' if count > 1 else ''}"
        for count, word in ((weeks, "week"), (rest, "day"))
        if count
    ]
    return " and ".join(parts)


def replaced(one: OlderPlan) -> str:
    """Return the words that name an older plan: "plan of 2026-11-21 (0123456789abcdef)"."""
    return f"plan of {one.made_on.isoformat()} ({one.id})"


def named(made: TaperPlan) -> str:
    """Return the words that name a plan."""
    return f"plan of {made.made_on.isoformat()} ({made.id})"


def for_all(made: TaperPlan) -> str:
    """Return what the plan is, for whom: "a taper of the drug for Anna"."""
    return made.title + (f" for {made.for_whom}" if made.for_whom else "")
