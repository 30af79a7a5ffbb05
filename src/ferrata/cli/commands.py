"""What is said of each command beside its own help: group, example, JSON, exit codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PATIENT: Final = "For one patient"
MEDICINE: Final = "About the medicine"
SOFTWARE: Final = "About the software"
GROUPS: Final = (PATIENT, MEDICINE, SOFTWARE)

EXIT_CODES: Final = {
    0: "answered",
    1: "answered, and the answer is bad: not proved, or the installation has a fault",
    2: "the command was used wrongly",
    3: "the record, or another file, cannot be read",
    4: "refused, because an answer would not be safe",
    70: "a mistake of the program",
}
"""What each exit code means; 130 after Ctrl-C is the shell's own convention."""

_READS = (0, 2, 3, 4, 70)
_SAYS = (0, 2, 70)


@dataclass(frozen=True, slots=True)
class About:
    """One command: its example without the leading ``ferrata``, the schemas of its JSON, its codes.

    Exactly one of `schemas` and `no_json` is empty: a command prints JSON, or says why it does not.
    """

    group: str
    example: str
    schemas: tuple[str, ...] = ()
    no_json: str = ""
    codes: tuple[int, ...] = _READS


COMMANDS: Final = {
    "diagnose": About(PATIENT, "diagnose patient.json --on 2026-11-20", ("diagnosis",)),
    "plan": About(PATIENT, "plan patient.json --answer fever=no", ("plan",)),
    "summary": About(PATIENT, "summary patient.json", ("summary",)),
    "audit": About(PATIENT, "audit records/*.json", ("audit",)),
    "inspect": About(PATIENT, "inspect patient.json", ("inspection", "code-map")),
    "interactions": About(PATIENT, "interactions patient.json", ("interactions",)),
    "taper": About(PATIENT, "taper NAME --start 2026-11-21 --dose 40mg --weeks 10", ("taper",)),
    "dose": About(
        PATIENT,
        "dose NAME --weight 18.4kg --height 108cm --on 2026-11-20",
        ("dose",),
    ),
    "drug": About(MEDICINE, "drug NAME --age 6y", ("monograph",)),
    "drugs": About(MEDICINE, "drugs", ("drugs",), codes=_SAYS),
    "equivalent": About(
        MEDICINE, "equivalent NAME 20mg --as OTHER", ("equivalent",), codes=(0, 2, 4, 70)
    ),
    "disagreements": About(MEDICINE, "disagreements patient.json", ("disagreements",)),
    "handout": About(
        MEDICINE,
        "handout what-is-alps --released-by 'Dr. Example'",
        ("handout", "handouts"),
        codes=_SAYS,
    ),
    "coverage": About(MEDICINE, "coverage --json", ("coverage",), codes=_SAYS),
    "demo": About(
        SOFTWARE,
        "demo",
        no_json="a tour for a reader; each command that it shows has JSON of its own",
        codes=(0, 2, 3, 70),
    ),
    "doctor": About(SOFTWARE, "doctor", ("doctor",), codes=(0, 1, 2, 70)),
    "prove": About(SOFTWARE, "prove rao-2015-figure", ("proofs",), codes=(0, 1, 2, 70)),
    "schema": About(
        SOFTWARE,
        "schema plan",
        no_json="what it prints is JSON: a JSON Schema",
        codes=_SAYS,
    ),
    "completion": About(
        SOFTWARE,
        'eval "$(ferrata completion bash)"',
        no_json="what it prints is a script for a shell",
        codes=_SAYS,
    ),
}
"""By command, in the order of the help. A test fails for a command that is not here."""
