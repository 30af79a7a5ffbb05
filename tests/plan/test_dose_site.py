"""A site's file: within the proved ranges, strengths with their units, no slip of a decimal."""

from decimal import Decimal
from pathlib import Path

import pytest

from ferrata.alps.guidelines import RECONCILED
from ferrata.guideline.errors import SiteError
from ferrata.guideline.parameters import Site
from ferrata.plan.dose.site import MOST_BYTES, MOST_PRODUCTS, NO_FILE, read_site

ROOT = Path(__file__).resolve().parents[2]


def product(**changed: str) -> bytes:
    """A file with one product; a field that is empty is left out."""
    fields = {"treatment": '"prednisone"', "form": '"tablet"', "strength": '"5 mg"', **changed}
    lines = [f"{key} = {value}" for key, value in fields.items() if value]
    return ("[products.tablet-5]\n" + "\n".join(lines)).encode()


def test_a_product_is_read_as_it_is_written():
    """A tablet of 5 mg with a score."""
    site = read_site(product(step='"0.5"', name='"Prednisone Example 5 mg"'), RECONCILED)
    (made,) = site.products
    assert (made.id, made.name, str(made.strength)) == (
        "tablet-5",
        "Prednisone Example 5 mg",
        "5 mg",
    )
    assert made.step == Decimal("0.5")
    assert site.held(made.treatment, RECONCILED.products) == (made,)


def test_a_vial_has_what_it_contains():
    """In milliliters; the volumes of a dose are those of the known ones."""
    text = product(
        treatment='"filgrastim"',
        form='"injection"',
        strength='"600 micrograms/mL"',
        contains='"0.5 mL"',
    )
    (made,) = read_site(text, RECONCILED).products
    assert made.contains == Decimal("0.5")
    assert made.step_mass == Decimal("0.006")  # in steps of 0.01 mL
    assert made.volumes == next(
        one.volumes for one in RECONCILED.products if one.treatment.id == "filgrastim"
    )


def test_without_products_of_a_treatment_the_guideline_s_are_held():
    """A site replaces the list of the treatments that it lists."""
    site = read_site(product(), RECONCILED)
    sirolimus = [one for one in RECONCILED.products if one.treatment.id == "sirolimus"]
    assert site.held(sirolimus[0].treatment, RECONCILED.products) == tuple(sirolimus)


def test_the_hash_is_of_all_that_is_set():
    """Another number, another hash; the same in another order, the same."""
    usual = RECONCILED.site()
    plain = NO_FILE.hash(usual)
    assert read_site(b"", RECONCILED).hash(usual) == plain
    assert read_site(product(), RECONCILED).hash(usual) != plain
    lower = read_site(b'[parameters]\nrounding = "5 %"', RECONCILED)
    assert lower.hash(Site(RECONCILED.parameters, lower.settings)) != plain


@pytest.mark.hazard("H06")
@pytest.mark.parametrize(
    ("strength", "words"),
    [
        ('"5 ug"', "a slip of a decimal or of a unit?"),
        ('"5 g"', "a slip of a decimal or of a unit?"),
        ('"500 mg"', "a slip of a decimal or of a unit?"),
        ('"0.05 mg"', "a slip of a decimal or of a unit?"),
        ('"5"', "has no number and unit"),
        ('"mg"', "has no number and unit"),
        ("5", "has no number and unit"),
        ("5.0", "has no number and unit"),
        ('"5 mL"', "is in mL"),
        ('"5 mg/mL"', "is in mg/mL"),
        ('"5 mg/kg"', "is in mg/kg"),
        ('"5 MG"', "is in MG"),
        ('"-5 mg"', "has no number and unit"),
        ('"0 mg"', "a tablet has mg"),
        ('"1e1 mg"', "has no number and unit"),
        ('"1_0 mg"', "has no number and unit"),
        ('"NaN mg"', "has no number and unit"),
        ('"5,0 mg"', "has no number and unit"),
        ("nan", "has no number and unit"),
        ("inf", "has no number and unit"),
        ("[5]", "has no number and unit"),
        ("", "has no number and unit"),
    ],
)
def test_a_strength_needs_its_unit_and_must_be_near_what_is_known(strength: str, words: str):
    """A thousandfold slip would be a thousandfold dose."""
    with pytest.raises(SiteError) as caught:
        read_site(product(strength=strength), RECONCILED)
    assert words in str(caught.value)


