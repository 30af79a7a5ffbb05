"""Words in other languages, found by id and English text; without a translation, the English.

The frame of a page (headings, levels, connecting words) is said with :func:`say`; a text of the
medicine (a statement, a stage, a label) is told with :func:`tell`, whole or not at all. A
translation is found only under the very English text that it was made from: once that changes, the
English stands again until somebody has looked. Numbers, units, codes and ids are values, filled in
after the words; they are never translated. Run time needs the standard library alone.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

ENGLISH = "en"
NOT_REVIEWED = "not clinically reviewed"
UNTRANSLATED = " [en]"
"""Follows a phrase of the frame for which a catalogue has no translation."""

_HERE = Path(__file__).parent
_PLACE = re.compile(r"\{([a-z_]+)\}")
_CODE = re.compile(r"[a-z]{2,3}")


class Translations(Protocol):
    """What gettext offers of one language."""

    def pgettext(self, context: str, message: str, /) -> str:
        """Return the translation of `message` in `context`; "" when there is none."""
        ...


class LanguageError(ValueError):
    """A language that is not here, or a catalogue that cannot be read; says which there are."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The translations into one language, and who reviewed them."""

    code: str
    name: str
    review: str
    translations: Translations

    def find(self, id: str, english: str) -> str | None:
        """Return the translation of `english` under `id`; None when there is none to rely on.

        One that lacks a placeholder of the English, or has another, is no translation of it.
        """
        found = self.translations.pgettext(id, english)
        return found if found and _places(found) == _places(english) else None


_SPOKEN: ContextVar[Catalogue | None] = ContextVar("spoken", default=None)


def say(id: str, english: str, /, **values: object) -> str:
    """Return a phrase of the frame in the language spoken, `values` in place of ``{name}``."""
    spoken = _SPOKEN.get()
    if spoken is None:
        return _filled(english, values)
    found = spoken.find(id, english)
    return _filled(english, values) + UNTRANSLATED if found is None else _filled(found, values)


def tell(id: str, english: str, /) -> str:
    """Return a text of the medicine in the language spoken, or as it is."""
    spoken = _SPOKEN.get()
    return english if spoken is None else spoken.find(id, english) or english


@contextmanager
def speaking(catalogue: Catalogue | None) -> Generator[None, None, None]:
    """Speak the language of `catalogue` within; English for None."""
    token = _SPOKEN.set(catalogue)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def spoken() -> Catalogue | None:
    """Return the catalogue of the language spoken; None for English."""
    return _SPOKEN.get()


def available() -> tuple[str, ...]:
    """Return the codes of the languages that there are, English first."""
    return (ENGLISH, *sorted(path.stem for path in _HERE.glob("*.mo")))


def catalogue(code: str) -> Catalogue | None:
    """Return the catalogue of language `code`; None for English.

    Raises:
        LanguageError: when there is none, or it cannot be read.
    """
    if code == ENGLISH:
        return None
    if code not in available() or not _CODE.fullmatch(code):
        known = ", ".join(available())
        raise LanguageError(f"there is no language {code!r}; there are: {known}")
    return read(_HERE / f"{code}.mo", code)


def read(path: Path, code: str) -> Catalogue:
    """Return the catalogue in the compiled file at `path`.

    Raises:
        LanguageError: when it is not one; nothing in it is ever executed.
    """
    # Imported only by those who do not read English: it takes a few milliseconds.
    import gettext

    class Nothing(gettext.NullTranslations):
        """What is said where a catalogue says nothing."""

        def pgettext(self, context: str, message: str) -> str:
            del context, message
            return ""

    try:
        with path.open("rb") as file:
            found = gettext.GNUTranslations(file)
    except Exception as error:  # whatever a damaged file provokes in the parser
        raise LanguageError(f"the translations in {path} cannot be read: {error}") from error
    found.add_fallback(Nothing())
    review = found.pgettext("catalogue.review", NOT_REVIEWED)
    return Catalogue(
        code=code,
        name=found.pgettext("catalogue.name", "English") or code,
        review=review or NOT_REVIEWED,
        translations=found,
    )


def asked_for(environment: Mapping[str, str]) -> str:
    """Return the language that an environment asks for and that there is; else English.

    LANGUAGE is a list in order of preference; then LC_ALL or LC_MESSAGES speaks. LANG does not:
    it is set on most machines by whoever installed them, and a translation that no clinician has
    reviewed must not come unasked.
    """
    locale = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or ""
    if _code(locale) in {"c", "posix"}:
        return ENGLISH
    for one in (*environment.get("LANGUAGE", "").split(":"), locale):
        if one and _code(one) in available():
            return _code(one)
    return ENGLISH


def _code(locale: str) -> str:
    return re.split(r"[_.@-]", locale, maxsplit=1)[0].lower()


def _places(text: str) -> list[str]:
    return sorted(_PLACE.findall(text))


def _filled(text: str, values: Mapping[str, object]) -> str:
    """Values are put in as they are: what looks like a placeholder in one of them stays."""
    return _PLACE.sub(lambda one: str(values.get(one[1], one[0])), text)
