"""What the other figures of two articles say of a pair of figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log

from digest.reconcile.figures.mentions import Mention
from digest.reconcile.figures.values import equal


@dataclass(frozen=True, slots=True)
class Beside:
    """What the other figures of two articles say of a pair."""

    alike: int  # pairs of figures with one value in the same two sentences
    elsewhere: bool  # one of the two has its value again in the article of the other
    nearest: bool  # of the figures of either article, each is the most like the other in its words
    alone: bool  # either is the only value that its article gives of the thing
    opposed: bool  # the article of either sets the value of the other against it
    lone: bool  # either is the only value of its kind in its article: the one temperature, the one area


def figures_beside(mentions: Sequence[Mention]) -> Callable[[int, int], Beside]:
    """For two of the mentions, by their places: what the other figures of their articles say."""
    of_kind: dict[tuple[str, str], list[int]] = {}
    sentences: dict[tuple[str, int], list[int]] = {}
    for index, mention in enumerate(mentions):
        of_kind.setdefault((mention.article_id, mention.kind), []).append(index)
        sentences.setdefault((mention.article_id, mention.order), []).append(index)
    nearness = _nearness(mentions)
    nearest_of: dict[tuple[int, str], float] = {}

    def nearest(index: int, article: str) -> float:
        if (index, article) not in nearest_of:
            others = of_kind.get((article, mentions[index].kind), ())
            nearest_of[index, article] = max((nearness(index, k) for k in others if k != index), default=0.0)
        return nearest_of[index, article]

    def again(index: int, article: str) -> bool:
        others = of_kind.get((article, mentions[index].kind), ())
        return any(equal(mentions[k].interval, mentions[index].interval) for k in others)

    def only(index: int) -> bool:
        mention = mentions[index]
        return all(
            equal(mentions[k].interval, mention.interval) or not _of_one_thing(mention, mentions[k])
            for k in of_kind[mention.article_id, mention.kind]
        )

    def lone(index: int) -> bool:
        mention = mentions[index]
        return mention.kind != "count" and all(
            equal(mentions[k].interval, mention.interval) for k in of_kind[mention.article_id, mention.kind]
        )

    def opposed(index: int, other: int) -> bool:
        mention = mentions[index]
        return any(
            mentions[k].figure.start in mention.against
            and equal(mentions[k].interval, mentions[other].interval)
            for k in of_kind[mention.article_id, mention.kind]
        )

    def beside(i: int, j: int) -> Beside:
        one, other = mentions[i], mentions[j]
        alike = sum(
            mentions[k].kind == mentions[m].kind and equal(mentions[k].interval, mentions[m].interval)
            for k in sentences[one.article_id, one.order]
            for m in sentences[other.article_id, other.order]
            if k != i and m != j
        )
        unlike = not equal(one.interval, other.interval) and one.article_id != other.article_id
        elsewhere = unlike and (again(i, other.article_id) or again(j, one.article_id))
        near = nearness(i, j)
        mutual = near > 0 and near >= max(nearest(i, other.article_id), nearest(j, one.article_id))
        alone = _of_one_thing(one, other) and only(i) and only(j)
        contrary = unlike and one.kind == other.kind and (opposed(i, j) or opposed(j, i))
        return Beside(alike, elsewhere, mutual, alone, contrary, lone(i) and lone(j))

    return beside


def _of_one_thing(one: Mention, other: Mention) -> bool:
    if one.event and one.event == other.event:
        return True
    if not (one.noun.head and other.noun.head):
        return bool(one.noun.word) and one.noun.word == other.noun.word
    return one.noun.head == other.noun.head


def _nearness(mentions: Sequence[Mention]) -> Callable[[int, int], float]:
    """How much two figures have in common: their words by how rare they are, their thing and event."""
    counts = Counter(stem for mention in mentions for stem in mention.words)
    weight = {stem: log(1 + len(mentions) / count) for stem, count in counts.items()}
    known: dict[tuple[int, int], float] = {}

    def nearness(i: int, j: int) -> float:
        place = (i, j) if i < j else (j, i)
        if place not in known:
            one, other = mentions[i], mentions[j]
            words = sum(weight[stem] for stem in one.words & other.words)
            names = len(one.names & other.names)
            known[place] = (
                words + names + _THING * _of_one_thing(one, other) + 0.5 * (one.sense == other.sense)
            )
        return known[place]

    return nearness


_THING = 2.0
