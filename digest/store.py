"""The only place that speaks SQL: one SQLite file with the stories, topics and corrections of all runs.

The file is in write-ahead mode and every save is one transaction, so that a crash leaves the state as
it was before or after, never between. A file that is not ours, damaged, or of a newer version is
refused and never written to.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from digest.errors import StoreError, UsageError
from digest.kept import Change, KeptStory, KeptTopic, Links, Profile, State
from digest.model import Why

APPLICATION = 0x44494753  # "DIGS": marks a file as ours (PRAGMA application_id)
VERSION = 1  # of the schema (PRAGMA user_version)
WAIT = 10.0  # seconds to wait for another run that holds the file

SCHEMA = """
CREATE TABLE profile (
    id TEXT PRIMARY KEY, published TEXT, features TEXT NOT NULL, codes BLOB NOT NULL, counts BLOB NOT NULL,
    lead INTEGER NOT NULL, whole INTEGER NOT NULL, weekdays TEXT NOT NULL, days TEXT NOT NULL,
    nearest BLOB NOT NULL
) STRICT;
CREATE TABLE story (
    id TEXT PRIMARY KEY, topic TEXT NOT NULL, first TEXT, last TEXT, why TEXT NOT NULL, key TEXT NOT NULL,
    closed INTEGER NOT NULL
) STRICT;
CREATE TABLE member (
    article TEXT PRIMARY KEY, story TEXT NOT NULL, position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX member_of ON member (story, position);
CREATE TABLE topic (id TEXT PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL, last TEXT) STRICT;
CREATE TABLE change (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, kept TEXT NOT NULL, other TEXT NOT NULL, why TEXT NOT NULL
) STRICT;
CREATE TABLE correction (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('together', 'apart', 'pin', 'name')),
    subject TEXT NOT NULL, object TEXT NOT NULL
) STRICT;
"""

_CLOSED = "SELECT story, count(*) FROM member JOIN story ON id = story WHERE closed = 1 GROUP BY story"


class Store:
    """An open store. Made by ``open_store``; every method is one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def load_state(self) -> State:
        """The state as it was last saved; empty where nothing was."""
        with self._transaction() as run:
            members: dict[str, list[str]] = {}
            for article, story in run("SELECT article, story FROM member ORDER BY story, position"):
                members.setdefault(story, []).append(article)
            kept: tuple[list[KeptStory], list[KeptStory]] = ([], [])
            for name, topic, first, last, why, key, closed in run(
                "SELECT id, topic, first, last, why, key, closed FROM story ORDER BY rowid"
            ):
                ids = tuple(members.get(name, ()))
                kept[closed].append(KeptStory(name, topic, ids, first, last, _why(why), json.loads(key)))
            return State(
                profiles=tuple(_profile(row) for row in run("SELECT * FROM profile ORDER BY rowid")),
                stories=tuple(kept[0]),
                closed=tuple(kept[1]),
                topics=tuple(
                    KeptTopic(name, said, json.loads(key), last)
                    for name, said, key, last in run("SELECT id, name, key, last FROM topic ORDER BY rowid")
                ),
                changes=tuple(
                    Change(kind, stays, other, why)
                    for kind, stays, other, why in run(
                        "SELECT kind, kept, other, why FROM change ORDER BY number"
                    )
                ),
            )

    def save_state(self, state: State) -> None:
        """Put ``state`` in the place of what was saved; closed stories that did not change are left alone."""
        with self._transaction() as run:
            lasting = {story.id: len(story.article_ids) for story in state.closed}
            stored = dict(run(_CLOSED))
            same = {name for name, count in stored.items() if lasting.get(name) == count}
            for (name,) in list(run("SELECT id FROM story")):
                if name not in same:
                    run("DELETE FROM member WHERE story = ?", (name,))
                    run("DELETE FROM story WHERE id = ?", (name,))
            run("DELETE FROM profile")
            run("DELETE FROM topic")
            for profile in state.profiles:
                run("INSERT INTO profile VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _profile_row(profile))
            fresh = [(story, 1) for story in state.closed if story.id not in same]
            for story, closed in (*fresh, *((story, 0) for story in state.stories)):
                run("INSERT INTO story VALUES (?, ?, ?, ?, ?, ?, ?)", _story_row(story, closed))
                for position, article in enumerate(story.article_ids):
                    run("INSERT INTO member VALUES (?, ?, ?)", (article, story.id, position))
            for topic in state.topics:
                key = json.dumps(topic.key, ensure_ascii=False)
                run("INSERT INTO topic VALUES (?, ?, ?, ?)", (topic.id, topic.name, key, topic.last))
            ((known,),) = run("SELECT count(*) FROM change")
            for c in state.changes[known:]:
                run(
                    "INSERT INTO change (kind, kept, other, why) VALUES (?, ?, ?, ?)",
                    (c.kind, c.kept, c.other, c.why),
                )

    def links(self) -> Links:
        """The corrections of the user, the later ones in the place of earlier ones that they contradict."""
        together: dict[frozenset[str], tuple[str, str]] = {}
        apart: dict[frozenset[str], tuple[str, str]] = {}
        pins: dict[str, str] = {}
        names: dict[str, str] = {}
        with self._transaction() as run:
            for kind, subject, other in run("SELECT kind, subject, object FROM correction ORDER BY number"):
                pair = frozenset((subject, other))
                if kind == "together":
                    apart.pop(pair, None)
                    together[pair] = (subject, other)
                elif kind == "apart":
                    together.pop(pair, None)
                    apart[pair] = (subject, other)
                elif kind == "pin":
                    pins[subject] = other
                else:
                    names[subject] = other
        return Links(tuple(together.values()), tuple(apart.values()), pins, names)

    def merge(self, story: str, other: str) -> None:
        """Make two stories one, from the next run on. Raises UsageError where there is no such story."""
        with self._transaction() as run:
            mine, theirs = _members(run, story), _members(run, other)
            if story == other:
                raise UsageError(f"{story} cannot be merged with itself: name two stories")
            for a in mine:
                for b in theirs:
                    run("DELETE FROM correction WHERE kind = 'apart' AND subject = ? AND object = ?", (a, b))
                    run("DELETE FROM correction WHERE kind = 'apart' AND subject = ? AND object = ?", (b, a))
            _correct(run, "together", mine[0], theirs[0])

    def split(self, story: str, articles: Sequence[str]) -> None:
        """Make some articles of a story a story of their own, from the next run on.

        Raises UsageError where there is no such story, or where these are none or all of its articles.
        """
        with self._transaction() as run:
            members = _members(run, story)
            rest = [article for article in members if article not in articles]
            missing = [article for article in articles if article not in members]
            if missing or not articles or not rest:
                what = (
                    f"{', '.join(missing)} is not in it" if missing else "name some of its articles, not all"
                )
                raise UsageError(f"story {story} cannot be split: {what}")
            for article in articles[1:]:
                _correct(run, "together", articles[0], article)
            for article in rest:
                _correct(run, "apart", articles[0], article)

    def pin(self, article: str, story: str) -> None:
        """Make an article belong to a story, from the next run on, whatever it resembles.

        Raises UsageError where there is no such story or no other article in it.
        """
        with self._transaction() as run:
            others = [member for member in _members(run, story) if member != article]
            if not others:
                raise UsageError(f"{article} cannot be pinned to {story}: it is the only article there")
            _correct(run, "pin", article, others[0])

    def name(self, topic: str, name: str) -> None:
        """Give a topic a name that stays. Raises UsageError where there is no such topic or no name."""
        with self._transaction() as run:
            if not name.strip():
                raise UsageError("a topic's name cannot be empty")
            if not list(run("SELECT 1 FROM topic WHERE id = ?", (topic,))):
                raise UsageError(f"there is no topic {topic}: list them with digest cluster")
            _correct(run, "name", topic, " ".join(name.split()))

    @contextmanager
    def _transaction(self) -> Iterator[_Run]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield _Run(self._connection)
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise StoreError(f"the store cannot be used: {error}") from error


class _Run:
    """Runs one statement after another inside a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __call__(self, statement: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        return self._connection.execute(statement, values)


@contextmanager
def open_store(path: Path) -> Iterator[Store]:
    """Open the store at ``path``, made where there is none.

    Raises StoreError where the file is damaged, not a store, of a newer version, or held by another run.
    """
    try:
        connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    except sqlite3.Error as error:
        raise StoreError(f"{path} cannot be opened: {error}") from error
    with closing(connection):
        try:
            _prepare(connection, path)
        except sqlite3.Error as error:
            raise StoreError(
                f"{path} cannot be used as a store: {error}; move it away and run again to make a new one"
            ) from error
        yield Store(connection)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and application != APPLICATION:
        raise StoreError(f"{path} is a database of another program: give another path for the store")
    if version > VERSION:
        raise StoreError(
            f"{path} was written by a newer version of Digest (schema {version}, this one knows {VERSION}): "
            "update Digest, or give another path for the store"
        )
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not tables:
        for statement in SCHEMA.split(";\n"):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def _members(run: _Run, story: str) -> list[str]:
    found = [
        article
        for (article,) in run("SELECT article FROM member WHERE story = ? ORDER BY position", (story,))
    ]
    if not found:
        raise UsageError(f"there is no story {story}: list them with digest cluster")
    return found


def _correct(run: _Run, kind: str, subject: str, other: str) -> None:
    run("INSERT INTO correction (kind, subject, object) VALUES (?, ?, ?)", (kind, subject, other))


def _profile(row: Sequence[Any]) -> Profile:
    name, published, features, codes, counts, lead, whole, weekdays, days, nearest = row
    return Profile(
        id=name,
        published=published,
        features=tuple(features.split("\n")) if features else (),
        codes=codes,
        counts=counts,
        blocks=(lead, whole),
        weekdays=tuple(weekdays.split()),
        days=tuple(days.split()),
        nearest=nearest,
    )


def _profile_row(profile: Profile) -> tuple[object, ...]:
    features, weekdays, days = "\n".join(profile.features), " ".join(profile.weekdays), " ".join(profile.days)
    arrays = (profile.codes, profile.counts)
    return (
        profile.id,
        profile.published,
        features,
        *arrays,
        *profile.blocks,
        weekdays,
        days,
        profile.nearest,
    )


def _story_row(story: KeptStory, closed: int) -> tuple[object, ...]:
    why = json.dumps(asdict(story.why), ensure_ascii=False)
    key = json.dumps(story.key, ensure_ascii=False)
    return (story.id, story.topic, story.first, story.last, why, key, closed)


def _why(text: str) -> Why:
    fields = json.loads(text)
    for name in ("entities", "terms", "dates"):
        fields[name] = tuple(fields[name])
    return Why(**fields)
