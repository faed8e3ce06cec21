"""Which articles are copies of which: exact, edited, or quoted in full.

Candidates share runs of three words (shingles; Broder 1997), found through a sampled index. What decides
is the share of the shorter article's words that stand in the other in the same order: 0.68 and more for
copies with up to 30 % of their words changed, 0.6 and less for reports that two outlets wrote of one
event (measured on NeuS and AllSides, dev). Words inside quotation marks are left out: two reporters who
quote one statement are still two.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from digest.matching import matching_form
from digest.model import Article, Origin, Reading

SHINGLE = 3  # words
SAMPLE = 4  # of a long article one shingle in so many is looked up to find candidates,
LONG = 120  # and it is long from so many shingles on
COMMON = 40  # a shingle in more articles than this finds no candidates
LEAST = 8  # shingles that an article needs to be compared at all
WORTH_ALIGNING = 0.12  # share of the shorter article's shingles in the other from which words are aligned,
SURE = 0.6  # and from which they need not be
ALIGNED = 0.64  # share of words in the same order at which two articles are of one origin,
ALIGNED_CREDITED = 0.55  # and where both credit one agency;
SHORT = 40.0  # of a text of few words more must be aligned, by SHORT / words²
MUCH_LONGER = 2.5  # where one is so many times as long, a word aligned without its neighbour is chance

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


@dataclass(frozen=True, slots=True)
class _Text:
    article: Article
    words: tuple[str, ...]  # outside quotation marks, lower-cased
    shingles: frozenset[int]
    credits: frozenset[str]  # agencies


def find_origins(readings: Sequence[Reading]) -> tuple[Origin, ...]:
    """The origins of some articles: a partition of their ids, earliest origin first."""
    articles = sorted({r.article.id: r.article for r in readings}.values(), key=_order)
    texts = [_read(article) for article in articles]
    parent = list(range(len(texts)))
    reasons: dict[int, str] = {}
    for i, j in _candidates(texts):
        why = _copied(texts[i], texts[j])
        if why is not None:
            first, second = sorted((_root(parent, i), _root(parent, j)))
            parent[second] = first
            reasons.setdefault(j, why)
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(texts)):
        groups[_root(parent, i)].append(i)
    return tuple(
        Origin(
            articles[group[0]].id,
            tuple(articles[i].id for i in group),
            next((reasons[i] for i in group if i in reasons), "no other article shares its wording"),
        )
        for group in groups.values()
    )


def _order(article: Article) -> tuple[str, str]:
    return (article.published.when if article.published else "9999", article.id)


def _read(article: Article) -> _Text:
    text = matching_form(article.text)
    runs = [_words(run) for run in _QUOTED.split(text)]
    if sum(len(run) for run in runs) < LEAST + SHINGLE:
        runs = [_words(text)]
    shingles = frozenset(
        zlib.crc32(" ".join(window).encode())
        for run in runs
        for window in zip(*(run[k:] for k in range(SHINGLE)), strict=False)
    )
    return _Text(article, tuple(word for run in runs for word in run), shingles, _credits(article))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _credits(article: Article) -> frozenset[str]:
    """The agencies that an article credits: at its head or foot, or among the lines set aside."""
    edges = [article.text[:300], article.text[-300:], *(line.text for line in article.set_aside)]
    return frozenset(
        agency for agency, pattern in _AGENCIES.items() if any(pattern.search(edge) for edge in edges)
    )


def _candidates(texts: Sequence[_Text]) -> list[tuple[int, int]]:
    """Pairs that share at least two looked-up shingles, in order."""
    holders: dict[int, list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        if len(text.shingles) >= LEAST:
            few = len(text.shingles) < LONG
            for shingle in text.shingles:
                if few or shingle % SAMPLE == 0:
                    holders[shingle].append(i)
    pairs: Counter[tuple[int, int]] = Counter()
    for members in holders.values():
        if 1 < len(members) <= COMMON:
            pairs.update((a, b) for k, b in enumerate(members) for a in members[:k])
    return sorted(pair for pair, count in pairs.items() if count > 1)


def _copied(earlier: _Text, later: _Text) -> str | None:
    """Why two articles are of one origin; None: they are not."""
    if earlier.words == later.words:
        return _with_credit("exact copies", earlier, later)
    shorter = min(len(earlier.shingles), len(later.shingles))
    shared = len(earlier.shingles & later.shingles) / shorter
    if shared < WORTH_ALIGNING:
        return None
    aligned = shared if shared >= SURE else _aligned(earlier.words, later.words)
    least = ALIGNED_CREDITED if earlier.credits & later.credits else ALIGNED
    words = min(len(earlier.words), len(later.words))
    if shared < SURE and aligned < least + SHORT / words**2:
        return None
    what = "three-word runs" if shared >= SURE else "words, in the same order,"
    return _with_credit(f"{aligned:.0%} of the shorter one's {what} stand in the other", earlier, later)


def _aligned(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of the shorter text's words that stand in the other in the same order."""
    shorter, longer = sorted((one, other), key=len)
    least = 2 if len(longer) > MUCH_LONGER * len(shorter) else 1
    blocks = SequenceMatcher(None, shorter, longer, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= least) / len(shorter)


def _with_credit(why: str, earlier: _Text, later: _Text) -> str:
    agencies = sorted(earlier.credits & later.credits)
    return f"{why}; credited to {', '.join(agencies)}" if agencies else why


def _root(parent: Sequence[int], i: int) -> int:
    while parent[i] != i:
        i = parent[i]
    return i
