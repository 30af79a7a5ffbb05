"""Other languages: every phrase of a plan goes through the mechanism, and nothing breaks."""

import io
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from tests.cli.commands import EXAMPLES, ON, ROOT, ferrata
from tests.plan.children import NAMES, example

from ferrata import languages
from ferrata.languages import (
    NOT_REVIEWED,
    UNTRANSLATED,
    LanguageError,
    asked_for,
    available,
    catalogue,
    read,
    say,
    speaking,
    tell,
)
from ferrata.plan.json import write_plan
from ferrata.plan.text import text

HERE = Path(languages.__file__).parent
LATIN = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
TOKEN = re.compile(r"\[[^\]]*\]|\S*\d\S*")
CYRILLIC = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "абцдефгхийклмнопярстуввхызАБЦДЕФГХИЙКЛМНОПЯРСТУВВХЫЗ",
)
CODE = "--answer stage=… SHA-256 ferrata diagnose"
"""What is typed, or names a method, and never translated."""


def template() -> Catalog:
    with (HERE / "ferrata.pot").open("rb") as file:
        return read_po(file)


def compiled(folder: Path, made: Catalog, code: str = "xx") -> languages.Catalogue:
    """The catalogue as the program reads it."""
    path = folder / f"{code}.mo"
    with path.open("wb") as file:
        write_mo(file, made)
    return read(path, code)


def one(folder: Path, context: str, english: str, other: str) -> languages.Catalogue:
    """A catalogue of one message."""
    made = Catalog(locale="de", charset="utf-8")
    made.add(english, other, context=context)
    return compiled(folder, made)


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> languages.Catalogue:
    """Every phrase of the frame in another alphabet; the texts of the medicine stay."""
    made = Catalog(locale="de", charset="utf-8")
    for message in template():
        context = message.context or ""
        if message.id and "." in context and "stage." not in context:
            parts = re.split(r"(\{[a-z_]+\})", str(message.id))
            said = "".join(
                part if part.startswith("{") else part.translate(CYRILLIC) for part in parts
            )
            made.add(message.id, said, context=message.context)
    return compiled(tmp_path_factory.mktemp("pseudo"), made)


@pytest.mark.parametrize("name", NAMES)
def test_no_word_of_the_frame_of_a_plan_is_left_in_english(name: str, pseudo: languages.Catalogue):
    """What is still in Latin letters is the plan's own: its words, its ids, or what is typed."""
    plan = example(name)
    with speaking(pseudo):
        said = text(plan)
    assert UNTRANSLATED not in said
    own = set(LATIN.findall(write_plan(plan).decode())) | set(LATIN.findall(CODE))
    # The frame's own words may be in the plan's JSON too: the headings show those that are not.
    assert set(LATIN.findall(said)) <= own
    for line in said.splitlines():
        if line and line == line.upper() and not line.startswith(("!", " ")):
            assert not LATIN.search(line), line


@pytest.mark.hazard("H31")
@pytest.mark.parametrize("name", NAMES)
def test_german_keeps_every_number_unit_and_id_of_the_english(name: str):
    """In the same order, each as often."""
    plan = example(name)
    english = text(plan)
    with speaking(catalogue("de")):
        german = text(plan)
    assert german != english
    assert UNTRANSLATED not in german
    assert sorted(NUMBER.findall(german)) == sorted(NUMBER.findall(english))
    ids = re.compile(r"\[[A-Z]\d+[a-z]?(?:\s+[A-Z]\d+[a-z]?)*\]|--answer \S+|\[[a-z]+-[a-z-]+\]")
    flat = [" ".join(one.split()) for one in (german, english)]
    assert ids.findall(flat[0]) == ids.findall(flat[1])
    units = re.compile(r"mg/m2(?:/d)?|mg/kg(?:/d)?|mg a day|g/dL|/uL|\bkg\b|\bcm\b|ng/mL")
    assert sorted(units.findall(flat[0])) == sorted(units.findall(flat[1]))


def test_german_says_on_every_output_that_nobody_reviewed_it():
    """In both languages, with the notice in both; also where a page has no German yet."""
    for arguments in (("plan", str(EXAMPLES / "emergency.json"), "--on", ON), ("drugs",)):
        ran = ferrata(*arguments, "--language", "de")
        said = " ".join(ran.out.split())
        assert ran.code == 0
        assert f"({NOT_REVIEWED})" in said
        assert "Entscheidungshilfe für Gesundheitsfachpersonen" in said
        assert "Decision support for health professionals" in said
    assert catalogue("de") is not None
    assert catalogue("de").review == NOT_REVIEWED  # pyright: ignore[reportOptionalMemberAccess]


def test_json_stays_english():
    """Byte by byte."""
    arguments = ("plan", str(EXAMPLES / "emergency.json"), "--on", ON, "--json")
    assert ferrata(*arguments, "--language", "de").out == ferrata(*arguments).out


