"""Contents that are no clauses: what is urged, promised, denied, called for or called a name."""

from __future__ import annotations

from collections.abc import Iterator

from digest.extract.quotes.behind import to_of
from digest.extract.quotes.cues import Frame
from digest.extract.quotes.edges import sentence_limit, strip_end
from digest.extract.quotes.extents import content_end
from digest.extract.quotes.tokens import NOMINAL, Tokens
from digest.language.lists.calendar import CALENDAR

_URGES = frozenset(
    {"urge", "ask", "tell", "warn", "order", "beg", "encourage", "implore", "advise", "invite", "press"}
)
_CHARGES = frozenset({"of", "for", "as", "over", "with", "to"})


def _urged(tokens: Tokens, verb: int, obj: int) -> int | None:
    """The "to" of what somebody is urged to do, right after the object, whatever it hangs on."""
    limit = min(sentence_limit(tokens, verb), obj + 16)
    for index in range(obj + 1, limit - 1):
        if tokens.lower[index] == "to" and tokens.lemma[verb] in _URGES:
            follows = tokens.stretch[index + 1] >= 0 or tokens.tag[index + 1] == "VB"
            return index if follows else None
        if tokens.word[index] in (",", ";") or tokens.tag[index] in ("VBD", "VBZ", "VBP"):
            return None
    return None


def phrases_after(tokens: Tokens, verb: int, frame: Frame) -> Iterator[tuple[tuple[int, int], str]]:
    """Contents that are no clauses: what is urged, promised, denied, called for or called a name."""
    children = [c for c in tokens.children[verb] if c > verb]
    infinitive = next(
        (c for c in children if tokens.dep[c] in ("xcomp", "ccomp", "advcl") and to_of(tokens, c)), None
    )
    obj = next(
        (
            c
            for c in children
            if tokens.dep[c] in ("dobj", "dative")
            and tokens.tag[c] in (*NOMINAL, "JJ", "VBG")
            and tokens.word[c] not in CALENDAR  # "vowed Wednesday to press on"
        ),
        None,
    )
    named = obj if not any(tokens.lower[c] in ("on", "upon", "for") for c in children[:1]) else None
    if named is None and frame.naming and not any(tokens.lower[c] in ("on", "upon", "for") for c in children):
        named = next((c for c in children if tokens.tag[c] in NOMINAL and tokens.dep[c] != "npadvmod"), None)
    if frame.naming and named is not None:
        first = max(tokens.left[named], verb + 1)
        yield (first, content_end(tokens, verb, first, tokens.right[named], plain=True)), "naming"
    if obj is None and tokens.lemma[verb] == "call":
        preposition = next((c for c in children if tokens.lower[c] in ("on", "upon")), None)
        called = tokens.children[preposition] if preposition is not None else ()
        obj = next((c for c in called if tokens.dep[c] == "pobj"), None)
    urges = obj is not None and frame.act == "said" and (frame.object or tokens.lemma[verb] == "call")
    marked = _urged(tokens, verb, obj) if urges and obj is not None else None
    if marked is not None and obj is not None:
        first = max(tokens.left[obj], verb + 1)
        yield (first, content_end(tokens, verb, first, max(marked, tokens.right[obj]))), "urging"
    if infinitive is not None and obj is not None and obj < infinitive and frame.object:
        first = max(tokens.left[obj], verb + 1)
        yield (first, strip_end(tokens, first, tokens.right[infinitive])), "urging"
    if infinitive is not None and (frame.infinitive or frame.act == "said"):
        first = max(to_of(tokens, infinitive) or verb + 1, verb + 1)
        if first - verb <= 3 or frame.act == "said":
            yield (first, content_end(tokens, verb, first, tokens.right[infinitive])), "infinitive"
    if obj is not None and frame.object:
        first, last = max(tokens.left[obj], verb + 1), tokens.right[obj]
        charge = next(
            (c for c in children if c > obj and tokens.lower[c] in _CHARGES and tokens.left[c] == last + 1),
            None,
        )
        if charge is not None and frame.act == "said":
            last = tokens.right[charge]
        yield (first, strip_end(tokens, first, last)), "object"
    for child in children:
        prepositional = tokens.dep[child] in ("prep", "prt") and tokens.right[child] > child
        if prepositional and tokens.lower[child] in frame.prepositions:
            last = tokens.right[child]
            if last + 2 < len(tokens) and tokens.lower[last + 1] == "as":  # "referred to him as …"
                last = content_end(tokens, verb, child + 1, last + 1, plain=True)
            yield (child + 1, strip_end(tokens, child + 1, last)), f"preposition {tokens.lower[child]}"
