"""Noun groups and subjects, read so that a wrong arc of the parse does little harm."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from digest.extract.figures.places import Places
from digest.extract.figures.vocabulary import words_of

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INNER = NOUNS | {"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "AFX", "CD", "$"}
DETERMINERS = frozenset({"DT", "PRP$", "PDT"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLAUSE_WORDS = words_of("that because after before as while since if although though despite than until")
_BEFALLING = words_of("when after as while since")
_RAISING = words_of(
    "expect predict estimate forecast see project believe assume allow cause help push lead bring"
)
_MOVING = words_of(
    """fall drop rise climb grow slide slip tumble plunge jump surge soar gain lose decline increase decrease
    shrink"""
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBS = frozenset({"VERB", "AUX"})
_WHILE = words_of("while when after before without")
_IDLE_SUBJECTS = words_of("there it that which who this what he she they we i you these those one all")

_NO_NOUNS = words_of(
    "% percent cent per monday tuesday wednesday thursday friday saturday sunday today yesterday"
    " example instance"
)


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of the text, in characters."""

    start: int
    end: int


def group_ending(places: Places, last: int, *, floor: int) -> Words | None:
    """The noun group whose last token is ``last``; none of its tokens before ``floor``."""
    doc = places.doc
    if last > floor and doc[last].lower_ == "calls" and last + 1 < len(doc) and doc[last + 1].lower_ == "for":
        last -= 1  # the proposal calls for: a verb, whatever its tag
    if last < floor or doc[last].tag_ not in NOUNS or doc[last].lower_ in _NO_NOUNS:
        return None
    first = last
    while (
        first > floor
        and doc[first - 1].tag_ in INNER - {"CD", "$"}
        and doc[first - 1].lower_ not in _NO_NOUNS
    ):
        first -= 1
    while first < last and (doc[first].tag_ in {"HYPH", "POS"} or _is_verb(doc, first)):
        first += 1
    while first - 2 >= floor and _tied(doc, first):
        first -= 2
    return Words(doc[first].idx, doc[last].idx + len(doc[last]))


def _tied(doc: Doc, index: int) -> bool:
    """Whether a hyphen ties a token to the one before it: ``day`` of ``a seven-day average``."""
    hyphen, before = doc[index - 1], doc[index - 2]
    return hyphen.text in {"-", "‑"} and not hyphen.whitespace_ and not before.whitespace_


def _is_verb(doc: Doc, index: int) -> bool:
    """A participle at the head of a group that belongs to a verb: ``has said Russia``."""
    if doc[index].tag_ not in {"VBN", "VBG"}:
        return False
    if index + 1 < len(doc) and doc[index + 1].tag_ in DETERMINERS:
        return True  # bringing the total
    if index and doc[index].tag_ == "VBG" and doc[index - 1].lower_ in _WHILE:
        return True  # while running deficits
    if index == 0:
        return doc[index].dep_ != "amod"  # "Continuing claims", but "Excluding banks"
    return doc[index - 1].pos_ in {"AUX", "PRON", "PART", "NOUN", "PROPN"}


def group_of(places: Places, head: Token) -> Words:
    """The noun group around a head, with an ``of`` phrase after it: ``the price of wheat``."""
    doc, sentence = places.doc, head.sent
    first = last = head.i
    while first > sentence.start and doc[first - 1].tag_ in INNER | DETERMINERS:
        first -= 1
    if first + 1 < head.i and doc[first].tag_ == "VBG" and doc[first + 1].tag_ in DETERMINERS:
        first += 1  # bringing the total
    while doc[first].tag_ in {"DT", "PDT", "HYPH", "POS"} and first < head.i:
        first += 1
    while last + 1 < sentence.end and doc[last + 1].tag_ in NOUNS | {"HYPH"}:
        last += 1
    for _ in range(2):
        if last + 2 < sentence.end and doc[last + 1].lower_ in {"of", "in", "for", "at", "from"}:
            end = last + 2
            while end < sentence.end and doc[end].tag_ in (INNER | DETERMINERS) - {"CD", "$"}:
                end += 1
            while end > last + 2 and doc[end - 1].tag_ not in NOUNS:
                end -= 1
            if end > last + 2 and doc[end - 1].tag_ in NOUNS and doc[last + 1].lower_ == "of":
                last = end - 1
    return Words(doc[first].idx, doc[last].idx + len(doc[last]))


def clause_verb(token: Token) -> Token | None:
    """The nearest verb above a token."""
    steps = 0
    while token.head is not token and steps < 30:
        token, steps = token.head, steps + 1
        if token.pos_ in _VERBS:
            return token
    return token if token.pos_ in _VERBS else None


def subject_of(verb: Token, *, before: int) -> Token | None:
    """The subject of a verb or of the verbs that it hangs from, standing before token ``before``."""
    for _ in range(5):
        for child in verb.children:
            if child.dep_ in _SUBJECTS and child.i < before and child.lower_ not in _IDLE_SUBJECTS:
                return child
            if child.dep_ in _SUBJECTS and child.lower_ in {"that", "which", "who"} and verb.dep_ == "relcl":
                return verb.head if verb.head.i < before else None
        if verb.dep_ in {"acl", "relcl"} and verb.head.tag_ in NOUNS and verb.head.i < before:
            infinitive = any(child.tag_ == "TO" for child in verb.children)
            above = clause_verb(verb.head) if infinitive else None
            subject = subject_of(above, before=verb.head.i) if above is not None else None
            return subject or verb.head
        if verb.dep_ not in {"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep"} or verb.head is verb:
            return None
        above = clause_verb(verb)
        if above is None or above is verb:
            return None
        verb = above
    return None


