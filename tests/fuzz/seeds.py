"""Where the fuzzers begin: small true inputs of every kind, cut from the examples."""

from __future__ import annotations

import json
import struct
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.exchange import resources
from tests.exchange.bundles import bundle
from tests.taper.plans import ON, planned, restarted

from ferrata.alps.catalogue import ANALYTES
from ferrata.alps.guidelines import RECONCILED
from ferrata.exchange.fhir import read_fhir
from ferrata.guideline.units import plain
from ferrata.plan import plan
from ferrata.plan.json import as_json, write_plan
from ferrata.record.answers import answerable
from ferrata.record.files import write_record

EXAMPLES = Path(__file__).parents[2] / "examples"
_SLICE = 3
_RANDOM_BUNDLES = 30


@cache
def bundles() -> tuple[bytes, ...]:
    """Each example cut into bundles of its patient and a few resources, and odd ones besides."""
    found: list[bytes] = []
    for path in sorted(EXAMPLES.glob("*.json")):
        content = json.loads(path.read_bytes())
        held: list[Any] = [one["resource"] for one in content["entry"]]
        patient = [one for one in held if one["resourceType"] == "Patient"]
        first = {one["resourceType"]: one for one in reversed(held)}
        others = [one for one in first.values() if one not in patient]
        found += [
            bundle(*others[at : at + _SLICE], patient=patient[0] if patient else None)
            for at in range(0, max(1, len(others)), _SLICE)
        ]
    return (*dict.fromkeys(found), *_odd_bundles(), *_by_strategy())


def _odd_bundles() -> list[bytes]:
    """What references, components and contained resources look like where they are hard."""
    code = {"coding": [{"system": "http://loinc.org", "code": "777-3"}], "text": "Platelets"}
    count = {
        "resourceType": "Observation",
        "id": "1",
        "status": "final",
        "code": code,
        "subject": {"reference": "Patient/1"},
        "effectiveDateTime": "2026-10-03T20:00:00+02:00",
        "valueQuantity": {"value": 38.50, "comparator": "<", "unit": "/nL", "code": "10*9/L"},
        "specimen": {"reference": "#s"},
        "meta": {"versionId": "2", "lastUpdated": "2026-10-03T20:00:00Z"},
        "identifier": [{"system": "urn:x", "value": "7"}],
    }
    panel = {
        **count,
        "id": "2",
        "hasMember": [{"reference": "Observation/1"}, {"reference": "Observation/2"}],
        "derivedFrom": [{"reference": "Observation/1/_history/2"}],
        "component": [{"code": code, "valueString": "3 - 5 g/L"}, {"code": code}],
        "contained": [count, {"resourceType": "Medication", "id": "m", "code": {"text": "x"}}],
    }
    drug = {
        "resourceType": "MedicationRequest",
        "id": "3",
        "status": "active",
        "intent": "order",
        "subject": {"reference": "http://a.example/Patient/1"},
        "contained": [{"resourceType": "Medication", "id": "m", "code": {"text": "sirolimus"}}],
        "medicationReference": {"reference": "#m"},
        "authoredOn": "2026-10",
        "dosageInstruction": [{"text": "one at night", "asNeededBoolean": True}],
        "dispenseRequest": {"expectedSupplyDuration": {"value": 30, "unit": "d", "code": "d"}},
        "basedOn": [{"reference": "MedicationRequest/3"}],
    }
    report = {
        "resourceType": "DiagnosticReport",
        "id": "4",
        "status": "amended",
        "code": code,
        "result": [{"reference": "Observation/9"}, {"reference": "#1"}],
        "contained": [count],
        "effectivePeriod": {"start": "2026-10-01", "end": "2026-10-03"},
    }
    return [bundle(count, panel), bundle(drug, report), bundle(count, count), _genetic()]


def _genetic() -> bytes:
    """Two variants of one gene, and how they lie to each other."""

    def coded(code: str, **fields: Any) -> dict[str, Any]:
        return {"code": {"coding": [{"system": "http://loinc.org", "code": code}]}, **fields}

    def found(id: str, code: str, **fields: Any) -> dict[str, Any]:
        return {
            "resourceType": "Observation",
            "id": id,
            "status": "final",
            "subject": {"reference": "Patient/1"},
            **coded(code, **fields),
        }

    lines = [
        coded("48018-6", valueCodeableConcept={"text": "FAS"}),
        coded("48004-6", valueCodeableConcept={"text": "NM_000043.6:c.749G>A"}),
        coded("48002-0", valueCodeableConcept={"text": "Germline"}),
    ]
    present = {"coding": [{"system": "http://loinc.org", "code": "LA9633-4"}]}
    variants = [
        found(id, "69548-6", valueCodeableConcept=present, component=lines) for id in ("v", "w")
    ]
    both = [{"reference": f"Observation/{id}"} for id in ("v", "w")]
    phase = found("p", "82120-7", valueCodeableConcept={"text": "Trans"}, derivedFrom=both)
    return bundle(*variants, phase)


