"""Editions: exactly one for a key, with all that it says and all that follows from it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from digest.errors import StoreError
from digest.records import Edition, EditionKey, Message
from digest.store import tables as t
from digest.store.clustering import batched
from digest.store.engine import Session
from digest.store.outbox import add_messages


class Editions(Session):
    """The part of the store that holds editions."""

    def edition(self, key: EditionKey) -> Edition | None:
        """The edition of a key, completed, failed or passed over; None: there is none yet."""
        with self._reading() as run:
            row = _row(run, key)
            return None if row is None else _editions(run, [row])[0]

    def last_edition(self, profile: str) -> Edition | None:
        """The last edition of a profile that was completed."""
        return next(iter(self.editions(profile, 1, state="completed")), None)

    def editions(
        self, profile: str | None = None, limit: int = 20, *, state: str | None = None
    ) -> tuple[Edition, ...]:
        """The latest editions, of a profile and in a state or all; the last one first."""
        c = t.edition.c
        asked = select(t.edition).order_by(c.number.desc()).limit(limit)
        if profile is not None:
            asked = asked.where(c.profile == profile)
        if state is not None:
            asked = asked.where(c.state == state)
        with self._reading() as run:
            return _editions(run, run.execute(asked).all())

    def briefing(self, key: EditionKey) -> bytes:
        """The frozen JSON of a completed edition. Raises StoreError where there is none."""
        with self._reading() as run:
            row = _row(run, key)
            if row is None or row.briefing is None:
                raise StoreError(f"there is no edition {_said(key)}")
            data: bytes = row.briefing
            return data

    def edition_files(self, key: EditionKey) -> dict[str, bytes]:
        """The rendered files of a completed edition, by name."""
        with self._reading() as run:
            row = _row(run, key)
            if row is None:
                return {}
            c = t.edition_file.c
            asked = select(c.name, c.data).where(c.edition == row.number).order_by(c.name)
            return {name: bytes(data) for name, data in run.execute(asked)}

    def edition_file(self, key: EditionKey, name: str) -> bytes:
        """One rendered file of a completed edition. Raises StoreError where there is none."""
        files = self.edition_files(key)
        if name not in files:
            raise StoreError(f"the edition {_said(key)} has no file {name}")
        return files[name]

    def complete(
        self,
        edition: Edition,
        *,
        briefing: bytes,
        files: Mapping[str, bytes],
        messages: Sequence[Message] = (),
    ) -> None:
        """Keep an edition, what it used, its files and its messages: all of it or nothing.

        Raises StoreError where the edition is completed already, or an article was new in an earlier one.
        """
        with self._writing() as run:
            number = _replace(run, edition, briefing)
            rows = [{"edition": number, "name": name, "data": data} for name, data in sorted(files.items())]
            used = [(article, "new") for article in edition.new]
            used += [(article, "context") for article in edition.context if article not in set(edition.new)]
            profile = edition.key.profile
            if rows:
                run.execute(insert(t.edition_file), rows)
            if used:
                run.execute(
                    insert(t.edition_article),
                    [{"edition": number, "article": a, "profile": profile, "role": r} for a, r in used],
                )
            if edition.stories:
                run.execute(
                    insert(t.edition_story),
                    [{"edition": number, "story": s, "profile": profile} for s in edition.stories],
                )
            add_messages(run, messages)

    def unwritten(self, profile: str) -> tuple[Edition, ...]:
        """The completed editions of a profile whose files do not lie in the output folder yet."""
        c = t.edition.c
        asked = select(t.edition).where(c.profile == profile, c.state == "completed", c.written == False)  # noqa: E712  SQL
        with self._reading() as run:
            return _editions(run, run.execute(asked.order_by(c.number)).all())

    def wrote(self, key: EditionKey) -> None:
        """Note that the files of an edition lie in the output folder."""
        c = t.edition.c
        mine = (c.profile == key.profile, c.date == key.date, c.slot == key.slot)
        with self._writing() as run:
            run.execute(update(t.edition).where(*mine).values(written=True))

    def fail(self, edition: Edition) -> None:
        """Keep that an edition failed, and why; a completed one stays as it is."""
        self._note(edition)

    def pass_over(self, edition: Edition) -> None:
        """Keep that an edition was missed and is no longer of use; a completed one stays as it is."""
        self._note(edition)

    def used(self, profile: str, articles: Collection[str], *, role: str | None = None) -> dict[str, int]:
        """Those of some articles that completed editions of a profile used, with the number of the last."""
        c = t.edition_article.c
        found: dict[str, int] = {}
        with self._reading() as run:
            for some in batched(sorted(articles)):
                asked = (
                    select(c.article, func.max(c.edition).label("last"))
                    .where(c.profile == profile, c.article.in_(some))
                    .group_by(c.article)
                )
                if role is not None:
                    asked = asked.where(c.role == role)
                found |= {row.article: row.last for row in run.execute(asked)}
        return found

    def printed(self, profile: str, stories: Collection[str]) -> dict[str, int]:
        """Those of some stories that editions of a profile printed, with the number of the last."""
        c = t.edition_story.c
        found: dict[str, int] = {}
        with self._reading() as run:
            for some in batched(sorted(stories)):
                asked = (
                    select(c.story, func.max(c.edition).label("last"))
                    .where(c.profile == profile, c.story.in_(some))
                    .group_by(c.story)
                )
                found |= {row.story: row.last for row in run.execute(asked)}
        return found

    def numbered(self, numbers: Collection[int]) -> dict[int, Edition]:
        """Editions by the numbers that ``used`` and ``printed`` give."""
        found: dict[int, Edition] = {}
        with self._reading() as run:
            for some in batched(sorted(numbers)):
                rows = run.execute(select(t.edition).where(t.edition.c.number.in_(some))).all()
                found |= zip((row.number for row in rows), _editions(run, rows), strict=True)
        return found

    def _note(self, edition: Edition) -> None:
        with self._writing() as run:
            row = _row(run, edition.key)
            if row is None or row.state != "completed":
                _replace(run, edition, None)


def _replace(run: Connection, edition: Edition, briefing: bytes | None) -> int:
    """Put an edition in the place of one of its key that was not completed; gives its number."""
    row = _row(run, edition.key)
    if row is not None and row.state == "completed":
        raise StoreError(f"the edition {_said(edition.key)} is completed already: there is exactly one")
    if row is not None:
        run.execute(delete(t.edition).where(t.edition.c.number == row.number))
    kept = insert(t.edition).values(
        number=(run.execute(select(func.max(t.edition.c.number))).scalar() or 0) + 1,
        profile=edition.key.profile,
        date=edition.key.date,
        slot=edition.key.slot,
        state=edition.state,
        due=edition.due,
        made=edition.made,
        upto=edition.upto,
        since=edition.since,
        late=edition.late,
        reason=edition.reason,
        seconds=edition.seconds,
        not_made=json.dumps(edition.not_made),
        written=edition.written,
        briefing=briefing,
    )
    (number,) = run.execute(kept).inserted_primary_key or (0,)
    return int(number)


def _row(run: Connection, key: EditionKey) -> Row[Any] | None:
    c = t.edition.c
    asked = select(t.edition).where(c.profile == key.profile, c.date == key.date, c.slot == key.slot)
    return run.execute(asked).first()


def _editions(run: Connection, rows: Sequence[Row[Any]]) -> tuple[Edition, ...]:
    """Editions with the articles and stories of each, in the order of their rows."""
    c, s = t.edition_article.c, t.edition_story.c
    articles: dict[tuple[int, str], list[str]] = {}
    stories: dict[int, list[str]] = {}
    for some in batched(row.number for row in rows):
        for used in run.execute(select(t.edition_article).where(c.edition.in_(some)).order_by(c.article)):
            articles.setdefault((used.edition, used.role), []).append(used.article)
        for printed in run.execute(select(t.edition_story).where(s.edition.in_(some)).order_by(s.story)):
            stories.setdefault(printed.edition, []).append(printed.story)
    return tuple(
        Edition(
            key=EditionKey(row.profile, row.date, row.slot),
            state=row.state,
            due=row.due,
            made=row.made,
            upto=row.upto,
            since=row.since,
            late=row.late,
            reason=row.reason,
            new=tuple(articles.get((row.number, "new"), ())),
            context=tuple(articles.get((row.number, "context"), ())),
            stories=tuple(stories.get(row.number, ())),
            not_made=tuple(json.loads(row.not_made)),
            written=row.written,
            seconds=row.seconds,
        )
        for row in rows
    )


def _said(key: EditionKey) -> str:
    return f"{key.profile} of {key.date}, {key.slot}"
