"""Strategies for FHIR resources, sensible or not."""

from typing import Any

from hypothesis import strategies as st
from tests.exchange.bundles import ATC, FERRATA, LOINC, RXNORM, SNOMED, Resource, coded, subject

from ferrata.alps.codes import ABSENT, CVX


def maybe(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Resource]:
    """An object with some of these fields."""
    return st.fixed_dictionaries({}, optional=fields)


text = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)
dates = st.sampled_from(
    ["2020", "2026-10", "2026-11-19", "2026-11-19T08:10:00+01:00", "2026-02-30", "19.11.2026"]
)
periods = maybe(start=dates, end=dates)
codes = st.sampled_from(
    [
        coded(LOINC, "777-3"),
        coded(LOINC, "770-8"),
        coded(LOINC, "29247-4"),
        coded(LOINC, "2345-7"),
        coded(SNOMED, "702444009"),
        coded(FERRATA, "bleeding"),
        coded(FERRATA, "lymphoma-gate"),
        {"text": "Platelets"},
        {"text": "splenectomy"},
        {"coding": [{"display": "only shown"}]},
        {"coding": [{"system": LOINC, "code": "777-3"}, {"system": "urn:x", "code": "PLT"}]},
        {},
    ]
)
drugs = st.sampled_from(
    [
        {"medicationCodeableConcept": coded(RXNORM, "8640")},
        {"medicationCodeableConcept": coded(RXNORM, "312615", "predniSONE 20 MG Oral Tablet")},
        {"medicationCodeableConcept": coded(ATC, "C09AA03")},
        {"medicationCodeableConcept": {"text": "premix"}},
        {"medicationCodeableConcept": coded(ABSENT, "no-known-medications")},
        {"medicationCodeableConcept": coded(ABSENT, "no-medication-info")},
        {"medicationReference": {"reference": "Medication/7", "display": "sirolimus"}},
        {
            "contained": [
                {
                    "resourceType": "Medication",
                    "id": "m",
                    "code": {"text": "premix"},
                    "ingredient": [
                        {"itemCodeableConcept": coded(RXNORM, "35302")},
                        {"itemCodeableConcept": coded(ATC, "L01FA01")},
                    ],
                }
            ],
            "medicationReference": {"reference": "#m"},
        },
        {
            "contained": [
                {
                    "resourceType": "Medication",
                    "id": "m",
                    "code": coded("urn:x", "9"),
                    "ingredient": [{"itemCodeableConcept": coded(ATC, "C09AA03")}],
                }
            ],
            "medicationReference": {"reference": "#m"},
        },
        {},
    ]
)
status = st.sampled_from(
    [
        "final",
        "preliminary",
        "entered-in-error",
        "active",
        "completed",
        "stopped",
        "unknown",
        "done",
        "current",
        "retired",
        "not-done",
    ]
)
values = st.one_of(
    st.decimals(0, 10**6, places=2).map(
        lambda d: {"valueQuantity": {"value": float(d), "unit": "%"}}
    ),
    maybe(value=st.integers(0, 500), unit=text, comparator=st.sampled_from("<>")).map(
        lambda quantity: {"valueQuantity": quantity}
    ),
    text.map(lambda words: {"valueString": words}),
    st.booleans().map(lambda yes: {"valueBoolean": yes}),
    maybe(valueCodeableConcept=codes),
    st.just({"valueRatio": {}}),
    st.just({"valueRange": {"low": {"value": 3, "unit": "g/L"}, "high": {"value": 5}}}),
    st.just({"dataAbsentReason": {"coding": [{"code": "error"}]}}),
    st.just({}),
)
notes = st.lists(maybe(text=text), max_size=2)


def merged(*parts: Resource) -> Resource:
    """One object of several."""
    return {name: value for part in parts for name, value in part.items()}


