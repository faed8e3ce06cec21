"""From pairs to rows: each quantity once, with every source that gives it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from typing import Literal

from digest.model import FigureRow
from digest.reconcile.figures.beside import figures_beside
from digest.reconcile.figures.compare import Link, in_turn, relate, weigh
from digest.reconcile.figures.mentions import Mention
from digest.reconcile.figures.nouns import stems
from digest.reconcile.figures.reasons import reason_of
from digest.reconcile.figures.second_look import Place, Weighed, look_again
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
    places = _candidates(mentions, common)
    first: dict[Place, Weighed] = {}
    for i, j in places:
        if weighed := weigh(mentions[i], mentions[j], common=common, beside=beside(i, j)):
            first[i, j] = weighed
    odds = look_again(first, [mention.article_id for mention in mentions])
    links: list[tuple[int, int, Link]] = []
    for i, j in places:
        if link := relate(mentions[i], mentions[j], odds.get((i, j))):
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


def _candidates(mentions: Sequence[Mention], common: Collection[str]) -> list[tuple[int, int]]:
    """Pairs that can be of one quantity: of one kind, and with a noun, an event, a value or a word alike."""
    buckets: dict[tuple[str, object], list[int]] = {}
    for index, mention in enumerate(mentions):
        keys: set[object] = {mention.noun.head, mention.subject.head, mention.interval.stated[0].normalize()}
        keys |= {("event", mention.event)} | {("word", word) for word in mention.words.difference(common)}
        for key in keys:
            buckets.setdefault((mention.kind, key), []).append(index)
    pairs = sorted({pair for bucket in buckets.values() for pair in combinations(bucket, 2)})
    return [(i, j) for i, j in pairs if not _side_by_side(mentions[i], mentions[j])]


def _side_by_side(one: Mention, other: Mention) -> bool:
    """Whether one sentence counts two things: "five farmers and five fishers"."""
    if (one.article_id, one.order) != (other.article_id, other.order):
        return False
    if one.was == other.figure.start or other.was == one.figure.start:
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
    both = [(min(i, j), max(i, j)) for i in left for j in right]
    linked = sum(pair in pairs for pair in both)
    apart = sum(pair not in pairs and not _of_two_times(mentions, pair) for pair in both)
    if linked < apart:
        return False
    if any(_told_apart(mentions[i], mentions[j]) for i in left for j in right):
        return False
    if link.relation == "agree":
        return True
    return all(
        (min(i, j), max(i, j)) in pairs
        or equal(mentions[i].interval, mentions[j].interval)
        or _of_two_times(mentions, (i, j))
        for i in left
        for j in right
        if mentions[i].article_id == mentions[j].article_id
    )


def _told_apart(one: Mention, other: Mention) -> bool:
    """Whether an article gives two things alike: eight boys were rescued, eight boys remain in the cave."""
    first, second = one.figure.event, other.figure.event
    if one.article_id != other.article_id or not (first and second) or one.order == other.order:
        return False
    alike = bool(stems(first) & stems(second)) or (one.event is not None and one.event == other.event)
    return equal(one.interval, other.interval) and not alike


def _of_two_times(mentions: Sequence[Mention], pair: tuple[int, int]) -> bool:
    """Whether one article gives one of two figures as a value of the past."""
    return (mentions[pair[0]].was is None) != (mentions[pair[1]].was is None)


def relation_of(mentions: Sequence[Mention]) -> RowRelation:
    """How the figures of one row stand to each other."""
    first = mentions[0]
    alike = all(equal(first.interval, other.interval) for other in mentions)
    grown = not alike and any(mention.was is not None for mention in mentions)
    if len({mention.article_id for mention in mentions}) == 1:
        return "development" if grown else "single"
    if alike:
        return "agree"
    apart = [
        (one, other)
        for one, other in combinations([mention for mention in mentions if mention.was is None], 2)
        if not equal(one.interval, other.interval) and not compatible(one.interval, other.interval)
    ]
    if not apart:
        return "development" if grown else "sharper"
    return "development" if all(in_turn(one, other) for one, other in apart) else "differ"


def best_of(mentions: Sequence[Mention], relation: RowRelation) -> int:
    """The one to print: the sharpest, in a development the latest; the earliest where they are alike."""

    def rank(index: int) -> tuple[object, ...]:
        mention = mentions[index]
        newest = mention.date if relation == "development" and mention.date else ""
        sharpness = (mention.interval.vague, -digits(mention.interval.stated[0]))
        counted = mention.figure.counted
        untold = counted is not None and counted.istitle() and " " not in counted  # a mere name
        return (
            mention.was is not None,
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