def _by_strategy() -> list[bytes]:
    """Bundles of the strategies of the round trip, always the same ones."""
    found: list[bytes] = []
    kinds = (
        *(resources.observations, resources.conditions, resources.procedures, resources.courses),
        *(resources.answers, resources.lists, resources.allergies, resources.vaccines),
        *(resources.relatives, resources.genetic, resources.compositions),
    )

    @given(st.lists(st.one_of(*kinds), min_size=1, max_size=3), resources.patients)
    @settings(
        max_examples=_RANDOM_BUNDLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    def gather(some: list[Any], patient: Any) -> None:
        found.append(bundle(*some, patient=patient))

    gather()
    return list(dict.fromkeys(found))


@cache
def records() -> tuple[bytes, ...]:
    """The records of these bundles in our own format."""
    from ferrata.guideline.errors import FerrataError

    found: list[bytes] = []
    for one in bundles():
        try:
            found.append(write_record(read_fhir(one, received=ON)))
        except FerrataError:
            continue
    return tuple(found)


@cache
def whole_bundles() -> tuple[bytes, ...]:
    """Whole examples, the shorter ones."""
    every = (path.read_bytes() for path in sorted(EXAMPLES.glob("*.json")))
    return tuple(one for one in every if len(one) < 18_000)


@cache
def plans() -> tuple[bytes, ...]:
    """Plans as `ferrata plan --json` writes them, of the shorter examples."""
    return tuple(
        write_plan(plan(read_fhir(one, received=ON), RECONCILED, RECONCILED.site(), ON))
        for one in whole_bundles()[:3]
    )


@cache
def tapers() -> tuple[bytes, ...]:
    """Courses as `ferrata taper --json` writes them: a first one, and one after a breakthrough."""
    first = planned()
    return as_json(first), as_json(restarted(first))


def code_maps() -> tuple[bytes, ...]:
    """The code map of the examples, and one with each kind of field."""
    return (
        (EXAMPLES / "local-codes.toml").read_bytes(),
        (
            b'[[code]]\nsystem = "http://loinc.org"\ncode = "777-3"\nconcept = "platelets"\n'
            b'unit = "10*9/L"\n[[answer]]\nsystem = "local"\ncode = "n\xc3\xb6"\nmeans = "no"\n'
        ),
    )


def sites() -> tuple[bytes, ...]:
    """Site's files with parameters and with products of each kind."""
    return (
        b'[parameters]\nrounding = "5 %"\nsirolimus-cap = "3 mg/d"\n',
        (
            b'[products.prednisone-5]\ntreatment = "prednisone"\nform = "tablet"\n'
            b'strength = "5 mg"\nstep = "0.5"\n'
        ),
        (
            b'[products.mine]\ntreatment = "sirolimus"\nform = "oral liquid"\nname = "x"\n'
            b'strength = "1 mg/mL"\nstep = "0.1"\nleast_surface = "0.5"\ncontains = "30 mL"\n'
        ),
    )


def catalogues() -> tuple[bytes, ...]:
    """Compiled catalogues, in both byte orders."""
    said = {
        "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n",
        "catalogue.name\x04English": "Deutsch",
        "catalogue.review\x04not clinically reviewed": "ungeprüft",
        "value\x04{number} of {all}": "{number} von {all}",
        "value\x04yes": "ja",
        "one\x00many": "eins\x00viele",
    }
    return catalogue(said, "<"), catalogue(said, ">")


def catalogue(said: dict[str, str], order: str) -> bytes:
    """A compiled catalogue (GNU gettext's .mo, revision 0)."""
    pairs = [(one.encode(), other.encode()) for one, other in sorted(said.items())]
    count, at = len(pairs), 28 + 16 * len(pairs)
    tables, texts = [b"", b""], b""
    for side in (0, 1):
        for pair in pairs:
            tables[side] += struct.pack(f"{order}II", len(pair[side]), at + len(texts))
            texts += pair[side] + b"\0"
    head = struct.pack(f"{order}7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0)
    return head + tables[0] + tables[1] + texts


def answers() -> tuple[bytes, ...]:
    """An answer to each question, and several at once."""
    several = ("fever=no\nspleen=3cm", "platelets=<5 /nL\nbleeding=yes", "stage=initial", "x=1")
    known = {one.id: f"{plain(one.plausible.high)}{one.unit}" for one in ANALYTES}
    asked = answerable(RECONCILED.vocabularies)
    return texts(*(f"{one}={known.get(one, 'yes')}" for one in asked), *several)


def texts(*some: str) -> tuple[bytes, ...]:
    """Texts as bytes."""
    return tuple(one.encode() for one in some)
