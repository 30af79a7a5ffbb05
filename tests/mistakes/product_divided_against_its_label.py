from decimal import Decimal

from tests.mistakes.words import statement

from ferrata.guideline.doses import Form, Product
from ferrata.guideline.events import Treatment
from ferrata.guideline.units import mg

product = Product(
    id="example",
    treatment=Treatment("drug", "drug"),
    name="example",
    form=Form.TABLET,
    strength=5 * mg,
    step=Decimal("0.5"),
    warrant=statement("S1"),
    whole=True,
)
