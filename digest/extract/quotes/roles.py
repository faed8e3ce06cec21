"""The role of a speaker as the source gives it, verbatim: before the name or after it."""

from __future__ import annotations

from digest.extract.quotes.phrases import PARTICIPLES
from digest.extract.quotes.tokens import Tokens
from digest.language.lists import words
from digest.language.lists.people import KIN, ROLES, TITLE_OFFICES, TITLES

_PHRASE = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "VBN", "POS", "HYPH", "CD", "JJR", "JJS", "AFX", "CC"}
)
_AFTER = _PHRASE | {"DT", "IN", "PRP$", "TO", "RB"}
_LINKS = frozenset({"of", "for", "at", "in", "on", "to", "with", "the", "and"})
_MEMBERS = words("""
    partner fellow member owner co-owner operator employee supporter delegate co-chair co-director associate
    principal superintendent pollster organiser organizer spokespeople republican democrat
""")
_RELATED = words("rival successor predecessor opponent counterpart ally critic boss mentor friend")
_FIRMS = words(
    "Inc Inc. Corp Corp. LLC L.L.C. LLP L.L.P. Ltd Ltd. Group Foundation Project Times Post Journal News"
)
_BODIES = words("""
    department ministry office bureau board council committee commission institute association society union
    organization organisation federation league center centre university college school bank court chamber
    academy agency administration secretary house fund guild alliance coalition conference party
""")


