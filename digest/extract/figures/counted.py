"""What a figure counts or measures, in the words of the source.

The labels of a parse are least sure around numbers, so the noun that a number counts is read off the
tags that follow it; the parse is asked only for what lies further away (subjects, complements).
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from digest.extract.figures.amounts import Amount
from digest.extract.figures.groups import Words
from digest.extract.figures.places import Places
from digest.extract.figures.vocabulary import words_of

_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNS", "NNP", "NNPS", "HYPH", "POS", "AFX"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLURALS = frozenset({"NNS", "NNPS"})
_COLLECTIVES = words_of("people police staff personnel military cattle percent aircraft")
_NOT_COUNTED = words_of(
    """ago later earlier today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday
    more less fewer most each on last next this year month week total respectively apiece"""
)
_BEFALLEN = words_of("dead injured wounded missing homeless killed hurt")
_AIMS = words_of("bid effort attempt move push hope order")
_EXPECTING = words_of("expect predict forecast anticipate project want need seek demand")
_JOINING = words_of(
    """of in at on near along from for around inside across between among under over into to against with"""
)
_AT_A_PLACE = words_of("in at near on along inside around across outside from")
_PLACE_WORDS = _NOUNS | {"DT", "PRP$", "JJ"}
_TIMES = words_of(
    """monday tuesday wednesday thursday friday saturday sunday week weeks month months year years day days
    january february march april may june july august september october november december morning night
    evening weekend today quarter decade hours hour minutes"""
)


def noun_after(places: Places, amount: Amount) -> Words | None:
    """The noun group right after a number: ``member countries``, ``more troops``, ``of the votes``."""
    doc = places.doc
    index = places.token_from(amount.end)
    if index >= len(doc):
        return None
    gap = doc.text[amount.end : doc[index].idx]
    if gap.strip():
        return None
    index = _skip_of(places, index, amount)
    first = last = None
    if index < len(doc) and doc[index].lower_ in _BEFALLEN:
        return Words(doc[index].idx, doc[index].idx + len(doc[index]))
    while index < len(doc):
        token = doc[index]
        after_plural = last is not None and doc[last].tag_ in _PLURALS
        owning = token.tag_ == "POS" and index + 1 < len(doc) and doc[index + 1].tag_ in _MODIFIERS
        if after_plural and not owning and (token.tag_ not in _NOUNS or doc[index - 1].lower_ == "people"):
            break
        if after_plural and token.tag_ == "NNS" and _expected(doc, index + 1):
            break  # the 900 jobs economists expected
        if (token.tag_ in _MODIFIERS and token.lower_ not in _NOT_COUNTED) or _in_compound(doc, index):
            if first is None:
                first = index
            if token.tag_ in _NOUNS:
                last = index
            if token.tag_ in {"VBG", "VBN"} and last is not None and not _hyphen(doc[index - 1]):
                break
        elif first is not None and last is None and _joins_adjectives(doc, index):
            pass  # small and midsize firms
        elif _led_by_adverb(doc, index) or (first is None and _mistagged(doc, index, amount)):
            first = index if first is None else first
            last = index if token.tag_ == "VBZ" else last
        else:
            break
        index += 1
    if first is None or last is None:
        return None
    while first < last and (
        _hyphen(doc[first]) or doc[first].lower_ in {"more", "other"} or doc[first].tag_ == "POS"
    ):
        first += 1
    return Words(doc[first].idx, doc[last].idx + len(doc[last]))


def _expected(doc: Doc, index: int) -> bool:
    return index < len(doc) and doc[index].tag_ in {"VBD", "VBN"} and doc[index].lemma_.lower() in _EXPECTING


def _joins_adjectives(doc: Doc, index: int) -> bool:
    """Whether ``and`` stands between two adjectives before one noun."""
    return (
        doc[index].lower_ in {"and", "or"}
        and index + 2 < len(doc)
        and doc[index - 1].tag_ == "JJ"
        and doc[index + 1].tag_ in {"JJ", "NN", "VBN"}
        and doc[index + 2].tag_ in _PLURALS
    )


def _led_by_adverb(doc: Doc, index: int) -> bool:
    """``decently`` before ``sized power plants``; a model number before ``Max jets``."""
    after = doc[index + 1].tag_ if index + 1 < len(doc) else ""
    if doc[index].tag_ == "VBD" and doc[index].lower_.endswith("ed"):  # jailed journalists
        return after in _PLURALS
    if doc[index].tag_ == "RB" and doc[index].lower_.endswith("ly"):
        return after in {"JJ", "VBN"}
    return doc[index].tag_ == "CD" and doc[index].is_digit and after == "NNP" and doc[index - 1].tag_ == "JJ"


def _mistagged(doc: Doc, index: int, amount: Amount) -> bool:
    """A plural right after a number that the tagger took for a verb."""
    many = amount.value is None or amount.value > 1
    return many and doc[index].tag_ == "VBZ" and doc[index].lower_ not in {"is", "has", "does", "was"}


def _hyphen(token: Token) -> bool:
    return token.text in {"-", "–", "‑"} and not token.whitespace_


def _in_compound(doc: Doc, index: int) -> bool:
    """A hyphen, or a word tied to another by one: ``across-the-board cut``, ``mail-in ballots``."""
    if _hyphen(doc[index]):
        return True
    tied = index > 1 and _hyphen(doc[index - 1]) and not doc[index - 2].whitespace_
    ties = index + 1 < len(doc) and _hyphen(doc[index + 1]) and not doc[index].whitespace_
    return doc[index].is_alpha and (tied or ties)


_BORDERS = words_of("border borders frontier")  # "troops at its border": a parse may give it to the verb
_OPEN_NOUNS = _BORDERS | words_of("front ties")
_DETERMINERS = words_of("the its his her their our these those all a an my your")


def _skip_of(places: Places, index: int, amount: Amount) -> int:
    """Past ``of``, ``more``, ``or so`` and a determiner before the counted noun."""
    doc = places.doc
    while index < len(doc) and doc[index].lower_ in {
        "more",
        "additional",
        "other",
        "or",
        "so",
        "such",
        "worth",
    }:
        index += 1
    if index < len(doc) and doc[index].lower_ == "of":
        index += 1
        if index + 1 < len(doc) and doc[index].tag_ == "CD" and doc[index + 1].text == "%":
            return index + 2  # 50 ml of 30% acid
        while index < len(doc) and doc[index].lower_ in _DETERMINERS:
            index += 1
        owner = index
        while owner + 1 < len(doc) and owner < index + 4 and doc[owner].tag_ in _NOUNS:
            owner += 1
        if owner > index and doc[owner].tag_ == "POS":
            owner += 1
        else:
            owner = index
        if owner + 1 < len(doc) and doc[owner].tag_ == "CD" and doc[owner + 1].tag_ in _PLURALS:
            return owner + 1  # 131 of its 250 seats, six of the board's nine members
    return index


def attributive(places: Places, amount: Amount) -> Amount:
    """``a 12-page document``, ``a 3 cylinder engine``: the noun at the number is its unit."""
    if amount.value is None or amount.value <= 1 or amount.type != "number" or amount.unit:
        return amount
    doc, text = places.doc, places.doc.text
    hyphen = text[amount.end : amount.end + 1] in {"-", "‑"}
    index = places.token_from(amount.end + hyphen)
    if index >= len(doc) or doc[index].idx > amount.end + 1 or doc[index].tag_ != "NN":
        return amount
    if not hyphen:
        group = noun_after(places, amount)
        head = places.token_over(group.end - 1) if group else None
        if head is None or head.i == index or head.tag_ != "NN" or head.lower_ in _COLLECTIVES:
            return amount
    end = doc[index].idx + len(doc[index])
    return replace(amount, end=end, core_end=end, unit=doc[index].lower_, plain=False)


def counts_plural(places: Places, amount: Amount) -> bool:
    """Whether the number stands before a plural that it can count."""
    counted = noun_after(places, amount)
    if counted is None:
        return False
    head = places.token_over(counted.end - 1)
    return head is not None and (head.tag_ in _PLURALS or head.lower_ in _COLLECTIVES)


def _noun_of_list(doc: Doc, at: int) -> bool:
    """Whether the names that go on at a comma end in a common noun, which all of them belong to."""
    while at < len(doc) and (doc[at].tag_ in {"NNP", "NNPS", "CC"} or doc[at].text in {",", "&"}):
        at += 1
    return at < len(doc) and doc[at].tag_ in {"NN", "NNS"} and doc[at - 1].tag_ in {"NNP", "NNPS"}


def place_after(places: Places, at: int) -> Words | None:
    """The place named right after the character ``at``: ``in Crimea``, ``near the border with Ukraine``."""
    doc = places.doc
    first = places.token_from(at)
    if first >= len(doc) or doc.text[at : doc[first].idx].strip() or doc[first].lower_ not in _AT_A_PLACE:
        return None
    end = first + 1
    while end < len(doc) and (
        doc[end].tag_ in _PLACE_WORDS or doc[end].lower_ in {"of", "with"} or _hyphen(doc[end])
    ):
        end += 1
    while end > first + 1 and doc[end - 1].tag_ not in _NOUNS:
        end -= 1
    named = any(token.tag_ in {"NNP", "NNPS"} for token in doc[first + 1 : end])
    if not named or any(token.lower_ in _TIMES for token in doc[first + 1 : end]):
        return None
    return Words(doc[first].idx, doc[end - 1].idx + len(doc[end - 1]))


def with_complements(places: Places, counted: Words) -> Words:
    """The counted noun with the place or whole that belongs to it: ``troops at its border with Ukraine``."""
    doc = places.doc
    sentence_end = places.sentence_of(counted.start)[1]
    first = places.token_from(counted.start)
    end = places.token_from(counted.end)
    for _ in range(3):
        after = _complement(places, first, end, sentence_end)
        if after is None:
            break
        end = after
    return Words(counted.start, doc[end - 1].idx + len(doc[end - 1]))


def _complement(places: Places, first: int, at: int, sentence_end: int) -> int | None:
    """Index past a prepositional phrase at token ``at`` that belongs to the tokens from ``first``."""
    doc = places.doc
    if at >= sentence_end:
        return None
    preposition = doc[at]
    if preposition.tag_ not in {"IN", "TO"} or preposition.lower_ not in _JOINING:
        return None
    belongs = first <= preposition.head.i < at
    at_a_border = any(token.lower_ in _BORDERS for token in doc[at + 1 : min(at + 3, sentence_end)])
    if not (belongs or preposition.lower_ == "of" or at_a_border or doc[at - 1].lower_ in _OPEN_NOUNS):
        return None
    end = at + 1
    while end < sentence_end and (
        doc[end].tag_ in _MODIFIERS or doc[end].tag_ in {"DT", "PRP$", "CD"} or _hyphen(doc[end])
    ):
        end += 1
    if preposition.lower_ == "in" and doc[end - 1].lower_ in _AIMS:
        return None  # a plan in a bid to reach a deal
    people = end > at + 2 and doc[end - 1].tag_ == "JJ" and doc[end - 2].lower_ == "the"  # among the elderly
    while end > at + 1 and doc[end - 1].tag_ not in _NOUNS and not people:
        end -= 1
    named = doc[end - 1].tag_ in {"NNP", "NNPS"}
    listed = end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].tag_ in {"NNP", "NNPS"}
    shared = listed and _noun_of_list(doc, end)  # doses of the Orr, Lesk and Tarn vaccines
    cut_off = named and ((end < len(doc) and doc[end].text == "(") or shared)
    if (
        cut_off
        or end == at + 1
        or doc[end - 1].lower_ in _TIMES
        or any(t.tag_ == "CD" for t in doc[at + 1 : end])
    ):
        return None
    return end
