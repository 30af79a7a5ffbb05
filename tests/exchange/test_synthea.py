"""Public Synthea patients: read whole, planned, and never treated for what they do not have.

The R4 bundles of https://github.com/smart-on-fhir/generated-sample-data (commit 25ac808), as read
on 2026-11-21 from a copy that held 617 of its 631 files (the fourteen largest were missing):
615 patients and two files without one (hospitals, practitioners), which are refused. Their 238,410
entries, components and contained resources: understood 40,252 (210 of them with a doubt: two panels
of one visit report different values), ignored 191,267, supporting 6,276, merged 49 (two panels
report the same value), not understood 566. Of these, 343 are systolic pressures without a unit, and
223 are orders of two drugs whose names hold one of ours and something else (amoxicillin with
clavulanate; penicillin V as its potassium salt). About a minute and 60 MB for all of them.
"""

import json
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.exchange.test_inspection import assert_nothing_is_lost

import ferrata
from ferrata.exchange.inspection import inspect_fhir

FOLDER = os.environ.get("FERRATA_SYNTHEA", "")
TODAY = date(2026, 11, 20)
DRUGS = frozenset({"Give", "Consider"})
NO_PATIENT = ("hospitalInformation", "practitionerInformation")

needed = pytest.mark.skipif(
    not FOLDER,
    reason="public dataset: FERRATA_SYNTHEA is not R4/SYNTHEA of generated-sample-data",
)


def bundles() -> list[Path]:
    """The bundles of patients."""
    files = sorted(Path(FOLDER).glob("*.json"))
    return [path for path in files if not path.name.startswith(NO_PATIENT)]


@pytest.mark.full
@needed
def test_every_part_of_every_public_synthea_bundle_has_one_fate(
    record_property: Callable[[str, object], None],
) -> None:
    """Nothing is lost in silence: counted here without the inspection, and told by it."""
    fates: Counter[str] = Counter()
    before = time.perf_counter()
    for path in bundles():
        found = inspect_fhir(path, received=TODAY)
        assert_nothing_is_lost(json.loads(path.read_bytes()), found)
        fates.update({fate.value: count for fate, count in found.fates.items()})
    seconds = time.perf_counter() - before
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    said = {**fates, "patients": len(bundles()), "seconds": round(seconds), "MB": round(most)}
    sys.stdout.write(f"{said}\n")
    for name, value in said.items():
        record_property(name, value)
    assert fates["understood"] > 20 * fates["not understood"]
    assert len(bundles()) > 0


@pytest.mark.full
@needed
def test_files_without_a_patient_are_refused() -> None:
    """Hospitals and practitioners are nobody's record."""
    for path in Path(FOLDER).glob("*.json"):
        if path.name.startswith(NO_PATIENT):
            with pytest.raises(ferrata.RecordError, match="no Patient"):
                ferrata.read_fhir(path, received=TODAY)


@pytest.mark.full
@needed
def test_every_public_synthea_patient_gets_an_honest_plan() -> None:
    """Each bundle is read, its plan knows of no ALPS on record, and no drug is offered."""
    guideline = ferrata.RECONCILED
    for path in bundles():
        record = ferrata.read_fhir(path, received=TODAY)
        plan = ferrata.plan(record, guideline, guideline.site(), TODAY)

        assert plan.position.scope == "unknown", path.name
        assert not [one for one in plan.options if one.level == "offered" and one.kind in DRUGS]
    assert len(bundles()) > 0
