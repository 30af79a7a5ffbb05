"""Every warrant inside a declared value is found, with the path to what cites it."""

from __future__ import annotations

from dataclasses import dataclass

from ferrata.alps.figure import RAO_2015_FIGURE
from ferrata.alps.sources import warrant
from ferrata.guideline.citations import citations
from ferrata.guideline.evidence import Warrant


@dataclass(frozen=True)
class Entry:
    """Something declared, with a title."""

    title: str
    warrant: tuple[Warrant, ...]
    inside: tuple[object, ...] = ()


def test_paths_lead_from_the_outside_in() -> None:
    """Ids and titles on the way make the path; mappings and sets are walked as tuples are."""
    inner = Entry("inner", warrant("R21"))
    outer = Entry("outer", warrant("R24"), ({"a": inner}, frozenset({"word"}), [3, None, Entry]))
    assert [(one.warrant.id, str(one)) for one in citations((outer,))] == [
        ("R24", "outer"),
        ("R21", "outer / inner"),
    ]


def test_a_value_without_a_name_adds_nothing_to_the_path() -> None:
    """The action of a step has no id: the step's stands for it."""
    step = RAO_2015_FIGURE.step("oral-steroid")
    paths = {(one.warrant.id, str(one)) for one in citations(step)}
    assert ("M02", "A0") in paths


def test_a_guideline_cites_what_its_rules_rest_on() -> None:
    """Whatever a guideline lists as its warrants is found by the walk."""
    found = {one.warrant.id for one in citations(RAO_2015_FIGURE)}
    assert {one.id for one in RAO_2015_FIGURE.warrants} <= found
