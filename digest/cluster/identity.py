"""Groups of articles -> stories with ids that last: yesterday's where there is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from digest.cluster.time import span
from digest.kept import Change, KeptStory, Links, Profile
from digest.model import Why

NO_WHY = Why((), (), (), "")
CORRECTED = "a correction by the user"
JOINED = "articles that came since report the two as one event"
CLOSER = "it is closer to this story, now that more of its articles have come"
TWO_EVENTS = "its articles tell of two events"

Groups = Sequence[Sequence[Profile]]


def keep_ids(
    groups: Groups, before: Sequence[KeptStory], links: Links
) -> tuple[list[KeptStory], list[Change]]:
    """Stories with their ids, one for each group, and what was moved.

    The heir of an old story is the group with the article that opened it, or else with most of its
    articles. The heir of several keeps the id of the earliest; a group that is no heir takes the id of
    its first article. Articles of an old story that are out of reach stay with its heir.
    """
    place = {p.id: g for g, group in enumerate(groups) for p in group}
    heirs = _heirs(place, before)
    inherited: dict[int, list[KeptStory]] = {}
    for story in sorted(before, key=lambda s: (s.first or "", s.id)):
        if story.id in heirs:
            inherited.setdefault(heirs[story.id], []).append(story)
    stories = [_story(group, inherited.get(g, ()), place, heirs) for g, group in enumerate(groups)]
    members = {story.id: set(story.article_ids) for story in before}
    joins = (*links.together, *links.pins.items())
    changes = [
        Change(
            "stories merged",
            stories[g].id,
            gone.id,
            CORRECTED if _meet(joins, members[olds[0].id], members[gone.id]) else JOINED,
        )
        for g, olds in sorted(inherited.items())
        for gone in olds[1:]
    ]
    home = {article: story.id for story in before for article in story.article_ids}
    for g, group in enumerate(groups):
        here = {p.id for p in group}
        for left in sorted({home[p.id] for p in group if p.id in home and heirs[home[p.id]] != g}):
            gone_from = members[left]
            asked = _meet(links.apart, here, gone_from - here) or _meet(
                joins, here & gone_from, here - gone_from
            )
            if g in inherited:
                why = CORRECTED if asked else CLOSER
                changes.append(Change("article moved", left, stories[g].id, why))
            else:
                why = CORRECTED if asked else TWO_EVENTS
                changes.append(Change("story split", left, stories[g].id, why))
    return stories, changes


def _meet(pairs: Iterable[tuple[str, str]], some: Set[str], others: Set[str]) -> bool:
    """Whether a pair has an article among each of two lots."""
    return any((a in some and b in others) or (b in some and a in others) for a, b in pairs)


def _heirs(place: Mapping[str, int], before: Sequence[KeptStory]) -> dict[str, int]:
    """The group that each old story goes on in."""
    heirs: dict[str, int] = {}
    for story in before:
        held = Counter(place[a] for a in story.article_ids if a in place)
        if story.id in place:
            heirs[story.id] = place[story.id]
        elif held:
            heirs[story.id] = min(held, key=lambda g: (-held[g], g))
    return heirs


def _story(
    group: Sequence[Profile], olds: Sequence[KeptStory], place: Mapping[str, int], taken: Mapping[str, int]
) -> KeptStory:
    first, last = span(group)
    days = sorted(day for day in (first, last, *(d for s in olds for d in (s.first, s.last))) if day)
    out_of_reach = [a for s in olds for a in s.article_ids if a not in place]
    ids = (*out_of_reach, *(p.id for p in group))
    if olds:
        name, topic, why, key = olds[0].id, olds[0].topic, olds[0].why, olds[0].key
    else:
        own = next((p.id for p in group if p.id not in taken), f"{group[0].id}+")
        name, topic, why, key = own, "", NO_WHY, {}
    return KeptStory(name, topic, ids, days[0] if days else None, days[-1] if days else None, why, key)
