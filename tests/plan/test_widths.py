"""Every page on every width: no number is cut, and none is parted from its unit (H31)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from tests.plan.children import NAMES, example
from tests.taper.plans import planned, restarted

from ferrata.alps.handouts import HANDOUTS, READERS
from ferrata.alps.sources import SOURCES
from ferrata.cli.dosing import Asked, Typed, dose_of
from ferrata.plan.dose.text import dose_page
from ferrata.plan.handout import release, sheet, sheet_text
from ferrata.plan.lines import printed_on
from ferrata.plan.taper import TaperPlan, taper_note, taper_text
from ferrata.plan.text import text

WIDTHS = (40, 43, 47, 52, 58, 60, 67, 72, 79, 80, 91, 99, 100, 120, 140)
ON = date(2026, 11, 20)
NUMBER = re.compile(r"\d+(?:[.,:-]\d+)*")
UNIT = re.compile(
    r"\s*(?:mg|g|kg|ng|micrograms|mL|cm|m2|%|tablets?|capsules?|vials?|days?|weeks?|months?)(?!\w)"
)
BODY = Typed(weight="18.4kg", height="108cm", age="6y", sex="female")


def page_of_plan(name: str) -> Callable[[], str]:
    """The plan of an example."""
    made = example(name)
    return lambda: text(made)


def page_of_dose(drug: str) -> Callable[[], str]:
    """The doses of a drug for a child of six."""
    made = dose_of(drug, BODY, Asked(), on=ON, today=ON)
    return lambda: dose_page(made)


def page_of_taper(made: TaperPlan, page: Callable[[TaperPlan], str]) -> Callable[[], str]:
    """A taper, as text or as a note."""
    return lambda: page(made)


def page_of_handout(topic: str) -> Callable[[], str]:
    """A handout as a family gets it."""
    made = sheet(HANDOUTS[topic], SOURCES, READERS, release("Dr. A. Example", ON))
    return lambda: sheet_text(made)


FIRST = planned()
DRUGS = ("prednisone", "mycophenolate", "sirolimus", "g-csf", "immunoglobulin")
PAGES: dict[str, Callable[[], str]] = {
    **{f"plan {one}": page_of_plan(one) for one in NAMES},
    **{f"dose {one}": page_of_dose(one) for one in DRUGS},
    "taper": page_of_taper(FIRST, taper_text),
    "restart": page_of_taper(restarted(FIRST), taper_text),
    "note": page_of_taper(FIRST, taper_note),
    "note of a restart": page_of_taper(restarted(FIRST), taper_note),
    **{f"handout {one}": page_of_handout(one) for one in HANDOUTS},
}


def numbers(said: str) -> Counter[str]:
    """Each number with how often it stands, dates and ranges as one."""
    return Counter(NUMBER.findall(said))


def parted(said: str) -> list[tuple[str, str]]:
    """The ends of lines with a number whose unit begins the next line."""
    return [
        (above.strip()[-30:], below.strip()[:20])
        for above, below in pairwise(said.splitlines())
        if above[-1:].isdigit() and UNIT.match(below)
    ]


@pytest.mark.hazard("H31")
@pytest.mark.parametrize("name", PAGES)
def test_no_width_cuts_a_number_or_parts_it_from_its_unit(name: str) -> None:
    """From a narrow terminal to a wide one, the same numbers as often, each with its unit."""
    page = PAGES[name]
    whole = numbers(page())
    for width in WIDTHS:
        with printed_on(width):
            said = page()
        assert numbers(said) == whole, width
        assert not parted(said), width
