"""Stories against gold on the development corpora, in one run and day by day, with peers beside.

PYTHONPATH=. python benchmarks/stories/quality.py FOLDER [--cache FOLDER]

FOLDER holds ecbplus/dev.jsonl, basil/dev.jsonl, allsides/dev.jsonl and neus/dev.jsonl, one JSON object a
line: id, title, text, date, gold_cluster, gold_topic. Peers need scikit-learn and SciPy (and networkx for
Louvain); without them ours runs alone.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from corpora import CORPORA, jitter, read_corpus
from scores import b_cubed, merged_look_alikes

from digest.cluster import State, cluster
from digest.model import Reading


def ours(readings: Sequence[Reading]) -> list[str]:
    """The story of each reading."""
    found = cluster(readings).topics
    home = {a: story.id for topic in found for story in topic.stories for a in story.article_ids}
    return [home[r.article.id] for r in readings]


def day_by_day(readings: Sequence[Reading]) -> tuple[list[str], float]:
    """The stories when the readings arrive day after day, and the share of pairs kept overnight."""
    days: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        days[reading.article.published.when].append(reading)
    state: State | None = None
    home: dict[str, str] = {}
    kept: list[float] = []
    for day in sorted(days):
        state = cluster(days[day], previous=state).state
        now = {a: story.id for story in (*state.closed, *state.stories) for a in story.article_ids}
        before, both = Counter(home.values()), Counter((home[a], now[a]) for a in home)
        pairs = sum(n * (n - 1) for n in before.values())
        if pairs:
            kept.append(sum(n * (n - 1) for n in both.values()) / pairs)
        home = now
    return [home[r.article.id] for r in readings], sum(kept) / len(kept)


def peers() -> dict[str, Callable[[list[Reading]], object]]:
    """The peers that can run here."""
    try:
        from peers import average_linkage, connected, louvain
    except ImportError:
        return {}
    return {
        "TF-IDF, connected components": connected,
        "TF-IDF, average linkage": average_linkage,
        "Louvain on TF-IDF": louvain,
    }


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "digest-annotation")
    given = arguments.parse_args()
    for name in CORPORA:
        corpus = read_corpus(given.folder, name, cache=given.cache)
        variants = [(name, corpus.readings)]
        if name == "allsides":
            variants.append(("allsides, dates jittered", jitter(corpus.readings)))
        for label, readings in variants:
            for method, run in {"ours": ours, **peers()}.items():
                start = time.process_time()
                found = run(list(readings))
                spent = time.process_time() - start
                if found is None:
                    continue
                labels = list(found)
                note = f"{spent:.2f} s CPU"
                if name == "ecbplus":
                    merged = merged_look_alikes(corpus.topics, corpus.stories, labels)
                    note += f", look-alikes merged {merged:.1f} %"
                show(label, method, b_cubed(corpus.stories, labels), note)
            if name == "allsides":
                online, kept = day_by_day(readings)
                show(label, "ours, day by day", b_cubed(corpus.stories, online), f"pairs kept {kept:.2%}")


def show(corpus: str, method: str, scores: tuple[float, float, float], note: str) -> None:
    """Print one row."""
    f1, precision, recall = scores
    print(f"{corpus:26} {method:30} B3 {f1:5.1f} (P {precision:5.1f} R {recall:5.1f})  {note}")


if __name__ == "__main__":
    main()
