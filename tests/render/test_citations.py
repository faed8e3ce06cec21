from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Briefing, Citation, Mark, Passage
from digest.render.citations import LEFT_OUT, LONGEST_STRETCH, Uses, distinct, labels, segments


def passage(text: str, *marks: tuple[int, int]) -> Passage:
    return Passage(1, 1, "text", 0, len(text), 1, text, tuple(Mark(*mark) for mark in marks))


def cite(number: int, start: int = 0) -> Citation:
    return Citation(1, number, start, start + 1)


def test_a_passage_is_called_by_its_reference_and_its_place_there(briefing: Briefing) -> None:
    named = labels(briefing)
    assert len(set(named.values())) == len(briefing.passages)
    assert [named[p.number] for p in briefing.passages if p.reference == 4] == [f"4.{n}" for n in range(1, 6)]


@pytest.mark.parametrize(
    ("marks", "pieces"),
    [
        ([], [("a quote here", "plain")]),
        ([(2, 7)], [("a ", "plain"), ("quote", "marked"), (" here", "plain")]),
        ([(0, 12)], [("a quote here", "marked")]),
        ([(0, 1), (8, 12)], [("a", "marked"), (" quote ", "plain"), ("here", "marked")]),
    ],
)
def test_a_passage_is_cut_at_its_marks(marks: list[tuple[int, int]], pieces: list[tuple[str, str]]) -> None:
    assert list(segments(passage("a quote here", *marks))) == pieces


@given(before=st.integers(0, 5000), after=st.integers(0, 5000))
def test_marks_are_always_shown_whole_and_the_rest_is_bounded(before: int, after: int) -> None:
    words = ("word " * (before // 5), "the words quoted", " more" * (after // 5))
    text = "".join(words)
    pieces = segments(passage(text, (len(words[0]), len(words[0]) + len(words[1]))))
    assert [piece for piece, kind in pieces if kind == "marked"] == ["the words quoted"]
    assert sum(len(piece) for piece, _ in pieces) <= 2 * (LONGEST_STRETCH + 10) + len(words[1])
    if not any(kind == "left out" for _, kind in pieces):
        assert "".join(piece for piece, _ in pieces) == text
    else:
        assert LEFT_OUT in {piece for piece, _ in pieces}


def test_one_statement_leads_to_a_passage_once() -> None:
    assert distinct(cite(1), None, cite(2), cite(1, 5)) == (cite(1), cite(2))


def test_every_use_has_an_id_and_is_led_back_to(briefing: Briefing) -> None:
    uses = Uses(briefing)
    first, second = briefing.passages[:2]
    a = uses.cite(cite(first.number), "summary")
    b = uses.cite((cite(second.number), cite(first.number)), "quote")
    assert [link.id for link in (*a, *b)] == ["use-1", "use-2", "use-3"]
    assert [(link.id, link.kind) for link in uses.of(first)] == [("use-1", "summary"), ("use-3", "quote")]
    assert uses.of(briefing.passages[5]) == ()
