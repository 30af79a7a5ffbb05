"""A panel of follow-up visits: stable patients with ordinary noise, and a few who are in danger.

Nobody's record: drawn from a seed, the same every time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.care.reading import Fact

DAY = "2026-11-20"
_BEFORE = "2026-11-10"
_SPOKEN_OF = (
    *("fever", "infection", "bleeding", "major-bleeding", "anemia-symptoms", "asplenia"),
    *("hypersplenism", "lymphoproliferation", "surgery-soon", "hemolysis", "heavy-proteinuria"),
)


@dataclass(frozen=True)
class Visit:
    """A visit: what the record says, and what of it endangers the patient's life, in words."""

    name: str
    facts: tuple[Fact, ...]
    dangers: tuple[str, ...] = ()


def stable(count: int) -> Iterator[Visit]:
    """Yield visits of patients in remission, without a drug or on one for years."""
    chance = Random(20261120)  # noqa: S311
    for number in range(count):
        kind = chance.choice(("well", "well", "sirolimus", "mycophenolate", "hydroxychloroquine"))
        yield Visit(f"{kind} {number}", tuple(_stable(kind, chance).values()))


def endangered(count: int) -> Iterator[Visit]:
    """Yield visits of such patients, with one to three dangers to life by A03."""
    chance = Random(26112026)  # noqa: S311
    for number in range(count):
        kind = chance.choice(("well", "sirolimus", "mycophenolate"))
        facts = _stable(kind, chance)
        chosen = chance.sample(sorted(_DANGERS), chance.choice((1, 1, 2, 3)))
        said: list[str] = []
        for one in chosen:
            for what, value, words in _DANGERS[one]:
                facts[what] = Fact(DAY, what, value)
                said.append(words)
        yield Visit(f"{' and '.join(chosen)} {number}", tuple(facts.values()), tuple(said))


_DANGERS = {
    "anemia": (("hemoglobin", "4.6 g/dL", "Hemoglobin: 4.6 g/dL"),),
    "thrombocytopenia": (("platelets", "7000 /uL", "Platelet count: 7000/uL"),),
    "bleeding": (("major-bleeding", "yes", "Major bleeding: yes"),),
    "febrile neutropenia": (
        ("neutrophils", "310 /uL", "Absolute neutrophil count: 310/uL"),
        ("fever", "yes", "Temperature of 38.0"),
    ),
    "fever without a spleen": (
        ("asplenia", "yes", "Asplenia or splenectomy: yes"),
        ("fever", "yes", "Temperature of 38.0"),
    ),
}


def _stable(kind: str, chance: Random) -> dict[str, Fact]:
    """What a record says of somebody stable, by concept: counts vary, not everything is asked."""
    found: dict[str, Fact] = {}

    def say(what: str, value: str, day: str = DAY) -> None:
        found[what] = Fact(day, what, value)

    def measure(what: str, middle: float, spread: float, unit: str, digits: int = 0) -> None:
        number = max(middle * 0.4, chance.gauss(middle, spread))
        say(what, f"{number:.{digits}f} {unit}", _BEFORE)

    found["born"] = Fact(f"{chance.randint(2010, 2021)}-06-01", "born", "")
    say("sex", chance.choice(("female", "male")), "2022-06-01")
    say("alps", "yes", "2022-06-02")
    for what in _SPOKEN_OF:
        if chance.random() < 0.8:
            say(what, "no")
    if chance.random() < 0.9:
        say("lymphoma-gate", "assessed-clear")
    if chance.random() < 0.8:
        say("treatments", "reviewed")
    measure("hemoglobin", 12.4, 0.9, "g/dL", 1)
    measure("platelets", 190_000, 45_000, "/uL")
    measure("neutrophils", 2600, 900, "/uL")
    if chance.random() < 0.05:  # a cold: counts dip, and nobody is in danger
        say("infection", "yes")
        measure("neutrophils", 1100, 150, "/uL")
        measure("platelets", 90_000, 10_000, "/uL")
    measure("lymphocytes", 2400, 600, "/uL")
    measure("creatinine", 0.5, 0.08, "mg/dL", 2)
    measure("alt", 26, 9, "U/L")
    if kind != "well":
        say(kind, "since", f"{chance.randint(2022, 2024)}-10-10")
    if kind == "sirolimus":
        measure("sirolimus-trough", 8, 2, "ng/mL", 1)
        measure("triglycerides", 120, 40, "mg/dL")
        measure("cholesterol", 170, 25, "mg/dL")
        measure("urine-protein-creatinine", 90, 30, "mg/g")
        say("mucositis", "grade-1" if chance.random() < 0.1 else "grade-0")
        if chance.random() < 0.15:  # out of range, and nothing to call anybody about
            measure("triglycerides", 380, 40, "mg/dL")
            measure("sirolimus-trough", 15.5, 1, "ng/mL", 1)
    if chance.random() < 0.08:
        measure("alt", 95, 20, "U/L")
    return found
