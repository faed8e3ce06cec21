"""One run of clustering: new readings meet the stories and topics of yesterday."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from digest.cluster.constraints import initial_groups
from digest.cluster.features import profile
from digest.cluster.linkage import agglomerate
from digest.cluster.naming import topic_name
from digest.cluster.state import Change, Clustering, KeptStory, KeptTopic, Links, Profile, State
from digest.cluster.time import nearness, span
from digest.cluster.topics import join_topics, key_of
from digest.cluster.vectors import Floats, Vectors, rarity, similarities, vectorise
from digest.cluster.why import explain_story, shared
from digest.model import Reading, Story, Topic, Why

STORY_THRESHOLD = 0.2  # mean similarity at which two groups of articles are one story


def cluster(
    readings: Sequence[Reading], *, previous: State | None = None, links: Links | None = None
) -> Clustering:
    """Put readings into stories and topics, starting from those of ``previous``.

    The order of the readings does not matter and nothing is random. A reading whose article is known
    already replaces what was known of it and keeps its place.
    """
    before, corrections = previous or State(), links or Links()
    new = {r.article.id: profile(r) for r in readings}
    profiles = _in_order({p.id: p for p in (*before.profiles, *new.values())}.values())
    vectors = vectorise(profiles, rarity(profiles))
    similarity = similarities(vectors) * nearness(profiles)
    groups = _linked(profiles, similarity, before, corrections)
    rows = [_row(vectors, i) for i in range(len(profiles))]
    stories, changes = _keep_ids(groups, profiles, before)
    stories, topics = _topics(stories, profiles, rows, before, corrections)
    stories = _explained(stories, profiles, rows, similarity)
    state = State(tuple(profiles), tuple(stories), tuple(topics), (*before.changes, *changes))
    return Clustering(topics=assemble(state, only=new.keys()), state=state, changes=tuple(changes))


def assemble(state: State, *, only: Collection[str] | None = None) -> tuple[Topic, ...]:
    """The topics of a state, earliest first; with ``only``, those with one of these articles."""
    wanted = None if only is None else set(only)
    by_topic: dict[str, list[KeptStory]] = {}
    for story in state.stories:
        by_topic.setdefault(story.topic, []).append(story)
    topics = []
    for topic in state.topics:
        members = sorted(by_topic.get(topic.id, []), key=lambda s: (s.first or "", s.id))
        if not members or (
            wanted is not None and not any(a in wanted for s in members for a in s.article_ids)
        ):
            continue
        days = sorted(day for s in members for day in (s.first, s.last) if day)
        stories = tuple(Story(s.id, s.article_ids, s.first, s.last, s.why) for s in members)
        first, last = (days[0], days[-1]) if days else (None, None)
        topics.append(Topic(topic.id, topic.name, stories, first, last))
    return tuple(sorted(topics, key=lambda t: (t.first or "", t.id)))


def _in_order(profiles: Iterable[Profile]) -> list[Profile]:
    return sorted(profiles, key=lambda p: (p.published or "", p.id))


def _row(vectors: Vectors, i: int) -> dict[str, float]:
    features, values = vectors.row(i)
    return {vectors.names[f]: float(v) for f, v in zip(features, values, strict=True)}


def _linked(profiles: Sequence[Profile], similarity: Floats, before: State, links: Links) -> list[list[int]]:
    """Groups of profiles that are one story each; yesterday's stories are groups to begin with."""
    owner, apart = initial_groups([p.id for p in profiles], before, links)
    names = sorted(set(owner))
    number = {name: g for g, name in enumerate(names)}
    share = np.zeros((len(names), len(profiles)), dtype=np.float32)
    for i, name in enumerate(owner):
        share[number[name], i] = 1
    sizes = share.sum(axis=1)
    means = (share @ similarity @ share.T) / np.outer(sizes, sizes)
    for a, b in apart:
        means[number[owner[a]], number[owner[b]]] = means[number[owner[b]], number[owner[a]]] = -np.inf
    label = agglomerate(means, sizes, threshold=STORY_THRESHOLD)
    found: dict[int, list[int]] = {}
    for i, name in enumerate(owner):
        found.setdefault(label[number[name]], []).append(i)
    return list(found.values())


