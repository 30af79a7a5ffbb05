"""The order of entries and the spelling of units never change a plan."""

from decimal import Decimal
from random import Random

import msgspec
import pytest
from tests.vignettes.model import Vignette
from tests.vignettes.reading import vignettes
from tests.vignettes.records import record_of

from ferrata.alps.guidelines import GUIDELINES
from ferrata.guideline.units import plain
from ferrata.plan import plan
from ferrata.plan.json import write_plan
from ferrata.record.model import ObservationEntry, Record

BY_ID = {one.id: one for one in GUIDELINES}
ALL = vignettes()
_RESPELLED = {
    "g/dL": ("g/L", Decimal(10)),
    "/uL": ("10*9/L", Decimal("0.001")),
    "kg": ("g", Decimal(1000)),
    "cm": ("m", Decimal("0.01")),
    "ng/mL": ("ug/L", Decimal(1)),
    "Cel": ("°C", Decimal(1)),
}


def written(vignette: Vignette, record: Record) -> bytes:
    """Return the plan of the vignette's guideline as JSON, with all of them beside it."""
    spoke = BY_ID[vignette.guideline]
    return write_plan(plan(record, spoke, spoke.site(), vignette.on, compare=GUIDELINES))


def respelled(entry: ObservationEntry) -> ObservationEntry:
    """Return the same result in another unit of the same dimension."""
    assert entry.value is not None
    unit, factor = _RESPELLED[entry.unit or ""]
    return msgspec.structs.replace(entry, value=plain(Decimal(entry.value) * factor), unit=unit)


def shuffled(record: Record, seed: int) -> Record:
    """Return the same record with its entries in another order."""
    random = Random(seed)  # noqa: S311 - an order, not a secret

    def mixed(entries: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(random.sample(entries, len(entries)))

    return msgspec.structs.replace(
        record,
        observations=mixed(record.observations),
        assertions=mixed(record.assertions),
        courses=mixed(record.courses),
        reviews=mixed(record.reviews),
    )


@pytest.mark.hazard("H14")
@pytest.mark.parametrize("vignette", ALL, ids=lambda one: one.id)
def test_the_order_of_entries_never_matters(vignette: Vignette) -> None:
    """A shuffled record gives the same plan to the byte."""
    record = record_of(vignette)
    assert written(vignette, shuffled(record, seed=len(record.observations))) == written(
        vignette, record
    )


@pytest.mark.hazard("H01")
@pytest.mark.hazard("H23")
@pytest.mark.parametrize("vignette", ALL, ids=lambda one: one.id)
def test_the_spelling_of_units_never_matters(vignette: Vignette) -> None:
    """g/L for g/dL, 10*9/L for /uL, g for kg and m for cm give the same plan to the byte."""
    record = record_of(vignette)
    other = msgspec.structs.replace(
        record, observations=tuple(respelled(one) for one in record.observations)
    )
    assert written(vignette, other) == written(vignette, record)
