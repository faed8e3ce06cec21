"""What speaks for one quantity: senses, meanings, units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from digest.reconcile.figures.modes import sense_of
from digest.reconcile.figures.nouns import stems
from digest.reconcile.figures.values import Interval, equal
from digest.reconcile.figures.weights import OF_ONE_VALUE, OF_UNLIKE_VALUES


@pytest.mark.parametrize(
    ("clause", "sense"),
    [
        ("the union wants a rise of", "asked"),
        ("the port offered a rise of", "offered"),
        ("the hall can hold", "limit"),
        ("seas could rise", "forecast"),
        ("the firm will hire", "planned"),
        ("the firm hired", None),
    ],
)
def test_a_plan_a_demand_and_a_fact_are_told_apart(clause: str, sense: str | None) -> None:
    assert sense_of(clause, None) == sense


def test_words_of_one_meaning_are_one_stem() -> None:
    assert stems("the blaze destroyed houses") == stems("the fire destroyed dwellings")


def length(value: str, metres: str) -> Interval:
    stated = Decimal(value) * Decimal(metres)
    return Interval(stated, stated, (stated, stated), "metre", metres, 0)


def test_a_conversion_may_round_and_one_unit_may_not() -> None:
    assert equal(length("75", "1609.344"), length("120", "1000"))
    assert not equal(length("120", "1000"), length("121", "1000"))


def test_each_kind_of_evidence_speaks_as_its_name_says() -> None:
    for table in (OF_ONE_VALUE, OF_UNLIKE_VALUES):
        assert all(weight < 0 for name, weight in table.items() if name.startswith(("other ", "opposed")) and
                   name != "other day")  # fmt: skip
        assert all(weight > 0 for name, weight in table.items() if name.startswith("same "))
