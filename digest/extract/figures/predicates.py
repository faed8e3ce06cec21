"""The words of a predicate: a verb with what it cannot do without, where that is short and says something."""

from __future__ import annotations

from spacy.tokens import Token

from digest.extract.figures.groups import DETERMINERS, INNER, NOUNS, Words
from digest.extract.figures.vocabulary import words_of

_LONGEST = 7  # words
_LINKING = words_of(
    "be am is are was were been 's 're remain stay become go seem appear feel lie stand live get"
)
_IDLE = words_of(
    """report record confirm register count expect see say tell think believe estimate know have has had
    do does did include prove involve suggest show mean make take give want hope add call use note describe
    list name tie link"""
)
_MOVED = words_of("out from off to into without onto home away")
_AT = _MOVED | words_of("in at under near on below beneath inside outside aboard among")
_ADVERBS = words_of(
    "home away out back abroad underground ashore down up off inside outside alive dead missing free alone"
)
_STILL = words_of("still now also all already again not never")
_TIMES = words_of(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week weeks month
    months year years day days night morning evening afternoon weekend hour hours minute minutes time"""
)
_CAUSING = words_of("let make help get see hear watch allow enable cause force keep lead leave want ask")
_LEADING_ON = words_of("focus rely depend consist refer belong lead amount centre center relate deal")


def predicate_span(verb: Token, first: int) -> Words | None:
    """From token ``first`` over the verb and its complement, if that is short and says something."""
    doc = verb.doc
    last = _complement_end(verb)
    if last is None:
        return None
    if verb.lemma_.lower() in _CAUSING and any(child.dep_ in {"ccomp", "xcomp"} for child in verb.children):
        return None  # have let their orders | expire
    bare = last == verb.i
    if bare and verb.lemma_.lower() in _LINKING | _IDLE:
        return None
    tokens = doc[first : last + 1]
    if len(tokens) > _LONGEST or any(t.is_punct and t.text not in {"-", "'", "’"} for t in tokens):
        return None
    if any(t.tag_ == "CD" or t.is_space for t in tokens):
        return None
    return Words(tokens.start_char, tokens.end_char)


def _complement_end(verb: Token) -> int | None:
    """Index of the last token of the predicate; None where its object is missing from it."""
    doc, sentence_end = verb.doc, verb.sent.end
    last = verb.i
    while last + 1 < sentence_end and _goes_with(doc[last + 1], verb):
        last += 1
    objects = [child for child in verb.children if child.dep_ in {"dobj", "attr", "oprd"} and child.i > last]
    if objects:
        end = _group_end(doc[last + 1], objects[0]) if last + 1 < sentence_end else None
        return end if end is not None and objects[0].lower_ not in _TIMES else None
    if last + 1 >= sentence_end:
        return last
    after = doc[last + 1]
    infinitive = after.head
    if after.tag_ == "TO" and infinitive.dep_ == "xcomp" and infinitive.head == verb:
        end = _complement_end(infinitive) if infinitive.i <= after.i + 2 else None
        return end if end is not None and doc[end].tag_ != "PRP" else None  # needed to get it | over a hurdle
    if (
        after.lower_ == "or"
        or after.tag_ == "TO"
        or (after.lower_ in {"on", "of", "to", "with"} and verb.lemma_.lower() in _LEADING_ON)
    ):
        return None  # "are set to receive", "focus on": the words that say it are too many
    prepositions = _AT if verb.lemma_.lower() in _LINKING else _MOVED
    if after.head == verb and after.lower_ in prepositions and (end := _phrase_end(after)) is not None:
        return end
    return last


def _goes_with(token: Token, verb: Token) -> bool:
    """A particle, an adjective or an adverb that the verb cannot do without."""
    if token.dep_ in {"prt", "acomp"} and token.head == verb:
        return True
    linked = verb.lemma_.lower() in _LINKING
    if linked and token.lower_ in _STILL:
        return True
    return token.lower_ in _ADVERBS and token.head == verb and token.dep_ in {"advmod", "oprd"}


def _group_end(first: Token, head: Token) -> int | None:
    """Index of the head of a short noun group that begins at ``first``."""
    group = first.doc[first.i : head.i + 1]
    if not 0 < len(group) <= 5 or any(t.tag_ not in INNER | DETERMINERS | {"PRP"} for t in group):
        return None
    if head.i + 1 < head.sent.end and head.nbor().lower_ == "of":
        return None
    return head.i


def _phrase_end(preposition: Token) -> int | None:
    """Index of the last token of ``out of their homes``; None for a time and what is long."""
    for child in preposition.children:
        if child.i <= preposition.i:
            continue
        if child.dep_ == "prep" and child.i == preposition.i + 1:
            return _phrase_end(child)
        if child.dep_ == "pobj" and child.tag_ in NOUNS and child.lower_ not in _TIMES:
            return _group_end(preposition.nbor(), child)
    return None
