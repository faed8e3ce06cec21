"""When the subject of a clause is who acts or pays, and not what a figure counts or measures.

``Revenue reached $40 million`` measures the revenue; ``the ministry released $40 million`` does not
measure the ministry.
"""

from __future__ import annotations

from spacy.tokens import Token

from digest.extract.figures.amounts import Amount
from digest.extract.figures.groups import DETERMINERS, NOUNS, Words, group_ending, group_of
from digest.extract.figures.places import Places
from digest.extract.figures.vocabulary import words_of

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Verbs whose subject is what the amount beside them measures.
_MEASURING = words_of(
    """reach total hit exceed top average weigh measure cover span stretch surpass touch equal approach
    near number cost fetch gain lose shed add drop fall rise climb jump surge grow shrink slip slide
    soar plunge tumble dip rally plummet creep edge tick trend decline increase decrease advance retreat
    swing extend last run take stand amount come hold contain carry seat house store earn make generate
    yield produce bring raise see record post report have has had be is are was were use consume need
    require draw pack boast feature offer do travel drive walk fly sail swim win"""
)
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_NO_OBJECTS = words_of(
    """% percent points year month week january february march april may june july august september october
    november december"""
)
_CHANGING = words_of(
    """cut lower raise reduce increase slash trim lift boost bring push limit expand narrow widen double halve
    cap drop set"""
)
_HEDGES = words_of("over about nearly some around almost more than at least up to as many under")
_LED_BY = words_of("to by from at")


def acted(places: Places, amount: Amount) -> bool:
    """Whether the subject of the clause around an amount did something to what the amount measures."""
    token = _head(places, amount)
    if token is None or amount.type == "percentage":
        return False
    if token.dep_ in _SUBJECTS or _before_helper(places, amount):
        return True  # "scientists advise that 900 tonnes be caught": the subject is of another clause
    verb = _verb_over(token)
    if amount.plain and _right_after_verb(places, amount):
        return True
    if verb is None:
        return False
    if verb.lemma_.lower() in _MEASURING or any(child.dep_ == "nsubjpass" for child in verb.children):
        return False
    if amount.plain:
        return token.dep_ == "dobj" and token.head == verb
    return any(child.dep_ == "dobj" and child.lower_ not in _NO_OBJECTS for child in verb.children)


def _verb_over(token: Token) -> Token | None:
    """The nearest token above that is tagged as a verb."""
    for above in token.ancestors:
        if above.tag_ in _VERB_TAGS:
            return above
    return None


def _before_helper(places: Places, amount: Amount) -> bool:
    """Whether the amount stands right before ``were``, ``would`` or ``held by``: it is a subject itself."""
    doc, after = places.doc, places.token_from(amount.end)
    if amount.plain and after + 1 < len(doc) and doc[after].tag_ == "VBN" and doc[after + 1].lower_ == "by":
        return True
    return after < len(doc) and doc[after].dep_ in {"aux", "auxpass"}


def _right_after_verb(places: Places, amount: Amount) -> bool:
    """``wants 60``: whatever the parse made of it, the number is the object of the verb before it."""
    at = max(0, places.token_from(amount.start) - 1)
    while at > 0 and places.doc[at].lower_ in _HEDGES:
        at -= 1
    before = places.doc[at]
    perfect = before.tag_ == "VBN" and at > 0 and places.doc[at - 1].lower_ in {"has", "have", "had"}
    told = perfect or before.tag_ in {"VBD", "VBZ", "VBP"}
    return told and before.lemma_.lower() not in _MEASURING


def voted(places: Places, start: int) -> bool:
    """``voted by 88 to 31``: how many voted, and nothing that is named before counts them."""
    doc = places.doc
    by = places.token_from(start) - 1
    if by > 1 and doc[by].lower_ == "to" and doc[by - 1].tag_ == "CD":
        by -= 2
    return by > 0 and doc[by].lower_ == "by" and doc[by - 1].lower_ in {"voted", "vote", "votes"}


def changed_before(places: Places, amount: Amount) -> Words | None:
    """The object that was brought to an amount: the catch, in ``cut the herring catch to 900 tonnes``."""
    if amount.type == "percentage":
        return _object_before(places, amount)
    token = _head(places, amount)
    if token is None or token.dep_ != "pobj" or token.head.lower_ not in _LED_BY:
        return None
    verb = _verb_over(token)
    for child in verb.children if verb is not None and verb.lemma_.lower() in _CHANGING else ():
        if child.dep_ == "dobj" and child.lower_ not in _NO_OBJECTS and child.i < token.head.i:
            words = group_of(places, child)
            return words if child.tag_ in NOUNS and words.end < amount.start else None
    return None


def _object_before(places: Places, amount: Amount) -> Words | None:
    """The emissions, in ``reduce its own emissions 50%``: no preposition stands between."""
    doc = places.doc
    first = places.sentence_of(amount.start)[0]
    group = group_ending(places, places.token_from(amount.start) - 1, floor=first)
    if group is None:
        return None
    verb = places.token_from(group.start) - 1
    while verb > first and doc[verb].tag_ in DETERMINERS | {"JJ"}:
        verb -= 1
    changed = doc[verb].lemma_.lower() in _CHANGING and doc[verb].tag_ in _VERB_TAGS
    return group if changed and verb >= first else None


def _head(places: Places, amount: Amount) -> Token | None:
    """The token of an amount that the rest of it hangs from: the unit, most often."""
    tokens = places.tokens_over(amount.start, amount.core_end)
    inside = {token.i for token in tokens}
    return next((token for token in reversed(tokens) if token.head.i not in inside), None)
