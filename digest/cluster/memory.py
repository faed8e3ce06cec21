"""What topics are remembered by, and which of them a story is most like.

A topic is a sum of its stories' telling words, the older ones halved every few months. Words are weighed by
how few topics have them, and by how rare they are in English at large while there are few topics to count.
The constants were chosen on the affairs that benchmarks/stories/topics.py calls seen, and on reading what
stories of AllSides and NeuS they put together.
"""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log, sqrt

from digest.cluster.background import background
from digest.cluster.features import WEEK, in_capitals
from digest.cluster.naming import PARTY_WORDS, Features, name_words

NAME_WEIGHT = (
    3.0  # a word of a name weighs so many times as much: people and places carry an affair, parties none
)
STORY_WORDS = 60  # words by which a story is held against topics,
TOPIC_WORDS = 100  # and that a topic is remembered by at most,
NAMES = 12  # names as written that are kept beside
HALF_OWN = 100  # topics at which their own statistics weigh as much as those of English at large
COMMONEST = 0.5  # added to every rarity, and the least that a word weighs
LEAST = 0.05
ASKED_BY = 0.03  # share of topics that may have a word by which candidates are found,
ALWAYS = 8  # or this many
CANDIDATES = 12  # topics that are looked at closely
SINGLE = 2  # words by which two topics may be alike without
BEYOND = 0.2  # the exponent of what they share beyond those
NONE = 0.01  # added to a likeness, so that nothing shared beyond does not make it nought
STALE = 1.1  # growth of the number of topics after which lengths are taken anew
_CALENDAR = frozenset({*WEEK, *(name.lower() for name in calendar.month_name)})


def told_by(common: Features) -> dict[str, float]:
    """The words that a story tells its line of developments by, and its names as written.

    ``common`` are the features that its articles share. Numbers and days tell of the event, not of the line.
    """
    named = {part for f in common if f[:2] in ("n:", "c:") for part in name_words(f[2:])}
    words = {
        f: weight * (NAME_WEIGHT if f[2:] in named and f[2:] not in PARTY_WORDS else 1.0)
        for f, weight in common.items()
        if f[:2] == "w:" and len(f) > 4 and f[2:] not in _CALENDAR and any(c.isalpha() for c in f)
    }
    return _kept(words, common, STORY_WORDS)


def together(one: Features, other: Features, *, fading: float = 1.0) -> dict[str, float]:
    """The memory of both, ``one`` faded by a factor."""
    both = {feature: weight * fading for feature, weight in one.items()}
    forms = {feature.lower(): feature for feature in one}
    for feature, weight in other.items():
        before = forms.setdefault(feature.lower(), feature)
        total = both.pop(before, 0.0) + weight
        both[feature if in_capitals(before) else before] = total
    rounded = {feature: round(weight, 4) for feature, weight in both.items()}
    return _kept({f: w for f, w in rounded.items() if f[:2] == "w:"}, rounded, TOPIC_WORDS)


def _kept(words: Features, weights: Features, count: int) -> dict[str, float]:
    """The heaviest words, the heaviest names, and which of the words are written as names."""
    kept = _heaviest(words, count)
    names = _heaviest({f: w for f, w in weights.items() if f[:2] == "n:"}, NAMES)
    joined = [f for f in weights if f[:2] == "n:" or (f[:2] == "c:" and "-" in f)]
    parts = {f"c:{part}": weights[f] for f in joined for part in name_words(f[2:])}
    written = {f: w for f, w in weights.items() if f[:2] == "c:"}
    as_names = {f: w for f, w in (parts | written).items() if f"w:{f[2:].lower()}" in kept}
    return kept | names | _heaviest(as_names, count)


def _heaviest(weights: Features, count: int) -> dict[str, float]:
    chosen = sorted(weights, key=lambda f: (-weights[f], f))[:count]
    return {feature: weights[feature] for feature in chosen if weights[feature] > 0}


class Memory:
    """The topics that new stories are held against, found by their words."""

    def __init__(self) -> None:
        """Nothing is remembered yet."""
        self._weights: dict[str, Mapping[str, float]] = {}
        self._lengths: dict[str, tuple[float, int]] = {}  # and the number of topics when it was taken
        self._holders: dict[str, dict[str, None]] = {}  # word -> the topics with it, in order
        self._at_large: dict[str, float] = {}  # word -> its rarity in English

    def put(self, topic: str, key: Features) -> None:
        """Remember a topic by its key, in the place of what was known of it."""
        words = {f: weight for f, weight in key.items() if f[:2] == "w:"}
        before = self._weights.get(topic, {})
        for word in before:
            if word not in words:
                self._holders[word].pop(topic)
        for word in words:
            if word not in before:
                self._holders.setdefault(word, {})[topic] = None
        self._weights[topic] = words
        self._lengths.pop(topic, None)

    def drop(self, topic: str) -> None:
        """Forget a topic."""
        self.put(topic, {})
        del self._weights[topic]

    def nearest(self, key: Features, *, but: str = "") -> tuple[float, str | None]:
        """The topic that is most like a key, and how much (0 to 1), leaving one out."""
        rarity = self._rarities([f for f in key if f[:2] == "w:"])
        words = {f: key[f] * rare for f, rare in rarity.items()}
        length = sqrt(sum(weight * weight for weight in words.values()))
        most = max(ALWAYS, ASKED_BY * len(self._weights))
        asked: Counter[str] = Counter()
        for word, weight in words.items():
            holders = self._holders.get(word, {})
            if len(holders) <= most:
                for topic in holders:
                    asked[topic] += weight  # type: ignore[assignment]
        asked.pop(but, None)
        candidates = sorted(asked, key=lambda topic: (-asked[topic], topic))[:CANDIDATES]
        weights = {f: weight * rarity[f] for f, weight in words.items()}
        rated = [(self._likeness(weights, length, topic), topic) for topic in candidates]
        return max(rated, default=(0.0, None))

    def _likeness(self, words: Features, length: float, topic: str) -> float:
        """The cosine, made less where it rests on one name alone."""
        here = self._weights[topic]
        parts = [weight * here[word] for word, weight in words.items() if word in here]
        whole = length * self._length(topic) or 1.0
        parts.sort(reverse=True)
        cosine, beyond = sum(parts) / whole, sum(parts[SINGLE:]) / whole
        likeness: float = (cosine + NONE) ** (1 - BEYOND) * (beyond + NONE) ** BEYOND
        return likeness

    def _length(self, topic: str) -> float:
        count = len(self._weights)
        length, when = self._lengths.get(topic, (0.0, 0))
        if count > STALE * when:
            weights = self._weights[topic]
            rarity = self._rarities(weights)
            length = sqrt(sum((weight * rarity[word]) ** 2 for word, weight in weights.items()))
            self._lengths[topic] = length, count
        return length

    def _rarities(self, words: Iterable[str]) -> dict[str, float]:
        """How telling each word is, by how few topics have it and by how rare it is in English at large."""
        count = len(self._weights)
        own, most = count / (count + HALF_OWN), log(count + 1)
        found = {}
        for word in words:
            if word not in self._at_large:
                self._at_large[word] = _at_large(word)
            here = most - _log_of(len(self._holders.get(word, ())))
            found[word] = max(COMMONEST + own * here + (1 - own) * self._at_large[word], LEAST)
        return found


@lru_cache(maxsize=10_000)
def _log_of(holders: int) -> float:
    return log(holders + 0.5)


def _at_large(word: str) -> float:
    counts, documents = background()
    return log((documents + 1) / (counts.get(word[2:], 1) + 0.5))
