"""A page as text for a terminal: nothing in it that is not in the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ferrata.plan.interactions.model import Medicine
from ferrata.plan.interactions.text import against_lines, when_text
from ferrata.plan.lines import WIDTH, columns, harmless, heading, wrapped
from ferrata.plan.model import GuidelineVersion
from ferrata.plan.monograph.model import Code, Figure, Interacts, Line, Page, Table
from ferrata.plan.tables import table as in_columns

_MARKS = {"source": "", "assumption": "(assumption) ", "unverified": "UNVERIFIED: "}
_HOLDS = {
    None: "",
    "yes": "STANDS AGAINST IT HERE: ",
    "no": "(no obstacle here) ",
    "unknown": "(unknown here) ",
}
_SYSTEMS = {
    "http://www.nlm.nih.gov/research/umls/rxnorm": "RxNorm",
    "http://www.whocc.no/atc": "ATC",
}


def page_text(page: Page) -> str:
    """Return `page` as text, at most 100 columns wide."""
    return "\n".join(map(harmless, _page(page))) + "\n"


def table_text(table: Table) -> str:
    """Return the table of all treatments as text, at most 100 columns wide."""
    return "\n".join(map(harmless, _table(table))) + "\n"


def _page(page: Page) -> Iterator[str]:
    yield page.title.upper()
    if page.names:
        yield from wrapped(f"also: {', '.join(page.names)}", "  ", "    ")
    yield from wrapped(f"codes: {_codes(page.codes) or 'none is known here'}", "  ", "    ")
    yield from _outside(page)
    yield from _roles(page)
    yield from _section("Indication", page.indication)
    yield from _section("Must not", page.must_not, "✗")
    yield from _section("Check before", page.before)
    yield from heading("Dose")
    if page.dose_note is not None:
        yield from wrapped(page.dose_note, "  ! ", "    ")
    yield from _bullets(page.dose, "-")
    if page.no_dose is not None:
        yield from wrapped(page.no_dose, "  - ", "    ")
    yield from _section("Watch during", page.watch)
    if page.interactions:
        yield from heading("Interactions")
        for one in page.interactions:
            yield from _interacts(one)
    if page.on_list:
        yield from heading("On this patient's list")
        for medicine in page.on_list:
            yield from _on_list(medicine)
    yield from _section("Expected response, and when", page.response)
    if page.outcomes:
        yield from heading("Outcomes in the sources (each by its own definition, never merged)")
        for figure in page.outcomes:
            yield from _figure(figure)
    yield from heading("Evidence")
    ids = f" [{' '.join(page.ages.warrants)}]" if page.ages.warrants else ""
    yield from wrapped(f"Ages: {page.ages.text}{ids}", "  - ", "    ")
    yield from _bullets(page.evidence, "-")
    yield from _section("Pregnancy", page.pregnancy)
    yield from _section("Off label", page.off_label)
    yield from _section("For every treatment", page.every)
    for figure in page.every_outcomes:
        yield from _figure(figure)
    yield ""
    yield from wrapped(
        "Ids in brackets are statements of the sources (M, R, P, F, E) and assumptions (A, and "
        "those that end in u); --json holds their texts. UNVERIFIED: from memory or a secondary "
        "page. Heed a caution so marked until it is checked; no dose rests on one."
    )
    yield ""
    yield from _end(page.notice, page.guidelines, page.software)


def _outside(page: Page) -> Iterator[str]:
    ages = page.ages
    if ages.patient is None or ages.outside == "no":
        return
    if ages.outside == "yes":
        said = f"OUTSIDE THE EVIDENCE: the patient is {ages.patient}; it comes from {ages.text}."
    else:
        said = f"Outside the evidence? {ages.outside} (patient: {ages.patient}; {ages.text})."
    yield ""
    yield from wrapped(said, "! ", "! ")


def _roles(page: Page) -> Iterator[str]:
    yield from heading("Role in each guideline (computed from their rules)")
    for one in page.roles:
        after = f", only after {' and '.join(one.after)}" if one.after else ""
        yield from wrapped(f"{one.guideline}: {one.place}{after}", "  ", "    ")
        yield from _bullets(one.rules, "-", "    ")


def _section(title: str, lines: tuple[Line, ...], sign: str = "-") -> Iterator[str]:
    if lines:
        yield from heading(title)
        yield from _bullets(lines, sign)


def _bullets(lines: Iterable[Line], sign: str, indent: str = "  ") -> Iterator[str]:
    for one in lines:
        said = f"{_HOLDS[one.holds]}{_MARKS[one.support]}{one.text} [{' '.join(one.warrants)}]"
        yield from wrapped(said, f"{indent}{sign} ", f"{indent}  ")


def _interacts(one: Interacts) -> Iterator[str]:
    mark = _MARKS[one.support] if one.support == "unverified" else ""
    yield from wrapped(f"{mark}{', '.join(who.name for who in one.ingredients)}", "  - ", "    ")
    said = f"{one.text} ({one.certainty}) [{' '.join(one.warrants)}]"
    yield from wrapped(said, "    ", "    ")
    coded = [f"{who.name}: {_codes(who.codes)}" for who in one.ingredients if who.codes]
    if coded:
        yield from wrapped("; ".join(coded), "      ", "      ")


def _on_list(one: Medicine) -> Iterator[str]:
    yield from wrapped(f"{one.written}: {when_text(one)}", "  - ", "    ")
    for each in one.against:
        yield from against_lines(each, "    ")
    if one.not_identified:
        left = "; ".join(one.not_identified)
        yield from wrapped(f"not checked, unknown to the table: {left}", "    ? ", "      ")


def _figure(one: Figure) -> Iterator[str]:
    sign = "!" if one.adverse else "-"
    ids = " ".join(one.warrants)
    yield from wrapped(f"{_MARKS[one.support]}{one.name}: {one.text} [{ids}]", f"  {sign} ", "    ")
    yield from wrapped(f"means: {one.definition}", "      ", "        ")
    yield from wrapped(f"among: {one.population}", "      ", "        ")


def _codes(codes: Iterable[Code]) -> str:
    return ", ".join(
        f"{_SYSTEMS.get(one.system, one.system)} {one.code}"
        + ("" if one.checked == "verified" else f" ({one.checked})")
        for one in codes
    )


def _table(table: Table) -> Iterator[str]:
    ids = [one.id for one in table.guidelines]
    rows = [
        (f"{row.id:23}{'*' if row.cautions else ''}", [row.places[one] for one in ids])
        for row in table.rows
    ]
    yield from in_columns(ids, rows, column=17, right=True, corner="treatment", indent="")
    yield ""
    if columns() < WIDTH:
        for row in table.rows:
            yield from wrapped(f"{row.label}: {row.dose}; {row.evidence}", "", "  ")
    else:
        yield f"{'treatment':42}{'sourced dose':28}{'evidence':30}".rstrip()
        for row in table.rows:
            yield f"{row.label[:41]:42}{row.dose:28}{row.evidence:30}".rstrip()
    yield ""
    yield from wrapped(
        "Places are computed: first, second … is the number of moves from the start to the nearest "
        "step that gives or considers it; (if): advice that a further condition holds back; last: "
        "only after others, or only a referral names it; avoid: only cautions do. "
        "* cautions or gates of the safety layer stand against it: ferrata drug NAME lists them."
    )
    yield ""
    yield from _end(table.notice, table.guidelines, table.software)


def _end(notice: str, guidelines: Iterable[GuidelineVersion], software: str) -> Iterator[str]:
    yield from wrapped(notice)
    for one in guidelines:
        yield from wrapped(f"{one.id} {one.version} ({one.hash[:12]}), {one.review}", "", "  ")
    yield software
