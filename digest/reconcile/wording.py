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
    named: set[str] = {_outlet(best[0])}
    loose: dict[str, list[str]] = {}
    for article, quote, how in others:
        outlet = _outlet(article)
        if outlet in named:
            continue
        told = how == "paraphrase" or (quote.kind == "indirect" and best[1].kind != "indirect")
        if told or how == "variant":
            named.add(outlet)
            loose.setdefault("Paraphrased in" if told else "Quoted in other words in", []).append(outlet)
            continue
        text = _differs(best, (article, quote))
        if text is not None:
            named.add(outlet)
            notes.append(text)
    notes = notes[:_MOST] + [f"{how} {_listed(outlets)}." for how, outlets in loose.items()]
    first = _first([best[0], *(article for article, _, _ in others)])
    if first is not None and first.published is not None:
        notes.append(f"First in {_outlet(first)}, {spoken_day(first.published.when[:10])}.")
    return " ".join(notes) or None


def _listed(outlets: Sequence[str]) -> str:
    """ "Herald, Post and Courier"."""
    return " and ".join(filter(None, [", ".join(outlets[:-1]), outlets[-1]]))


def _first(articles: Sequence[Article]) -> Article | None:
    """The article that was published before all of the others; None where none is known to be."""
    dated = [(a.published.when, a) for a in articles if a.published is not None]
    if len(dated) < len(articles) or len({a.id for a in articles}) < 2:
        return None
    when, first = min(dated, key=lambda pair: pair[0])
    later = [other for other, article in dated if article.id != first.id]
    return first if all(when[: len(other)] < other[: len(when)] for other in later) else None


def _differs(best: tuple[Article, Quote], other: tuple[Article, Quote]) -> str | None:
    outlet = _outlet(other[0])
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