observations = st.builds(
    merged,
    st.just({"resourceType": "Observation", "subject": subject()}),
    maybe(
        id=text,
        status=status,
        code=codes,
        effectiveDateTime=dates,
        effectivePeriod=periods,
        issued=dates,
        note=notes,
        component=st.lists(st.builds(merged, maybe(code=codes), values), max_size=2),
    ),
    values,
)
status_concepts = st.sampled_from(
    [{"coding": [{"code": word}]} for word in ("active", "resolved", "confirmed", "refuted", "x")]
    + [{"text": "provisional"}]
)
conditions = st.builds(
    merged,
    st.just({"resourceType": "Condition", "subject": subject()}),
    maybe(
        id=text,
        clinicalStatus=status_concepts,
        verificationStatus=status_concepts,
        code=codes,
        onsetDateTime=dates,
        onsetPeriod=periods,
        onsetString=text,
        recordedDate=dates,
        abatementDateTime=dates,
        abatementString=text,
        note=notes,
    ),
)
procedures = st.builds(
    merged,
    st.just({"resourceType": "Procedure", "subject": subject()}),
    maybe(id=text, status=status, code=codes, performedDateTime=dates, performedPeriod=periods),
)
amounts = maybe(value=st.integers(0, 40), unit=text, code=st.sampled_from(["d", "wk", "mo", "mg"]))
steps = maybe(
    text=text,
    timing=st.fixed_dictionaries(
        {"repeat": st.one_of(maybe(boundsPeriod=periods), maybe(boundsDuration=amounts))}
    ),
    asNeededBoolean=st.booleans(),
    asNeededCodeableConcept=st.just({"text": "pain"}),
    route=st.just({"text": "oral"}),
    doseAndRate=st.lists(maybe(doseQuantity=amounts, rateQuantity=amounts), max_size=2),
)
timing = st.lists(steps, max_size=2)
references = st.sampled_from(
    ["MedicationRequest/1", "urn:uuid:7", "#in", "https://a.org/MedicationRequest/1/_history/2"]
).map(lambda one: {"reference": one})
courses = st.builds(
    merged,
    st.one_of(
        maybe(
            authoredOn=dates,
            dosageInstruction=timing,
            basedOn=st.lists(references, max_size=2),
            priorPrescription=references,
            intent=st.sampled_from(["order", "plan"]),
            dispenseRequest=maybe(validityPeriod=periods),
        ).map(lambda fields: {"resourceType": "MedicationRequest", **fields}),
        maybe(
            dateAsserted=dates,
            dosage=timing,
            basedOn=st.lists(references, max_size=2),
            partOf=st.lists(references, max_size=2),
            effectiveDateTime=dates,
            effectivePeriod=periods,
        ).map(lambda fields: {"resourceType": "MedicationStatement", **fields}),
        maybe(
            dosage=maybe(text=text, route=st.just({"text": "oral"}), dose=amounts),
            request=references,
            partOf=st.lists(references, max_size=2),
            effectiveDateTime=dates,
            effectivePeriod=periods,
        ).map(lambda fields: {"resourceType": "MedicationAdministration", **fields}),
        maybe(
            whenPrepared=dates,
            whenHandedOver=dates,
            daysSupply=amounts,
            quantity=amounts,
            dosageInstruction=timing,
            authorizingPrescription=st.lists(references, max_size=2),
            statusReasonCodeableConcept=st.just({"text": "late"}),
        ).map(lambda fields: {"resourceType": "MedicationDispense", **fields}),
    ),
    st.just({"subject": subject()}),
    drugs,
    maybe(
        id=text,
        status=status,
        note=notes,
    ),
)
answers = st.builds(
    merged,
    st.just(
        {
            "resourceType": "QuestionnaireResponse",
            "questionnaire": "https://ferrata.health/Questionnaire/answers",
            "subject": subject(),
        }
    ),
    maybe(
        id=text,
        status=status,
        authored=dates,
        item=st.lists(
            maybe(
                linkId=st.sampled_from(["bleeding", "lymphoma-gate", "nonsense"]),
                text=text,
                answer=st.lists(
                    st.one_of(
                        st.booleans().map(lambda yes: {"valueBoolean": yes}),
                        text.map(lambda words: {"valueString": words}),
                        st.just({"valueCoding": {"system": FERRATA, "code": "yes"}}),
                        st.just({}),
                    ),
                    max_size=2,
                ),
            ),
            max_size=3,
        ),
    ),
)
lists = st.builds(
    merged,
    st.just({"resourceType": "List", "subject": subject()}),
    maybe(
        id=text,
        status=status,
        date=dates,
        code=st.sampled_from([coded(LOINC, "10160-0"), coded(FERRATA, "sirolimus")]),
        emptyReason=st.sampled_from([{"coding": [{"code": "nilknown"}]}, {"text": "withheld"}]),
    ),
)
said_codes = st.sampled_from(
    [
        coded(SNOMED, "716186003"),
        coded(SNOMED, "702444009"),
        coded(SNOMED, "116863004"),
        coded(RXNORM, "35302"),
        coded(CVX, "94"),
        coded(CVX, "109"),
        {"text": "NKDA"},
        {"text": "sirolimus"},
        {},
    ]
)
allergies = st.builds(
    merged,
    st.just({"resourceType": "AllergyIntolerance", "patient": subject()}),
    maybe(
        id=text,
        clinicalStatus=status_concepts,
        verificationStatus=status_concepts,
        code=said_codes,
        onsetDateTime=dates,
        onsetString=text,
        recordedDate=dates,
        note=notes,
    ),
)
vaccines = st.builds(
    merged,
    st.just({"resourceType": "Immunization", "patient": subject()}),
    maybe(
        id=text,
        status=status,
        vaccineCode=said_codes,
        occurrenceDateTime=dates,
        occurrenceString=text,
        recorded=dates,
        note=notes,
    ),
)
relatives = st.builds(
    merged,
    st.just({"resourceType": "FamilyMemberHistory", "patient": subject()}),
    maybe(
        id=text,
        status=status,
        date=dates,
        relationship=said_codes,
        condition=st.lists(maybe(code=said_codes, note=notes), max_size=3),
        note=notes,
    ),
)
lines = st.builds(
    merged,
    maybe(
        code=st.sampled_from(
            [
                coded(LOINC, one)
                for one in ("48018-6", "48004-6", "48005-3", "53034-5", "48002-0", "53037-8")
            ]
        )
    ),
    st.one_of(
        values,
        st.sampled_from(
            [
                {"valueCodeableConcept": coded(LOINC, one)}
                for one in ("LA6683-2", "LA6684-0", "LA6668-3", "LA6705-3")
            ]
        ),
        st.just({"valueCodeableConcept": {"text": "FAS"}}),
    ),
)
genetic = st.builds(
    merged,
    st.just({"resourceType": "Observation", "subject": subject()}),
    st.sampled_from([{"code": coded(LOINC, "69548-6")}, {"code": coded(LOINC, "82120-7")}]),
    maybe(
        id=text,
        status=status,
        effectiveDateTime=dates,
        issued=dates,
        note=notes,
        component=st.lists(lines, max_size=4),
        derivedFrom=st.lists(maybe(reference=text), max_size=2),
    ),
    values,
)
compositions = st.builds(
    merged,
    st.just({"resourceType": "Composition", "subject": subject()}),
    maybe(
        id=text,
        status=status,
        date=dates,
        section=st.lists(
            maybe(
                code=st.sampled_from([coded(LOINC, "48765-2"), coded(LOINC, "10157-6"), {}]),
                emptyReason=st.sampled_from([{"coding": [{"code": "nilknown"}]}, {"text": "x"}]),
            ),
            max_size=2,
        ),
    ),
)
patients = st.builds(
    merged,
    st.just({"resourceType": "Patient", "id": "1"}),
    maybe(
        birthDate=st.sampled_from(["2018", "2018-02", "2018-02-30", "soon"]),
        gender=st.sampled_from(["female", "other", "x"]),
        name=st.lists(maybe(text=text, family=text, given=st.lists(text)), max_size=1),
    ),
)
