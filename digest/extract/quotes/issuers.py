"""Whose paper speaks: "The White House said in a statement … The statement added …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from digest.extract.quotes.cues import FRAMES
from digest.extract.quotes.phrases import Mention, phrase_at
from digest.extract.quotes.subjects import ISSUED, agent_of, subject_of
from digest.extract.quotes.tokens import Tokens
from digest.language.lists import words

_PAPERS = words("statement readout communique communiqué release")
_TAKING_UP = words("the this that")
_PLAIN = words("same joint written press news brief short")  # words that make no other paper of one
_NAMED = frozenset({"ORG", "GPE", "PERSON"})
_NOUNS = frozenset({"NN", "NNP", "NNPS"})


def issuers_of(tokens: Tokens, mention: Mention) -> tuple[Mention, ...]:
    """Those who issued the paper that a mention takes up, one for each time that the text brought it in.

    None where the mention takes up no paper, or where nobody is said to have issued one of them.
    """
    if tokens.lemma[mention.head] not in _PAPERS or not _takes_up(tokens, mention):
        return ()
    found: list[Mention] = []
    for at in range(mention.first):
        same = tokens.lemma[at] == tokens.lemma[mention.head] and tokens.tag[at] in ("NN", "NNP")
        if same and tokens.stretch[at] < 0 and not _takes_up(tokens, phrase_at(tokens, at)):
            issuers = tuple(_issuers(tokens, at))
            if not issuers:
                return ()
            found += issuers
    return tuple(found)


def _takes_up(tokens: Tokens, mention: Mention) -> bool:
    """ "the statement", "the joint statement"; not "the statement from the ministry", "an earlier one"."""
    inside = tokens.lower[mention.first + 1 : mention.head]
    return (
        tokens.lower[mention.first] in _TAKING_UP
        and mention.first < mention.head == mention.last
        and not any(tokens.dep[c] == "acl" for c in tokens.children[mention.head])  # "the one calling for …"
        and all(word in _PLAIN for word in inside)
    )


def _issuers(tokens: Tokens, at: int) -> Iterator[Mention]:
    """Who issued a paper, as its phrase says and as the clause does around it."""
    yield from _in_phrase(tokens, at)
    above = tokens.head[at]
    if tokens.dep[at] == "pobj" and tokens.lower[above] in ("in", "through", "via"):
        frame = FRAMES.get(tokens.lemma[tokens.head[above]])
        said = subject_of(tokens, tokens.head[above]) if frame and frame.act == "said" else None
        if said is not None:  # "the ministry said in a statement"
            yield said[0]
    elif tokens.dep[at] == "dobj" and tokens.lemma[above] in ISSUED:
        issued = subject_of(tokens, above)
        if issued is not None:  # "the ministry issued a statement"
            yield issued[0]
    elif tokens.dep[at] == "nsubjpass" and tokens.lemma[above] in ISSUED:
        by = agent_of(tokens, above)
        if by is not None:  # "a statement was issued by the ministry"
            yield by[0]


def _in_phrase(tokens: Tokens, at: int) -> Iterator[Mention]:
    """ "a [Defence Ministry] statement", "[Roe]'s statement", "a statement from [the navy]"."""
    for child in tokens.children[at]:
        owner = tokens.dep[child] == "poss" and tokens.tag[child] in _NOUNS
        if child < at and (owner or tokens.entity[child] in _NAMED):
            phrase = phrase_at(tokens, child)
            yield replace(phrase, last=phrase.last - (tokens.tag[phrase.last] == "POS"))
        elif child > at and tokens.dep[child] == "prep" and tokens.lower[child] in ("from", "by"):
            yield from (phrase_at(tokens, c) for c in tokens.children[child] if tokens.dep[c] == "pobj")
        elif child > at and tokens.dep[child] == "acl" and tokens.lemma[child] in ISSUED:
            by = agent_of(tokens, child)
            if by is not None:  # "a statement released by the navy"
                yield by[0]
