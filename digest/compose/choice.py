"""Which stories are printed whole, in which order, and which are only named, muted or unchanged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digest.compose.findings import StoryFindings, TopicFindings
from digest.compose.selection import Spotted, Wishes, spotted, without_muted
from digest.compose.series import Series, Standing
from digest.compose.since import Told
from digest.model import Article, Muted, Origin

Weight = tuple[bool, int, int, int, str, str]


@dataclass(frozen=True, slots=True)
class ChosenTopic:
    """A topic with the stories that are printed whole."""

    topic: TopicFindings  # those alone, in the order of printing
    backwards: tuple[StoryFindings, ...]  # the same, the latest first


@dataclass(frozen=True, slots=True)
class Choice:
    """What becomes of every story."""

    topics: tuple[ChosenTopic, ...]  # in the order of printing
    named: tuple[tuple[TopicFindings, StoryFindings], ...]  # heaviest first
    unchanged: tuple[Told, ...]  # as the editions before told them
    muted: tuple[Muted, ...]
    hidden: frozenset[str]  # ids of the articles of muted stories
    going_on: frozenset[str]  # ids under which the editions before told what is printed, named or muted
    standings: Mapping[str, Standing]  # by story id; empty where there was no edition before
    spotted: Mapping[str, tuple[Spotted, ...]]  # the watched terms of a story, by its id


def choose(
    topics: Sequence[TopicFindings],
    articles: Mapping[str, Article],
    origin_of: Mapping[str, Origin],
    *,
    most: int | None,
    wishes: Wishes,
    series: Series | None,
) -> Choice:
    """Muted stories go, unchanged ones fold, at most ``most`` are printed; the heaviest come first."""
    kept, muted, hidden = without_muted(topics, articles, wishes)
    spots = {
        found.story.id: spotted(found, articles, wishes.watch) for topic in kept for found in topic.stories
    }
    standings = (
        {f.story.id: series.standing(f, origin_of) for topic in topics for f in topic.stories}
        if series
        else {}
    )
    open_ = [
        (topic, found)
        for topic in kept
        for found in topic.stories
        if found.story.id not in standings or standings[found.story.id].state != "unchanged"
    ]

    def weight(stories: Sequence[StoryFindings], last: str | None, name: str) -> Weight:
        """Watched first, then most new origins, then most origins, then most articles, then the latest."""
        ids = [i for found in stories for i in found.story.article_ids]
        fresh = {i for found in stories if (s := standings.get(found.story.id)) for i in s.fresh}
        return (
            any(spots[found.story.id] for found in stories),
            len({origin_of[i].id for i in fresh}),
            len({origin_of[i].id for i in ids}),
            len(ids),
            last or "",
            name,
        )

    heaviest = sorted(open_, key=lambda p: weight([p[1]], p[1].story.last, p[1].story.id), reverse=True)
    whole = {found.story.id for _, found in heaviest[:most]}
    chosen = []
    for topic in kept:
        stories = tuple(found for found in topic.stories if found.story.id in whole)
        if stories:
            ordered = tuple(sorted(stories, key=lambda found: not spots[found.story.id]))
            chosen.append(ChosenTopic(replace(topic, stories=ordered), stories[::-1]))
    chosen.sort(
        key=lambda c: weight(c.topic.stories, c.topic.topic.last, c.topic.topic.id),
        reverse=True,
    )
    unchanged = {s: standing for s, standing in standings.items() if standing.state == "unchanged"}
    shown = {found.story.id for topic in kept for found in topic.stories} & unchanged.keys()
    return Choice(
        topics=tuple(chosen),
        named=tuple(heaviest[most:] if most is not None else ()),
        unchanged=tuple(
            standing.before[0] for s, standing in unchanged.items() if s in shown and standing.before
        ),
        muted=muted,
        hidden=hidden,
        going_on=frozenset(
            told.id for s, standing in standings.items() if s not in shown for told in standing.before
        ),
        standings=standings,
        spotted=spots,
    )