@pytest.mark.hazard("H06")
def test_a_thousandfold_slip_of_micrograms_is_refused():
    """300 mg/mL of filgrastim is no vial."""
    with pytest.raises(SiteError, match="slip"):
        read_site(
            product(treatment='"filgrastim"', form='"injection"', strength='"300 mg/mL"'),
            RECONCILED,
        )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (product(step='"0.3"'), "in steps of 0.3"),
        (product(step="0"), "is no number above 0"),
        (product(step='"1e-1"'), "is no number above 0"),
        (product(step="true"), "is no number above 0"),
        (product(step="nan"), "is no number above 0"),
        (product(form='"powder"'), "form is none"),
        (product(treatment='"vincristine"'), "treatment is none that is dosed"),
        (product(treatment="5"), "treatment is a text"),
        (product(contains='"5 mL"'), "volumes that mean nothing"),
        (product(contains='"5 mg"'), "write it in mL"),
        (product(colour='"red"'), "colour is unknown"),
        (b'[products]\nx = "y"', "is no table"),
        (b"products = 5", "is no table"),
        (b"[products.'A b']\n", "an id has small letters"),
        (b"[settings]\n", "settings is unknown"),
        (b"[parameters]\nrounding = 5", "has no number and unit"),
        (b'[parameters]\nrounding = "5"', "has no number and unit"),
        (b'[parameters]\nrounding = "5 mg"', "write it in %"),
        (b'[parameters]\nrounding = "16 %"', "outside the proved range 0 to 15 %"),
        (b'[parameters]\nrounding = "-1 %"', "has no number and unit"),
        (b'[parameters]\nsirolimus-cap = "6 mg/d"', "outside the proved range 2 to 5 mg/d"),
        (b'[parameters]\nsirolimus-cap = "3 ug/d"', "write it in mg/d"),
        (b'[parameters]\nmax-dose = "3 mg/d"', "is no parameter"),
        (b'[parameters]\nrounding = "5 %"\nrounding = "6 %"', "is no TOML"),
        (b"\xff\xfe", "is no TOML"),
        (b"[" * 20_000, "is no TOML"),
        (b"x = " + b"9" * 6_000, "is no TOML"),
        (b"x" * (MOST_BYTES + 1), "at most 65536 bytes"),
        (
            b"".join(b"[products.p%d]\n" % one for one in range(MOST_PRODUCTS + 1)),
            "at most 200 products",
        ),
    ],
    ids=lambda one: ascii(one)[:40],
)
def test_a_file_that_means_nothing_is_refused_with_what_to_write(text: bytes, words: str):
    """Never a number by guessing."""
    with pytest.raises(SiteError) as caught:
        read_site(text, RECONCILED)
    assert words in str(caught.value)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize("treatment", ["sirolimus", "hydroxychloroquine"])
def test_what_the_label_forbids_dividing_is_never_divided(treatment: str):
    """Whatever a site writes (A252)."""
    strength = {"sirolimus": '"1 mg"', "hydroxychloroquine": '"200 mg"'}[treatment]
    with pytest.raises(SiteError, match="the label forbids dividing it"):
        read_site(product(treatment=f'"{treatment}"', strength=strength, step='"0.5"'), RECONCILED)


def test_the_file_that_the_documents_show_is_read():
    """It can be copied."""
    text = (ROOT / "docs/how-to/compute-a-dose.md").read_text("utf-8")
    site = read_site(text.split("```toml")[1].split("```")[0].encode(), RECONCILED)
    assert [one.id for one in site.products] == ["prednisone-5", "sirolimus-solution"]
    assert set(site.settings) == {"rounding", "sirolimus-cap"}


def test_strengths_without_a_common_step_are_refused():
    """Nobody could count what they make."""
    text = product(strength='"49.99999999 mg"') + b"\n" + product().replace(b"tablet-5", b"other")
    with pytest.raises(SiteError, match="no usable step"):
        read_site(text, RECONCILED)
