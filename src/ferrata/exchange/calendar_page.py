"""A plan of a course as a page to print: months, each day with its dose and a box to tick.

One file without scripts or anything from elsewhere; its policy allows its own style alone.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from html import escape

from ferrata.guideline.units import plain
from ferrata.plan.lines import harmless
from ferrata.plan.taper.model import Piece, TaperPlan, TaperStep
from ferrata.plan.taper.words import MONTHS, amount_of, length, long_date, named, replaced

_STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 8mm; max-width: 200mm; background: #fff; color: #000;
  font: 12pt/1.3 system-ui, "Liberation Sans", Arial, sans-serif; }
h1 { font-size: 20pt; margin: 0 0 2mm; }
h2 { font-size: 15pt; margin: 5mm 0 2mm; break-after: avoid; }
.plan { font-size: 12pt; font-weight: normal; float: right; }
p { margin: 2mm 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 4mm; margin: 0 0 3mm; }
dt { font-weight: bold; }
dd { margin: 0; overflow-wrap: anywhere; }
.box { border: 2pt solid #000; padding: 2mm 3mm; margin: 0 0 3mm; break-inside: avoid; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { text-align: center; border: 1pt solid #555; padding: 1mm; background: #e8e8e8; }
td { border: 1pt solid #555; padding: 0.7mm; height: 27mm; vertical-align: top; }
td.none { background: #f4f4f4; }
td.change { border: 2.5pt solid #000; }
.top { display: flex; justify-content: space-between; align-items: center; }
.day { font-weight: bold; }
.tick { display: inline-block; width: 6mm; height: 6mm; border: 1.5pt solid #000; }
.dose { display: block; font-size: 14pt; font-weight: bold; white-space: nowrap; }
.keep { white-space: nowrap; }
.part, .word { display: block; }
.word { font-weight: bold; }
.line { display: inline-block; min-width: 60mm; border-bottom: 1pt solid #000; }
@media screen {
  .wide { overflow-x: auto; }
  table { min-width: 170mm; }
}
@page { margin: 10mm; }
@media print {
  body { padding: 0; max-width: none; }
  section.month { break-inside: avoid; }
}
"""
_POLICY = "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_TOPICS = ("How to give it", "Never stop suddenly", "A missed or vomited dose", "Stress doses")


def calendar_page(made: TaperPlan) -> bytes:
    """Return the plan as one HTML file for A4 or Letter, text of 12 points or more."""
    return "\n".join(_page(made)).encode() + b"\n"


def _e(text: str) -> str:
    return escape(harmless(text))


def _page(made: TaperPlan) -> Iterator[str]:
    hashed = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    title = f"{made.label.capitalize()}, day by day"
    who = f" for {made.for_whom}" if made.for_whom else ""
    yield "<!DOCTYPE html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY.format(hashed)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{_e(title)}</title>"
    yield f"<style>{_STYLE}</style></head><body>"
    yield f"<h1>{_e(title)}{f'<bdi>{_e(who)}</bdi>' if who else ''}</h1>"
    yield from _head(made)
    days = dict(made.daily())
    month = made.first.replace(day=1)
    while month <= made.last:
        yield from _month(made, month, days)
        month = (month + timedelta(days=32)).replace(day=1)
    yield f"<p>The last dose is on {long_date(made.last)}. None after it.</p>"
    yield from _foot(made)
    yield "</body></html>"


def _head(made: TaperPlan) -> Iterator[str]:
    if made.replaces:
        older = made.replaces[0]
        yield '<p class="box"><strong>'
        yield _e(f"Replaces the {replaced(older)}. That one is void from ")
        yield f"{long_date(older.void_from)} on: throw its pages away.</strong></p>"
    rows = [
        ("First day", long_date(made.first)),
        ("Last day", f"{long_date(made.last)} ({length(made.days)})"),
        ("To have at home", "; ".join(f"{amount_of(one)}" for one in made.supplies)),
        ("Printed", f"{long_date(made.made_on)}, plan {made.id}, revision {made.revision}"),
    ]
    yield "<dl>"
    for name, text in rows:
        yield f"<dt>{name}</dt><dd>{_e(text)}</dd>"
    yield '<dt>Ask the team</dt><dd><span class="line">&nbsp;</span></dd>'
    yield "</dl>"
    pieces = {each.product: each for one in made.steps for each in one.each if each.counted}
    said = [
        f"“3 × {one.strength}” means 3 {one.form}s of {one.strength}" for one in pieces.values()
    ]
    said = [*said, "Tick the box when the dose was given", "A thick frame: new dose"]
    yield f"<p>{_e('. '.join(said))}.</p>"


def _month(made: TaperPlan, month: date, days: dict[date, TaperStep]) -> Iterator[str]:
    """Yield a month, from the week of its first dose to that of its last."""
    own = [day for day in days if (day.year, day.month) == (month.year, month.month)]
    if not own:
        return
    yield '<section class="month">'
    plan = f'<span class="plan">{named(made)}</span>'  # a page that comes loose is still told apart
    yield f"<h2>{MONTHS[month.month - 1]} {month.year}{plan}</h2>"
    yield '<div class="wide"><table><thead><tr>'
    yield "".join(f'<th scope="col">{one}</th>' for one in _WEEKDAYS)
    yield "</tr></thead><tbody>"
    monday = own[0] - timedelta(days=own[0].weekday())
    while monday <= own[-1]:
        week = [monday + timedelta(days=offset) for offset in range(7)]
        yield "<tr>"
        for day in week:
            if day.month != month.month:
                yield '<td class="none"></td>'
            elif day in days:
                yield _cell(day, days[day], last=day == made.last)
            else:
                yield f'<td class="none"><span class="day">{day.day}</span></td>'
        yield "</tr>"
        monday += timedelta(days=7)
    yield "</tbody></table></div></section>"


def _cell(day: date, step: TaperStep, *, last: bool) -> str:
    change = ' class="change"' if day == step.first else ""
    each = "".join(f'<span class="part">{_part(one)}</span>' for one in step.each)
    times = f'<span class="word">{step.times} times a day:</span>' if step.times > 1 else ""
    end = '<span class="word">last dose</span>' if last else ""
    ticks = '<span class="tick"></span>' * step.times
    return (
        f'<td{change}><span class="top"><span class="day">{day.day}</span><span>{ticks}</span>'
        f'</span><span class="dose">{plain(step.mg_per_day)} mg</span>{times}{each}{end}</td>'
    )


def _part(one: Piece) -> str:
    if one.counted:
        return f'{plain(one.count)} × <span class="keep">{_e(one.strength)}</span>'
    return f'<span class="keep">{plain(one.count)} mL</span>'


def _foot(made: TaperPlan) -> Iterator[str]:
    liquids = {each.product: each for one in made.steps for each in one.each if not each.counted}
    for one in liquids.values():
        yield f"<p>{_e(f'mL are of {one.name}, {one.strength}: check the bottle.')}</p>"
    yield '<div class="box">'
    for topic in _TOPICS:
        for one in made.notes:
            if one.topic == topic:
                yield f"<p><strong>{_e(one.topic)}.</strong> {_e(one.text)}</p>"
    yield "</div>"
    spoke = made.guideline
    version = f"guideline {spoke.id} {spoke.version} ({spoke.hash[:12]}), {spoke.review}"
    yield f"<p>{_e(made.notice)}</p>"
    yield f"<p>{_e(made.software)}, {_e(version)}</p>"
