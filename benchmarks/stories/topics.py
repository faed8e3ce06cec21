"""Topics against affairs that run for months: each affair is to be one topic, and no two affairs the same.

PYTHONPATH=. python benchmarks/stories/topics.py [FOLDER] [--cache FOLDER] [--mistakes]

The affairs are invented: those of benchmarks/stories/data (in pairs that look alike: two trials, two
ministers who resign, two fires of one state; two strikes, two elections, two takeovers) and those of
benchmarks/summaries/data, half of each seen while topics were built and half kept apart. All affairs of a
half are one run, and once more day after day. With FOLDER, the corpora of quality.py say how often stories
of different gold share a topic, and the affairs are also read among the articles of each corpus.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path

from corpora import CORPORA, Corpus, article_of, read_corpus
from scores import b_cubed

from digest.annotate import annotate_each
from digest.cluster import State, cluster
from digest.extract import extract
from digest.language import load
from digest.model import Reading

HERE = Path(__file__).parent
SUMMARIES = HERE.parent / "summaries/data"
PARTS = {
    "seen": (HERE / "data/affairs_seen.jsonl", SUMMARIES / "development/articles.jsonl"),
    "kept apart": (HERE / "data/affairs_apart.jsonl", SUMMARIES / "apart/articles.jsonl"),
}


def affairs(part: str, *, cache: Path) -> tuple[list[Reading], dict[str, str]]:
    """The articles of a half, and the affair of each by its id."""
    paths = PARTS[part]
    stamp = hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:12]
    stored = cache / f"affairs-{stamp}.pickle"
    records = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    if stored.exists():
        readings = pickle.loads(stored.read_bytes())
    else:
        articles = [article_of(record, dated=True) for record in records]
        readings = list(annotate_each(articles, load("embedded"), extract))
        cache.mkdir(parents=True, exist_ok=True)
        stored.write_bytes(pickle.dumps(readings, protocol=5))
    return readings, {record["id"]: record["topic"] for record in records}


def topics_of(state: State) -> dict[str, str]:
    """The topic of each article."""
    return {a: story.topic for story in (*state.closed, *state.stories) for a in story.article_ids}


def day_by_day(readings: Sequence[Reading]) -> tuple[State, float]:
    """The state when the readings arrive day after day, and the share of pairs of a topic kept overnight."""
    days: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        days[reading.article.published.when if reading.article.published else ""].append(reading)
    state, home = State(), {}
    kept: list[float] = []
    for day in sorted(days):
        state = cluster(days[day], previous=state).state
        now = topics_of(state)
        before, both = Counter(home.values()), Counter((home[a], now[a]) for a in home)
        pairs = sum(n * (n - 1) for n in before.values())
        if pairs:
            kept.append(sum(n * (n - 1) for n in both.values()) / pairs)
        home = now
    return state, sum(kept) / len(kept)


def show(label: str, gold: Mapping[str, str], found: Mapping[str, str], note: str = "") -> None:
    """Print B-cubed, the pairs of two affairs in one topic, and the topics that an affair falls into."""
    names = list(gold)
    f1, precision, recall = b_cubed([gold[a] for a in names], [found[a] for a in names])
    together = Counter(found[a] for a in names)
    both = Counter((gold[a], found[a]) for a in names)
    wrong = sum(n * n for n in together.values()) - sum(n * n for n in both.values())
    pairs = sum(n * (n - 1) for n in together.values())
    fragments = len(both) / len(set(gold.values()))
    print(
        f"{label:34} B3 {f1:5.1f} (P {precision:5.1f} R {recall:5.1f})  "
        f"{100 * wrong / max(1, pairs):4.1f} % of pairs wrong, {fragments:.1f} topics an affair  {note}"
    )


def unrelated(corpus: Corpus, state: State) -> str:
    """How many pairs of stories of different gold topics (ECB+) or stories share a topic."""
    found = topics_of(state)
    by_topic: dict[str, set[str]] = defaultdict(set)
    for reading, story in zip(corpus.readings, corpus.stories, strict=True):
        by_topic[found[reading.article.id]].add(story)
    pairs = sum(len(list(combinations(some, 2))) for some in by_topic.values())
    return (
        f"{len(set(corpus.stories))} gold stories in {len(by_topic)} topics, {pairs} pairs of them together, "
        f"at most {max(map(len, by_topic.values()))}"
    )


def mistakes(gold: Mapping[str, str], state: State) -> None:
    """Print the topics of each affair with their names and articles."""
    found, names = topics_of(state), {topic.id: topic.name for topic in state.topics}
    for affair in sorted(set(gold.values())):
        held: dict[str, list[str]] = defaultdict(list)
        for article, home in found.items():
            if gold.get(article) == affair:
                held[home].append(article.removeprefix(f"{affair}-"))
        for topic, articles in sorted(held.items(), key=lambda item: -len(item[1])):
            others = sorted({gold[a] for a, t in found.items() if t == topic and a in gold} - {affair})
            print(f"  {affair:12} {names[topic]:60} {' '.join(sorted(articles))} {others or ''}")


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path, nargs="?")
    arguments.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "digest-annotation")
    arguments.add_argument("--mistakes", action="store_true")
    arguments.add_argument("--part", choices=sorted(PARTS), action="append")
    given = arguments.parse_args()
    corpora = [read_corpus(given.folder, name, cache=given.cache) for name in CORPORA] if given.folder else []
    for part in given.part or PARTS:
        readings, gold = affairs(part, cache=given.cache)
        state = cluster(readings).state
        show(f"{part}, one run", gold, topics_of(state))
        if given.mistakes:
            mistakes(gold, state)
        online, kept = day_by_day(readings)
        show(f"{part}, day by day", gold, topics_of(online), f"pairs kept {kept:.2%}")
        for corpus in corpora:
            everything = cluster([*readings, *corpus.readings]).state
            show(f"{part}, among {corpus.name}", gold, topics_of(everything))
    for corpus in corpora:
        print(f"{corpus.name}: {unrelated(corpus, cluster(corpus.readings).state)}")


if __name__ == "__main__":
    main()
