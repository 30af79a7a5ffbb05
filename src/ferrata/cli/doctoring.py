"""Look at this installation: its parts, the terminal, the clock, the content; then test it."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import date
from importlib import metadata
from pathlib import Path

import ferrata
from ferrata.alps.guidelines import GUIDELINES
from ferrata.cli.demonstration import examples
from ferrata.cli.examination import (
    DOCTOR_SCHEMA_VERSION,
    FAIL,
    OK,
    WARN,
    Check,
    Examination,
    Status,
)
from ferrata.cli.paper import color, language
from ferrata.cli.self_test import self_test
from ferrata.guideline.errors import RecordError
from ferrata.languages import LanguageError, catalogue
from ferrata.plan.basis import STALE_MONTHS, age_in_months, version_of
from ferrata.plan.model import NOTICE
from ferrata.version import RELEASED, VERSION

OLDEST_PYTHON = (3, 11)
PARTS = "The program"
AROUND = "What is around it"
CONTENT = "The content"
TEST = "Self-test"
EXTRAS = {
    "prove": ("z3-solver", "ferrata prove"),
    "population": ("duckdb", "questions about many patients"),
}


def examination(today: date) -> Examination:
    """Look at everything on day `today` of the computer's clock."""
    checks = (
        *_parts(),
        *_around(today),
        *_content(today),
        *self_test(TEST),
    )
    worst: Status = OK
    for one in (WARN, FAIL):
        if any(check.status == one for check in checks):
            worst = one
    return Examination(
        schema_version=DOCTOR_SCHEMA_VERSION,
        software=f"ferrata {VERSION}",
        notice=NOTICE,
        on=today.isoformat(),
        status=worst,
        checks=checks,
        guidelines=tuple(version_of(one) for one in GUIDELINES),
    )


def _parts() -> Iterator[Check]:
    enough = sys.version_info[:2] >= OLDEST_PYTHON
    yield Check(
        id="python",
        group=PARTS,
        title="Python",
        status=OK if enough else FAIL,
        found=f"{platform.python_version()}, {sys.executable}",
        advice="" if enough else "install Python 3.11 or later",
    )
    installed = _version("ferrata")
    same = installed == VERSION
    yield Check(
        id="version",
        group=PARTS,
        title="ferrata",
        status=OK if same else WARN,
        found=f"{VERSION}, {Path(ferrata.__file__).parent}",
        advice=""
        if same
        else f"the installer says {installed or 'that it is not installed'}: install it again",
    )
    yield integrity()
    for name in ("msgspec", "typer"):
        yield Check(
            id=name, group=PARTS, title=name, status=OK, found=_version(name) or "unknown version"
        )
    for extra, (library, use) in EXTRAS.items():
        found = _version(library)
        yield Check(
            id=f"extra-{extra}",
            group=PARTS,
            title=f"extra {extra}",
            status=WARN if found is None else OK,
            found=f"{library} {found or 'is not installed'}",
            advice="" if found else f"for {use}: pip install 'ferrata[{extra}]'",
        )


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def integrity(distribution: metadata.Distribution | None = None) -> Check:
    """Compare each installed file of the package with the SHA-256 that the installer wrote down."""
    said = {"id": "files", "group": PARTS, "title": "files"}
    try:
        found = distribution or metadata.distribution("ferrata")
    except metadata.PackageNotFoundError:
        return Check(**said, status=OK, found="not installed but run from a folder: not compared")
    signed = [
        one
        for one in found.files or ()
        if one.hash is not None and one.parts[0] == "ferrata" and one.hash.mode == "sha256"
    ]
    if not signed:
        return Check(
            **said, status=OK, found="a checkout, under its author's control: not compared"
        )
    changed = [
        str(one)
        for one in signed
        if one.hash and _digest(Path(str(one.locate()))) != one.hash.value
    ]
    if not changed:
        return Check(**said, status=OK, found=f"{len(signed)} as they were installed")
    return Check(
        **said,
        status=FAIL,
        found=f"{len(changed)} of {len(signed)} changed since, first {changed[0]}",
        advice="do not use this installation; install ferrata again",
    )


def _digest(path: Path) -> str:
    try:
        found = hashlib.sha256(path.read_bytes()).digest()
    except OSError:
        return ""
    return urlsafe_b64encode(found).rstrip(b"=").decode()


def _around(today: date) -> Iterator[Check]:
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    yield Check(
        id="encoding",
        group=AROUND,
        title="characters",
        status=OK if encoding == "utf8" else WARN,
        found=f"standard output writes {sys.stdout.encoding}",
        advice=""
        if encoding == "utf8"
        else "signs such as ≥ and µ are spelled out; set PYTHONUTF8=1",
    )
    drawn = "with" if color(sys.stdout, os.environ) else "without"
    kind = "a terminal" if sys.stdout.isatty() else "no terminal"
    yield Check(
        id="terminal", group=AROUND, title="terminal", status=OK, found=f"{kind}, {drawn} color"
    )
    yield _language()
    yield clock(today)


def _language() -> Check:
    code = language()
    said = {"id": "language", "group": AROUND, "title": "language"}
    try:
        found = catalogue(code)
    except LanguageError as error:
        return Check(**said, status=WARN, found=str(error), advice="use --language en")
    review = "" if found is None else f", {found.review}"
    return Check(
        **said,
        status=OK if found is None else WARN,
        found=f"{code}{review}",
        advice="" if found is None else "read it beside the English: --language en",
    )


def clock(today: date) -> Check:
    """Whether the clock can be right: it is not before this version was made."""
    said = {"id": "clock", "group": AROUND, "title": "clock"}
    if today < date.fromisoformat(RELEASED):
        return Check(
            **said,
            status=WARN,
            found=f"{today}, before this version was made ({RELEASED})",
            advice="set the clock: ages, intervals and due days rest on it",
        )
    if os.environ.get("FERRATA_TODAY"):
        return Check(
            **said,
            status=WARN,
            found=f"{today}, from FERRATA_TODAY; the clock is not asked",
            advice="unset FERRATA_TODAY outside of tests",
        )
    return Check(**said, status=OK, found=f"{today}, this version is of {RELEASED}")


def _content(today: date) -> Iterator[Check]:
    for one in map(version_of, GUIDELINES):
        months = age_in_months(one.version, today)
        old = months is not None and months >= STALE_MONTHS
        age = "" if months is None or months < 1 else f", {months} months old"
        yield Check(
            id=f"guideline-{one.id}",
            group=CONTENT,
            title=one.id,
            status=WARN if old else OK,
            found=f"{one.version} ({one.hash[:12]}), {one.review}{age}",
            advice="look for a newer version before you rely on it" if old else "",
        )
    try:
        found = f"{len(examples())} here"
        yield Check(id="examples", group=CONTENT, title="examples", status=OK, found=found)
    except RecordError as error:
        yield Check(
            id="examples",
            group=CONTENT,
            title="examples",
            status=WARN,
            found=str(error).splitlines()[0],
            advice="without them there is no demonstration and no self-test",
        )
