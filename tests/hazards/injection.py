"""A pytest plugin that takes one control away before the tests are collected.

``FERRATA_FAULT=NAME pytest -p tests.hazards.injection TEST`` must fail.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import pytest
from hypothesis import Phase, settings
from tests.hazards.faults import FAULTS


def pytest_configure(config: pytest.Config) -> None:
    """Replace the fault's target wherever it was already imported by name.

    An example that shows the fault is enough: nobody waits for the smallest one.
    """
    del config
    settings.register_profile(
        "fault", derandomize=True, deadline=None, phases=(Phase.explicit, Phase.generate)
    )
    settings.load_profile("fault")
    inject(os.environ["FERRATA_FAULT"])


def inject(name: str) -> None:
    """Put the fault called `name` in place of what it breaks."""
    fault = next(one for one in FAULTS if one.name == name)
    where, _, path = fault.target.partition(":")
    owner: Any = import_module(where)
    *outer, last = path.split(".")
    for one in outer:
        owner = getattr(owner, one)
    right = owner.__dict__[last]
    wrong = fault.broken(right)
    setattr(owner, last, wrong)
    for module in list(sys.modules.values()):
        if module.__name__.startswith(("ferrata", "tests")):
            for key, value in list(vars(module).items()):
                if value is right and key == last:
                    setattr(module, key, wrong)
