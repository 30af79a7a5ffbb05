"""Interactions as text: what counts first, what nobody could check last and by name."""

from __future__ import annotations

from collections.abc import Iterator

from ferrata.plan.interactions.model import Against, Counts, Interactions, Listed, Medicine, State
from ferrata.plan.lines import harmless, heading, wrapped


def interactions_text(made: Interactions) -> str:
    """Return `made` as text, at most 100 columns wide."""
    return "\n".join(map(harmless, _lines(made))) + "\n"


def _lines(made: Interactions) -> Iterator[str]:
    about = f" of {made.patient}" if made.patient else ""
    yield from wrapped(f"Interactions{about} on {made.on}")
    yield from _trust(made)
    yield from heading("Against")
    for one in made.treatments:
        yield from wrapped(f"{one.label}: {one.why}", "  - ", "    ")
    if not made.treatments:
        yield from wrapped("no treatment of ALPS is taken, offered or named", "  - ", "    ")
    groups = {
        "Listed": [one for one in made.medicines if _interacts(one) and _matters(one)],
        "None listed": [one for one in made.medicines if _none(one) and _matters(one)],
        "Nothing else to check it against": [
            one for one in made.medicines if _alone(one) and _matters(one)
        ],
        "Not checked: unknown to this table": [
            one for one in made.medicines if one.not_identified and _matters(one)
        ],
        "Stopped, matters no more": [one for one in made.medicines if not _matters(one)],
    }
    for title, medicines in groups.items():
        if medicines:
            yield from heading(title)
            for one in medicines:
                yield from _medicine(one, title)
    if not made.medicines:
        yield ""
        yield from wrapped(
            "The record names no medicine. That is not the same as: none is taken."
            if made.list
            else "No medicine was named."
        )
    if made.ask:
        yield from heading("Ask")
        for asked in made.ask:
            yield from wrapped(asked, "  ? ", "    ")
    yield ""
    yield from wrapped(made.table)
    yield from wrapped(
        "UNVERIFIED: from memory or a secondary page; heed it until it is checked. Ids in brackets "
        "are statements of the sources and assumptions; --json holds their texts."
    )
    yield ""
    yield from wrapped(made.notice)
    if made.guideline:
        spoke = made.guideline
        yield f"{spoke.id} {spoke.version} ({spoke.hash[:12]}), {spoke.review}"
    yield made.software


def _trust(made: Interactions) -> Iterator[str]:
    trusted = made.list
    if trusted is None:
        return
    day = f" ({trusted.gone_through})" if trusted.gone_through else ""
    yield from wrapped(f"List of medicines: {trusted.text}{day}", "  ", "    ")
    if trusted.newest_entry is None:
        yield from wrapped("newest entry: none has a date", "  ", "    ")
    else:
        days = trusted.newest_entry_days
        yield from wrapped(f"newest entry: {trusted.newest_entry}, {days} days old", "  ", "    ")
    if trusted.confirmed != "yes":
        yield from wrapped(
            "Until then nothing below says that there is no interaction. A rescue does not wait.",
            "  ! ",
            "    ",
        )


def _interacts(one: Medicine) -> bool:
    return any(each.state is State.INTERACTS for each in one.against)


def _none(one: Medicine) -> bool:
    return bool(one.against) and not _interacts(one) and not one.not_identified


def _alone(one: Medicine) -> bool:
    return not one.against and not one.not_identified


def _matters(one: Medicine) -> bool:
    return one.counts is not Counts.OVER


def _medicine(one: Medicine, title: str) -> Iterator[str]:
    yield from wrapped(f"{one.written}: {when_text(one)}", "  - ", "    ")
    if title == "Listed":
        for each in one.against:
            yield from against_lines(each, "    ")
    if one.not_identified and title != "None listed":
        left = "; ".join(one.not_identified)
        yield from wrapped(f"not checked, unknown to this table: {left}", "    ? ", "      ")


def against_lines(one: Against, indent: str) -> Iterator[str]:
    """Return what is listed of a medicine and one treatment, in lines."""
    if one.state is not State.INTERACTS:
        yield from wrapped(f"{one.label}: {one.state.value}", f"{indent}  ", f"{indent}    ")
    for listed in one.listed:
        yield from wrapped(f"{one.label}: {listed_text(listed)}", f"{indent}! ", f"{indent}    ")


def listed_text(one: Listed) -> str:
    """Return one interaction in words: unverified first, what to do, how it is known."""
    mark = "UNVERIFIED: " if one.support == "unverified" else ""
    return f"{mark}{one.text} ({one.do}; {one.certainty}) [{' '.join(one.warrants)}]"


def when_text(one: Medicine) -> str:
    """Return since when a medicine is taken, when it was stopped and how long it matters."""
    if one.counts is Counts.NAMED:
        return "named"
    said = one.counts.value
    if one.since:
        said += f", since {one.since}"
    if one.stopped:
        said += f", ended {one.stopped}"
    if one.stopped_days and one.stopped_days[0] == one.stopped_days[1]:
        said += f", {one.stopped_days[0]} days ago"
    if one.matters_until:
        said += f", matters until {one.matters_until} [{' '.join(one.warrants)}]"
    return said
