"""Public Synthea patients: read whole, planned, and never treated for what they do not have."""

import os
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import ferrata

FOLDER = os.environ.get("FERRATA_SYNTHEA", "")
TODAY = date(2026, 11, 20)
DRUGS = frozenset({"Give", "Consider"})


@pytest.mark.full
@pytest.mark.skipif(
    not FOLDER,
    reason="public dataset: FERRATA_SYNTHEA is not R4/SYNTHEA of generated-sample-data",
)
def test_every_public_synthea_patient_gets_an_honest_plan() -> None:
    """Each bundle is read, its plan says that no ALPS is on record, and no drug is offered."""
    seen: Counter[str] = Counter()
    guideline = ferrata.RECONCILED
    for path in sorted(Path(FOLDER).glob("*.json")):
        if path.name.startswith(("hospitalInformation", "practitionerInformation")):
            with pytest.raises(ferrata.RecordError, match="no Patient"):
                ferrata.read_fhir(path, received=TODAY)
            seen["not a patient"] += 1
            continue
        record = ferrata.read_fhir(path, received=TODAY)
        plan = ferrata.plan(record, guideline, guideline.site(), TODAY)
        seen["patients"] += 1

        assert "ALPS, confirmed or probable: not on record" in plan.summary, path.name
        assert not [one for one in plan.options if one.level == "offered" and one.kind in DRUGS]

    assert seen["patients"] > 0
