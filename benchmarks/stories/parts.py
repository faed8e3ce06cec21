"""What depends on the size of a corpus, and on how its dates are jittered.

PYTHONPATH=. python benchmarks/stories/parts.py FOLDER [--cache FOLDER]

Five samples each of 25, 50 and 75 % of the topics of ECB+ and of the stories of the others, each sample
one run; then AllSides with the dates moved by five seeds, in one run and day by day.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from pathlib import Path
from statistics import fmean

from corpora import CORPORA, Corpus, jitter, read_corpus
from quality import day_by_day, ours
from scores import b_cubed, merged_look_alikes

SHARES = (0.25, 0.5, 0.75)
SAMPLES = 5
SEEDS = range(6, 11)


def part(corpus: Corpus, share: float, seed: int) -> list[int]:
    """The places of the articles of a share of the topics (ECB+) or stories."""
    whole = corpus.topics if corpus.name == "ecbplus" else corpus.stories
    names = sorted(set(whole))
    chosen = set(random.Random(seed).sample(names, round(share * len(names))))
    return [i for i, name in enumerate(whole) if name in chosen]


def main() -> None:
    """Print both tables."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "digest-annotation")
    given = arguments.parse_args()
    for name in CORPORA:
        corpus = read_corpus(given.folder, name, cache=given.cache)
        for share in SHARES:
            scores, merged = [], []
            for seed in range(SAMPLES):
                rows = part(corpus, share, seed)
                found = ours([corpus.readings[i] for i in rows])
                gold = [corpus.stories[i] for i in rows]
                scores.append(b_cubed(gold, found)[0])
                merged.append(merged_look_alikes([corpus.topics[i] for i in rows], gold, found))
            note = f", look-alikes merged {fmean(merged):.1f} %" if name == "ecbplus" else ""
            print(f"{name:10} {share:.0%} B3 {fmean(scores):.1f}{note}")
        if name == "allsides":
            for seed in SEEDS:
                moved = jitter(corpus.readings, seed=seed)
                online, kept = day_by_day(moved)
                print(
                    f"{name:10} jittered, seed {seed}: B3 {b_cubed(corpus.stories, ours(moved))[0]:.1f}, "
                    f"day by day {b_cubed(corpus.stories, online)[0]:.1f} at {kept:.2%} of pairs kept"
                )


if __name__ == "__main__":
    main()