ENVIRONMENTS: list[tuple[dict[str, str], str]] = [
    ({}, "en"),
    ({"LANG": "de_CH.UTF-8"}, "en"),  # set by whoever installed the machine
    ({"LC_MESSAGES": "de_CH.UTF-8"}, "de"),
    ({"LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "de_CH"}, "en"),
    ({"LANGUAGE": "rm:de:en"}, "de"),
    ({"LANGUAGE": "en:de"}, "en"),
    ({"LANGUAGE": "de", "LC_ALL": "C.UTF-8"}, "en"),
    ({"LANGUAGE": "../../etc/passwd"}, "en"),
    ({"LC_MESSAGES": "fr_CH.UTF-8"}, "en"),
]


@pytest.mark.parametrize(("environment", "code"), ENVIRONMENTS, ids=str)
def test_the_environment_chooses_a_language(environment: dict[str, str], code: str):
    """As gettext does, but that LANG alone does not."""
    assert asked_for(environment) == code


def test_a_language_that_is_not_here_is_wrong_usage():
    """The message lists those that are."""
    for asked in ("fr", "../de", "DE", ""):
        ran = ferrata("drugs", "--language", asked)
        assert (ran.code, ran.out) == (2, "")
        assert "en, de" in ran.err
    assert available() == ("en", "de")


def test_a_missing_phrase_stands_in_english_and_is_marked(tmp_path: Path):
    """A text of the medicine is whole in any case, and is not."""
    with speaking(one(tmp_path, "a", "there", "da")):
        assert say("a", "there") == "da"
        assert say("a", "elsewhere {day}", day=3) == "elsewhere 3 [en]"
        assert say("b", "there") == "there [en]"
        assert tell("R01", "Avoid it") == "Avoid it"


def test_a_translation_of_an_older_english_is_not_used(tmp_path: Path):
    """The id is the same, the text was changed: English until somebody has looked."""
    with speaking(one(tmp_path, "R01", "Give 1 mg", "1 mg geben")):
        assert tell("R01", "Give 1 mg") == "1 mg geben"
        assert tell("R01", "Give 2 mg") == "Give 2 mg"


HOSTILE = [
    "{day.__class__}", "{0}", "{}", "%s %n %(day)s", "{day!r}", "{day:>999999999}", "{day[0]}",
    "{other}", "", "{", "}", "{{day}}", "${day}", "__import__('os')",
]  # fmt: skip


@pytest.mark.parametrize("other", HOSTILE)
def test_no_translation_can_crash_or_lose_a_value(other: str, tmp_path: Path):
    """Without exactly the placeholders of the English it is no translation."""
    with speaking(one(tmp_path, "a", "on {day}", other)):
        said = say("a", "on {day}", day="2026-11-20")
    assert "2026-11-20" in said
    assert "class" not in said


def test_a_value_that_looks_like_a_placeholder_stays_as_it_is():
    """Values are filled in once."""
    assert say("a", "{first} {second}", first="{second}", second="x") == "{second} x"


PLURALS = [
    "__import__('os').system('touch PWNED')",
    "(lambda: 0)()",
    "n" + "+n" * 5000,
    "(" * 5000 + "n" + ")" * 5000,
]


@pytest.mark.parametrize("plural", PLURALS, ids=lambda one: one[:12])
def test_a_hostile_catalogue_executes_nothing(
    plural: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The rule for plurals is the only formula in a catalogue: it is refused or unused."""
    monkeypatch.chdir(tmp_path)
    made = Catalog(locale="de", charset="utf-8")
    made.add("there", "da", context="a")
    buffer = io.BytesIO()
    write_mo(buffer, made)
    header = next(one for one in buffer.getvalue().split(b"\0") if b"Plural-Forms" in one)
    line = next(one for one in header.split(b"\n") if one.startswith(b"Plural-Forms"))
    path = tmp_path / "xx.mo"
    path.write_bytes(
        _with_header(header.replace(line, f"Plural-Forms: nplurals=2; plural={plural};".encode()))
    )
    with pytest.raises(LanguageError, match="cannot be read"):
        read(path, "xx")
    assert not (tmp_path / "PWNED").exists()


def _with_header(header: bytes) -> bytes:
    """A compiled catalogue that is nothing but its header (GNU gettext manual, section 10.3)."""
    import struct

    start = 28 + 16
    tables = struct.pack("<IIII", 0, start, len(header), start + 1)
    return struct.pack("<IIIIIII", 0x950412DE, 0, 1, 28, 36, 0, 0) + tables + b"\0" + header + b"\0"


@pytest.mark.parametrize("damage", [b"", b"\xde\x12\x04\x95", b"x" * 1000, None])
def test_a_damaged_catalogue_is_refused_with_its_name(damage: bytes | None, tmp_path: Path):
    """Cut in the middle, empty, or something else."""
    whole = (HERE / "de.mo").read_bytes()
    path = tmp_path / "xx.mo"
    path.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    with pytest.raises(LanguageError, match=r"xx\.mo cannot be read"):
        read(path, "xx")


def test_control_characters_of_a_catalogue_never_reach_the_terminal(tmp_path: Path):
    """A translator is trusted no more than a record."""
    with speaking(one(tmp_path, "plan.summary", "In one line", "A\x1b[2J\u202e")):
        said = text(example(NAMES[0]))
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_each_translation_has_the_placeholders_and_numbers_of_the_english():
    """Of every catalogue that ships."""
    for path in sorted(HERE.glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                if message.id and message.string:
                    other = str(message.string)
                    english = str(message.id)
                    assert sorted(re.findall(r"\{\w+\}", other)) == sorted(
                        re.findall(r"\{\w+\}", english)
                    )
                    assert sorted(NUMBER.findall(other)) == sorted(NUMBER.findall(english))
        assert (ROOT / "src/ferrata/languages" / f"{path.stem}.mo").exists()
