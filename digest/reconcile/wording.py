"""How the versions of one utterance differ, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from digest.dates import spoken_day
from digest.model import Article, Quote

_TOKEN = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_MOST = 2  # differences named; more would be longer than the quote


def note_of(best: tuple[Article, Quote], others: Sequence[tuple[Article, Quote, str]]) -> str | None:
    """What an editor should know of the other versions; None where all have the same words.

    ``others`` come with how they are the same utterance, earliest first.
    """
    notes: list[str] = []
    named: set[str] = set()
    for article, quote, how in others:
        outlet = _outlet(article)
        if outlet in named:
            continue
        text = _differs(best, (article, quote), how)
        if text is not None:
            named.add(outlet)
            notes.append(text)
    first = min([(best[0], best[1]), *((a, q) for a, q, _ in others)], key=lambda pair: _when(pair[0]))
    if others and first[0].id != best[0].id and first[0].published is not None:
        notes.append(f"First in {_outlet(first[0])}, {spoken_day(first[0].published.when[:10])}.")
    return " ".join(notes[: _MOST + 1]) or None


def _differs(best: tuple[Article, Quote], other: tuple[Article, Quote], how: str) -> str | None:
    outlet = _outlet(other[0])
    if how == "paraphrase" or (other[1].kind == "indirect" and best[1].kind != "indirect"):
        return f"{outlet} reports it without quotation."
    a, b = _tokens(best[1].text), _tokens(other[1].text)
    plain = [_plain(t) for t in a], [_plain(t) for t in b]
    if plain[0] == plain[1]:
        return None
    changes = [
        op for op in SequenceMatcher(None, *plain, autojunk=False).get_opcodes()
        if op[0] != "equal" and not _at_edge(op, len(a), len(b))
    ]  # fmt: skip
    parts = [
        f"“{' '.join(b[j1:j2])}” for “{' '.join(a[i1:i2])}”" if tag == "replace"
        else f"“{' '.join(b[j1:j2])}” besides" if tag == "insert"
        else f"nothing for “{' '.join(a[i1:i2])}”"
        for tag, i1, i2, j1, j2 in changes
        if max(i2 - i1, j2 - j1) <= 12
    ]  # fmt: skip
    if parts:
        return f"{outlet} has {', '.join(parts[:_MOST])}."
    return f"{outlet} has a shorter version." if len(b) < len(a) else f"{outlet} has a longer version."


def _at_edge(op: tuple[str, int, int, int, int], size_a: int, size_b: int) -> bool:
    """Whether a change is only more words before or after: a cut, not another wording."""
    tag, i1, i2, j1, j2 = op
    return tag != "replace" and ((i1 == 0 and j1 == 0) or (i2 == size_a and j2 == size_b))


def _tokens(text: str) -> list[str]:
    return [m.group() for m in _TOKEN.finditer(text)]


def _plain(token: str) -> str:
    return token.lower().replace("’", "").replace("'", "")


def _outlet(article: Article) -> str:
    return article.publisher or article.title or article.id


def _when(article: Article) -> str:
    return article.published.when if article.published is not None else "9999"