def adjacent_subject(places: Places, first: int, before: int) -> Words | None:
    """The noun group right before the last finite verb that precedes token ``before``."""
    doc = places.doc
    verb = before - 1
    while verb >= first and doc[verb].tag_ not in _FINITE:
        if doc[verb].text in {";", ":"} or doc[verb].lower_ in {"who", "which", "that"}:
            return None
        verb -= 1
    while verb >= first and (doc[verb].tag_ in _FINITE | {"RB", "RBR", "TO"} or doc[verb].lower_ == "also"):
        verb -= 1
    group = group_ending(places, verb, floor=first) if verb >= first else None
    if group is not None and doc[places.token_from(group.start) - 1].text == ",":
        return None  # "…, excluding banks, was": the subject stands before
    if group is None or doc[verb].lower_ in _IDLE_SUBJECTS:
        return None
    return _led_by(places, group, first)


def _led_by(places: Places, group: Words, first: int) -> Words:
    """The group with the nouns that lead to it: ``the number of people killed by the storm``."""
    doc = places.doc
    for _ in range(4):
        at = places.token_from(group.start) - 1
        while at > first and doc[at].tag_ in DETERMINERS | {"CD", "$"}:
            at -= 1
        if befallen := _befallen(places, at, first):
            group = befallen
            continue
        if at <= first or doc[at].tag_ != "IN" or doc[at].lower_ in _CLAUSE_WORDS:
            break
        at -= 1
        if at > first and doc[at].tag_ == "VBN":
            at -= 1
        lead = group_ending(places, at, floor=first)
        if lead is None:
            break
        group = Words(lead.start, group.end)
    return group


def _befallen(places: Places, at: int, first: int) -> Words | None:
    """The people, in ``the number of people killed when a dam broke``; ``at`` is the ``when``."""
    doc = places.doc
    if at - 3 <= first or doc[at].lower_ not in _BEFALLING or doc[at - 1].tag_ not in {"VBN", "VBD"}:
        return None
    people = group_ending(places, at - 2, floor=first)
    if people is None or doc[places.token_from(people.start) - 1].lower_ != "of":
        return None
    return Words(
        people.start, doc[at - 1].idx + len(doc[at - 1])
    )  # with what befell them: it is what is counted


def infinitive_subject(places: Places, first: int, before: int) -> Words | None:
    """The harvest, in ``expect the harvest of wheat to reach`` before token ``before``."""
    doc = places.doc
    verb = before - 1
    while verb > first and doc[verb].tag_ in {"RB", "IN", "RBR"}:
        verb -= 1
    if verb - 2 < first or doc[verb].tag_ != "VB" or doc[verb - 1].tag_ != "TO":
        return None
    group = group_ending(places, verb - 2, floor=first)
    if group is None:
        return None
    group = _led_by(places, group, first)
    at = places.token_from(group.start) - 1
    while at > first and doc[at].tag_ in DETERMINERS:
        at -= 1
    return group if at >= first and doc[at].lemma_.lower() in _RAISING else None


def participle_subject(places: Places, first: int, before: int) -> Words | None:
    """The stocks, in ``with stocks dropping on Wall Street by`` before token ``before``."""
    doc = places.doc
    for index in range(before - 1, max(first, before - 8), -1):
        if doc[index].text in {",", ";"} or doc[index].tag_ in _FINITE:
            return None
        if doc[index].tag_ == "VBG" and doc[index].lemma_.lower() in _MOVING and doc[index - 1].tag_ in NOUNS:
            return group_ending(places, index - 1, floor=first)
    return None


def last_group(places: Places, first: int, before: int) -> Words | None:
    """The last noun group that ends before token ``before``, at most six tokens away."""
    for index in range(before - 1, max(first, before - 6) - 1, -1):
        if group := group_ending(places, index, floor=first):
            return group
    return None


def nearest_subject(places: Places, first: int, before: int) -> Words | None:
    """The noun group before the last finite verb that precedes token ``before``: needs no parse."""
    doc = places.doc
    verb = before - 1
    while verb >= first and doc[verb].tag_ not in {"VBD", "VBZ", "VBP", "MD"}:
        verb -= 1
    if verb - 1 > first and doc[verb - 1].text == ",":  # claims, those made after a week, rose
        opened = next((i for i in range(verb - 2, first, -1) if doc[i].text == ","), None)
        if opened is not None and (group := group_ending(places, opened - 1, floor=first)):
            return group
    if verb - 1 > first and doc[verb - 1].lower_ == "who":  # checks to people who earn less than $75,000
        return None
    while verb >= first and (doc[verb].tag_ not in NOUNS or doc[verb].lower_ in _IDLE_SUBJECTS):
        if doc[verb].text in {",", ";", "—"} and verb < before - 8:
            return None
        verb -= 1
    return group_ending(places, verb, floor=first) if verb >= first else None
