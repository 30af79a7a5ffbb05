"""What is on the whitelist means the same everywhere; what is not on it is refused."""

from decimal import Decimal
from itertools import product
from typing import cast

import pytest
from tests.strategies.vocabulary import FEATURES, FEVER, HB, HB_RANGE, ON, SITE, VOCABULARIES, Grade
from tests.strategies.vocabulary import Case as Patient

from ferrata.guideline.conditions import Compare as Threshold
from ferrata.guideline.conditions import Condition, Is, Operator, Relate, known
from ferrata.guideline.derivations import EverAsserted, days_with, ever, latest, within
from ferrata.guideline.features import Choice, Feature, Finding, Measurement
from ferrata.guideline.units import day, dL, g
from ferrata.guideline.vocabularies import CaseFeatures
from ferrata.interpret.population import NotPrintable, make_plan
from ferrata.interpret.population.database import Database
from ferrata.interpret.population.expressions import (
    ALWAYS,
    BOOLEAN,
    INTEGER,
    MEASURED,
    NEVER,
    TEXT,
    And,
    AsMeasured,
    AsOf,
    Case,
    Coalesce,
    Column,
    Compare,
    Comparison,
    Count,
    CountDays,
    Expression,
    Greatest,
    IsNull,
    Least,
    Literal,
    Minus,
    Newest,
    Not,
    Null,
    Or,
    Plus,
    Times,
)
from ferrata.interpret.population.kinds import kind_of
from ferrata.interpret.population.printer import Printer
from ferrata.interpret.population.queries import (
    Grouped,
    Scan,
)

WHOLE, NUMBER = Column("n", INTEGER), Column("v", MEASURED)
WORD, FLAG = Column("w", TEXT), Column("b", BOOLEAN)
TRUTHS = (ALWAYS, NEVER, Null(BOOLEAN))


def ask(expression: Expression) -> object:
    """What DuckDB makes of an expression over no columns."""
    with Database() as database:
        return database.rows(f"SELECT {Printer('duckdb', ON).text(expression)}")[0][0]


def kleene(values: list[bool | None], settling: bool) -> bool | None:
    """Decided by one settling value, else unknown if one is, else the other way."""
    if settling in values:
        return settling
    return None if None in values else not settling


def test_and_or_and_not_are_kleenes() -> None:
    """What is unknown decides nothing, and what is decided without it stays decided."""
    found: dict[Expression, bool | None] = {}
    value: dict[Expression, bool | None] = dict(zip(TRUTHS, (True, False, None), strict=True))
    for parts in product(TRUTHS, repeat=3):
        values = [value[one] for one in parts]
        found[And(parts)] = kleene(values, settling=False)
        found[Or(parts)] = kleene(values, settling=True)
    for one in TRUTHS:
        found[Not(one)] = None if value[one] is None else not value[one]
        found[IsNull(one)] = value[one] is None
    with Database() as database:
        printer = Printer("duckdb", ON)
        texts = ", ".join(map(printer.text, found))
        assert database.rows(f"SELECT {texts}")[0] == tuple(found.values())


EXACT: list[tuple[Expression, object]] = [
    (AsOf(), ON),
    (Plus(AsOf(), Literal(-14)), ON - 14),
    (Minus(AsOf(), Literal(14)), ON - 14),
    (Coalesce(Null(INTEGER), Literal(0)), 0),
    (Case(((Null(BOOLEAN), Literal("a")), (ALWAYS, Literal("b"))), Null(TEXT)), "b"),
    (Case((), Literal("a")), "a"),
    (Literal('it\'s \\ a "text"'), 'it\'s \\ a "text"'),
    (Literal(Decimal("-0.00000001")), Decimal("-0.00000001")),
    (Literal(Decimal("1E+3")), Decimal(1000)),
    (Literal(Decimal(0)), Decimal(0)),
    (AsMeasured(Literal(3)), Decimal(3)),
    (
        Times(Literal(Decimal("9999999999.99999999")), Literal(Decimal("9.99999999"))),
        Decimal("99999999899.9999999000000001"),
    ),
    (
        Plus(Literal(Decimal("9999999999.99999999")), Literal(Decimal("0.00000001"))),
        Decimal(10_000_000_000),
    ),
    (Compare(Literal(Decimal("0.1")), Comparison.EQ, Literal(Decimal("0.10000000"))), True),
    (Compare(Literal("a"), Comparison.NE, Literal("b")), True),
]


@pytest.mark.parametrize(("expression", "value"), EXACT, ids=lambda one: type(one).__name__)
def test_an_expression_keeps_every_digit(expression: Expression, value: object) -> None:
    """Products of the largest values neither overflow nor round."""
    assert ask(expression) == value


