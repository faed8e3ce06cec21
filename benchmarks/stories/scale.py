"""CPU time and memory of clustering, given annotation, for articles that arrive day after day over months.

PYTHONPATH=. python benchmarks/stories/scale.py FOLDER --articles 10000 --days 60 [--peer] [--cache FOLDER]

The articles are the stories of the development corpora, drawn again and again with a third of the words of
each draw renamed, so that every draw is an event of its own. Feature extraction is counted, drawing is not,
and the articles of one day only are held at a time. Run it once for each size: the growth exponent between
two sizes is log(time ratio) / log(size ratio). With --peer, TF-IDF with average linkage (dense) is timed on
the same articles.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
import zlib
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from corpora import CORPORA, read_corpus

from digest.cluster import State, cluster
from digest.model import Published, Reading

RENAMED = 35  # percent of the words of a draw that are its own


def planned(stories: list[list[Reading]], count: int, days: int) -> list[list[tuple[int, Reading]]]:
    """For each day what is published on it: the number of a draw and the reading to be renamed."""
    chance = random.Random(1)
    plan: list[list[tuple[int, Reading]]] = [[] for _ in range(days)]
    made = draw = 0
    while made < count:
        draw += 1
        opened = chance.randrange(days)
        for reading in chance.choice(stories)[: count - made]:
            plan[min(days - 1, opened + chance.choice((0, 0, 1)))].append((draw, reading))
            made += 1
    return plan


def published(planned_today: list[tuple[int, Reading]], number: int) -> list[Reading]:
    """The readings of a day, some words renamed as their draw renames them."""
    day = (date(2030, 1, 1) + timedelta(days=number)).isoformat()
    return [renamed(reading, draw, f"{number}-{k}", day) for k, (draw, reading) in enumerate(planned_today)]


def renamed(reading: Reading, draw: int, name: str, day: str) -> Reading:
    """The reading under another id and day, with some words renamed."""

    def word(old: str) -> str:
        chance = zlib.crc32(f"{draw} {old}".encode())
        return f"{old}{chance // 100 % 2000}" if chance % 100 < RENAMED else old

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
    plan = planned(list(by_story.values()), given.articles, given.days)
    before = megabytes()
    spent = 0.0
    state: State | None = None
    for number, planned_today in enumerate(plan):
        today = published(planned_today, number)
        start = time.process_time()
        state = cluster(today, previous=state).state
        spent += time.process_time() - start
    assert state is not None
    print(
        f"ours: {given.articles} articles over {given.days} days, {spent:.1f} s CPU, "
        f"{len(state.stories) + len(state.closed)} stories in {len(state.topics)} topics, "
        f"{megabytes():.0f} MB in all, {before:.0f} MB of it before clustering"
    )
    if given.peer:
        from peers import average_linkage

        everything = [reading for number, today in enumerate(plan) for reading in published(today, number)]
        start = time.process_time()
        average_linkage(everything)
        print(
            f"TF-IDF, average linkage: {time.process_time() - start:.1f} s CPU, {megabytes():.0f} MB in all"
        )


if __name__ == "__main__":
    main()
