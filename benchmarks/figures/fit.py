"""Weigh the evidence for one quantity on the story groups of the tests.

usage: python -m benchmarks.figures.fit [--write] [--rows]      (from the root of the project)

Two logistic regressions, of pairs of one value and of pairs of unlike values, and a small one of what the
other pairs of a story say of unlike values (``second_look``), fitted on log-odds that come from weights of
other groups. Each kind of evidence may only speak for or only against, as its name says. Prints precision
and recall of pairs by thresholds when each group is judged by weights of the other groups (six folds), then
the weights. ``--rows`` prints instead precision and recall of the rows that are built so, with the
thresholds of the product. ``--write`` puts the weights into digest/reconcile/figures/weights.py.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from digest.language.load import load
from digest.model import Reading
from digest.reconcile.figures import weights
from digest.reconcile.figures.beside import figures_beside
from digest.reconcile.figures.compare import comparable
from digest.reconcile.figures.evidence import evidence
from digest.reconcile.figures.mentions import Mention, mentions_of
from digest.reconcile.figures.rows import common_stems
from digest.reconcile.figures.second_look import Place, Weighed, in_their_light
from digest.reconcile.figures.values import equal
from tests.reconcile.groups import Group, Score, expected, judge, read_groups, readings_of

FOLDS = 6
SHUFFLES = 4  # which groups are left out together changes a figure by two points
AGAINST = (
    "other ", "opposed", "small", "far apart", "since", "increment", "names on one side", "value elsewhere",
    "modifiers on one side", "contrast", "rival",
)  # fmt: skip
FOR = ("one event of one thing",)
LEAST = {
    "dates apart": -0.5,
    "other names": -0.6,
    "same hedge": 0.6,
}  # few groups speak of one value on two days, or hedge it alike; in news it is mostly one quantity
FREE = (
    "bias",
    "count",
    "percentage",
    "compatible",
    "dates apart",
    "two who state it",
    "one event",
    "other day",
    "people of two words",
)
ACROSS = 0.1  # weight of a pair of one value across groups, which cannot be of one quantity
STEPS = range(1, 41, 2)  # to which other groups each is held
RIDGE = 3.0
TARGET = Path("digest/reconcile/figures/weights.py")


@dataclass(frozen=True)
class Pair:
    """Two figures of one group."""

    group: int
    alike: bool
    evidence: dict[str, float]
    wanted: bool
    weight: float = 1.0
    label: str = ""
    places: Place = (0, 0)  # the two mentions by their numbers in the group
    articles: tuple[str, str] = ("", "")


Told = tuple[Group, list[Reading]]  # a group, and what is found in its articles


def told_by(pattern: str) -> list[Told]:
    """The groups of a pattern, read."""
    nlp = load("embedded")
    return [(group, readings_of(group, nlp)) for group in read_groups(pattern)]


def pairs_of(told: list[Told]) -> list[Pair]:
    """The pairs of all groups that could be of one quantity, and some across groups that cannot."""
    pairs, everything = [], []
    for number, (group, readings) in enumerate(told):
        want = expected(group, readings)
        mentions = [m for r in readings for m in mentions_of(r, origin=r.article.id)]
        everything.append(mentions)
        pairs += _pairs(number, group.name, mentions, set(want))
    for number, mentions in enumerate(everything):
        for step in STEPS:
            others = everything[(number + step) % len(everything)]
            pairs += [pair for pair in _across(number, mentions, others) if not _retold(pair)]
    return pairs


def _retold(pair: Pair) -> bool:
    """Whether two groups seem to tell one story: some fixtures word one invented story several times."""
    found = pair.evidence
    alike = found["same names"] or found["figures beside"] or found["same near words"]
    return bool(alike) or found["sentence"] >= 2 or found["words shared"] >= 3


def _pairs(number: int, name: str, mentions: list[Mention], want: set[object]) -> list[Pair]:
    common, beside, found = common_stems(mentions), figures_beside(mentions), []
    for i, one in enumerate(mentions):
        for j in range(i + 1, len(mentions)):
            other = mentions[j]
            if one.article_id == other.article_id or not comparable(one, other):
                continue
            past = one.was is not None or other.was is not None
            if past and not equal(one.interval, other.interval):
                continue  # never judged
            found.append(
                Pair(number, equal(one.interval, other.interval),
                     evidence(one, other, common=common, beside=beside(i, j)), _places(one, other) in want,
                     label=f"{name}: {one.figure.text} / {other.figure.text}",
                     places=(i, j), articles=(one.article_id, other.article_id))
            )  # fmt: skip
    return found


def _places(one: Mention, other: Mention) -> tuple[tuple[str, int], ...]:
    return tuple(sorted([(one.article_id, one.figure.start), (other.article_id, other.figure.start)]))


def _across(number: int, mentions: list[Mention], others: list[Mention]) -> list[Pair]:
    """Pairs of one value from two groups. Those of unlike values teach only that stories differ."""
    if not {m.interval.stated for m in mentions} & {m.interval.stated for m in others}:
        return []
    joined = [*mentions, *others]
    common, beside, found = common_stems(joined), figures_beside(joined), []
    for i, one in enumerate(mentions):
        for j, other in enumerate(others, len(mentions)):
            if comparable(one, other) and equal(one.interval, other.interval):
                told = evidence(one, other, common=common, beside=beside(i, j))
                found.append(Pair(number, True, told, False, ACROSS))
    return found


def fit(pairs: list[Pair], names: list[str], ridge: float) -> NDArray[np.float64]:
    """Weights of a logistic regression by projected gradient; each sign is held to what its name says."""
    x = np.array([[pair.evidence[name] for name in names] for pair in pairs])
    y = np.array([pair.wanted for pair in pairs], dtype=float)
    c = np.array([pair.weight for pair in pairs])
    against = [n.startswith(AGAINST) and n not in FOR for n in names]
    low = np.array([-np.inf if n in FREE or no else 0.0 for n, no in zip(names, against, strict=True)])
    high = np.array([0.0 if n not in FREE and no else np.inf for n, no in zip(names, against, strict=True)])
    low = np.maximum(low, np.array([LEAST.get(n, -np.inf) for n in names]))
    penalty = np.array([0.0 if n == "bias" else ridge for n in names])
    w = np.zeros(len(names))
    step = 4.0 / (np.linalg.norm(x * np.sqrt(c)[:, None], 2) ** 2 + ridge)
    last = w
    for round_ in range(300):
        ahead = w + (round_ / (round_ + 3)) * (w - last)
        p = 1 / (1 + np.exp(-x @ ahead))
        gradient = x.T @ (c * (p - y)) + penalty * ahead
        last, w = w, np.clip(ahead - step * gradient, low, high)
    return w


def folds(pairs: list[Pair], count: int = FOLDS) -> list[tuple[float, Pair]]:
    """Each pair with its score by weights of the other groups."""
    names, scored = list(pairs[0].evidence), []
    for fold in range(count):
        w = fit([p for p in pairs if p.group % count != fold], names, RIDGE)
        scored += [
            (float(sum(a * p.evidence[n] for a, n in zip(w, names, strict=True))), p)
            for p in pairs
            if p.group % count == fold and p.weight == 1.0
        ]
    return scored


TABLES = ((True, "OF_ONE_VALUE"), (False, "OF_UNLIKE_VALUES"))
Tables = dict[str, dict[str, float]]


def tables_of(pairs: list[Pair], *, inner: int = FOLDS) -> Tables:
    """The tables of weights that fit some pairs; those of the second look by ``inner`` folds of the first."""
    scored = [found for alike, _ in TABLES for found in folds(_of(pairs, alike), inner)]
    tables = {title: _table(_of(pairs, alike)) for alike, title in TABLES}
    return tables | {"AGAIN_OF_UNLIKE_VALUES": _table(seen_again(scored))}


def seen_again(scored: list[tuple[float, Pair]]) -> list[Pair]:
    """Pairs of unlike values with the evidence of a second look, which the log-odds at first sight give."""
    groups: dict[int, dict[Place, tuple[float, Pair]]] = {}
    for score, pair in scored:
        groups.setdefault(pair.group, {})[pair.places] = (score, pair)
    again = []
    for found in groups.values():
        article_of = {n: a for _, p in found.values() for n, a in zip(p.places, p.articles, strict=True)}
        articles = [article_of.get(n, "") for n in range(max(article_of) + 1)]
        first = {places: Weighed(pair.alike, score) for places, (score, pair) in found.items()}
        for places, evidence_ in in_their_light(first, articles).items():
            again.append(replace(found[places][1], evidence=evidence_))
    return again


def _of(pairs: list[Pair], alike: bool) -> list[Pair]:
    return [pair for pair in pairs if pair.alike == alike]


def _table(pairs: list[Pair]) -> dict[str, float]:
    names = list(pairs[0].evidence)
    return {n: round(float(a), 2) for n, a in zip(names, fit(pairs, names, RIDGE), strict=True)}


def print_rows(told: list[Told], pairs: list[Pair]) -> None:
    """Precision and recall of rows, each group judged by weights of others, over several ways to fold."""
    long_ones = {group.name for group in read_groups("fresh/*.txt")}
    scores = {part: {k: Score() for k in ("same", "sharper", "differs")} for part in ("all", "short", "long")}
    for seed in range(SHUFFLES):
        place = np.random.default_rng(seed).permutation(len(told))
        for fold in range(FOLDS):
            tables = tables_of([pair for pair in pairs if place[pair.group] % FOLDS != fold])
            for title, table in tables.items():
                getattr(weights, title).update(table)
            for number in np.flatnonzero(place % FOLDS == fold):
                group, readings = told[number]
                part = "long" if group.name in long_ones else "short"
                judge(group, readings, scores["all"], scores[part])
    for relation in ("same", "sharper", "differs"):
        cells = (
            f"{part} {s[relation].precision:.3f} / {s[relation].recall:.3f}" for part, s in scores.items()
        )
        print(f"{relation:8}", *cells, sep="  ")


def print_pairs(pairs: list[Pair], *, show: bool) -> None:
    """Precision and recall of pairs by thresholds, by folds; with ``show`` the pairs that are wrong."""
    first = [found for alike, _ in TABLES for found in folds(_of(pairs, alike))]
    again = seen_again(first)
    for alike, title in TABLES:
        scored = folds(_of(pairs, True)) if alike else folds(again)
        wanted = sum(pair.wanted for _, pair in scored)
        print(f"{title}: {len(scored)} pairs, {wanted} of one quantity")
        for threshold in (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0):
            kept = [pair for score, pair in scored if score >= threshold]
            right = sum(pair.wanted for pair in kept)
            print(f"  {threshold:5.1f}  P {right / max(1, len(kept)):.3f}  R {right / wanted:.3f}")
        for score, pair in sorted(scored, key=lambda item: item[0]) if show else ():
            if pair.wanted != (score >= 0.5):
                told = {k: round(v, 2) for k, v in pair.evidence.items() if v}
                print(f"   {'MISS' if pair.wanted else 'FALSE'} {score:.2f} {pair.label} {told}")


def main() -> None:
    """Print what the weights give, and write them if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--rows", action="store_true")
    parser.add_argument("--pattern", default="**/*.txt")
    parser.add_argument("--show", action="store_true")
    chosen = parser.parse_args()
    told = told_by(chosen.pattern)
    pairs = pairs_of(told)
    tables = tables_of(pairs)
    if chosen.write:
        _write(tables)
    if chosen.rows:
        print_rows(told, pairs)
    else:
        print_pairs(pairs, show=chosen.show)
        print(tables)


def _write(tables: dict[str, dict[str, float]]) -> None:
    head = TARGET.read_text(encoding="utf-8").split("OF_ONE_VALUE", 1)[0]
    body = "".join(
        f"{title} = {{\n" + "".join(f'    "{n}": {w},\n' for n, w in table.items() if w) + "}\n"
        for title, table in tables.items()
    )
    TARGET.write_text(head + body, encoding="utf-8")


if __name__ == "__main__":
    main()
