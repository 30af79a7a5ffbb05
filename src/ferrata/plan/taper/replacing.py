"""When one plan replaces another: which days are void, and what is counted over all of them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from ferrata.guideline.tapers import Taper
from ferrata.guideline.units import plain
from ferrata.plan.taper.model import OlderPlan, TaperPlan
from ferrata.plan.taper.order import Order, refused, spread_of
from ferrata.plan.taper.words import length, named

MOST_PLANS = 50
"""So many plans may have replaced each other: more are a mistake, or an attack."""


def check_replacement(shape: Taper, order: Order, start: Decimal) -> None:
    """Make sure that the older plan can be replaced as ordered; `start` is in mg a day.

    Raises:
        Refusal: when it is about another treatment or person, has ended, or has not begun.
    """
    older = order.older
    if older is None:
        return
    if older.treatment != shape.treatment.id:
        raise refused(
            f"the older plan is about {older.label}",
            why=f"this one is about {shape.treatment.label}; both may go on",
            do="name the older plan of the same treatment, or none",
        )
    if _differ(older.for_whom, order.for_whom) or _differ(older.subject, order.subject):
        raise refused(
            "the older plan and this one are for two people",
            why="a plan of one person must not void that of another",
            do="check whose files they are; use the same --label and --record",
        )
    _check_end(shape, order, older)
    if order.breakthrough is None:
        if order.first > older.last:
            raise refused(
                f"the older plan ended on {older.last.isoformat()}",
                why="a plan that has ended is not replaced",
                do="plan anew without it; after a breakthrough use --from-plan",
            )
        return
    _check_breakthrough(shape, older, order, order.breakthrough, start)


def _check_end(shape: Taper, order: Order, older: TaperPlan) -> None:
    """Refuse a course without falls where it would end abruptly what went on for too long."""
    if shape.every is not None or shape.abrupt is None:
        return
    days = spread_of(shape, order).days
    in_all = days_given(order.first, order.first + timedelta(days=days - 1), replaced_by(order))
    if in_all > shape.abrupt:
        raise refused(
            f"{shape.title} that replaces the {named(older)} ends after {in_all} days without "
            "falling",
            why=f"after {shape.abrupt} days {shape.treatment.label} must not stop abruptly",
            do="plan a taper",
        )


def _differ(one: str, other: str) -> bool:
    """Whether both are given and are not the same."""
    return bool(one and other and one != other)


def _check_breakthrough(
    shape: Taper, older: TaperPlan, order: Order, breakthrough: date, start: Decimal
) -> None:
    if not older.first < breakthrough <= older.last + timedelta(days=shape.after):
        raise refused(
            f"a breakthrough on {breakthrough.isoformat()}, and a plan from "
            f"{older.first.isoformat()} to {older.last.isoformat()}",
            why=f"a breakthrough falls on the taper or into the {shape.after} days after it; "
            "later it is a relapse, and a course of its own",
            do="check the day; for a relapse plan anew without --from-plan",
        )
    if order.first < breakthrough:
        raise refused(
            f"the course would begin on {order.first.isoformat()}, before the breakthrough",
            why="a restart follows the breakthrough",
            do="write --start on or after --breakthrough-on",
        )
    given = {day: one.mg_per_day for day, one in older.daily()}.get(order.first, Decimal(0))
    if start < given:
        raise refused(
            f"a restart with {plain(start)} mg a day, where the older plan gives {plain(given)} mg",
            why="after a breakthrough the dose goes back up to 1-2 mg/kg a day",
            do="check the dose; to go down faster use --replaces",
        )


def replaced_by(order: Order) -> tuple[OlderPlan, ...]:
    """Return every plan that the ordered one replaces, the newest first.

    Raises:
        Refusal: when there are too many.
    """
    older = order.older
    if older is None:
        return ()
    direct = OlderPlan(
        id=older.id,
        made_on=older.made_on,
        revision=older.revision,
        first=older.first,
        last=older.last,
        void_from=max(order.first, older.first),
    )
    earlier = tuple(
        OlderPlan(
            id=one.id,
            made_on=one.made_on,
            revision=one.revision,
            first=one.first,
            last=one.last,
            void_from=max(min(one.void_from, order.first), one.first),
        )
        for one in older.replaces
    )
    if len(earlier) >= MOST_PLANS:
        raise refused(
            f"{len(earlier) + 1} plans that replaced each other",
            why="nobody can follow so many",
            do="plan anew without the older ones, and clear the calendar by hand",
        )
    return (direct, *earlier)


def days_given(first: date, last: date, replaces: tuple[OlderPlan, ...]) -> int:
    """Return the days with a dose in a plan and in those that it replaces."""
    spans = [(first, last), *((one.first, _last_given(one)) for one in replaces)]
    days = {
        start.toordinal() + offset
        for start, end in spans
        for offset in range((end - start).days + 1)
    }
    return len(days)


def _last_given(one: OlderPlan) -> date:
    return min(one.last, one.void_from - timedelta(days=1))


def flags(shape: Taper, order: Order, days: int, restarts: int, start: Decimal) -> tuple[str, ...]:
    """Return what a clinician must see: dependence, and a dose that rises without a reason."""
    found: list[str] = []
    limit = shape.dependence
    if limit is not None and days > limit.days:
        found.append(
            f"{length(days)} on {shape.treatment.label} in this and the replaced plans, more than "
            f"{length(limit.days)}: dependence. A reason for a steroid-sparing agent, not for a "
            "longer taper"
        )
    if limit is not None and restarts >= limit.restarts:
        found.append(f"restart number {restarts}: dependence")
    older = order.older
    if older is not None and order.breakthrough is None:
        before = {day: one.mg_per_day for day, one in older.daily()}.get(order.first)
        if before is not None and start > before:
            found.append(
                f"the dose rises from {plain(before)} to {plain(start)} mg a day; after a "
                "breakthrough use --from-plan with --breakthrough-on, so that it is counted"
            )
    return tuple(found)
