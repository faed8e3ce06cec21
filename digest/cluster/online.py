"""One run of clustering: new readings meet the stories and topics of yesterday."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from digest.cluster.archive import apply_links, bring_back
from digest.cluster.constraints import bound_units, initial_groups
from digest.cluster.evidence import common_features, explained, keyed
from digest.cluster.features import profile
from digest.cluster.grouping import Field, blocks, bring_home, link, split
from digest.cluster.identity import keep_ids
from digest.cluster.neighbours import CROWD, Pairs, crowding, find_pairs, nearest_of
from digest.cluster.setting import apart_by_event
from digest.cluster.space import Floats, make_space
from digest.cluster.time import bounds, read_dates, recent
from digest.cluster.topics import assemble, moved, place_in_topics
from digest.kept import Change, Clustering, KeptStory, Links, Profile, State
from digest.model import Reading

Recall = Callable[[Collection[str]], Sequence[KeptStory]]
REACH_DAYS = 21.0  # new articles are compared with those published this long before the newest,
REACH_ARTICLES = 12_000  # but with no more than these
DIVISIBLE = 8  # articles that a story of yesterday needs before it may still be divided
LOOSE_DAYS = 5.0  # an article so much older than the newest at most may still find a better place
STEP = 2_000  # articles that are taken in at once at most


def cluster(
    readings: Sequence[Reading],
    *,
    previous: State | None = None,
    links: Links | None = None,
    recall: Recall | None = None,
) -> Clustering:
    """Put readings into stories and topics, starting from those of ``previous``.

    The order of the readings does not matter and nothing is random. A reading whose article is known
    already replaces what was known of it and keeps its place. ``recall`` gives the closed stories of
    some topics where ``previous`` does not hold them all.
    """
    state, corrections = previous or State(), links or Links()
    read = {r.article.id: r for r in readings}
    settled = {article for story in state.closed for article in story.article_ids if article in read}
    fresh = sorted((r for name, r in read.items() if name not in settled), key=_age)
    changes: list[Change] = []
    for start in range(0, max(len(fresh), 1), STEP):
        state, what = take_in([profile(r) for r in fresh[start : start + STEP]], state, corrections, recall)
        changes += what
    return Clustering(assemble(state, only=read.keys()), state, tuple(changes))


def _age(reading: Reading) -> tuple[str, str]:
    published = reading.article.published
    return (published.when[:10] if published else "", reading.article.id)


def take_in(
    fresh: Sequence[Profile], before: State, links: Links, recall: Recall | None = None
) -> tuple[State, list[Change]]:
    """One step: the state after some new articles, and what they moved."""
    field, pairs = _measure(fresh, before)
    within = {p.id for p in field.profiles}
    opened, closed = _by_reach((*before.closed, *before.stories), within)
    groups = _group(field, pairs, opened, links)
    stories, changes = keep_ids([[field.profiles[i] for i in group] for group in groups], opened, links)
    places = {story.id: group for story, group in zip(stories, groups, strict=True)}
    known = {s.id: s.article_ids for s in opened}
    touched = {s.id for s in stories if known.get(s.id) != s.article_ids}
    commons = common_features(stories, field, places, touched)
    stories, closed = bring_back(keyed(stories, commons), closed, {p.id for p in fresh})
    stories, topics, heirs, changed = place_in_topics(stories, before.topics, commons, links)
    if heirs:
        out_of_sight = recall(heirs.keys()) if recall else ()
        closed = moved(({s.id: s for s in (*out_of_sight, *closed)}).values(), heirs)
    siblings = recall({s.topic for s in stories if s.id in commons}) if recall else ()
    archive = {s.id: s for s in (*siblings, *closed)}
    stories = explained(stories, list(archive.values()), field, pairs, places, commons)
    everything, corrected = apply_links(stories, closed, links)
    opened, closed = _by_reach(everything, within)
    changes += [*changed, *corrected]
    state = State(
        profiles=tuple(field.profiles),
        stories=tuple(opened),
        closed=tuple(closed),
        topics=tuple(topics),
        changes=(*before.changes, *changes),
    )
    return state, changes


def _by_reach(stories: Iterable[KeptStory], within: set[str]) -> tuple[list[KeptStory], list[KeptStory]]:
    """The stories with an article within reach, and the others."""
    split: tuple[list[KeptStory], list[KeptStory]] = ([], [])
    for story in stories:
        split[within.isdisjoint(story.article_ids)].append(story)
    return split


def _measure(fresh: Sequence[Profile], before: State) -> tuple[Field, Pairs]:
    """The articles within reach in their order, and the pairs that the new ones make."""
    new = {p.id for p in fresh}
    profiles = _within_reach([*(p for p in before.profiles if p.id not in new), *fresh], new)
    space = make_space(profiles)
    is_new = np.array([p.id in new for p in profiles], dtype=bool)
    pairs = find_pairs(space, np.flatnonzero(is_new).tolist())
    known = _known_nearest(profiles)
    nearest = nearest_of(pairs, known, is_new).astype("<f4")
    for i in np.flatnonzero(is_new | (nearest != known).any(axis=1)).tolist():
        profiles[i] = replace(profiles[i], nearest=nearest[i].tobytes())
    return Field(profiles, space, crowding(nearest), read_dates(profiles)), pairs


def _known_nearest(profiles: Sequence[Profile]) -> Floats:
    known = np.zeros((len(profiles), CROWD), dtype=np.float32)
    for i, p in enumerate(profiles):
        if p.nearest:
            known[i] = np.frombuffer(p.nearest, dtype="<f4")
    return known


def _group(field: Field, pairs: Pairs, stories: Sequence[KeptStory], links: Links) -> list[list[int]]:
    """Groups of articles that are one story each; yesterday's stories are groups to begin with."""
    ids = [p.id for p in field.profiles]
    owner, apart = initial_groups(ids, stories, links)
    settled: dict[int, list[int]] = {}
    for i, name in enumerate(owner):
        settled.setdefault(name, []).append(i)
    bound = bound_units(ids, links)
    units = [name if len(settled[name]) < DIVISIBLE else bound[i] for i, name in enumerate(owner)]
    loose = recent(field.dates, LOOSE_DAYS)
    start = [bound[i] if loose[i] else name for i, name in enumerate(owner)]
    groups: list[list[int]] = []
    for rows in blocks(field, pairs, owner):
        for group in link(field, rows, start, apart, before=owner):
            if _unmoved(group, owner, settled):
                groups.append(group)
                continue
            for event in split(field, group, units):
                parts = apart_by_event(field, event, units, pairs)
                groups += parts
                apart += [(one[0], other[0]) for one, other in combinations(parts, 2)]
    placed = {i for group in groups for i in group}
    groups += [group for group in settled.values() if group[0] not in placed]
    return sorted(bring_home(field, groups, pairs, apart))


def _unmoved(group: Sequence[int], owner: Sequence[int], settled: Mapping[int, Sequence[int]]) -> bool:
    return len(group) > 1 and list(settled[owner[group[0]]]) == list(group)


def _within_reach(profiles: Iterable[Profile], new: set[str]) -> list[Profile]:
    """The new articles and those published within the window before the newest.

    A date that is known to the month or the year alone counts by its first day, so that one article with
    such a date does not close the stories of yesterday.
    """
    ordered = _in_order(profiles)
    newest = max((bounds(p.published)[0] for p in ordered if p.published), default=0.0)
    near = [
        p
        for p in ordered
        if p.id in new or p.published is None or bounds(p.published)[1] >= newest - REACH_DAYS
    ]
    spare = max(0, len(near) - REACH_ARTICLES)
    left_out = {p.id for p in [p for p in near if p.id not in new][:spare]}
    return [p for p in near if p.id not in left_out]


def _in_order(profiles: Iterable[Profile]) -> list[Profile]:
    return sorted(profiles, key=lambda p: (p.published or "", p.id))
