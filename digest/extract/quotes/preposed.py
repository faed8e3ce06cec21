"""A content before its reporting clause, on both sides of it: "The dam, she said, held"."""

from __future__ import annotations

from digest.extract.quotes.behind import has_marks
from digest.extract.quotes.edges import finite, sentence_limit, strip_end, strip_start
from digest.extract.quotes.phrases import Mention
from digest.extract.quotes.subjects import cue_span
from digest.extract.quotes.tokens import Tokens
from digest.language.lists.calendar import CALENDAR
from digest.language.lists.people import TITLES

_ADDRESSEE = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "POS"})
_PROMPTED = frozenset({"asked", "pressed", "questioned", "prompted", "speaking", "responding", "referring"})
_WHEN = frozenset({"as", "while", "when", "after", "before"})
_TOLD = frozenset({"tell", "remind", "assure", "warn"})


def interjected(tokens: Tokens, verb: int, mention: Mention) -> bool:
    """Whether a finite verb and its subject stand between commas or at the end: "…, she said."."""
    if tokens.tag[verb] not in ("VBD", "VBZ", "VBP") or mention.first < 1 or mention.last > verb:
        return False
    if tokens.word[mention.first - 1] != "," or mention.last < verb - 3:
        return False
    at = verb + 1
    end = sentence_limit(tokens, verb)
    while tokens.lemma[verb] in _TOLD and at < min(end, verb + 7) and tokens.tag[at] in _ADDRESSEE:
        at += 1
    while at < end and tokens.word[at] in CALENDAR:
        at += 1
    return at >= end or tokens.word[at] in (",", ".", ";", "—", "–", "--")


def content_before(
    tokens: Tokens, verb: int, mention: Mention, *, interrupts: bool, certain: bool = False
) -> tuple[int, int] | None:
    """The content before a reporting clause that ends its sentence, or ``interrupts`` it."""
    first = min(mention.first, cue_span(tokens, verb)[0])
    start = tokens.sentence[verb]
    comma = first - 1
    if comma - start < (1 if interrupts else 3) or tokens.word[comma] not in (
        ",",
        "”",
        '"',
        "''",
        "—",
        "–",
        "--",
    ):
        return None
    if any(tokens.dep[c] == "mark" and c >= first for c in tokens.children[verb]):
        return None
    if not certain and any(
        tokens.dep[c] in ("dobj", "ccomp", "xcomp") and c > max(verb, mention.last)
        for c in tokens.children[verb]
    ):
        return None
    whole = _after_dateline(tokens, strip_start(tokens, start, comma)), strip_end(tokens, start, comma)
    if tokens.lower[whole[0]] in _PROMPTED and tokens.tag[whole[0]].startswith("VB"):
        return None  # "Asked whether it was true, she said …"
    if not interrupts and _circumstance(tokens, *whole):
        return None
    if interrupts and _introduces(tokens, *whole, behind=max(mention.last, verb) + 1):
        return None
    return whole if interrupts or finite(tokens, *whole) else None


def _introduces(tokens: Tokens, first: int, last: int, *, behind: int) -> bool:
    """Whether the words before a report only lead up to what is marked behind it: "At another point, Roe
    said, “…”"; or name somebody alone.
    """
    if names_alone(tokens, first, last):
        return True
    quoted = tokens.word[behind] == "," and tokens.stretch[min(behind + 1, len(tokens) - 1)] >= 0
    own = all(tokens.stretch[i] < 0 for i in range(first, last + 1))
    return (
        quoted and own and (tokens.tag[first] in ("IN", "WRB", "RB") or not _main_verb(tokens, first, last))
    )


def names_alone(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a content is nothing but a person: "[Roe], officials said, left", "defended [Ms. Roe]"."""
    return all(tokens.entity[i] == "PERSON" or tokens.word[i] in TITLES for i in range(first, last + 1))


def _circumstance(tokens: Tokens, first: int, last: int) -> bool:
    """Whether what stands before a reporting clause only says when: "As the rain fell, she said …"."""
    verbs = [i for i in range(first, last + 1) if finite(tokens, i, i)]
    opens = verbs[0] if verbs else first
    while opens > first and tokens.word[opens - 1] != ",":
        opens -= 1
    opens += tokens.lower[opens] == "even"
    later = any(tokens.word[i] == "," and finite(tokens, i, last) for i in range(opens, last))
    return (
        tokens.lower[opens] in _WHEN and any(tokens.stretch[i] < 0 for i in range(first, last)) and not later
    )


def _after_dateline(tokens: Tokens, start: int) -> int:
    """``start`` moved over a place before a dash: "WASHINGTON — …"."""
    for index in range(start, min(start + 12, len(tokens))):
        if (
            tokens.word[index] in ("—", "–", "―", "--")
            and tokens.word[start].isupper()
            and index - start < 12
        ):
            return index + 1
    return start


def content_resumed(tokens: Tokens, verb: int, mention: Mention) -> tuple[int, int] | None:
    """The content that goes on after a reporting clause in its middle."""
    after = max(mention.last, verb) + 1
    end = sentence_limit(tokens, verb)
    if after + 3 >= end or tokens.word[after] != "," or mention.last > verb:
        return None
    first, last = after + 1, strip_end(tokens, after + 1, end - 1)
    opening = tokens.tag[first] in ("VBG", "WP", "WDT", "WRB", "IN", "CC") or tokens.dep[first] == "mark"
    own = mention.last < verb and not opening and last - first > 2
    whole = _main_verb(tokens, first, last) or has_marks(tokens, first, last + 1)
    return (first, last) if own and whole else None


def _main_verb(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a stretch has a finite verb outside relative clauses and inserted phrases."""
    return any(
        tokens.tag[i] in ("VBD", "VBZ", "VBP", "MD")
        and tokens.dep[i] not in ("relcl", "acl", "advcl")
        and tokens.dep[tokens.head[i]] not in ("relcl", "advcl")
        for i in range(first, last + 1)
    )
