"""B-cubed and the share of look-alike pairs that were merged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence


def b_cubed(gold: Sequence[str], found: Sequence[object]) -> tuple[float, float, float]:
    """F1, precision and recall in percent (Bagga and Baldwin 1998)."""
    real, made, both = Counter(gold), Counter(found), Counter(zip(gold, found, strict=True))
    precision = sum(n * n / made[f] for (_, f), n in both.items()) / len(gold)
    recall = sum(n * n / real[g] for (g, _), n in both.items()) / len(gold)
    return 200 * precision * recall / (precision + recall), 100 * precision, 100 * recall


def merged_look_alikes(topics: Sequence[str], gold: Sequence[str], found: Sequence[object]) -> float:
    """Percent of the pairs of articles of two events of one topic that share a cluster."""
    events: dict[str, dict[str, Counter[object]]] = defaultdict(lambda: defaultdict(Counter))
    for topic, event, cluster in zip(topics, gold, found, strict=True):
        events[topic][event][cluster] += 1
    merged = pairs = 0
    for by_event in events.values():
        counts = list(by_event.values())
        for k, one in enumerate(counts):
            for other in counts[:k]:
                pairs += one.total() * other.total()
                merged += sum(n * other[cluster] for cluster, n in one.items())
    return 100 * merged / pairs if pairs else 0.0
