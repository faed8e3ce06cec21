"""Noun phrases: who is spoken of at a cue, cut to the words that name them."""

from __future__ import annotations

from dataclasses import dataclass

from digest.extract.quotes.tokens import NOMINAL, Tokens
from digest.language.lists.calendar import CALENDAR, WEEKDAYS
from digest.language.lists.people import OFFICES

_LEFT = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "case", "neg"}
)
_RIGHT = frozenset({"prep", "case", "flat", "compound", "nummod"})
_KEPT_PREPOSITIONS = frozenset({"by", "like", "of", "for", "from", "at", "in", "with", "on"})
_NO_PART = frozenset(
    {"but", "and", "so", "then", "also", "as", "still", "yet", "even", "that", "what", "which", "who"}
)
_EDGES = frozenset({",", "—", "–", "(", "-LRB-", ";", ":"})
_MARKS = frozenset({"”", '"', "''", "“"})
PARTICIPLES = frozenset({"ranking", "acting", "leading", "managing", "founding", "sitting", "presiding"})
_CLAUSE_TAGS = frozenset({"VBD", "VBZ", "VBP", "WP", "WDT", "MD", "TO", "VBG"})
_PHRASE_TAGS = NOMINAL | {"PRP$", "POS", "JJ", "JJR", "JJS", "VBN", "HYPH", "PDT", "RB", "ADD", "NFP", "AFX"}


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name a speaker at a quote: tokens ``first`` to ``last``, both included."""

    first: int
    last: int
    head: int
    relative: int | None = None  # the "who" that stands for it at the cue: "Roe, [who] said"


def phrase_at(tokens: Tokens, head: int) -> Mention:
    """The noun phrase whose head is ``head``, without clauses and appositions."""
    if tokens.word[head] in WEEKDAYS and head and tokens.tag[head - 1] in ("NNP", "NN"):
        head -= 1  # "[Jane Roe] Friday said"
    first = last = head
    for child in reversed([c for c in tokens.children[head] if c < head]):
        if tokens.dep[child] not in _LEFT or tokens.stretch[child] != tokens.stretch[head]:
            break
        if tokens.right[child] != first - 1 and tokens.right[child] < first - 2:
            break
        first = tokens.left[child]
    while (
        first > 0
        and tokens.stretch[first - 1] == tokens.stretch[head]
        and _same_name(tokens, first - 1, first)
    ):
        first -= 1
    while first > 1 and tokens.word[first - 1] == "-" and tokens.end[first - 1] == tokens.start[first]:
        first -= 2
        while first > 0 and _same_name(tokens, first - 1, first):
            first -= 1
    while first > 1 and tokens.lower[first - 1] in ("of", "for") and tokens.lower[first - 2] in OFFICES:
        first -= 2  # "Secretary of [State Jane Roe]"
        while (
            first > 0
            and tokens.tag[first - 1] in ("NN", "NNP", "JJ")
            and tokens.sentence[first - 1] == tokens.sentence[head]
        ):
            first -= 1
    while (
        first > 1
        and tokens.lower[first - 1] == "and"
        and tokens.tag[first - 2] == "NN"
        and _bare(tokens, first)
    ):
        first -= 2  # "the former first lady and [senator]"
        while first > 0 and tokens.tag[first - 1] in ("DT", "JJ", "NN", "NNP") and tokens.tag[first] != "DT":
            first -= 1
    dash = max((i for i in range(first, head) if tokens.word[i] in ("—", "–", "--")), default=None)
    if dash is not None and tokens.word[first].isupper():
        first = dash + 1  # "FLINT, Mich., Oct. 4 — [Jane Roe]"
    first = _outside(tokens, first, head)
    first = _trim_left(tokens, first, head)
    for child in (c for c in tokens.children[head] if c > head):
        if tokens.left[child] != last + 1:
            break
        if tokens.lower[child] in ("on", "in") and tokens.word[min(child + 1, len(tokens) - 1)] in CALENDAR:
            break  # "a clerk [on Monday] said"
        if tokens.dep[child] == "prep" and tokens.lower[child] in _KEPT_PREPOSITIONS:
            edge = _clause_free(tokens, child)
            if edge is None:
                break
            last = edge
        elif tokens.dep[child] in ("acl", "amod") and tokens.tag[child] in ("VBN", "JJ"):
            edge = _clause_free(tokens, child)  # "a source [familiar with the talks]"
            if edge is None or any(tokens.dep[i] == "mark" for i in range(last + 1, child)):
                break  # "told the Courier [that the dam should have been emptied]"
            last = edge
        elif tokens.dep[child] in _RIGHT and tokens.dep[child] != "prep":
            last = tokens.right[child]
        elif tokens.dep[child] == "cc" and _joined(tokens, head, child):
            last = tokens.right[_joined(tokens, head, child) or child]
        elif tokens.dep[child] == "conj" and tokens.right[child] == last:
            continue
        else:
            break
    if last + 1 < len(tokens) and tokens.lower[last + 1] in ("himself", "herself", "themselves", "itself"):
        last += 1  # "Roe [himself] said"
    placed = any(tokens.dep[child] == "prep" for child in tokens.children[head] if head < child <= last)
    last = _whole_name(tokens, last)
    moved = not placed and tokens.tag[last] in ("NNP", "NNPS")  # "[Jane Roe] of the University of Orr"
    return Mention(first, last, max(head, last) if moved else head)


def phrase_before(tokens: Tokens, stop: int) -> Mention | None:
    """The noun phrase that ends right before ``stop``, by tags alone; None where there is none."""
    last = stop - 1
    while (
        last >= 0 and last > stop - 4 and (tokens.tag[last] in ("RB", "MD") or tokens.word[last] in WEEKDAYS)
    ):
        last -= 1
    if last > 0 and tokens.word[last] in (")", "-RRB-"):  # "Jane Roe (D-Ore.) said"
        opening = next(
            (i for i in range(last, max(last - 9, 0), -1) if tokens.word[i] in ("(", "-LRB-")), None
        )
        last = last if opening is None else opening - 1
    named = last >= 0 and tokens.word[last][:1].isupper() and tokens.word[last].isalpha()
    if (
        last < 0
        or not (tokens.tag[last] in NOMINAL - {"DT", "WP", "EX"} or named)
        or tokens.stretch[last] >= 0
    ):
        return None
    first = last
    while (
        first > 0 and tokens.tag[first - 1] in _PHRASE_TAGS - {"RB", "PRP"} and tokens.stretch[first - 1] < 0
    ):
        first -= 1
    return Mention(first, last, last)


def _bare(tokens: Tokens, first: int) -> bool:
    """Whether a singular noun phrase begins without a determiner or a person's name."""
    return tokens.tag[first] in ("NN", "JJ", "NNP") and tokens.entity[first] != "PERSON"


