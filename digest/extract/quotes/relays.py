"""Relayed speech: who passed the words on, where that is another than the speaker."""

from __future__ import annotations

from digest.extract.quotes.phrases import Mention, phrase_at
from digest.extract.quotes.said import Said
from digest.extract.quotes.tokens import NOMINAL, Tokens
from digest.language.lists import words

_OUTLET = words("""
    news times post journal cnn reuters afp ap bbc bloomberg tribune guardian fox npr msnbc cbs nbc abc
    pbs today herald telegraph independent mail express mirror sun star globe chronicle gazette register
    observer press agency agencies tass interfax xinhua politico axios magazine newspaper radio tv
    television channel network weekly daily breitbart huffpost buzzfeed vox slate hill beast broadcaster
    outlet podcast blog c-span espn
""")


def relay_of(tokens: Tokens, said: Said) -> Mention | None:
    """Who relays the words of a speaker: "he told the Courier", "…, according to the Courier"."""
    if said.cue is None or said.mention is None:
        return None
    cue = said.cue[1]
    if tokens.lemma[cue] == "tell" or tokens.lower[cue] in ("told", "tells"):
        outlet = _told(tokens, cue)
        if outlet is not None:
            return outlet
    return _quoted_by(tokens, cue) or _according_after(tokens, said)


def _told(tokens: Tokens, cue: int) -> Mention | None:
    """The outlet that somebody told something."""
    for child in tokens.children[cue]:
        if child > cue and tokens.dep[child] in ("dative", "dobj", "nsubj") and tokens.tag[child] in NOMINAL:
            mention = phrase_at(tokens, child)
            return mention if _is_outlet(tokens, mention) else None
    return None


def _quoted_by(tokens: Tokens, cue: int) -> Mention | None:
    """ "was quoted by the agency as saying": the agency."""
    verb = cue
    for _ in range(5):
        if tokens.lemma[verb] in ("quote", "cite") and tokens.tag[verb] == "VBN":
            break
        verb = tokens.head[verb]
    if tokens.lemma[verb] not in ("quote", "cite") or tokens.tag[verb] != "VBN":
        return None
    for child in tokens.children[verb]:
        if child > verb and tokens.lower[child] == "by":
            objects = [c for c in tokens.children[child] if tokens.dep[c] == "pobj"]
            if objects:
                return phrase_at(tokens, objects[0])
    return None


def _according_after(tokens: Tokens, said: Said) -> Mention | None:
    """ "…,” she said, according to the Courier": in the sentence of the cue, after it."""
    if said.cue is None or said.mention is None or tokens.lower[said.cue[0]] == "according":
        return None
    stop = tokens.sentence_end[said.cue[1]]
    for index in range(said.cue[1] + 1, min(stop, said.cue[1] + 30)):
        if tokens.lower[index] == "according" and index + 2 < stop and tokens.lower[index + 1] == "to":
            noun = next((i for i in range(index + 2, stop) if tokens.tag[i] in NOMINAL - {"DT", "CD"}), None)
            if noun is None or noun - index > 8:
                return None
            tops = next(
                (i for i in range(index + 2, stop) if tokens.dep[i] == "pobj" and tokens.tag[i] in NOMINAL),
                noun,
            )
            return phrase_at(tokens, tops)
    return None


def _is_outlet(tokens: Tokens, mention: Mention) -> bool:
    inside = range(mention.first, mention.last + 1)
    named = any(tokens.entity[i] == "ORG" or tokens.word[i].isupper() for i in inside)
    return named and any(tokens.lower[i] in _OUTLET for i in inside)
