"""The matching form: look-alikes made alike, one character for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.matching import matching_form, oddities

PAIRS = [
    ("Orvania-ba\u0441ked", "Orvania-backed"),  # Cyrillic es
    ("\u0420ort authority", "Port authority"),  # Cyrillic er
    ("gr\u043ein", "groin"),
    ("the\u00a0coast\u202fguard", "the coast guard"),
    ("co\u00adast", "co ast"),  # one character for one: the soft hyphen becomes a space
    ("canal\u2011side", "canal-side"),
    ("１２３ ＡＢＣ", "123 ABC"),
    ("“Nobody,” she said", "“Nobody,” she said"),  # quotation marks are evidence
    ("Владимир Путин", "Владимир Путин"),  # another script's own words stay
    ("10 μm and μ", "10 μm and μ"),
    ("Ελλάδα", "Ελλάδα"),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_what_looks_alike_is_made_alike(text: str, expected: str) -> None:
    assert matching_form(text) == expected


@given(st.text())
def test_the_length_never_changes(text: str) -> None:
    assert len(matching_form(text)) == len(text)


@given(st.text())
def test_doing_it_twice_changes_nothing(text: str) -> None:
    once = matching_form(text)
    assert matching_form(once) == once


@given(st.text(alphabet=st.characters(max_codepoint=0x7E, min_codepoint=0x20)))
def test_plain_text_is_left_alone(text: str) -> None:
    assert matching_form(text) == text


def test_an_editor_is_told_of_odd_characters() -> None:
    assert oddities("Orvania-ba\u0441ked") == ("mixed-script letters",)
    assert oddities("abc\u202edef") == ("direction marks",)
    assert oddities("zero\u200bwidth") == ("invisible characters",)
    assert oddities("Владимир, naïve café, 5\u00a0km") == ()
