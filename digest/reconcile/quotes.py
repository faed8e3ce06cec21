"""The quotes of one story across its articles: one utterance, one group; best first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from digest.model import Article, Origin, Quote, QuoteGroup, Reading
from digest.reconcile.utterances import Wording, same_speaker, same_utterance, speaker_key, wording_of
from digest.reconcile.wording import note_of
from digest.reconcile.worth import CERTAIN, opposes, stands_alone, worth_of

_RUN = 3  # words in a row that two quotes share before they are compared


def group_quotes(readings: Sequence[Reading], origins: Sequence[Origin] = ()) -> tuple[QuoteGroup, ...]:
    """The utterances of one story, ordered for printing.

    ``readings`` are those of the story. Only utterances that some article gives in words of the speaker
    are kept, each with the reports of it in others; fragments that mean nothing alone are left out.
    """
    reading_of = {reading.article.id: reading for reading in readings}
    origin_of = {article_id: origin.id for origin in origins for article_id in origin.article_ids}
    found = [
        (reading.article, wording_of(quote))
        for reading in sorted(readings, key=lambda reading: _order(reading.article))
        for quote in reading.quotes
        if quote.act == "said"
    ]
    groups = []
    for members in _cluster(found):
        for alike in _alike([found[i] for i in members]):
            group = _group(alike)
            if group is not None:
                groups.append(group)

    def worth(group: QuoteGroup) -> float:
        sources = len({origin_of.get(article_id, article_id) for article_id, _ in group.quotes})
        return worth_of(group, reading_of[group.quotes[group.best][0]], sources)

    return tuple(_both_sides(_in_turn(sorted(groups, key=lambda g: (-worth(g), _place(g))))))


def _order(article: Article) -> tuple[str, str]:
    return (article.published.when if article.published is not None else "9999", article.id)


def _place(group: QuoteGroup) -> tuple[str, int]:
    article_id, quote = group.quotes[group.best]
    return article_id, quote.start


def _cluster(found: Sequence[tuple[Article, Wording]]) -> list[list[int]]:
    """Indices of quotes that are one utterance; each list and the list of lists in order."""
    parent = list(range(len(found)))

    def top(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in _candidates(found):
        if top(i) != top(j) and same_utterance(found[i][1], found[j][1]) is not None:
            low, high = sorted((top(i), top(j)))
            parent[high] = low
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(found)):
        groups[top(i)].append(i)
    return list(groups.values())


def _candidates(found: Sequence[tuple[Article, Wording]]) -> list[tuple[int, int]]:
    """Pairs from different articles that share words in a row, or rare words and the speaker."""
    holders: Mapping[tuple[str, ...], list[int]] = defaultdict(list)
    for i, (_, wording) in enumerate(found):
        words = wording.words
        runs = {words[k : k + _RUN] for k in range(max(1, len(words) - _RUN + 1))}
        speaker = wording.quote.speaker
        who = speaker_key(speaker) if speaker is not None else ""
        for run in sorted(runs) + [(who, word) for word in sorted(wording.content) if who]:
            holders[run].append(i)
    pairs = {
        (i, j)
        for held in holders.values()
        if len(held) <= 40
        for at, i in enumerate(held)
        for j in held[at + 1 :]
        if found[i][0].id != found[j][0].id
    }
    return sorted(pairs)


def _alike(members: list[tuple[Article, Wording]]) -> list[list[tuple[Article, Wording]]]:
    """The members by the one to print that each is a version of: a link by way of a third is not enough."""
    groups = []
    while members:
        chosen = members[_best(members)][1]
        alike = [m for m in members if m[1] is chosen or same_utterance(chosen, m[1]) is not None]
        groups.append(alike)
        members = [m for m in members if all(m is not one for one in alike)]
    return groups


def _best(members: Sequence[tuple[Article, Wording]]) -> int:
    return max(range(len(members)), key=lambda i: (*_fitness(members[i][1].quote), -i))


def _group(members: Sequence[tuple[Article, Wording]]) -> QuoteGroup | None:
    """The group of some quotes; None where nobody is quoted in words that stand alone."""
    best = _best(members)
    chosen = members[best][1]
    if chosen.quote.kind == "indirect" or not stands_alone(chosen.quote):
        return None
    others = [
        (article, wording.quote, str(same_utterance(chosen, wording)))
        for i, (article, wording) in enumerate(members)
        if i != best
    ]
    return QuoteGroup(
        quotes=tuple((article.id, wording.quote) for article, wording in members),
        best=best,
        note=note_of((members[best][0], chosen.quote), others),
    )


def _fitness(quote: Quote) -> tuple[int, bool, bool, int]:
    """What makes one version the one to print: whole, marked, of a certain speaker, full."""
    certain = quote.speaker is not None and quote.speaker.confidence >= CERTAIN
    return (
        {"direct": 2, "mixed": 1, "indirect": 0}[quote.kind],
        quote.marked,
        certain,
        len(quote.text),
    )


def _in_turn(groups: Sequence[QuoteGroup]) -> list[QuoteGroup]:
    """Different speakers before the second quote of one, best first."""
    turns: dict[str, int] = defaultdict(int)
    placed = []
    for rank, group in enumerate(groups):
        speaker = group.quotes[group.best][1].speaker
        who = speaker_key(speaker) if speaker is not None else ""
        placed.append((turns[who], rank, group))
        turns[who] += 1
    return [group for _, _, group in sorted(placed, key=lambda entry: entry[:2])]


def _both_sides(groups: list[QuoteGroup]) -> list[QuoteGroup]:
    """With the best quote that contradicts, of another speaker than the first, in the second place."""
    if not groups or opposes(groups[0]):
        return groups
    first = groups[0].quotes[groups[0].best][1].speaker
    for at, group in enumerate(groups[1:], 1):
        speaker = group.quotes[group.best][1].speaker
        sure = speaker is not None and speaker.confidence >= CERTAIN
        if sure and opposes(group) and not same_speaker(first, speaker):
            return [groups[0], group, *groups[1:at], *groups[at + 1 :]]
    return groups
