"""Stories out of reach: late articles that belong to them, and corrections that name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from math import inf

from digest.cluster.identity import CORRECTED
from digest.cluster.time import bounds
from digest.cluster.why import joined, recounted
from digest.kept import Change, KeptStory, Links

LATE = 0.3  # likeness of the keys of two stories at which a late article belongs to a closed story
LATE_DAYS = 3.0  # and how many days it may be published before its first or after its last article
SHELF = 30  # days of the closed stories that are looked through together


def bring_back(
    stories: Sequence[KeptStory], closed: Sequence[KeptStory], fresh: Collection[str]
) -> tuple[list[KeptStory], list[KeptStory]]:
    """Put new stories that only late articles tell into the closed story that they belong to.

    ``fresh`` are the articles of this run. Gives the open and the closed stories.
    """
    open_now: list[KeptStory] = []
    archive = {story.id: story for story in closed}
    latest = max((bounds(story.last)[1] for story in closed if story.last), default=-inf)
    late = [
        story
        for story in stories
        if story.first is not None
        and bounds(story.first)[0] <= latest + LATE_DAYS
        and all(a in fresh for a in story.article_ids)
    ]
    shelves = _shelved(closed) if late else {}
    asking = {story.id for story in late}
    for story in stories:
        home = None
        if story.id in asking:
            near = dict.fromkeys(name for shelf in _shelves(story) for name in shelves.get(shelf, ()))
            home = _home(story, [archive[name] for name in near])
        if home is None:
            open_now.append(story)
        else:
            archive[home.id] = _together(home, story)
    return open_now, list(archive.values())


def _shelved(closed: Iterable[KeptStory]) -> Mapping[int, Sequence[str]]:
    """The ids of closed stories by the months in which a late article may belong to them."""
    shelves: dict[int, list[str]] = defaultdict(list)
    for story in closed:
        for shelf in _shelves(story, margin=LATE_DAYS):
            shelves[shelf].append(story.id)
    return shelves


def _shelves(story: KeptStory, *, margin: float = 0.0) -> range:
    if story.first is None or story.last is None:
        return range(0)
    low, high = bounds(story.first)[0] - margin, bounds(story.last)[1] + margin
    return range(int(low) // SHELF, int(high) // SHELF + 1)


def apply_links(
    stories: Sequence[KeptStory], closed: Sequence[KeptStory], links: Links
) -> tuple[list[KeptStory], list[Change]]:
    """Join and move what corrections say of stories out of reach; those within reach are settled already.

    Gives all stories, the closed ones first.
    """
    done = {story.id: story for story in (*closed, *stories)}
    out_of_reach = {story.id for story in closed}
    home = {article: story.id for story in done.values() for article in story.article_ids} if closed else {}
    changes: list[Change] = []
    for a, b in links.together:
        older, newer = sorted((home.get(a, ""), home.get(b, "")), key=lambda name: _age(done.get(name)))
        if older and newer and older != newer and not out_of_reach.isdisjoint((older, newer)):
            gone = done.pop(newer)
            done[older] = _together(done[older], gone)
            home.update(dict.fromkeys(gone.article_ids, older))
            changes.append(Change("stories merged", older, newer, CORRECTED))
    for a, b in links.pins.items():
        left, to = home.get(a, ""), home.get(b, "")
        if left and to and left != to and not out_of_reach.isdisjoint((left, to)):
            done[to] = _together(done[to], replace(done[left], article_ids=(a,)))
            rest = tuple(article for article in done[left].article_ids if article != a)
            if rest:
                done[left] = replace(done[left], article_ids=rest, why=recounted(done[left].why, len(rest)))
            else:
                del done[left]
            home[a] = to
            changes.append(Change("article moved", left, to, CORRECTED))
    return list(done.values()), changes


def _age(story: KeptStory | None) -> tuple[str, str]:
    return (story.first or "", story.id) if story is not None else ("", "")


def _home(story: KeptStory, archive: Collection[KeptStory]) -> KeptStory | None:
    if story.first is None:
        return None
    rated = [
        (_likeness(story.key, other.key), other.id, other) for other in archive if _same_days(story, other)
    ]
    best = max(rated, key=lambda entry: entry[:2], default=None)
    return best[2] if best is not None and best[0] >= LATE else None


def _same_days(story: KeptStory, other: KeptStory) -> bool:
    if story.first is None or other.first is None or other.last is None:
        return False
    low, high = bounds(story.first)
    return bounds(other.first)[0] - LATE_DAYS <= high and low <= bounds(other.last)[1] + LATE_DAYS


def _likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(value * other.get(feature, 0.0) for feature, value in one.items())


def _together(home: KeptStory, other: KeptStory) -> KeptStory:
    days = sorted(day for day in (home.first, home.last, other.first, other.last) if day)
    ids = (*home.article_ids, *other.article_ids)
    common = {f: value * other.key[f] for f, value in home.key.items() if f in other.key}
    return replace(
        home,
        article_ids=ids,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        why=joined(
            home.why, len(ids), common, other.why.dates or [d for d in (other.first, other.last) if d]
        ),
    )
