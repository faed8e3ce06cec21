"""Which articles are copies of which: exact, edited, or quoted in full.

Copies share long runs of words. Every run of three words outside quotation marks is a shingle
(Broder 1997); two articles are of one origin when enough of the shorter one's shingles stand in the
other. Words inside quotation marks are left out: two reporters who quote one statement are still two.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from digest.matching import matching_form
from digest.model import Article, Origin, Reading

SHINGLE = 3  # words
SHARED = 0.25  # share of the shorter article's shingles at which two articles are of one origin
SHARED_CREDITED = 0.18  # the same where both credit one agency
SAMPLE = 4  # one shingle in so many is looked up to find candidates
COMMON = 40  # a shingle in more articles than this finds no candidates
LEAST = 8  # shingles that an article needs to be compared at all

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_QUOTED = re.compile(r"“[^“”]{0,2000}”|\"[^\"\n]{0,2000}\"")
_AGENCIES: Mapping[str, re.Pattern[str]] = {
    "the Associated Press": re.compile(r"\(AP\)|\bAssociated Press\b"),
    "Reuters": re.compile(r"\bReuters\b", re.IGNORECASE),
    "Agence France-Presse": re.compile(r"\(AFP\)|\bAgence France[- ]Presse\b"),
    "United Press International": re.compile(r"\(UPI\)|\bUnited Press International\b"),
    "Bloomberg": re.compile(r"\(Bloomberg\)|\bBloomberg News\b"),
    "Xinhua": re.compile(r"\bXinhua\b"),
    "TASS": re.compile(r"\bTASS\b"),
}


def find_origins(readings: Sequence[Reading]) -> tuple[Origin, ...]:
    """The origins of some articles: a partition of their ids, earliest origin first."""
    articles = sorted({r.article.id: r.article for r in readings}.values(), key=_order)
    shingles = [_shingles(article) for article in articles]
    credits = [_credits(article) for article in articles]
    parent = list(range(len(articles)))
    reason: dict[int, str] = {}
    for i, j in _candidates(shingles):
        share = len(shingles[i] & shingles[j]) / min(len(shingles[i]), len(shingles[j]))
        common = sorted(credits[i] & credits[j])
        if share >= (SHARED_CREDITED if common else SHARED):
            _unite(parent, i, j)
            reason[j] = _why(articles[i], articles[j], share, common)
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(articles)):
        groups[_root(parent, i)].append(i)
    return tuple(
        _origin([articles[i] for i in group], [reason.get(i) for i in group]) for group in groups.values()
    )


def _order(article: Article) -> tuple[str, str]:
    return (article.published.when if article.published else "9999", article.id)


def _shingles(article: Article) -> frozenset[int]:
    text = matching_form(article.text)
    plain = _of_words(_QUOTED.sub(" ¶ ", text))
    return plain if len(plain) >= LEAST else _of_words(text)


def _of_words(text: str) -> frozenset[int]:
    found: set[int] = set()
    for run in text.split("¶"):
        words = [word.lower() for word in _WORD.findall(run)]
        windows = zip(*(words[k:] for k in range(SHINGLE)), strict=False)
        found.update(zlib.crc32(" ".join(window).encode()) for window in windows)
    return frozenset(found)


def _credits(article: Article) -> frozenset[str]:
    """The agencies that an article credits: at its head or foot, or among the lines set aside."""
    edges = [article.text[:300], article.text[-300:], *(line.text for line in article.set_aside)]
    return frozenset(
        agency for agency, pattern in _AGENCIES.items() if any(pattern.search(edge) for edge in edges)
    )


def _candidates(shingles: Sequence[frozenset[int]]) -> Iterable[tuple[int, int]]:
    """Pairs that share at least two sampled shingles, in order."""
    holders: dict[int, list[int]] = defaultdict(list)
    for i, found in enumerate(shingles):
        if len(found) >= LEAST:
            for shingle in found:
                if shingle % SAMPLE == 0:
                    holders[shingle].append(i)
    pairs: Counter[tuple[int, int]] = Counter()
    for members in holders.values():
        if 1 < len(members) <= COMMON:
            pairs.update((a, b) for k, b in enumerate(members) for a in members[:k])
    return sorted(pair for pair, count in pairs.items() if count > 1)


def _root(parent: Sequence[int], i: int) -> int:
    while parent[i] != i:
        i = parent[i]
    return i


def _unite(parent: list[int], i: int, j: int) -> None:
    a, b = sorted((_root(parent, i), _root(parent, j)))
    parent[b] = a


def _why(earlier: Article, later: Article, share: float, agencies: Sequence[str]) -> str:
    if earlier.text == later.text:
        words = "exact copies"
    else:
        words = f"{share:.0%} of the shorter one's three-word runs stand in the other"
    return f"{words}; credited to {', '.join(agencies)}" if agencies else words


def _origin(articles: Sequence[Article], reasons: Sequence[str | None]) -> Origin:
    why = next((reason for reason in reasons if reason), "no other article shares its wording")
    return Origin(articles[0].id, tuple(article.id for article in articles), why)
