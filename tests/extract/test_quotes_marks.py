"""Marked stretches: laws that hold for any text, and the cases that only need marks."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from digest.extract.quotes.marks import Stretch, find_stretches, title_like
from digest.model import Paragraph

TEXT = st.text(alphabet="ab .,?“”\"‘’'«»—\n", max_size=80)


def stretches(text: str) -> tuple[Stretch, ...]:
    paragraphs = tuple(Paragraph(m.start(), m.end(), 1) for m in re.finditer(r"[^\n]+", text))
    return find_stretches(text, paragraphs)


def inner(text: str) -> list[str]:
    return [text[s.inner_start : s.inner_end] for s in stretches(text)]


@given(TEXT)
def test_stretches_are_in_order_and_apart(text: str) -> None:
    last = 0
    for stretch in stretches(text):
        assert last <= stretch.start <= stretch.inner_start <= stretch.inner_end <= stretch.end <= len(text)
        assert "\n" not in text[stretch.start : stretch.end]
        last = stretch.end


@given(TEXT, TEXT)
def test_a_paragraph_is_read_on_its_own(one: str, other: str) -> None:
    first, second = one.replace("\n", " "), other.replace("\n", " ")
    shift = len(first) + 1
    both = [(s.start, s.end) for s in stretches(f"{first}\n{second}")]
    apart = [(s.start, s.end) for s in stretches(first)]
    apart += [(s.start + shift, s.end + shift) for s in stretches(second)]
    assert both == apart


def test_marks_of_every_shape_open_and_close() -> None:
    for text in ("“a b,” he", '"a b," he', "''a b,'' he", "«a b,» he", "„a b,“ he", '“a b," he', '"a b,” he'):
        assert inner(text) == ["a b,"], text


def test_the_outer_stretch_is_kept() -> None:
    assert inner("“She told me, ‘no,’ and left.”") == ["She told me, ‘no,’ and left."]
    assert inner('"He read “Mill” twice."') == ["He read “Mill” twice."]


def test_a_missing_closing_mark_ends_with_its_paragraph() -> None:
    (stretch,) = stretches("He said: “We go.\nThe rest.")
    assert (stretch.closed, stretch.paragraph) == (False, 0)


def test_apostrophes_and_inches_are_no_marks() -> None:
    assert inner("The workers’ house isn’t the owners’ house.") == []
    assert inner('A 6" board and a 12" one.') == []


def test_nicknames_are_left_out() -> None:
    assert inner("Tomas “Red” Vane left.") == []
    assert inner("He cried “Red” and left.") == ["Red"]


def test_titles_have_capitals() -> None:
    text = "“The Old Mill” and “the mill is old”"
    assert [title_like(text, s) for s in stretches(text)] == [True, False]
