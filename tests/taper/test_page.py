"""The page to print: every day once, nothing from elsewhere, nothing that a name can break."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from tests.taper.plans import AGAIN, ON, planned, restarted

from ferrata.alps.tapers import WEANING
from ferrata.exchange.calendar_page import calendar_page
from ferrata.plan.taper import TaperPlan

FIRST = planned()
SECOND = restarted(FIRST)


class Read(HTMLParser):
    """The tags, the months with their cells, and the text of a page."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.months: list[tuple[str, list[list[str]]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self.open.append(tag)
        if tag == "h2":
            self.months.append(("", []))
        if tag == "td":
            self.months[-1][1].append([])

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["style"]:
            return
        self.words.append(data)
        if "td" in self.open:
            self.months[-1][1][-1].append(data)
        elif self.open[-1:] == ["h2"]:
            self.months[-1] = (data, self.months[-1][1])

    def days(self) -> dict[date, str]:
        """What stands in the cell of each day that has a dose."""
        names = [date(2000, one, 1).strftime("%B") for one in range(1, 13)]
        found: dict[date, str] = {}
        for month, cells in self.months:
            name, year = month.split()
            for cell in cells:
                if len(cell) > 1:
                    day = date(int(year), names.index(name) + 1, int(cell[0]))
                    assert day not in found
                    found[day] = " ".join(cell[1:])
        return found


def page(made: TaperPlan) -> Read:
    """The page, read again; every tag that is opened is closed."""
    read = Read(calendar_page(made))
    assert not read.open
    return read


@pytest.mark.hazard("H24")
@pytest.mark.hazard("H31")
@pytest.mark.parametrize(
    "made", [FIRST, SECOND, planned(dose=Decimal("37.5"))], ids=["a", "b", "c"]
)
def test_every_day_of_the_plan_stands_in_its_month_with_its_dose(made: TaperPlan):
    """The milligrams and the pieces; no other day has a dose."""
    found = page(made).days()
    assert list(found) == [day for day, _ in made.daily()]
    for day, step in made.daily():
        said = " ".join(found[day].split())
        assert said.startswith(f"{step.mg_per_day} mg ")
        for one in step.each:
            assert f"{one.count} × {one.strength}" in said
    assert found[made.last].endswith("last dose")
    assert sum("last dose" in one for one in found.values()) == 1


@pytest.mark.hazard("H24")
def test_the_days_of_a_week_stand_in_their_columns():
    """Every row has seven cells, and the first column is Monday."""
    for title, cells in page(FIRST).months:
        name, year = title.split()
        assert len(cells) % 7 == 0
        for column, cell in enumerate(cells):
            if cell:
                month = {"November": 11, "December": 12, "January": 1}[name]
                assert date(int(year), month, int(cell[0])).weekday() == column % 7


@pytest.mark.hazard("H25")
def test_every_month_names_its_plan():
    """A page that comes loose from the others is not taken for one of the newer plan."""
    read = page(SECOND)
    plans = [one for one in read.words if one == f"plan of 2026-12-20 ({SECOND.id})"]
    assert len(plans) == len(read.months) == 3


def test_each_dose_has_its_box():
    """One a day, or as many as the day has doses."""
    for made, boxes in ((FIRST, 70), (planned(WEANING[0], dose=Decimal(1000)), 2 * 273)):
        ticks = [one for _, one in page(made).tags if one.get("class") == "tick"]
        assert len(ticks) == boxes


def test_nothing_comes_from_elsewhere_and_the_policy_allows_its_own_style_alone():
    """No script, link, image or address; the hash of the policy is that of the style."""
    content = calendar_page(SECOND).decode()
    read = page(SECOND)
    assert {tag for tag, _ in read.tags}.isdisjoint(
        {"script", "link", "img", "iframe", "object", "form", "a", "svg", "base"}
    )
    assert not re.search(r"https?:|//|url\(|@import|\bon\w+=|style=", content.split("<body>")[1])
    style = re.search(r"<style>(.*?)</style>", content, re.DOTALL)
    assert style
    assert "url(" not in style[1]
    assert "@import" not in style[1]
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = next(attrs["content"] for _, attrs in read.tags if attrs.get("http-equiv") is not None)
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert f"'sha256-{digest}'" in policy


def test_no_text_is_smaller_than_12_points_and_no_week_is_cut():
    """For A4 and Letter: the paper is the printer's, rows and months stay whole."""
    style = calendar_page(FIRST).decode().split("</style>")[0]
    sizes = re.findall(r"([0-9.]+)pt(?:/| )|font-size: ([0-9.]+)pt", style)
    fonts = [float(one) for one in re.findall(r"font(?:-size)?: ([0-9.]+)pt", style)]
    assert sizes
    assert fonts
    assert min(fonts) >= 12
    assert "tr { break-inside: avoid; }" in style
    assert "section.month { break-inside: avoid; }" in style
    assert "size:" not in style.split("@page")[1].split("}")[0]


@pytest.mark.hazard("H25")
def test_the_page_says_what_it_replaces_when_it_was_printed_and_what_to_heed():
    """And holds the notice and the version of the guideline."""
    said = " ".join(" ".join(page(SECOND).words).split())
    for words in (
        f"Replaces the plan of 2026-11-21 ({FIRST.id}). That one is void from Sun 20 December 2026",
        f"Sun 20 December 2026, plan {SECOND.id}, revision 1",
        "Stress doses.",
        "12 months after the last dose",
        "Do not stop suddenly",
        "Not a medical device",
        SECOND.guideline.hash[:12],
        "Sat 27 February 2027 (10 weeks)",
    ):
        assert words in said, words
    assert "Replaces" not in " ".join(page(FIRST).words)


@pytest.mark.hazard("H13")
def test_a_name_is_shown_only_when_given_and_never_read_as_html():
    """Escaped, isolated in its direction, and in the title of the page only as text."""
    name = "<script>alert(1)</script>\"'&\u202e"
    content = calendar_page(planned(for_whom=name)).decode()
    assert "<script" not in content
    assert "&lt;script&gt;" in content
    assert "\u202e" not in content
    assert "<bdi>" in content
    assert "<bdi>" not in calendar_page(FIRST).decode()


def test_the_same_plan_is_the_same_page():
    """Byte for byte."""
    assert calendar_page(restarted(planned(on=ON))) == calendar_page(SECOND)
    assert SECOND.made_on == AGAIN


@pytest.mark.hazard("H31")
def test_a_week_fits_the_page_on_a_screen():
    """Of a week that is wider than its page the last day would be hidden."""
    style = re.search(r"<style>(.*?)</style>", calendar_page(planned()).decode(), re.DOTALL)
    assert style is not None
    (page_width,) = re.findall(r"max-width: (\d+)mm", style[1])
    (padding,) = re.findall(r"body \{[^}]*padding: (\d+)mm", style[1])
    (week,) = re.findall(r"table \{ min-width: (\d+)mm", style[1])
    assert int(week) <= int(page_width) - 2 * int(padding)
