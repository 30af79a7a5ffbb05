"""The plans of the examples, as the command makes them."""

import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast

from ferrata.alps.guidelines import GUIDELINES, RECONCILED
from ferrata.cli.planning import answered
from ferrata.exchange.fhir import read_fhir
from ferrata.plan import Plan, plan
from ferrata.plan.model import Option

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAMES = tuple(path.stem for path in sorted(EXAMPLES.glob("*.json")))
ON = date(2026, 11, 20)
"""The day up to which each example tells its story."""


@cache
def example(name: str, *answers: str) -> Plan:
    """The plan of an example on its day, perhaps with answers given that day."""
    return planned((EXAMPLES / f"{name}.json").read_bytes(), answers)


def planned(bundle: bytes, answers: Iterable[str] = ()) -> Plan:
    """The plan of a bundle on the day of the examples."""
    record = answered(read_fhir(bundle, received=ON), RECONCILED, ON, answers)
    others = [one for one in GUIDELINES if one is not RECONCILED]
    return plan(record, RECONCILED, RECONCILED.site(), ON, compare=others)


def bundle(name: str) -> dict[str, Any]:
    """An example as JSON, to change."""
    return cast("dict[str, Any]", json.loads((EXAMPLES / f"{name}.json").read_bytes()))


def options(made: Plan, treatment: str) -> list[Option]:
    """The options of a plan that give a treatment."""
    return [one for one in made.options if one.treatment == treatment]
