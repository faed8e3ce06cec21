"""From pairs to rows: each quantity once, with every source that gives it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Literal

from digest.model import FigureRow
from digest.reconcile.figures.compare import Link, figures_beside, relate
from digest.reconcile.figures.mentions import Mention
from digest.reconcile.figures.reasons import reason_of
from digest.reconcile.figures.values import compatible, digits, equal

RowRelation = Literal["single", "agree", "differ", "development", "sharper"]


def common_stems(mentions: Sequence[Mention]) -> frozenset[str]:
    """Stems beside figures of three articles in five, and at least three: they tell nothing apart."""
    articles: dict[str, set[str]] = {}
    for mention in mentions:
        articles.setdefault(mention.article_id, set()).update(mention.words)
    counts = Counter(stem for stems in articles.values() for stem in stems)
    return frozenset(stem for stem, count in counts.items() if count >= 3 and count * 5 >= len(articles) * 3)


def group(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions in groups of one quantity, by the strongest evidence first."""
    common, beside = common_stems(mentions), figures_beside(mentions)
    links: list[tuple[int, int, Link]] = []
    for i, j in _candidates(mentions):
        if link := relate(mentions[i], mentions[j], common=common, beside=beside(i, j)):
            links.append((i, j, link))
    order = {"agree": 0, "sharper": 1, "development": 2, "differ": 2}
    links.sort(key=lambda item: (order[item[2].relation], -item[2].strength, item[0], item[1]))
    group_of = list(range(len(mentions)))
    pairs = {(i, j): link for i, j, link in links}
    for i, j, link in links:
        left = [k for k in range(len(mentions)) if group_of[k] == group_of[i]]
        right = [k for k in range(len(mentions)) if group_of[k] == group_of[j]]
        if group_of[i] != group_of[j] and _may_join(mentions, left, right, pairs, link):
            target, source = min(group_of[i], group_of[j]), max(group_of[i], group_of[j])
            group_of = [target if g == source else g for g in group_of]
    return [
        [mention for mention, g in zip(mentions, group_of, strict=True) if g == root]
        for root in dict.fromkeys(group_of)
    ]


def _candidates(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Pairs that can be of one quantity: of one kind, and of one noun or one value."""
    buckets: dict[tuple[str, object], list[int]] = {}
    for index, mention in enumerate(mentions):
        keys = {mention.noun.head, mention.subject.head, mention.interval.stated[0].normalize()}
        for key in keys:
            buckets.setdefault((mention.kind, key), []).append(index)
    pairs = sorted({pair for bucket in buckets.values() for pair in combinations(bucket, 2)})
    return [(i, j) for i, j in pairs if not _side_by_side(mentions[i], mentions[j])]


def _side_by_side(one: Mention, other: Mention) -> bool:
    """Whether one sentence counts two things: "five farmers and five fishers"."""
    if (one.article_id, one.order) != (other.article_id, other.order):
        return False
    return bool(one.noun.word and other.noun.word) and one.noun.word != other.noun.word


def _may_join(
    mentions: Sequence[Mention],
    left: list[int],
    right: list[int],
    pairs: Mapping[tuple[int, int], Link],
    link: Link,
) -> bool:
    """Two groups are one where most of their pairs are, and no article would say two things in it."""
    linked = sum((min(i, j), max(i, j)) in pairs for i in left for j in right)
    if linked * 2 < len(left) * len(right):
        return False
    if link.relation == "agree":
        return True
    return all(
        (min(i, j), max(i, j)) in pairs or equal(mentions[i].interval, mentions[j].interval)
        for i in left
        for j in right
        if mentions[i].article_id == mentions[j].article_id
    )


def relation_of(mentions: Sequence[Mention]) -> RowRelation:
    """How the figures of one row stand to each other."""
    if len({mention.article_id for mention in mentions}) == 1:
        return "single"
    first = mentions[0]
    if all(equal(first.interval, other.interval) for other in mentions):
        return "agree"
    apart = [
        (one, other)
        for i, one in enumerate(mentions)
        for other in mentions[i + 1 :]
        if not equal(one.interval, other.interval) and not compatible(one.interval, other.interval)
    ]
    if not apart:
        return "sharper"
    same_day = any(
        one.date is None or other.date is None or one.date[:10] == other.date[:10] for one, other in apart
    )
    return "differ" if same_day else "development"


def best_of(mentions: Sequence[Mention], relation: RowRelation) -> int:
    """The one to print: the sharpest, in a development the latest; the earliest where they are alike."""

    def rank(index: int) -> tuple[object, ...]:
        mention = mentions[index]
        newest = mention.date if relation == "development" and mention.date else ""
        sharpness = (mention.interval.vague, -digits(mention.interval.stated[0]))
        counted = mention.figure.counted
        untold = counted is not None and counted.istitle() and " " not in counted  # a mere name
        return (
            _reversed(newest),
            counted is None,
            *sharpness,
            untold,
            mention.figure.event is None,
            mention.figure.status in {"doubted", "denied"},
            index,
        )

    return min(range(len(mentions)), key=rank)


def _reversed(date: str) -> tuple[int, ...]:
    return tuple(-ord(character) for character in date) or (1,)


def row_of(mentions: Sequence[Mention]) -> FigureRow:
    """A row, earliest source first."""
    ordered = sorted(mentions, key=lambda m: (m.date or "9999", m.article_id, m.figure.start))
    relation = relation_of(ordered)
    return FigureRow(
        figures=tuple((mention.article_id, mention.figure) for mention in ordered),
        best=best_of(ordered, relation),
        relation=relation,
        origins=len({mention.origin for mention in ordered}),
        reason=reason_of(ordered, relation),
    )