def role_at(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """The tokens of the role beside a name (tokens ``first`` to ``last``), last included."""
    return _before(tokens, first) or _after(tokens, last)


def body_at(tokens: Tokens, last: int) -> tuple[int, int] | None:
    """ "[Jane Roe] of the Brook Institute": the body that a person speaks for, with its preposition."""
    first = last + 1
    if first + 1 >= len(tokens) or tokens.lower[first] not in ("of", "from", "with"):
        return None
    end = first + 1
    if tokens.lower[end] == "the":
        end += 1
    while end < len(tokens) and tokens.tag[end] in ("NNP", "NNPS") and tokens.stretch[end] < 0:
        end += 1
        joins = end + 1 < len(tokens) and tokens.lower[end] in ("of", "for", "and", "&")
        if joins and tokens.tag[end + 1] in ("NNP", "NNPS") and tokens.entity[end] == "ORG":
            end += 1
    name = tokens.word[end - 1]
    body = tokens.entity[end - 1] == "ORG" or name in _FIRMS or name.lower() in _BODIES
    return (first, end - 1) if body and tokens.tag[end - 1] in ("NNP", "NNPS") else None


def title_at(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """ "South Orr Sen. [Jane Roe]": a short form of address that names an office, right before a name."""
    last = first - 1
    if last < 0 or tokens.word[last] not in TITLE_OFFICES or tokens.word[last][-1] != ".":
        return None
    start = last
    while start > 0 and tokens.tag[start - 1] in ("NNP", "JJ") and tokens.word[start - 1][:1].isupper():
        start -= 1
        if start == tokens.sentence[last] or tokens.stretch[start] >= 0:
            break
    plain = tokens.stretch[start] < 0 and all(word not in TITLES for word in tokens.word[start:last])
    return (start if plain else last), last


def _is_role(word: str) -> bool:
    return word.lower().removeprefix("then-").removeprefix("ex-") in ROLES | _MEMBERS


def _before(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """ "White House press secretary [Jen Psaki]", "the president of Chad, [Idriss Déby]"."""
    last = first - 1
    while last >= 0 and tokens.word[last] in TITLES and not _is_role(tokens.word[last]):
        last -= 1
    if last >= 0 and tokens.word[last] == ",":
        last -= 1
        if last < 0 or tokens.tag[last] not in ("NN", "NNP"):
            return None
    start = last
    while start >= 0 and _inside(tokens, start, start == last):
        start -= 1
    start += 1
    while start < last and (
        tokens.tag[start] in ("DT", "CC", "POS", "IN", "HYPH", "TO") or tokens.lower[start] in _LINKS
    ):
        start += 1
    if start > last or not any(_is_role(tokens.word[i]) for i in range(start, last + 1)):
        return None
    head = max(i for i in range(start, last + 1) if _is_role(tokens.word[i]))
    if head < last and tokens.lower[head + 1] not in ("of", "for", "to", "on"):
        return None
    if head == last and tokens.lower[head] in KIN | _RELATED and _owned(tokens, start):
        return None  # "his wife, [Jane Roe]": whose, the words before say
    return _whole_body(tokens, _after_owner(tokens, start, last), last), last


def _after_owner(tokens: Tokens, start: int, last: int) -> int:
    """``start`` moved over an owner who is named before: "the group's [chief executive]"."""
    for at in range(start + 1, last):
        if tokens.tag[at] == "POS":
            common = all(tokens.tag[i] in ("NN", "NNS", "JJ") for i in range(start, at))
            return at + 1 if common else start
    return start


def _owned(tokens: Tokens, start: int) -> bool:
    return start > 0 and tokens.tag[start - 1] in ("PRP$", "POS")


def _whole_body(tokens: Tokens, start: int, last: int) -> int:
    """``start`` moved to that of a name that a small word joins: "Guild for [Potters president]"."""
    while start > 1 and tokens.lower[start - 1] in ("of", "for", "and", "on", "the"):
        at = start - 1
        while at > 0 and tokens.lower[at] in ("of", "for", "and", "on", "the"):
            at -= 1
        name = tokens.tag[at] in ("NNP", "NNPS", "NNS") and tokens.word[at][:1].isupper()
        body = name and tokens.entity[at] != "PERSON" and tokens.tag[start] in ("NNP", "NNPS", "NNS")
        one = tokens.entity[at] == "ORG" == tokens.entity[start] or tokens.lower[at] in _BODIES
        one = one or (
            tokens.lower[start - 1] == "and"
            and any(tokens.lower[i] in _BODIES and tokens.word[i][:1].isupper() for i in range(start, last))
        )  # "Rivers and [Lake Reform Committee spokesman]"
        if not body or not one or not tokens.word[start][:1].isupper() or tokens.entity[last] == "ORG":
            break
        start = at
        while start > 0 and tokens.tag[start - 1] in ("NNP", "NNPS") and tokens.stretch[start - 1] < 0:
            start -= 1
    return start


def _inside(tokens: Tokens, index: int, nearest: bool) -> bool:
    if tokens.stretch[index] >= 0 or tokens.word[index].isspace():
        return False
    if tokens.tag[index] in ("VBG", "VBN") and tokens.dep[index] not in ("amod", "compound"):
        return tokens.lower[index] in PARTICIPLES
    if tokens.tag[index] in _PHRASE - {"CC"} and tokens.entity[index] != "DATE":
        return True
    return not nearest and tokens.lower[index] in ("of", "for") and _is_role(tokens.word[index - 1])


def _after(tokens: Tokens, last: int) -> tuple[int, int] | None:
    """ "[Philip Reeve], acting assistant secretary of state for Europe, …"."""
    at = last + 1
    if at < len(tokens) and tokens.word[at] in ("(", "-LRB-"):
        close = next(
            (i for i in range(at, min(at + 8, len(tokens))) if tokens.word[i] in (")", "-RRB-")), None
        )
        at = len(tokens) if close is None else close + 1
    if at >= len(tokens) or tokens.word[at] != ",":
        return None
    start = at + 1
    while start < len(tokens) and tokens.tag[start] == "DT":
        start += 1
    end = start
    while end < len(tokens) and end - start < 16 and tokens.tag[end] in _AFTER and tokens.stretch[end] < 0:
        if tokens.tag[end] == "IN" and tokens.lower[end] not in _LINKS:
            break
        end += 1
    end = _list_end(tokens, start, end)
    while end > start and tokens.tag[end - 1] not in ("NN", "NNS", "NNP", "NNPS"):
        end -= 1
    closed = end < len(tokens) and tokens.word[end] in (",", ".", "―", "—", "–", "--", ":", ";", "”", "“")
    closed = closed or (end < len(tokens) and tokens.tag[end] in ("VBD", "VBZ", "WP", "WDT"))
    roles = [i for i in range(start, end) if _is_role(tokens.word[i])]
    if not roles or not closed:
        return None
    if tokens.tag[start] == "PRP$":
        start += 1  # "[Jane Roe], his lawyer"; but of "his wife" nothing is left
        if tokens.lower[start] in KIN:
            return None
    start = _after_owner(tokens, start, end)
    plain = all(tokens.tag[i] in _PHRASE | {"DT", "PRP$"} for i in range(start, roles[0]))
    return (start, end - 1) if plain else None


def _list_end(tokens: Tokens, start: int, end: int) -> int:
    """``end`` moved over the rest of a list that the role is or names: "founder[, owner and editor] of …",
    "director of the Institute for Rivers[, Lakes and Ponds]".
    """
    at, listed = end, False
    while at + 1 < len(tokens) and tokens.word[at] == ",":
        following = at + 1
        if tokens.lower[following] == "and" and listed:
            following += 1
        item = following
        while item < len(tokens) and tokens.tag[item] in _PHRASE and tokens.lower[item] != "and":
            item += 1
        joined = any(
            tokens.dep[i] == "conj" and start <= tokens.head[i] < item for i in range(following, item)
        )
        if item == following or not joined or tokens.entity[following] == "PERSON":
            return end
        listed, at = True, item
        if item < len(tokens) and (tokens.lower[item] == "and" or tokens.lower[following - 1] == "and"):
            return _phrase_end(tokens, item)
    return end


def _phrase_end(tokens: Tokens, at: int) -> int:
    """The token after the words of a phrase from ``at`` on."""
    while at < len(tokens) and tokens.tag[at] in _AFTER and tokens.stretch[at] < 0:
        if tokens.tag[at] == "IN" and tokens.lower[at] not in _LINKS:
            break
        at += 1
    return at
