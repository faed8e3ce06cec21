"""Stories, topics and what clustering remembers of articles, from one run to the next.

What a run loads and writes grows with what is within its reach, not with the archive: closed stories
are loaded where late articles, corrections or their topic ask for them, and only what changed is written.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, Table, bindparam, delete, insert, select

from digest.kept import Change, KeptStory, KeptTopic, Profile, State, interned
from digest.model import Story, Why
from digest.store import tables as t
from digest.store.engine import Session

T = TypeVar("T")
SOME = 500  # values that one statement names at most
LATE_DAYS = 4  # a late article is published at most so long before or after a closed story that it belongs to
TOPICS = 4_000  # with the latest stories: what new stories are held against


class Clustering(Session):
    """The part of the store that clustering works with."""

    def load_state(self, *, articles: Collection[str] | None = None, days: Collection[str] = ()) -> State:
        """The state as it was last saved; empty where nothing was.

        With ``articles``, the ids of those that a run brings, and their ``days`` of publication (ISO
        8601, cut to their precision), only what such a run may touch: all that is within reach, and of
        the closed stories those that have one of the articles or of those that corrections name, or are
        of near days. Those of a topic come with ``closed_of``.
        """
        with self._reading() as run:
            profiles = tuple(_profile(row) for row in run.execute(select(t.profile)))
            profiles = tuple(sorted(profiles, key=lambda p: (p.published or "", p.id)))
            at = {p.id: n for n, p in enumerate(profiles)}
            opened = _stories(run, select(t.story).where(t.story.c.closed == False))  # noqa: E712  SQL
            opened.sort(key=lambda s: (min((at.get(a, len(at)) for a in s.article_ids), default=0), s.id))
            if articles is None:
                closed = _stories(run, select(t.story).where(t.story.c.closed == True))  # noqa: E712  SQL
                topics = [_topic(row) for row in run.execute(select(t.topic).order_by(t.topic.c.id))]
            else:
                closed = _asked_for(run, articles, days)
                topics = _topics(run, {story.topic for story in (*opened, *closed)})
            changes = run.execute(select(t.change).order_by(t.change.c.number)) if articles is None else ()
            return State(
                profiles=profiles,
                stories=tuple(opened),
                closed=tuple(sorted(closed, key=lambda s: s.id)),
                topics=tuple(topics),
                changes=tuple(Change(row.kind, row.kept, row.other, row.why) for row in changes),
            )

    def closed_of(self, topics: Collection[str]) -> tuple[KeptStory, ...]:
        """The closed stories of some topics, by id."""
        with self._reading() as run:
            found = _each(
                run,
                topics,
                lambda some: select(t.story).where(t.story.c.closed == True, t.story.c.topic.in_(some)),  # noqa: E712  SQL
            )
            return tuple(sorted(found, key=lambda s: s.id))

    def save_state(
        self, state: State, *, before: State | None = None, placed: Collection[str] | None = None
    ) -> None:
        """Put ``state`` in the place of what was saved, in one transaction.

        ``before`` is what ``load_state`` gave: what it did not load is left alone. None: everything was
        loaded. ``placed`` are the articles that have their place among the stories now.
        """
        before = self.load_state() if before is None else before
        with self._writing() as run:
            _save_stories(run, state, before)
            _put(run, t.profile, before.profiles, state.profiles, _profile_row)
            _put(run, t.topic, before.topics, state.topics, _topic_row)
            _add(run, t.change, [asdict(c) for c in state.changes[len(before.changes) :]])
            if placed:
                done = t.article.update().where(t.article.c.id == bindparam("b_id")).values(placed=True)
                run.execute(done, [{"b_id": name} for name in placed])

    def stories_of(self, articles: Collection[str]) -> tuple[tuple[Story, str], ...]:
        """The stories with one of these articles, each with the id of its topic; by id."""
        with self._reading() as run:
            asked = _each(run, articles, _having)
            found = {story.id: story for story in asked}
            return tuple(
                (Story(s.id, s.article_ids, s.first, s.last, s.why), s.topic)
                for _, s in sorted(found.items())
            )

    def topics_of(self, topics: Collection[str]) -> tuple[KeptTopic, ...]:
        """The topics with these ids; by id."""
        with self._reading() as run:
            rows = _rows(run, topics, lambda some: select(t.topic).where(t.topic.c.id.in_(some)))
            return tuple(sorted((_topic(row) for row in rows), key=lambda topic: topic.id))


def _asked_for(run: Connection, articles: Collection[str], days: Collection[str]) -> list[KeptStory]:
    """The closed stories that a run with these articles may touch."""
    linked = run.execute(
        select(t.correction.c.subject, t.correction.c.object).where(t.correction.c.kind != "name")
    )
    names = {*articles, *(article for pair in linked for article in pair)}
    closed = t.story.c.closed == True  # noqa: E712  SQL
    found = _each(run, names, lambda some: _having(some).where(closed))
    for first, last in sorted({_around(day) for day in days}):
        near = (t.story.c.first <= last, t.story.c.last + "~" >= first)  # "~": "2031-04" lasts all of April
        found += _stories(run, select(t.story).where(closed, *near))
    return list({story.id: story for story in found}.values())


def _around(day: str) -> tuple[str, str]:
    """The days around a date of any precision on which a story of the same event may begin or end."""
    year, month, number = (*map(int, day.split("T")[0].split("-")), 0, 0)[:3]
    first = date(year, month or 1, number or 1)
    last = first if number else date(year, month or 12, 28) + timedelta(days=3)
    margin = timedelta(days=LATE_DAYS)
    return (max(first, date.min + margin) - margin).isoformat(), (
        min(last, date.max - margin) + margin
    ).isoformat()


def _having(articles: Sequence[str]) -> Select[Any]:
    mine = select(t.member.c.story).where(t.member.c.article.in_(articles))
    return select(t.story).where(t.story.c.id.in_(mine))


def _stories(run: Connection, chosen: Select[Any]) -> list[KeptStory]:
    rows = run.execute(chosen).all()
    members: dict[str, list[str]] = {}
    ids = [row.id for row in rows]
    wanted = select(t.member.c.story, t.member.c.article).order_by(t.member.c.story, t.member.c.position)
    for row in _rows(run, ids, lambda some: wanted.where(t.member.c.story.in_(some))):
        members.setdefault(row.story, []).append(row.article)
    return [
        KeptStory(
            row.id,
            row.topic,
            tuple(members.get(row.id, ())),
            row.first,
            row.last,
            _why(row.why),
            json.loads(row.key),
        )
        for row in rows
    ]


def _each(
    run: Connection, names: Iterable[str], chosen: Callable[[Sequence[str]], Select[Any]]
) -> list[KeptStory]:
    return [story for some in batched(sorted(set(names))) for story in _stories(run, chosen(some))]


def _rows(
    run: Connection, names: Iterable[str], chosen: Callable[[Sequence[str]], Select[Any]]
) -> Iterator[Row[Any]]:
    for some in batched(names):
        yield from run.execute(chosen(some))


def batched(names: Iterable[T]) -> Iterator[list[T]]:
    """Values in pieces that one statement may name."""
    rest = iter(names)
    while some := list(islice(rest, SOME)):
        yield some


def _topics(run: Connection, named: Collection[str]) -> list[KeptTopic]:
    """The topics with the latest stories, those of these names and those that the user has named."""
    latest = select(t.topic).order_by(t.topic.c.last.desc().nulls_last(), t.topic.c.id.desc()).limit(TOPICS)
    given = run.execute(select(t.correction.c.subject).where(t.correction.c.kind == "name")).scalars()
    asked = {*named, *given}
    rows = [
        *run.execute(latest),
        *_rows(run, asked, lambda some: select(t.topic).where(t.topic.c.id.in_(some))),
    ]
    found = {row.id: row for row in rows}
    return [_topic(found[name]) for name in sorted(found)]


def _save_stories(run: Connection, state: State, before: State) -> None:
    known = {s.id: (s, True) for s in before.closed} | {s.id: (s, False) for s in before.stories}
    now = [(s, True) for s in state.closed] + [(s, False) for s in state.stories]
    names = {s.id for s, _ in now}
    changed = [(s, closed) for s, closed in now if known.get(s.id) != (s, closed)]
    gone = [name for name in known if name not in names]
    recalled = (s.id for s, closed in changed if closed or s.id in known)  # a closed one may not be in before
    stale = [{"b_id": name} for name in (*gone, *recalled)]
    if stale:
        run.execute(delete(t.member).where(t.member.c.story == bindparam("b_id")), stale)
        run.execute(delete(t.story).where(t.story.c.id == bindparam("b_id")), stale)
    _add(run, t.story, [_story_row(s, closed) for s, closed in changed])
    places = ((s.id, a, n) for s, _ in changed for n, a in enumerate(s.article_ids))
    _add(run, t.member, [{"story": story, "article": a, "position": n} for story, a, n in places])


def _put(
    run: Connection,
    table: Table,
    before: Sequence[Any],
    after: Sequence[Any],
    row: Callable[[Any], dict[str, object]],
) -> None:
    """Write the rows that changed and delete those that went."""
    known = {item.id: item for item in before}
    names = {item.id for item in after}
    changed = [item for item in after if known.get(item.id) != item]
    stale = [name for name in known if name not in names] + [i.id for i in changed if i.id in known]
    if stale:
        run.execute(delete(table).where(table.c.id == bindparam("b_id")), [{"b_id": name} for name in stale])
    _add(run, table, [row(item) for item in changed])


def _add(run: Connection, table: Table, rows: Sequence[dict[str, object]]) -> None:
    if rows:
        run.execute(insert(table), rows)


def _profile(row: Row[Any]) -> Profile:
    return Profile(
        id=row.id,
        published=row.published,
        features=interned(row.features.split("\n")) if row.features else (),
        codes=bytes(row.codes),
        counts=bytes(row.counts),
        blocks=(row.lead, row.whole),
        weekdays=tuple(row.weekdays.split()),
        days=tuple(row.days.split()),
        nearest=bytes(row.nearest),
    )


def _profile_row(profile: Profile) -> dict[str, object]:
    return {
        "id": profile.id,
        "published": profile.published,
        "features": "\n".join(profile.features),
        "codes": profile.codes,
        "counts": profile.counts,
        "lead": profile.blocks[0],
        "whole": profile.blocks[1],
        "weekdays": " ".join(profile.weekdays),
        "days": " ".join(profile.days),
        "nearest": profile.nearest,
    }


def _story_row(story: KeptStory, closed: bool) -> dict[str, object]:
    return {
        "id": story.id,
        "topic": story.topic,
        "first": story.first,
        "last": story.last,
        "why": json.dumps(asdict(story.why), ensure_ascii=False),
        "key": json.dumps(story.key, ensure_ascii=False),
        "closed": closed,
    }


def _topic(row: Row[Any]) -> KeptTopic:
    return KeptTopic(row.id, row.name, json.loads(row.key), row.last)


def _topic_row(topic: KeptTopic) -> dict[str, object]:
    key = json.dumps(topic.key, ensure_ascii=False)
    return {"id": topic.id, "name": topic.name, "key": key, "last": topic.last}


def _why(text: str) -> Why:
    fields = json.loads(text)
    for name in ("entities", "terms", "dates"):
        fields[name] = tuple(fields[name])
    return Why(**fields)
