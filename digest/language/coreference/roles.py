"""Roles beside names: "Russian Defense Minister", "acting assistant secretary of state for Europe"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from digest.language.coreference.parties import Mention, Role
from digest.language.lists import words
from digest.language.lists.calendar import CALENDAR
from digest.language.lists.countries import COUNTRY_OF
from digest.language.lists.people import OFFICES, ROLES, TITLE_OFFICES, TITLES
from digest.language.tokens import Tokens

_INSIDE = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "POS", "HYPH", "VBG", "VBN", "CC", "CD"})
_LINKING = frozenset({"of", "for", "to", "at", "on"})
_PARTICIPLES = words(
    "acting leading ranking managing founding ruling sitting outgoing incoming presiding retired"
)
_SKIP = words("the a an of for to at on in and then acting - 's ’s")


def roles_of(mention: Mention, tokens: Tokens) -> Iterator[Role]:
    """The roles that a text ties to one mention of a name, as it stands beside the name."""
    before = _before(mention, tokens)
    if before is not None:
        yield before
    for child in tokens.children[mention.head]:
        if tokens.dep[child] == "appos" and tokens.lower[child] in ROLES and child >= mention.end:
            yield _role(_left(child, tokens, mention.end), child, tokens)
    head = tokens.head[mention.head]
    if tokens.dep[mention.head] == "appos" and tokens.lower[head] in ROLES and head < mention.start:
        yield _role(_left(head, tokens, 0), head, tokens, limit=mention.start)
    if tokens.dep[mention.head] == "nsubj":
        for child in tokens.children[head]:
            if tokens.dep[child] == "attr" and tokens.lower[child] in OFFICES and child > mention.head:
                yield _role(_left(child, tokens, head), child, tokens)


def _before(mention: Mention, tokens: Tokens) -> Role | None:
    """The role that stands right before a name."""
    last = mention.start - 1
    if last >= 0 and tokens.text[last] in TITLE_OFFICES:
        return replace(_make(last, last, last + 1, tokens), head=TITLE_OFFICES[tokens.text[last]])
    while last >= 0 and tokens.text[last] in TITLES and tokens.lower[last] not in ROLES:
        last -= 1
    if last >= 0 and tokens.text[last] == "," and last and tokens.lower[last - 1] in ROLES:
        last -= 1  # "the minister, Ana Ruiz,"
    head = _head(last, tokens)
    if head is None:
        return None
    first = head
    while first and _inside(first - 1, tokens):
        first -= 1
    return _make(_without_article(first, head, tokens), head, last + 1, tokens)


def _head(last: int, tokens: Tokens) -> int | None:
    """The head noun of a role that ends at a token: itself, or before "of State"."""
    if last < 0:
        return None
    if _is_role(last, tokens):
        return last
    for k in range(last - 1, max(last - 6, 0), -1):
        if tokens.lower[k] in ("of", "for") and _is_role(k - 1, tokens):
            return k - 1
        if tokens.tag[k] not in _INSIDE and tokens.lower[k] not in ("of", "for", "the"):
            return None
    return None


def _is_role(i: int, tokens: Tokens) -> bool:
    return i >= 0 and tokens.lower[i].removeprefix("then-") in ROLES


def _inside(i: int, tokens: Tokens) -> bool:
    word = tokens.text[i]
    if word in CALENDAR or "\n" in word or word in ("and", "or", "&"):
        return False
    if tokens.tag[i] in ("VBG", "VBN"):
        return word.lower() in _PARTICIPLES
    return tokens.tag[i] in _INSIDE


def _left(head: int, tokens: Tokens, floor: int) -> int:
    """The first token of the noun phrase of a head noun."""
    first = head
    while first > floor and _inside(first - 1, tokens):
        first -= 1
    return first


def _role(first: int, head: int, tokens: Tokens, *, limit: int | None = None) -> Role:
    """A role from its first token, with the "of" and "for" phrases that follow its head."""
    stop = len(tokens) if limit is None else limit
    end = head + 1
    while end < stop and (
        tokens.lower[end] in _LINKING
        or (tokens.tag[end] in ("NNP", "NNPS", "NN", "NNS", "JJ", "DT", "POS", "HYPH") and end > head + 1)
    ):
        end += 1
    while end > head + 1 and (tokens.lower[end - 1] in _LINKING or tokens.tag[end - 1] == "DT"):
        end -= 1
    return _make(_without_article(first, head, tokens), head, end, tokens)


def _without_article(first: int, head: int, tokens: Tokens) -> int:
    while first < head and (tokens.tag[first] in ("DT", "POS", "HYPH", "CC") or tokens.lower[first] == "the"):
        first += 1
    return first


def _make(first: int, head: int, end: int, tokens: Tokens) -> Role:
    others = [tokens.text[i] for i in range(first, end) if i != head]
    country = next((COUNTRY_OF[w] for w in others if w in COUNTRY_OF), None)
    return Role(
        start=first,
        end=end,
        head=tokens.lower[head].removeprefix("then-"),
        words=frozenset(w.lower() for w in others if w.lower() not in _SKIP),
        country=country,
    )
