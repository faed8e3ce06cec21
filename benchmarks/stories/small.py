"""Stories in runs of a few articles: sets of one town, company or court, and samples of the corpora.

PYTHONPATH=. python benchmarks/stories/small.py [FOLDER] [--cache FOLDER] [--mistakes]

Without FOLDER only the sets that were written for this (tests/fixtures/cluster/small_runs.jsonl) are scored,
each as one run, every two articles of a set as one run, and all sets in one run. FOLDER holds the corpora as
for quality.py; of each, samples of two to four stories with one to three articles each are drawn (seed 5),
half of those of ECB+ from the two look-alike events of one topic, and the sets are put among the corpora.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import fmean

from corpora import CORPORA, Corpus, article_of, read_corpus
from scores import b_cubed

from digest.annotate import annotate_each
from digest.cluster import cluster
from digest.extract import extract
from digest.language import load
from digest.model import Reading

WRITTEN = Path(__file__).parents[2] / "tests/fixtures/cluster/small_runs.jsonl"
SAMPLES = 60  # of each corpus


@dataclass(frozen=True, slots=True)
class Run:
    """A few articles with the story of each."""

    part: str  # what it is counted with
    name: str
    readings: tuple[Reading, ...]
    stories: tuple[str, ...]


def written() -> list[Run]:
    """The sets that were written for this, annotated."""
    records = [json.loads(line) for line in WRITTEN.read_text("utf-8").splitlines()]
    articles = [article_of(r | {"id": f"{r['set']}/{r['id']}"}, dated=True) for r in records]
    sets: dict[tuple[str, str], list[tuple[Reading, str]]] = defaultdict(list)
    for record, reading in zip(records, annotate_each(articles, load("embedded"), extract), strict=True):
        sets[record["part"], record["set"]].append((reading, f"{record['set']}/{record['story']}"))
    return [
        Run(f"sets, {part}", name, tuple(r for r, _ in told), tuple(story for _, story in told))
        for (part, name), told in sets.items()
    ]


def two_at_a_time(runs: Iterable[Run]) -> list[Run]:
    """Every two articles of a run as a run of their own, those of one story apart from the others."""
    pairs = []
    for run in runs:
        for i, j in combinations(range(len(run.readings)), 2):
            stories = (run.stories[i], run.stories[j])
            kind = "one story" if stories[0] == stories[1] else "two stories"
            pairs.append(
                Run(f"{run.part}, two of {kind}", run.name, (run.readings[i], run.readings[j]), stories)
            )
    return pairs


def among(runs: Iterable[Run], others: Sequence[Reading]) -> tuple[float, float, float]:
    """F1, precision and recall of some runs when all are one run, together with other articles."""
    told = [pair for run in runs for pair in zip(run.readings, run.stories, strict=True)]
    found = ours([*(reading for reading, _ in told), *others])
    return b_cubed([story for _, story in told], found[: len(told)])


def sampled(corpora: Iterable[Corpus], *, seed: int = 5) -> list[Run]:
    """Random small runs of the corpora."""
    chance = random.Random(seed)
    runs = []
    for corpus in corpora:
        members: dict[str, list[int]] = defaultdict(list)
        for i, story in enumerate(corpus.stories):
            members[story].append(i)
        names = sorted(members)
        for number in range(SAMPLES):
            part, chosen = corpus.name, chance.sample(names, chance.randint(2, 4))
            if corpus.name == "ecbplus" and chance.random() < 0.5:
                topic = corpus.topics[members[chosen[0]][0]]
                part = "ecbplus look-alikes"
                chosen = [n for n in names if corpus.topics[members[n][0]] == topic]
            rows = [
                i
                for n in chosen
                for i in chance.sample(members[n], min(len(members[n]), chance.randint(1, 3)))
            ]
            readings, stories = zip(*((corpus.readings[i], corpus.stories[i]) for i in rows), strict=True)
            runs.append(Run(part, f"{part} {number}", readings, stories))
    return runs


def ours(readings: Sequence[Reading]) -> list[str]:
    """The story of each reading."""
    home = {a: s.id for t in cluster(readings).topics for s in t.stories for a in s.article_ids}
    return [home[r.article.id] for r in readings]


def scored(runs: Iterable[Run]) -> list[tuple[str, int, tuple[float, float, float]]]:
    """For each part the number of its runs, and the means of their F1, precision and recall."""
    found: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for run in runs:
        found[run.part].append(b_cubed(run.stories, ours(run.readings)))
    return [
        (part, len(scores), tuple(map(fmean, zip(*scores, strict=True)))) for part, scores in found.items()
    ]


def main() -> None:
    """Print the table, and with --mistakes each written set that is not grouped as it should be."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path, nargs="?")
    arguments.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "digest-annotation")
    arguments.add_argument("--mistakes", action="store_true")
    given = arguments.parse_args()
    runs = written()
    if given.mistakes:
        for run in runs:
            made: dict[str, list[str]] = defaultdict(list)
            for reading, story in zip(run.readings, ours(run.readings), strict=True):
                made[story].append(reading.article.id.removeprefix(f"{run.name}/"))
            if b_cubed(run.stories, ours(run.readings))[0] < 100:
                print(f"{run.part}: {run.name}: {sorted(made.values())}")
    rows = [("all sets in one run", 1, among(runs, ()))]
    samples: list[Run] = []
    if given.folder:
        corpora = [read_corpus(given.folder, name, cache=given.cache) for name in CORPORA]
        samples = sampled(corpora)
        rows += [(f"all sets among {c.name}", 1, among(runs, c.readings)) for c in corpora]
    rows += scored([*runs, *two_at_a_time(runs), *samples])
    for part, count, (f1, precision, recall) in rows:
        print(f"{part:34} {count:3} runs  B3 {f1:5.1f} (P {precision:5.1f} R {recall:5.1f})")


if __name__ == "__main__":
    main()
