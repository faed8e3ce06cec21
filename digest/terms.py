"""Whole words and phrases in a text: never a part of a word, whatever the case, spacing or accents' form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from digest.matching import matching_form


def find_term(term: str, text: str) -> tuple[int, int] | None:
    """The first place (start, end) of a word or phrase in a text, None where it is not there.

    Upper and lower case are one, composed and decomposed accents are one, and any blank of the term is any
    white space within a paragraph. An end of the term that is a letter or digit must be the end of a word.
    """
    wanted = _wanted(term)
    if not wanted or wanted not in _joined(text):
        return None
    folded, places = _folded(matching_form(text))
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if _edge(folded, at, wanted[0]) and _edge(folded, end, wanted[-1], after=True):
            return places[at], places[end - 1] + 1
        at = folded.find(wanted, at + 1)
    return None


def found_terms(terms: Iterable[str], *texts: str) -> tuple[str, ...]:
    """Those of the terms that stand in at least one of the texts, in their order."""
    return tuple(term for term in terms if any(find_term(term, text) for text in texts))


def flat(text: str) -> str:
    """The text with white space made alike: a paragraph wrapped otherwise says the same."""
    return " ".join(text.split())


def stands_in(words: str, *texts: str) -> bool:
    """Whether the words stand in one of the texts, whole: "12 people" does not stand in "112 people"."""
    wanted = re.compile(rf"(?<!\w)(?<!\d[.,]){re.escape(flat(words))}(?!\w)(?![.,]\d)")
    bare = flat(words)
    if not (bare[:1].isalnum() and bare[-1:].isalnum()):
        return any(bare in flat(text) for text in texts)
    return any(wanted.search(flat(text)) for text in texts)


def _edge(folded: str, at: int, sign: str, *, after: bool = False) -> bool:
    """Whether a place where ``sign`` begins or ends the term is not inside a word."""
    neighbour = folded[at : at + 1] if after else folded[max(at - 1, 0) : at]
    if after and neighbour and unicodedata.category(neighbour)[0] == "M":
        return False  # an accent on the last letter makes it another one
    return not (_in_word(sign) and neighbour and _in_word(neighbour))


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_" or unicodedata.category(sign)[0] == "M"


@lru_cache(maxsize=1024)
def _wanted(term: str) -> str:
    """A term as it is looked for."""
    return _folded(matching_form(" ".join(term.split())))[0]


@lru_cache(maxsize=1024)
def _joined(text: str) -> str:
    """The folded text without its places: quick, to see that a term is not there at all."""
    return " ".join(unicodedata.normalize("NFD", matching_form(text).casefold()).casefold().split())


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without case, accents apart, runs of white space one blank; where each sign came from."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        if sign.isspace():
            if sign == "\n" and signs and text[place - 1] == "\n":
                signs[-1] = "\n"  # between paragraphs: no phrase goes on here
            elif not signs or not signs[-1].isspace():
                signs.append(" ")
                places.append(place)
            continue
        for part in unicodedata.normalize("NFD", sign.casefold()).casefold():
            signs.append(part)
            places.append(place)
    return "".join(signs), places
