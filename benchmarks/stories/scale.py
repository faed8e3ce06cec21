"""CPU time and memory of clustering, given annotation, for articles that arrive over months.

PYTHONPATH=. python benchmarks/stories/scale.py FOLDER --articles 10000 --days 60 [--peer] [--cache FOLDER]

The articles are the stories of the development corpora, drawn again and again with a third of the words of
each draw renamed, so that every draw is an event of its own. Feature extraction is counted. Run it once for
each size: the growth exponent between two sizes is log(time ratio) / log(size ratio). With --peer, TF-IDF
with average linkage (dense) is timed on the same articles.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from corpora import CORPORA, read_corpus

from digest.cluster import State, cluster
from digest.model import Published, Reading

RENAMED = 0.35  # share of the words of a draw that are its own


def drawn(stories: list[list[Reading]], count: int, days: int) -> Iterator[tuple[str, Reading]]:
    """Articles with their day of publication."""
    chance = random.Random(1)
    made = draw = 0
    while made < count:
        draw += 1
        names: dict[str, str] = {}
        opened = chance.randrange(days)
        for number, reading in enumerate(chance.choice(stories)[: count - made]):
            day = date(2030, 1, 1) + timedelta(days=min(days - 1, opened + chance.choice((0, 0, 1))))
            made += 1
            yield day.isoformat(), renamed(reading, f"{draw}-{number}", day.isoformat(), names, chance)


def renamed(reading: Reading, name: str, day: str, names: dict[str, str], chance: random.Random) -> Reading:
    """The reading under another id and day, with some words renamed as ``names`` says."""

    def word(old: str) -> str:
        if old not in names:
            names[old] = f"{old}{chance.randrange(2000)}" if chance.random() < RENAMED else old
        return names[old]

    article = replace(reading.article, id=name, published=Published(day, "day", day, "stated"))
    sentences = tuple(replace(s, terms=tuple(map(word, s.terms))) for s in reading.sentences)
    title = reading.title and replace(reading.title, terms=tuple(map(word, reading.title.terms)))
    entities = tuple(replace(e, name=" ".join(map(word, e.name.split()))) for e in reading.entities)
    return replace(reading, article=article, sentences=sentences, title=title, entities=entities)


def megabytes() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print time and memory."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--articles", type=int, default=10_000)
    arguments.add_argument("--days", type=int, default=60)
    arguments.add_argument("--peer", action="store_true")
    arguments.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "digest-annotation")
    given = arguments.parse_args()
    by_story: dict[tuple[str, str], list[Reading]] = defaultdict(list)
    for name in CORPORA:
        corpus = read_corpus(given.folder, name, cache=given.cache)
        for story, reading in zip(corpus.stories, corpus.readings, strict=True):
            by_story[name, story].append(reading)
    by_day: dict[str, list[Reading]] = defaultdict(list)
    for day, reading in drawn(list(by_story.values()), given.articles, given.days):
        by_day[day].append(reading)
    before = megabytes()
    start = time.process_time()
    state: State | None = None
    for day in sorted(by_day):
        state = cluster(by_day[day], previous=state).state
    spent = time.process_time() - start
    assert state is not None
    print(
        f"ours: {given.articles} articles over {given.days} days, {spent:.1f} s CPU, "
        f"{len(state.stories) + len(state.closed)} stories in {len(state.topics)} topics, "
        f"{megabytes():.0f} MB in all, {before:.0f} MB of it before clustering"
    )
    if given.peer:
        from peers import average_linkage

        start = time.process_time()
        average_linkage([reading for day in sorted(by_day) for reading in by_day[day]])
        print(
            f"TF-IDF, average linkage: {time.process_time() - start:.1f} s CPU, {megabytes():.0f} MB in all"
        )


if __name__ == "__main__":
    main()
