"""A site's file: parameters within their allowed ranges, and the products that it holds. TOML.

[parameters]
rounding = "5 %"

[products.half-of-5]
treatment = "the id of a treatment"
form = "tablet"
strength = "5 mg"
step = "0.5"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from typing import cast

import msgspec

from ferrata.dosing.portions import MOST_STEPS, common_step
from ferrata.guideline.doses import Form, Product
from ferrata.guideline.errors import DoseError, SiteError
from ferrata.guideline.events import Treatment
from ferrata.guideline.evidence import Assumption
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Site
from ferrata.guideline.units import Quantity, Unit, g, mg, mL, plain, ug
from ferrata.record.numbers import number_of

MOST_BYTES = 65_536
MOST_PRODUCTS = 200
_MOST_LETTERS = 80
_MASSES = {"mg": mg, "g": g, "ug": ug, "mcg": ug, "microgram": ug, "micrograms": ug}
_QUANTITY = re.compile(r"([0-9.]+) ?(\S+)")
_ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,59}")
_SLIP = 10
"""A strength so many times beyond those that are known is a slip of a decimal or of a unit."""
_FIELDS = {"treatment", "name", "form", "strength", "step", "least_surface", "contains"}

HELD = Assumption(
    "site", "a product that the site holds", "listed in the site's file", "the site's own"
)


@dataclass(frozen=True, slots=True)
class SiteFile:
    """What a site set, and the products it holds."""

    settings: Mapping[str, Quantity]
    products: tuple[Product, ...]

    def held(self, treatment: Treatment, default: Iterable[Product]) -> tuple[Product, ...]:
        """Return the site's products of `treatment`; those of `default` when it lists none."""
        own = tuple(one for one in self.products if one.treatment == treatment)
        return own or tuple(one for one in default if one.treatment == treatment)

    def hash(self, site: Site) -> str:
        """Return the SHA-256 of every value in force and of the products listed."""
        listed = [
            [one.id, one.treatment.id, one.form.value, str(one.strength), plain(one.step)]
            + ["" if each is None else plain(each) for each in (one.least_surface, one.contains)]
            for one in self.products
        ]
        made = {"parameters": site.settings(), "products": listed}
        return sha256(msgspec.json.encode(made, order="sorted")).hexdigest()


NO_FILE = SiteFile({}, ())
"""Every parameter at its default, and the products of the guideline."""


def read_site(source: bytes, guideline: Guideline) -> SiteFile:
    """Return the site that the TOML `source` describes, checked against `guideline`.

    Raises:
        SiteError: when it is too long, no TOML, names what nobody declared, has a number without
            its unit, a value outside its allowed range, or a strength far from any known.
    """
    if len(source) > MOST_BYTES:
        raise SiteError(f"a site's file has at most {MOST_BYTES} bytes, this one {len(source)}")
    try:
        tree = cast("dict[str, object]", tomllib.loads(source.decode(), parse_float=str))
    except (ValueError, RecursionError) as error:
        raise SiteError(f"the site's file is no TOML: {error}") from None
    extra = sorted(tree.keys() - {"parameters", "products"})
    if extra:
        raise SiteError(
            f"{extra[0][:_MOST_LETTERS]} is unknown; write [parameters] or [products.ID]"
        )
    settings = _settings(_table(tree.get("parameters", {}), "parameters"), guideline)
    rows = _table(tree.get("products", {}), "products")
    if len(rows) > MOST_PRODUCTS:
        raise SiteError(f"a site lists at most {MOST_PRODUCTS} products, this one {len(rows)}")
    products = tuple(_product(id, row, guideline) for id, row in rows.items())
    _check_steps(products)
    return SiteFile(settings, products)


