"""The role of a speaker as the source gives it, verbatim: before the name or after it."""

from __future__ import annotations

from digest.extract.quotes.tokens import Tokens
from digest.language.lists.people import ROLES, TITLES

_PHRASE = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "VBN", "POS", "HYPH", "CD", "JJR", "JJS", "AFX", "CC"}
)
_AFTER = _PHRASE | {"DT", "IN", "PRP$", "TO", "RB"}
_LINKS = frozenset({"of", "for", "at", "in", "on", "to", "with", "the", "and"})


def role_at(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """The tokens of the role beside a name (tokens ``first`` to ``last``), last included."""
    return _before(tokens, first) or _after(tokens, last)


def _is_role(word: str) -> bool:
    return word.lower().removeprefix("then-").removeprefix("ex-") in ROLES


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
    return start, last


def _inside(tokens: Tokens, index: int, nearest: bool) -> bool:
    if tokens.stretch[index] >= 0 or tokens.word[index].isspace():
        return False
    if tokens.tag[index] in ("VBG", "VBN") and tokens.dep[index] not in ("amod", "compound"):
        return False
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
    while end > start and tokens.tag[end - 1] not in ("NN", "NNS", "NNP", "NNPS"):
        end -= 1
    closed = end < len(tokens) and tokens.word[end] in (",", ".", "―", "—", "–", "--", ":", ";", "”", "“")
    closed = closed or (end < len(tokens) and tokens.tag[end] in ("VBD", "VBZ", "WP", "WDT"))
    roles = [i for i in range(start, end) if _is_role(tokens.word[i])]
    if not roles or not closed:
        return None
    plain = all(tokens.tag[i] in _PHRASE | {"DT", "PRP$"} for i in range(start, roles[0]))
    return (start, end - 1) if plain else None