def _whole_name(tokens: Tokens, last: int) -> int:
    """``last`` moved to the end of the name that it stands in or before: "spokesman [Brian Roe]"."""
    while last + 1 < len(tokens) and tokens.paragraph[last + 1] == tokens.paragraph[last]:
        hyphen = (
            tokens.word[last + 1] == "-"
            and last + 2 < len(tokens)
            and tokens.end[last] == tokens.start[last + 1]
        )
        if hyphen and tokens.end[last + 1] == tokens.start[last + 2] and tokens.tag[last + 2][:2] == "NN":
            last += 2
        elif (
            tokens.entity[last + 1] == "PERSON"
            and tokens.tag[last][:2] == "NN"
            and tokens.tag[last + 1][:3] == "NNP"
        ) or (
            tokens.entity[last + 1]
            and _same_name(tokens, last, last + 1)
            and tokens.entity[last + 1] != "DATE"
        ):
            last += 1
        else:
            break
    return last


def _same_name(tokens: Tokens, a: int, b: int) -> bool:
    """Whether two neighbours are parts of one capitalised name."""
    return (
        tokens.tag[a] in ("NNP", "NNPS")
        and tokens.tag[b] in ("NNP", "NNPS")
        and tokens.sentence[a] == tokens.sentence[b]
        and tokens.word[b][:1].isupper()
    )


def _joined(tokens: Tokens, head: int, conjunction: int) -> int | None:
    """The noun that ``and`` joins to the head, if it is one and has no clause in it."""
    for child in tokens.children[head]:
        if child > conjunction and tokens.dep[child] == "conj":
            plain = tokens.tag[child] in NOMINAL and _clause_free(tokens, child) == tokens.right[child]
            return child if plain and tokens.lower[conjunction] in ("and", "&", "or") else None
    return None


def _clause_free(tokens: Tokens, top: int) -> int | None:
    """Last token of the subtree before its first comma, clause or verb; None where nothing is left."""
    for index in range(top, tokens.right[top] + 1):
        edge = index > top and tokens.word[index] in _EDGES
        stop = edge or tokens.tag[index] in _CLAUSE_TAGS
        if stop or tokens.stretch[index] != tokens.stretch[top]:
            bare = index == top + 1 and tokens.tag[top] not in ("VBN", "JJ")
            return index - 1 if index > top and not bare else None
    return tokens.right[top]


def _outside(tokens: Tokens, first: int, head: int) -> int:
    """``first`` moved over a quotation that ends in a phrase, or a date before its comma."""
    for index in range(head - 1, first, -1):
        if tokens.word[index] in _MARKS and tokens.word[index - 1][-1:] in (",", ".", "?", "!"):
            return index + 1  # "…,” [French President Jane Roe]", the marks lost count
        if tokens.word[index] == "," and tokens.entity[index - 1] == "DATE":
            return index + 1  # "this past May, [the minister]"
    return first


def _trim_left(tokens: Tokens, first: int, head: int) -> int:
    while first < head and (
        tokens.word[first] in {",", "—", "–", "-", "“", '"', "”", "(", ";", ":", "."}
        or (
            tokens.lower[first] in _NO_PART
            and (tokens.dep[first] in ("cc", "advmod", "mark", "punct") or tokens.tag[first] in ("WP", "WDT"))
        )
    ):
        first += 1
    return first


def phrase_from(tokens: Tokens, start: int, stop: int) -> Mention | None:
    """The first noun phrase of tokens ``start`` to ``stop``, by tags alone; None where there is none."""
    at = start
    while at < stop and (tokens.tag[at] not in _PHRASE_TAGS | {"$"} or tokens.tag[at] == "WP"):
        if tokens.tag[at].startswith("VB") or tokens.tag[at] in ("MD", "IN", "WRB"):
            return None
        at += 1
    first = at
    head = -1
    while at < stop and (
        tokens.tag[at] in _PHRASE_TAGS or tokens.word[at] == "’s" or tokens.lower[at] in PARTICIPLES
    ):
        if tokens.tag[at] in NOMINAL - {"DT"}:
            if tokens.tag[at] == "PRP" and head >= 0:
                break
            head = at
        at += 1
    if head < 0:
        return None
    last = _whole_name(tokens, head)
    return Mention(first, last, last)
