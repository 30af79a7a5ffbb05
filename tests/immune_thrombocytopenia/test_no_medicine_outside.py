"""The language, its meanings, the plan and the record know no disease."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ferrata.alps.concepts import Drug
from ferrata.guideline.events import Treatment

SOURCE = Path(__file__).resolve().parents[2] / "src" / "ferrata"
MAY_NAME_DRUGS = {"alps", "exchange"}
PACKAGES = sorted(
    path for path in SOURCE.iterdir() if path.name not in {*MAY_NAME_DRUGS, "__pycache__"}
)


def drug_names() -> Iterator[str]:
    """The ids and the first words of the labels of every drug that the medicine knows."""
    for drug in vars(Drug).values():
        if isinstance(drug, Treatment):
            yield drug.id
            yield drug.label.split(" ")[0].lower()


NAMES = frozenset(drug_names()) - {"intravenous"}


def test_the_medicine_has_drugs() -> None:
    """The list that is searched for is not empty."""
    assert len(NAMES) >= 8
    assert {"prednisone", "sirolimus"} <= NAMES


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_no_drug_has_a_name_outside_the_medicine(package: Path) -> None:
    """Whoever needs a drug gets it as an argument."""
    word = re.compile(rf"\b({'|'.join(map(re.escape, sorted(NAMES)))})\b", re.IGNORECASE)
    files = sorted(package.rglob("*.py")) if package.is_dir() else [package]
    found = [
        f"{path.relative_to(SOURCE)}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if word.search(line)
    ]
    assert found == []