REFUSED: list[tuple[object, str]] = [
    (Literal(cast("Decimal", 0.1)), "only finite decimals"),
    (Literal(Decimal("NaN")), "only finite decimals"),
    (Literal("\0"), "NUL"),
    (Literal(Decimal("1E-39")), "39 digits"),
    (object(), "not on the whitelist"),
    (cast("Expression", NUMBER.name), "not on the whitelist"),
    (And(()), "no parts"),
    (And((FLAG, NUMBER)), "decimal stands where boolean belongs"),
    (Not(WHOLE), "integer stands where boolean belongs"),
    (Compare(NUMBER, Comparison.LT, WHOLE), "decimal meets integer"),
    (Compare(WORD, Comparison.LT, WHOLE), "text meets integer"),
    (Case(((FLAG, WORD),), WHOLE), "integer meets text"),
    (Coalesce(WORD, WHOLE), "text meets integer"),
    (Plus(WORD, WORD), "arithmetic on text"),
    (Minus(NUMBER, NUMBER), "decimal stands where integer belongs"),
    (Times(WHOLE, WHOLE), "arithmetic on integer"),
    (Times(NUMBER, WORD), "arithmetic on text"),
    (Times(NUMBER, Literal(Decimal("1234567890.123456789"))), "39 digits"),
    (Compare(NUMBER, Comparison.LT, Literal(Decimal("1E-30"))), "40 digits"),
    (AsMeasured(NUMBER), "decimal stands where integer belongs"),
    (Count(WHOLE), "integer stands where boolean belongs"),
    (Least(NUMBER, WORD), "text stands where boolean belongs"),
    (Newest(WHOLE, (), FLAG), "integer stands where text belongs"),
]


@pytest.mark.parametrize(
    ("node", "why"),
    REFUSED,
    ids=lambda one: type(one).__name__ if not isinstance(one, str) else one,
)
def test_what_is_not_exact_everywhere_is_refused(node: object, why: str) -> None:
    """The error names the node and the reason; nothing becomes NULL in silence."""
    with pytest.raises(NotPrintable, match=why) as refusal:
        Printer("duckdb", ON).text(cast("Expression", node))
    assert refusal.value.node is not None


def test_only_queries_are_queries() -> None:
    """A query that is none of the three shapes is refused as well."""
    with pytest.raises(NotPrintable, match="whitelist"):
        Printer("duckdb", ON).query(cast("Grouped", "DROP TABLE patient"))


ROWS = Scan("observation", Compare(Column("analyte", TEXT), Comparison.EQ, Literal("hb")))
AGGREGATES = (
    Count(FLAG),
    CountDays(WHOLE, FLAG),
    Least(NUMBER, ALWAYS),
    Greatest(NUMBER, FLAG),
    Newest(WORD, (WHOLE,), FLAG),
)


@pytest.mark.parametrize("dialect", ["duckdb", "spark", "databricks"])
def test_a_plan_prints_in_every_dialect(dialect: str) -> None:
    """Nothing in the printer is DuckDB's own; "latest" goes by each dialect's name."""
    text = make_plan(FEATURES, [], SITE, VOCABULARIES).explain(dialect)
    assert ("ARG_MAX(" in text) == (dialect == "duckdb")
    assert ("MAX_BY(" in text) == (dialect != "duckdb")
    columns = tuple((f"a{place}", one) for place, one in enumerate(AGGREGATES))
    assert "FILTER" in Printer(dialect, ON).query(Grouped(ROWS, ("step0",), columns))


def test_every_aggregate_has_a_kind() -> None:
    """Counts are whole numbers, extremes what they are taken of, the newest a text."""
    kinds = [kind_of(one) for one in AGGREGATES]
    assert kinds == [INTEGER, INTEGER, MEASURED, MEASURED, TEXT]


class Odd(CaseFeatures):
    """Features whose kind and derivation do not fit together."""

    number_by_word = Measurement("?", g / dL, HB_RANGE, EverAsserted(FEVER))
    word_by_number = Finding("?", latest(HB, ever()))
    days_by_word = Finding("?", days_with(HB, Operator.LT, 8 * (g / dL), within(9 * day)))
    choice_by_finding = Choice("?", Grade, EverAsserted(FEVER))
    bare = Feature("?", latest(HB, ever()))
    fine = Measurement("!", g / dL, HB_RANGE)
    flag = Finding("!")


@pytest.mark.parametrize(
    "feature",
    [
        Odd.number_by_word,
        Odd.word_by_number,
        Odd.days_by_word,
        Odd.choice_by_finding,
        Odd.bare,
    ],
    ids=repr,
)
def test_a_feature_is_derived_as_what_it_is(feature: Feature) -> None:
    """A finding derived as a number has no meaning here, whatever Python would make of it."""
    with pytest.raises(NotPrintable):
        make_plan([feature], [], SITE, VOCABULARIES)


@pytest.mark.parametrize(
    "condition",
    [
        Threshold(cast("Measurement", Odd.flag), Operator.LT, Decimal(8)),
        Is(cast("Choice", Odd.fine), ("mild",)),
        Is(cast("Choice", Odd.flag), ("mild",)),
        Threshold(Odd.fine, Operator.LT, Decimal("NaN")),
        Relate(Odd.fine, Operator.LT, Decimal("0.1234567890123456789"), Patient.hb, Decimal(0)),
        known(Odd.bare),
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_condition_compares_what_can_be_compared(condition: Condition) -> None:
    """Numbers with numbers, words with words, and never more digits than are exact."""
    with pytest.raises(NotPrintable):
        make_plan([], [condition], SITE, VOCABULARIES)
