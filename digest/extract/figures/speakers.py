"""The words that name a speaker, whole: with office, role and the rest of a name of several parts."""

from __future__ import annotations

import re

from spacy.tokens import Token

from digest.annotate import Annotated
from digest.extract.figures.groups import NOUNS, Words
from digest.extract.figures.places import Places
from digest.extract.figures.vocabulary import words_of

_NAMES = frozenset({"NNP", "NNPS"})
DAYS = words_of(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december"""
)
_DATELINE = re.compile(r"[ ]?(?:--|[–—]-?)[ ]")  # DANVILLE, Ky. -- Joe Orr
_IN_NAMES = words_of("of for on and &")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PRONOUNS = words_of("he she they it we i who which that you this")
_SURE_LINK = 0.95  # as sure as a printed speaker has to be: a wrong name beside a number is no better


def name_of(places: Places, subject: Token) -> Words:
    """The noun group of a speaker, with what stands before its name; the name set beside a role."""
    doc = places.doc
    for child in subject.children:
        if child.dep_ == "appos" and child.ent_type_ == "PERSON" and subject.ent_type_ != "PERSON":
            name = next(ent for ent in doc.ents if ent.start <= child.i < ent.end)
            return Words(name.start_char, name.end_char)
    first = last = subject.i
    begin = subject.sent.start
    while first > begin and doc[first - 1].tag_ in NOUNS | {"DT", "JJ", "PRP$", "HYPH", "POS", "JJS", "VBN"}:
        first -= 1
    while (
        last + 1 < subject.sent.end
        and doc[last + 1].tag_ in NOUNS | {"HYPH"}
        and doc[last + 1].head.i in range(first, last + 2)
    ):
        last += 1
    if doc[first].lower_ in {"the", "a", "an"} and first < last:
        first += 1
    first = name_start(places, first, begin)
    last = name_end(places, last + 1, subject.sent.end, before_verb=True) - 1
    last = _office_end(places, last, subject.sent.end)
    return Words(doc[first].idx, doc[last].idx + len(doc[last]))


def resolved(annotated: Annotated, places: Places, words: Words) -> Words | None:
    """The fullest name of the one that the words mean; None for a pronoun that nobody stands behind."""
    text = places.doc.text[words.start : words.end]
    for link in annotated.links:
        crosses = link.start < words.end and words.start < link.end
        ends_alike = link.end == words.end or text.lower() in _PRONOUNS
        if crosses and ends_alike and link.named and link.confidence >= _SURE_LINK:
            name = places.doc.text[link.name_start : link.name_end]
            dateline = max((found.end() for found in _DATELINE.finditer(name)), default=0)
            return Words(link.name_start + dateline, link.name_end)
    return None if text.lower() in _PRONOUNS else words


def name_end(places: Places, at: int, stop: int, *, before_verb: bool) -> int:
    """Past the rest of a name that ends before token ``at``: ``Centres`` | ``for Care and Safety``.

    ``before_verb``: whether a verb is to follow the name, as it does where the name is a subject.
    """
    doc = places.doc
    while at + 1 < stop and doc[at - 1].tag_ in _NAMES and doc[at].lower_ in _IN_NAMES:
        end = at + 1 + (doc[at + 1].lower_ == "the")
        if (
            end >= stop
            or doc[end].lower_ in DAYS
            or not (doc[end].tag_ in _NAMES or (doc[end].tag_ == "JJ" and doc[end].is_title))
        ):
            break
        while end < stop and (doc[end].tag_ in NOUNS or doc[end].is_title):
            end += 1
        joined = doc[at].lower_ in {"and", "&"}
        if joined and not before_verb and end < stop and doc[end].tag_ in _FINITE:
            break  # "according to Orr, and Lesk denied"
        at = end
    return at


def name_start(places: Places, first: int, floor: int) -> int:
    """Of ``the Health and Human Services department``, the token of ``Health``."""
    doc = places.doc
    if first - 3 < floor or doc[first].tag_ not in _NAMES or doc[first - 1].lower_ not in {"and", "&"}:
        return first
    begin = first - 1
    while begin - 1 > floor and doc[begin - 1].tag_ in _NAMES:
        begin -= 1
    return begin if begin < first - 1 and doc[begin - 1].lower_ == "the" else first


def _office_end(places: Places, last: int, stop: int) -> int:
    """Past ``of state's office`` of a secretary, right before the verb of which the office is the subject."""
    doc = places.doc
    if last + 2 >= stop or doc[last + 1].lower_ != "of":
        return last
    end = last + 2
    while end < stop and doc[end].tag_ in NOUNS | {"POS", "DT"}:
        end += 1
    return end - 1 if end < stop and doc[end].tag_ in _FINITE and doc[end - 1].tag_ in NOUNS else last
