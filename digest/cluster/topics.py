"""Stories -> topics: lines of developments, kept across days and months."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from digest.cluster.memory import Memory, together, told_by
from digest.cluster.naming import Features, listed, names_of, topic_name, words_of
from digest.cluster.time import bounds
from digest.kept import Change, KeptStory, KeptTopic, Links, State
from digest.model import Story, Topic

GOES_ON = 0.18  # likeness of a story and a topic at which the story goes on with it,
ONE_LINE = 0.23  # and of two topics at which they are one
HALF_LIFE = 120.0  # days in which what a topic was about loses half its weight
KEY_FEATURES = 40  # features that a story is remembered by
RECENT_TOPICS = 4_000  # topics that new stories are held against: those with the latest stories
STILL_NAMED = 3  # heaviest names of a topic, one of which its name has, or it is named anew


def place_in_topics(
    stories: Sequence[KeptStory],
    known: Sequence[KeptTopic],
    commons: Mapping[str, Features],
    links: Links,
) -> tuple[list[KeptStory], list[KeptTopic], dict[str, str], list[Change]]:
    """Give every story without a topic one, the earliest first, and join topics that prove to be one.

    ``commons`` are the features that the articles of each of these share. Gives all stories, all topics, the
    topics that went and those that they went into, and what changed of topics that were known.
    """
    topics = {topic.id: topic for topic in known}
    before = dict(topics)
    memory = Memory()
    for topic in sorted(known, key=lambda t: (t.last or "", t.id))[-RECENT_TOPICS:]:
        memory.put(topic.id, topic.key)
    heirs: dict[str, str] = {}
    changes: list[Change] = []
    chosen: dict[str, str] = {}
    for story in sorted((s for s in stories if not s.topic), key=lambda s: (s.first or "", s.id)):
        told = told_by(commons[story.id])
        likeness, near = memory.nearest(told)
        goes_on = near is not None and likeness >= GOES_ON
        home = near if near is not None and goes_on else story.id
        chosen[story.id] = home
        topics[home] = _grown(topics.get(home), home, told, story.last)
        memory.put(home, topics[home].key)
        likeness, other = memory.nearest(topics[home].key, but=home) if goes_on else (0.0, None)
        while other is not None and likeness >= ONE_LINE:
            kept, gone = _by_standing(home, other, topics, before, links)
            if gone in before:
                changes.append(Change("topics merged", kept, gone, _both_tell(topics[kept], topics[gone])))
            topics[kept] = _joined(topics[kept], topics.pop(gone))
            heirs[gone] = home = kept
            memory.drop(gone)
            memory.put(kept, topics[kept].key)
            likeness, other = memory.nearest(topics[kept].key, but=kept)
    placed = moved((replace(s, topic=chosen[s.id]) if s.id in chosen else s for s in stories), heirs)
    grown = {story.topic for story in placed if story.id in chosen}
    renamed = _name(topics, {*grown, *links.names}, before, links)
    return placed, list(topics.values()), heirs, [*changes, *renamed]


def moved(stories: Iterable[KeptStory], heirs: Mapping[str, str]) -> list[KeptStory]:
    """The stories, those of topics that went put into the topics that these went into."""
    done = []
    for story in stories:
        topic = story.topic
        while topic in heirs:
            topic = heirs[topic]
        done.append(story if topic == story.topic else replace(story, topic=topic))
    return done


def _grown(topic: KeptTopic | None, name: str, told: Features, last: str | None) -> KeptTopic:
    """A topic with one more story; None: the story opens it."""
    if topic is None:
        return KeptTopic(name, "", together({}, told), last)
    fading = 1.0
    if last and topic.last:
        fading = 0.5 ** (max(0.0, bounds(last)[0] - bounds(topic.last)[0]) / HALF_LIFE)
    return replace(topic, key=together(topic.key, told, fading=fading), last=_later(topic.last, last))


def _joined(topic: KeptTopic, other: KeptTopic) -> KeptTopic:
    return replace(topic, key=together(topic.key, other.key), last=_later(topic.last, other.last))


def _both_tell(topic: KeptTopic, other: KeptTopic) -> str:
    common = {feature: w * other.key[feature] for feature, w in topic.key.items() if feature in other.key}
    told = listed([*names_of(common, 2), *words_of(common, 2)])
    return f"with the stories that came since both tell of {told}"


def _later(one: str | None, other: str | None) -> str | None:
    return max(one or "", other or "") or None


def _by_standing(
    one: str, other: str, topics: Mapping[str, KeptTopic], known: Collection[str], links: Links
) -> tuple[str, str]:
    """Which of two topics stays, and which goes into it.

    One that the user has named stays, then one that is known from before, then the one with more to it.
    """
    kept, gone = sorted(
        (one, other),
        key=lambda name: (name not in links.names, name not in known, -sum(topics[name].key.values()), name),
    )
    return kept, gone


def _name(
    topics: dict[str, KeptTopic], some: Collection[str], known: Collection[str], links: Links
) -> list[Change]:
    """Name some topics, and say which of those that were known have another name than before.

    A name lasts as long as it has one of the names that the topic now tells most of.
    """
    changes = []
    for topic in [topics[name] for name in sorted(some) if name in topics]:
        telling = names_of(topic.key, STILL_NAMED)
        name = topic.name
        if topic.id in links.names:
            name = links.names[topic.id]
        elif not name or (telling and not any(one in name for one in telling)):
            name = topic_name(topic.key)
        if name != topic.name:
            topics[topic.id] = replace(topic, name=name)
            if topic.id in known:
                changes.append(Change("topic renamed", topic.id, topic.id, f"{topic.name} → {name}"))
    return changes


def mean_key(keys: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The heaviest features of some keys together, of unit length."""
    totals: dict[str, float] = {}
    for key in keys:
        for feature, value in key.items():
            totals[feature] = totals.get(feature, 0.0) + value
    chosen = sorted(totals, key=lambda f: (-totals[f], f))[:KEY_FEATURES]
    length = sum(totals[f] ** 2 for f in chosen) ** 0.5 or 1.0
    return {feature: round(totals[feature] / length, 4) for feature in chosen}


def assemble(state: State, *, only: Collection[str] | None = None) -> tuple[Topic, ...]:
    """The topics of a state, earliest first; with ``only``, those with one of these articles."""
    by_topic: dict[str, list[KeptStory]] = {}
    for story in (*state.closed, *state.stories):
        by_topic.setdefault(story.topic, []).append(story)
    topics = []
    for topic in state.topics:
        members = sorted(by_topic.get(topic.id, []), key=lambda s: (s.first or "", s.id))
        if not members:
            continue
        if only is not None and not any(a in only for s in members for a in s.article_ids):
            continue
        days = sorted(day for s in members for day in (s.first, s.last) if day)
        stories = tuple(Story(s.id, s.article_ids, s.first, s.last, s.why) for s in members)
        first, last = (days[0], days[-1]) if days else (None, None)
        topics.append(Topic(topic.id, topic.name, stories, first, last))
    return tuple(sorted(topics, key=lambda t: (t.first or "", t.id)))
