"""Where a content may begin and end: sentences over the parser's breaks, punctuation, finite verbs."""

from __future__ import annotations

from digest.extract.quotes.tokens import Tokens
from digest.language.lists.people import TITLES

END_MARKS = frozenset({".", "!", "?", ";", ".,"})
_EDGE = frozenset({",", ".", ";", ":", "—", "–", "―", "--", "-", "(", "”", "“", '"', "''", "’", "‘"})


def sentence_limit(tokens: Tokens, index: int) -> int:
    """The token after the sentence of ``index``, over a break that the parser made inside it."""
    end = tokens.sentence_end[index]
    for _ in range(3):
        broken = (
            end < len(tokens)
            and tokens.paragraph[end] == tokens.paragraph[index]
            and tokens.word[end - 1] not in END_MARKS
            and not tokens.word[end - 1].isspace()
            and (
                tokens.word[end][:1].islower()
                or tokens.word[end] in _EDGE
                or tokens.word[end - 1] in TITLES  # "said that Ms." "Roe told him"
            )
        )
        if not broken:
            break
        end = tokens.sentence_end[end]
    return end


def strip_start(tokens: Tokens, first: int, last: int) -> int:
    """``first`` moved over punctuation."""
    while first < last and (
        (tokens.word[first] in _EDGE and tokens.stretch[first] < 0) or tokens.word[first] in (",", ":")
    ):
        first += 1
    return first


def strip_end(tokens: Tokens, first: int, last: int) -> int:
    """``last`` moved back over punctuation and a dangling conjunction."""
    while last > first and (
        tokens.word[last] in _EDGE
        or tokens.word[last].isspace()
        or (tokens.lower[last] in ("and", "but", "or", "that") and tokens.tag[last] == "CC")
    ):
        last -= 1
    return last


def finite(tokens: Tokens, first: int, last: int, *, any_clause: bool = False) -> bool:
    """Whether some tokens have a finite verb of their own, or with ``any_clause`` in any clause."""
    return any(
        tokens.tag[i] in ("VBD", "VBZ", "VBP", "MD") and (any_clause or tokens.dep[i] not in ("relcl", "acl"))
        for i in range(first, last + 1)
    )
