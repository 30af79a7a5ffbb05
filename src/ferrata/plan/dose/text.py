"""Computed doses as text for a terminal: nothing in it that is not in the value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ferrata.plan.dose.model import Check, Dosed, Portioned, Regimen, Row, Span
from ferrata.plan.lines import harmless, heading, wrapped

_NAMES = 11
"""The columns of the names of lines: "per dose", "per day" …"""


def dose_page(made: Dosed) -> str:
    """Return `made` as text, at most 100 columns wide."""
    return "\n".join(map(harmless, _page(made))) + "\n"


def _page(made: Dosed) -> Iterator[str]:
    who = [one.value for one in made.body.measures if one.value]
    who += [made.body.age, *(() if made.body.sex is None else (made.body.sex,))]
    yield from wrapped(f"DOSE OF {made.label.upper()} for {', '.join(who)}, on {made.on}")
    yield from _must_not(made)
    yield from _body(made)
    if made.refused:
        yield from heading("No dose")
        for one in made.refused:
            yield from wrapped(one, "  ✗ ", "    ")
    advised = [one for one in made.regimens if one.advised]
    beside = [one for one in made.regimens if not one.advised]
    if not made.refused:
        for one in advised:
            yield from _regimen(one)
        if beside:
            yield from heading("For comparison, not advised here")
            for one in beside:
                yield from _beside(one)
    yield from _end(made)


def _must_not(made: Dosed) -> Iterator[str]:
    if not made.must_not:
        return
    yield from heading("First: who must not have it")
    holds = [one for one in made.must_not if one.holds == "yes"]
    unknown = [one for one in made.must_not if one.holds not in {"yes", "no"}]
    for one in holds:
        yield from wrapped(f"HOLDS HERE: {one.text} [{' '.join(one.warrants)}]", "  ✗ ", "    ")
    if unknown:
        yield "  Not known here, ask:"
    for one in unknown:
        text = one.text.split(" When: ")[0]
        yield from wrapped(f"{text} [{' '.join(one.warrants)}]", "  ? ", "    ")
    free = len(made.must_not) - len(holds) - len(unknown)
    if free:
        yield f"  No obstacle here: {free} more, in --json"


def _body(made: Dosed) -> Iterator[str]:
    yield from heading("Body")
    for one in made.body.measures:
        if one.value is None:
            yield from wrapped(f"{one.name}: {one.missing}", "  ? ", "    ")
        else:
            given = f" ({one.given})" if one.given and one.given != one.value else ""
            dated = f", {one.date}" if one.date else ""
            yield from wrapped(f"{one.name} {one.value}{given}{dated}", "  ", "    ")
    for one in made.body.checks:
        yield from _check(one, confirmed=made.body.confirmed)


def _check(one: Check, *, confirmed: bool) -> Iterator[str]:
    match one.level:
        case "plausible":
            return
        case "ask":
            mark, said = "  ? ", "confirmed" if confirmed else "measure again, or --confirm-size"
        case _:
            mark, said = "  ✗ ", "no dose"
    hint = f"; {one.hint}" if one.hint else ""
    yield from wrapped(f"{one.text}{hint}: {said} [{' '.join(one.warrants)}]", mark, "    ")


def _regimen(one: Regimen) -> Iterator[str]:
    yield ""
    yield from wrapped(f"{one.title} [{' '.join(one.warrants)}]")
    yield from _line("dose", one.declared)
    yield from _line("when", f"{'; '.join(one.titles)} ({_few(one.rules)})")
    for ask in one.ask:
        yield from _line("only with", f"{ask} (not known here, ask)")
    if one.not_computed is not None:
        yield from _line("no amount", one.not_computed)
        return
    for place, line in enumerate(one.arithmetic):
        yield from _line("reckoned" if place == 0 else "", line)
    yield from _amounts(one)
    for row in one.rows:
        yield from _row(row)
    if not one.rows:
        yield from _line("as", "no product is listed")
    if one.duration is not None:
        yield from _line("for", one.duration)
    if one.in_all is not None:
        yield from _line("in all", one.in_all)
    if one.then is not None:
        yield from _line("then", one.then)


def _amounts(one: Regimen) -> Iterator[str]:
    if one.per_dose is not None:
        yield from _line("per dose", f"{_span(one.per_dose)}, {one.times}, {one.route}")
    if one.per_day is not None:
        yield from _line("per day", _span(one.per_day))
    elif one.per_dose is not None:
        yield from _line("per day", f"never more than one dose: {_span(one.per_dose)}")
    if one.cap is not None and one.cap.bites:
        yield from _line(
            "CAP",
            f"{one.cap.value} {one.cap.unit} [{' '.join(one.cap.warrants)}]; "
            f"without it {one.cap.without} {one.cap.unit}",
        )


def _row(row: Row) -> Iterator[str]:
    if row.refused is not None:
        yield from _line("not as", f"{row.name}: {row.refused}")
        return
    said = " to ".join(_portion(one) for one in row.portions)
    if row.simplest is not None:
        said += f"; simplest {_portion(row.simplest)}"
    yield from _line("as", f"{row.name}: {said}")


def _few(rules: tuple[str, ...]) -> str:
    more = len(rules) - 1
    return rules[0] + (f" and {more} more" if more else "")


def _portion(one: Portioned) -> str:
    daily = "" if one.per_day in {None, one.per_dose} else f", {one.per_day} {one.unit} a day"
    off = "" if one.off is None else f", {one.off}"
    return f"{one.per_dose} {one.unit} ({one.text}{daily}{off})"


def _beside(one: Regimen) -> Iterator[str]:
    yield from wrapped(f"{', '.join(one.guidelines)}: {one.title}", "  ", "    ")
    if one.not_computed is not None:
        yield from wrapped(f"{one.declared}: {one.not_computed}", "    ", "      ")
        return
    said = [] if one.per_dose is None else [f"{_span(one.per_dose)} per dose, {one.times}"]
    said += [] if one.per_day is None else [f"{_span(one.per_day)} a day"]
    if one.cap is not None and one.cap.bites:
        said.append(f"the cap bites (without it {one.cap.without} {one.cap.unit})")
    ids = " ".join(one.warrants)
    yield from wrapped(f"{one.declared}: {'; '.join(said)} [{ids}]", "    ", "      ")


def _span(one: Span) -> str:
    ends = dict.fromkeys((one.low, one.high))
    return f"{' to '.join(ends)} {one.unit}"


def _line(name: str, text: str) -> Iterator[str]:
    yield from wrapped(text, f"  {name:<{_NAMES}}", " " * (_NAMES + 2))


def _end(made: Dosed) -> Iterator[str]:
    yield ""
    yield from wrapped(
        "Products are examples unless a site lists its own: check the label of what you hold. Ids "
        "in brackets are statements (M, R, F, E) and assumptions (A); --json holds their texts."
    )
    yield ""
    yield from wrapped(made.notice)
    yield from wrapped(_versions(made))


def _versions(made: Dosed) -> str:
    spoke: Iterable[str] = (
        f"{one.id} {one.version} ({one.hash[:12]}), {one.review}" for one in made.guidelines[:1]
    )
    return f"{made.software}; {'; '.join(spoke)}; site {made.site_hash[:12]}"
