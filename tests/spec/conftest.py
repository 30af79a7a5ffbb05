"""Each spec test runs once in every meaning of what it calls."""

import pytest
from tests.spec import harness
from tests.spec.harness import Derives, Reads, Says, Stands
from tests.spec.meanings import CONDITIONS, DERIVATIONS


@pytest.fixture(params=CONDITIONS)
def says(request: pytest.FixtureRequest) -> Says:
    """A condition in one of its meanings."""
    return harness.saying(CONDITIONS[str(request.param)])


@pytest.fixture(params=DERIVATIONS)
def derives(request: pytest.FixtureRequest) -> Derives:
    """A derivation in one of its meanings."""
    return harness.deriving(DERIVATIONS[str(request.param)])


@pytest.fixture
def stands() -> Stands:
    """A pathway, replayed."""
    return harness.stands


@pytest.fixture
def reads() -> Reads:
    """A quantity, read as a number."""
    return harness.reads
