"""Whole words and phrases, and words that still stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.terms import find_term, found_terms, stands_in


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("port", "The port is shut.", "port"),
        ("port", "The report is out.", None),
        ("port", "Ports are shut.", None),
        ("Port", "the PORT is shut", "PORT"),
        ("port", "Port-Levan", "Port"),
        ("Karsa", "Karsa’s dam", "Karsa"),
        ("harbour master", "the harbour\u00a0 master said", "harbour\u00a0 master"),
        ("harbour master", "the harbour\nmaster said", "harbour\nmaster"),
        ("harbour master", "the harbour\n\nMaster of none", None),
        ("harbour master", "the harbour masters said", None),
        ("e-mail", "an e\u2011mail came", "e\u2011mail"),
        ("Øresund", "over the ØRESUND bridge", "ØRESUND"),
        ("café", "the cafe\u0301 shut", "cafe\u0301"),
        ("cafe\u0301", "the CAFÉ shut", "CAFÉ"),
        ("cafe", "the café shut", None),
        ("cafe", "the cafe\u0301 shut", None),
        ("straße", "die STRASSE", "STRASSE"),
        ("Москва", "в Москва-реке", "Москва"),
        ("C++", "code in C++ only", "C++"),
        ("AT&T", "said AT&T, which", "AT&T"),
        ("12", "112 people", None),
        ("12", "12 people", "12"),
        ("", "anything", None),
        ("  ", "any thing", None),
    ],
)
def test_a_term_is_whole_words(term: str, text: str, found: str | None) -> None:
    place = find_term(term, text)
    assert (text[slice(*place)] if place else None) == found


def test_the_first_whole_place_is_found() -> None:
    assert find_term("port", "report, port, port") == (8, 12)


def test_terms_are_found_in_any_text_and_kept_in_their_order() -> None:
    assert found_terms(("b", "c", "a"), "a here", "b there") == ("b", "a")


@given(st.text(max_size=12), st.text(max_size=60))
def test_a_place_is_inside_the_text_and_no_letter_goes_on_beside_it(term: str, text: str) -> None:
    place = find_term(term, text)
    if place is None:
        return
    start, end = place
    assert 0 <= start < end <= len(text)
    if text[start].isalnum() and start:
        assert not text[start - 1].isalnum()
    if text[end - 1].isalnum() and end < len(text):
        assert not text[end].isalnum()


@given(
    st.from_regex(r"[a-zé]{1,8}( [a-zé]{1,8}){0,2}", fullmatch=True),
    st.text(max_size=20),
    st.text(max_size=20),
)
def test_a_term_set_apart_is_always_found(term: str, before: str, after: str) -> None:
    assert find_term(term, f"{before}. {term.upper()}. {after}") is not None


@pytest.mark.parametrize(
    ("words", "text", "stands"),
    [
        ("12 people", "Some 12 people left.", True),
        ("12 people", "Some 112 people left.", False),
        ("12", "a rise of 12.5%", False),
        ("12", "a rise of 3.12", False),
        ("12", "There were 12. Then more.", True),
        ("12 people", "12\n people", True),
        ("12 People", "12 people", False),
        ("(so they say)", "it is (so they say) true", True),
    ],
)
def test_printed_words_stand_verbatim_and_whole(words: str, text: str, stands: bool) -> None:
    assert stands_in(words, text) == stands