def _keep_ids(
    groups: Sequence[Sequence[int]], profiles: Sequence[Profile], before: State
) -> tuple[list[KeptStory], list[Change]]:
    """Stories with their ids: yesterday's where there is one, else the id of the first article."""
    home = {a: story for story in before.stories for a in story.article_ids}
    known = {p.id for p in profiles}
    stories, changes, used = [], [], set()
    for group in sorted(groups, key=lambda g: profiles[g[0]].id not in home):
        members = [profiles[i] for i in group]
        old = {home[p.id].id: home[p.id] for p in members if p.id in home}
        heirs = [s for s in old.values() if any(p.id == s.id for p in members) or s.id not in known]
        heirs = sorted((s for s in heirs if s.id not in used), key=lambda s: (s.first or "", s.id))
        first, last = span(members)
        if heirs:
            name, topic = heirs[0].id, heirs[0].topic
        else:
            name, topic = next(p.id for p in members if p.id not in used), ""
        used.add(name)
        for gone in heirs[1:]:
            used.add(gone.id)
            changes.append(Change("stories merged", name, gone.id, "new articles join the two"))
        changes += [
            Change("story split", s, name, "kept apart by a correction")
            for s in sorted(set(old) - {h.id for h in heirs})
        ]
        ids = tuple(p.id for p in members)
        stories.append(KeptStory(name, topic, ids, first, last, Why((), (), (), "")))
    return stories, changes


def _topics(
    stories: Sequence[KeptStory],
    profiles: Sequence[Profile],
    rows: Sequence[Mapping[str, float]],
    before: State,
    links: Links,
) -> tuple[list[KeptStory], list[KeptTopic]]:
    at = {p.id: i for i, p in enumerate(profiles)}
    keys = {s.id: shared([rows[at[a]] for a in s.article_ids]) for s in stories}
    fresh = sorted((s for s in stories if not s.topic), key=lambda s: (s.first or "", s.id))
    labels = join_topics([keys[s.id] for s in fresh], before.topics)
    chosen: dict[str, str] = {s.id: s.topic for s in stories if s.topic}
    for story, label in zip(fresh, labels, strict=True):
        known = label < len(before.topics)
        chosen[story.id] = before.topics[label].id if known else fresh[label - len(before.topics)].id
    placed = [KeptStory(s.id, chosen[s.id], s.article_ids, s.first, s.last, s.why) for s in stories]
    topics = []
    for topic_id in sorted(set(chosen.values())):
        key = key_of([keys[s.id] for s in placed if s.topic == topic_id])
        name = links.names.get(topic_id) or topic_name(key)
        topics.append(KeptTopic(topic_id, name, key))
    return placed, topics


def _explained(
    stories: Sequence[KeptStory],
    profiles: Sequence[Profile],
    rows: Sequence[Mapping[str, float]],
    similarity: Floats,
) -> list[KeptStory]:
    at = {p.id: i for i, p in enumerate(profiles)}
    places = [[at[a] for a in s.article_ids] for s in stories]
    explained = []
    for number, (story, own) in enumerate(zip(stories, places, strict=True)):
        near = [
            float(similarity[np.ix_(own, other)].mean()) if k != number else -1.0
            for k, other in enumerate(places)
        ]
        best = int(np.argmax(near))
        nearest = None
        if near[best] > STORY_THRESHOLD / 4:
            others = places[best]
            nearest = (stories[best].id, [profiles[i] for i in others], shared([rows[i] for i in others]))
        why = explain_story([profiles[i] for i in own], [rows[i] for i in own], nearest=nearest)
        explained.append(KeptStory(story.id, story.topic, story.article_ids, story.first, story.last, why))
    return explained