def _table(value: object, where: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise SiteError(f"{where} is no table; write [{where}]")
    return cast("dict[str, object]", value)


def _settings(rows: dict[str, object], guideline: Guideline) -> dict[str, Quantity]:
    declared = {one.id: one for one in guideline.parameters}
    settings: dict[str, Quantity] = {}
    for id, value in rows.items():
        if id not in declared:
            raise SiteError(
                f"{id[:_MOST_LETTERS]} is no parameter; there are: {', '.join(declared)}"
            )
        unit = declared[id].allowed.unit
        number, written = _parts(value, f"parameters.{id}", str(unit))
        if written != str(unit):
            raise SiteError(f"parameters.{id} is in {written}; write it in {unit}")
        settings[id] = Quantity(number, unit)
    Site(guideline.parameters, settings)  # refuses what lies outside the proved ranges
    return settings


def _parts(value: object, where: str, unit: str) -> tuple[Decimal, str]:
    matched = _QUANTITY.fullmatch(value) if isinstance(value, str) else None
    number = None if matched is None else number_of(matched[1])
    if matched is None or number is None:
        raise SiteError(f'{where} = {_shown(value)} has no number and unit; write "5 {unit}"')
    return number, matched[2]


def _shown(value: object) -> str:
    return repr(value)[:_MOST_LETTERS]


def _product(id: str, value: object, guideline: Guideline) -> Product:
    where = f"products.{id[:_MOST_LETTERS]}"
    row = _table(value, where)
    if not _ID.fullmatch(id):
        raise SiteError(f"{where}: an id has small letters, digits, points and hyphens")
    if extra := sorted(row.keys() - _FIELDS):
        raise SiteError(
            f"{where}.{extra[0][:_MOST_LETTERS]} is unknown; there are: {_listed(_FIELDS)}"
        )
    treatments = {one.treatment.id: one.treatment for one in guideline.products}
    treatment = treatments.get(_text(row, "treatment", where))
    if treatment is None:
        raise SiteError(
            f"{where}.treatment is none that is dosed; there are: {_listed(treatments)}"
        )
    forms = {one.value: one for one in Form}
    form = forms.get(_text(row, "form", where))
    if form is None:
        raise SiteError(f"{where}.form is none; there are: {_listed(forms)}")
    strength = _strength(row.get("strength"), form, where)
    alike = [
        one
        for one in guideline.products
        if one.treatment == treatment and one.form.counted == form.counted
    ]
    _check_strength(strength, alike, where)
    default_step = Decimal(1) if form.counted else min((one.step for one in alike), default=_TENTH)
    try:
        return Product(
            id=id,
            treatment=treatment,
            name=_text(row, "name", where, treatment.label),
            form=form,
            strength=strength,
            step=_number(row, "step", where, default_step) or default_step,
            warrant=(HELD,),
            least_surface=_number(row, "least_surface", where, None),
            volumes=next((one.volumes for one in alike if one.form is form), None),
            contains=_volume(row.get("contains"), where),
            whole=any(one.whole for one in alike),
        )
    except DoseError as error:
        raise SiteError(f"{where}: {error.what}; {error.why}") from None


_TENTH = Decimal("0.1")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _text(row: dict[str, object], key: str, where: str, default: str | None = None) -> str:
    value = row.get(key, default)
    if not isinstance(value, str) or not value or len(value) > _MOST_LETTERS:
        raise SiteError(f"{where}.{key} is a text of at most {_MOST_LETTERS} letters")
    return value


def _number(
    row: dict[str, object], key: str, where: str, default: Decimal | None
) -> Decimal | None:
    if key not in row:
        return default
    value = row[key]
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    number = number_of(text) if isinstance(text, str) else None
    if number is None or not number > 0:
        raise SiteError(f"{where}.{key} = {_shown(value)} is no number above 0")
    return number


def _strength(value: object, form: Form, where: str) -> Quantity:
    expected = "mg" if form.counted else "mg/mL"
    number, written = _parts(value, f"{where}.strength", expected)
    mass, _, volume = written.partition("/")
    unit: Unit | None = _MASSES.get(mass)
    if unit is None or volume != ("" if form.counted else "mL") or not number > 0:
        raise SiteError(
            f"{where}.strength is in {written[:_MOST_LETTERS]}; a {form.value} has {expected}, "
            "or micrograms or g in place of mg"
        )
    return Quantity(number, unit if form.counted else unit / mL)


def _check_strength(strength: Quantity, alike: list[Product], where: str) -> None:
    """Refuse a strength ten times beyond those known: a slip of a decimal or a unit."""
    known = [Fraction(one.strength.to(strength.unit)) for one in alike]
    if known and not min(known) / _SLIP < Fraction(strength.value) < max(known) * _SLIP:
        low, high = (min(alike, key=_size), max(alike, key=_size))
        raise SiteError(
            f"{where}.strength = {strength} is far from what is known, {low.strength} to "
            f"{high.strength}: a slip of a decimal or of a unit?"
        )


def _size(one: Product) -> Decimal:
    return one.step_mass / one.step


def _volume(value: object, where: str) -> Decimal | None:
    if value is None:
        return None
    number, unit = _parts(value, f"{where}.contains", "mL")
    if unit != "mL" or not number > 0:
        raise SiteError(f"{where}.contains is in {unit[:_MOST_LETTERS]}; write it in mL")
    return number


def _check_steps(products: tuple[Product, ...]) -> None:
    """Refuse pieces that have no step in common: nobody could count what they make."""
    for treatment in dict.fromkeys(one.treatment for one in products):
        pieces = tuple(one for one in products if one.treatment == treatment and one.form.counted)
        if pieces and common_step(pieces)[1] > MOST_STEPS:
            raise SiteError(f"the strengths of {treatment.label} have no usable step in common")
