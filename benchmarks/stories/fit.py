"""Fit the regression of digest/cluster/sides.py again, and judge it on topics that were left out of the fit.

PYTHONPATH=. python benchmarks/stories/fit.py FOLDER [--cache FOLDER] [--seeds 14]

The divisions are those that come up when samples of the development corpora are put into stories; one is
right where most of the pairs that it parts are of two gold stories. ECB+ is then scored five times, each time
with the constants that are fitted without the topics that are counted. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from corpora import CORPORA, Corpus, jitter, read_corpus
from quality import ours
from scores import b_cubed, merged_look_alikes
from sklearn.linear_model import LogisticRegression

from digest.cluster import State, cluster, contrast, online, sides
from digest.model import Reading

FOLDS = 5
UNCLEAR = 0.15  # divisions whose share of right pairs is so near to a half are left out
NAMES = ("BASE", "ACROSS", "DAYS", "NAMES", "LEADS")


@dataclass(frozen=True, slots=True)
class Division:
    """A division that came up, with what is weighed about it."""

    topic: str  # of ECB+, else the corpus
    signs: tuple[float, float, float, float]
    right: bool
    pairs: int  # that it parts


def sampled(corpora: Sequence[Corpus], seeds: int) -> Iterator[tuple[Corpus, list[Reading]]]:
    """The corpora whole, and then in parts."""
    for seed in range(seeds):
        chance = random.Random(seed)
        share = 1.0 if seed == 0 else chance.choice((0.5, 0.65, 0.8, 0.9))
        for corpus in corpora:
            some = [reading for reading in corpus.readings if chance.random() < share]
            yield corpus, some
            if corpus.name == "allsides":
                yield corpus, list(jitter(some))


def divisions(corpora: Sequence[Corpus], seeds: int) -> list[Division]:
    """The divisions that come up; every right one is made, so that its halves come up as well."""
    found: list[Division] = []
    judge, measure = contrast.two_events, online._measure
    gold: dict[str, tuple[str, str]] = {}
    rows: list[str] = []

    def measured(*given):
        field, pairs = measure(*given)
        rows[:] = [profile.id for profile in field.profiles]
        return field, pairs

    def judged(space, members, side, similarity, weekdays):
        stories = np.array([gold[rows[row]][0] for row in members])
        parted = int(side.sum() * (~side).sum())
        right = float((stories[side][:, None] != stories[~side][None]).sum()) / parted
        if abs(right - 0.5) >= UNCLEAR:
            topic = Counter(gold[rows[row]][1] for row in members).most_common(1)[0][0]
            signs = sides.read_signs(space, members, side, similarity, weekdays)
            found.append(Division(topic, signs, right > 0.5, parted))
        return right > 0.5 or judge(space, members, side, similarity, weekdays)

    contrast.two_events, online._measure = judged, measured
    try:
        for corpus, readings in sampled(corpora, seeds):
            whose = corpus.topics if corpus.name == "ecbplus" else [corpus.name] * len(corpus.stories)
            gold.clear()
            gold.update(
                (r.article.id, (story, topic))
                for r, story, topic in zip(corpus.readings, corpus.stories, whose, strict=True)
            )
            cluster(readings, previous=State())
    finally:
        contrast.two_events, online._measure = judge, measure
    return found


def fitted(some: Sequence[Division]) -> tuple[float, ...]:
    """The constants, in the order of NAMES."""
    weights = np.sqrt([division.pairs for division in some])
    model = LogisticRegression(C=100).fit(
        np.array([division.signs for division in some]),
        np.array([division.right for division in some]),
        sample_weight=weights / weights.mean(),
    )
    return (float(model.intercept_[0]), *map(float, model.coef_[0]))


def apply(constants: Sequence[float]) -> None:
    """Have the constants used from here on."""
    for name, value in zip(NAMES, constants, strict=True):
        setattr(sides, name, value)


def main() -> None:
    """Print the constants, and the scores of ECB+ with and without each topic in the fit."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "digest-annotation")
    arguments.add_argument("--seeds", type=int, default=14)
    given = arguments.parse_args()
    corpora = [read_corpus(given.folder, name, cache=given.cache) for name in CORPORA]
    ecb = corpora[CORPORA.index("ecbplus")]
    shipped = tuple(getattr(sides, name) for name in NAMES)
    known = divisions(corpora, given.seeds)
    print(f"{len(known)} divisions, {sum(d.right for d in known)} of them right")
    for label, constants in (("shipped", shipped), ("fitted", fitted(known))):
        apply(constants)
        print(
            label,
            dict(zip(NAMES, (round(c, 2) for c in constants), strict=True)),
            scored(ecb, ours(ecb.readings)),
        )
    for shift in (0.0, -0.3, 0.3):
        labels = [""] * len(ecb.readings)
        topics = sorted(set(ecb.topics))
        for fold in range(FOLDS):
            out = set(topics[fold::FOLDS])
            base, *others = fitted([d for d in known if d.topic not in out])
            apply((base + shift, *others))
            found = ours(ecb.readings)
            labels = [
                f if topic in out else old for f, topic, old in zip(found, ecb.topics, labels, strict=True)
            ]
        print(f"topics left out of the fit, odds shifted by {shift}: {scored(ecb, labels)}")
    apply(shipped)


def scored(corpus: Corpus, found: Sequence[str]) -> str:
    """B-cubed and the look-alikes merged."""
    f1, precision, recall = b_cubed(corpus.stories, found)
    merged = merged_look_alikes(corpus.topics, corpus.stories, found)
    return f"ECB+ B3 {f1:.1f} (P {precision:.1f} R {recall:.1f}), look-alikes merged {merged:.1f} %"


if __name__ == "__main__":
    main()
