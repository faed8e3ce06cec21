"""Numbers of a text and their values, without a language pipeline."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.extract.figures.numerals import find_numerals

FIXTURE = Path(__file__).parents[1] / "fixtures" / "figures" / "numerals.txt"


def pairs() -> list[tuple[str, str]]:
    lines = FIXTURE.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split(" => ")) for line in lines if line and not line.startswith("#")]  # type: ignore[misc]


@pytest.mark.parametrize(("text", "values"), pairs())
def test_values_of_the_numbers_of_a_text(text: str, values: str) -> None:
    found = []
    for numeral in find_numerals(text):
        if numeral.value is None:
            found += ["least", f"{numeral.least}"]
        elif numeral.high is not None:
            found.append(f"{numeral.value}..{numeral.high}")
        else:
            found.append(f"{numeral.value.normalize():f}")
    assert (" ".join(found) or "none") == values


@given(st.integers(min_value=0, max_value=10**15))
def test_a_grouped_number_has_its_own_value(number: int) -> None:
    found = find_numerals(f"There were {number:,} of them.")
    assert [numeral.value for numeral in found] == [Decimal(number)]


@given(st.integers(min_value=1, max_value=999), st.sampled_from(["thousand", "million", "billion", "crore"]))
def test_a_scale_multiplies(number: int, scale: str) -> None:
    factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "crore": 10**7}[scale]
    assert [n.value for n in find_numerals(f"{number} {scale} of them")] == [Decimal(number * factor)]


SOME = [
    "a",
    "the",
    "and",
    "of",
    "one",
    "two",
    "twenty",
    "hundred",
    "thousand",
    "half",
    "third",
    "point",
    "3",
    "4.5",
]
WORDS = st.lists(st.sampled_from([*SOME, "1,000", "-", ",", "%"]))


@given(WORDS)
def test_numbers_are_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    found = find_numerals(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= numeral.start < numeral.end <= len(text) for numeral in found)


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    for numeral in find_numerals(text):
        assert numeral.value is None or numeral.value.is_finite()


@pytest.mark.parametrize(
    "text",
    ["9" * 5000, "million " * 500, "0^-1", "1e999999999", "x" * 50_000, "1/0", "half a " * 500, "1," * 500],
)
def test_strange_numbers_have_a_value_or_none(text: str) -> None:
    for numeral in find_numerals(text):
        assert numeral.value is None or numeral.value.is_finite()
