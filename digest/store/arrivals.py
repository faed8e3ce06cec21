"""Files that were read, the articles found in them, and when each came to stand where."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    delete,
    false,
    func,
    or_,
    select,
    update,
)

from digest.model import Article, NotRead, Reading
from digest.records import Arrival, FileRead, FileState
from digest.store import tables as t
from digest.store.clustering import batched
from digest.store.engine import Session
from digest.store.packing import fingerprint, pack, unpack
from digest.store.recording import keep_reading, last_number, leave, record_file, standing

Under = Sequence[str | Path] | None  # files and folders; None: everything


@dataclass(frozen=True, slots=True)
class Kept:
    """A reading as the store has it."""

    reading: Reading
    made_with: str  # version of Digest and of the language pipeline
    content: int


class Arrivals(Session):
    """The part of the store that taking in works with."""

    def files(self, under: Under = None) -> dict[str, FileState]:
        """The files at or below some paths as they were last looked at, by path."""
        c = t.file.c
        asked = select(c.path, c.size, c.mtime_ns, c.sha256, c.problem).where(_under(c.path, under))
        with self._reading() as run:
            return {row[0]: FileState(*row) for row in run.execute(asked)}

    def count_files(self, under: Under = None) -> int:
        """How many files at or below some paths are known."""
        with self._reading() as run:
            return run.execute(
                select(func.count()).select_from(t.file).where(_under(t.file.c.path, under))
            ).scalar_one()

    def came_as(self, ids: Collection[str]) -> dict[str, list[Article]]:
        """The articles that brought one of these ids, by it, the first one first.

        Each in the place where it came first; in none where the run that read it ended before it was
        recorded.
        """
        a, c = t.article.c, t.content.c
        found: dict[str, list[Article]] = {}
        with self._reading() as run:
            for some in batched(sorted(ids)):
                first = (
                    select(a.came_as, func.min(c.number).label("content"))
                    .join(t.content, c.article == a.id)
                    .where(a.came_as.in_(some))
                    .group_by(a.came_as, a.id)
                    .subquery()
                )
                place = (
                    select(t.arrival.c.place)
                    .where(t.arrival.c.content == first.c.content)
                    .order_by(t.arrival.c.number)
                    .limit(1)
                    .scalar_subquery()
                )
                rows = run.execute(
                    select(first.c.came_as, c.reading, place.label("place"))
                    .join(t.content, c.number == first.c.content)
                    .order_by(first.c.content)
                )
                for came_as, data, where in rows:
                    found.setdefault(came_as, []).append(unpack(data, where or "").article)
        return found

    def taken_ids(self, ids: Collection[str]) -> set[str]:
        """Those of some ids that an article has."""
        with self._reading() as run:
            asked = (select(t.article.c.id).where(t.article.c.id.in_(some)) for some in batched(sorted(ids)))
            return {name for each in asked for name in run.execute(each).scalars()}

    def missing(self, articles: Iterable[Article]) -> list[Article]:
        """Those of some articles that the store has no reading of, wherever they stood; each once."""
        wanted = {(article.id, fingerprint(article)): article for article in articles}
        with self._reading() as run:
            for some in batched(sorted({name for name, _ in wanted})):
                asked = select(t.content.c.article, t.content.c.sha256).where(t.content.c.article.in_(some))
                for name, sha256 in run.execute(asked):
                    wanted.pop((name, sha256), None)
        return list(wanted.values())

    def keep(self, readings: Iterable[tuple[Reading, str]], *, made_with: str) -> None:
        """Keep readings, each with the id that its article brought, so that nothing is parsed twice.

        They belong to no file until ``record`` says so.
        """
        with self._writing() as run:
            for reading, came_as in readings:
                keep_reading(run, reading, came_as, made_with)

    def record(self, files: Iterable[FileRead], *, at: str, gone: Iterable[str] = ()) -> tuple[Arrival, ...]:
        """Keep what reading some files gave and which are gone, in one transaction; gives what arrived.

        An article that its file already had does not arrive again. One that stands in the place of
        another revises it. Recording the same files again changes nothing. Raises StoreError for an
        article whose reading is not kept.
        """
        with self._writing() as run:
            number = count(last_number(run) + 1)
            came: list[int] = []
            for file in files:
                came += record_file(run, file, number, at)
            for path in gone:
                leave(run, standing(run, path), {}, next(number), at)
                run.execute(delete(t.problem).where(t.problem.c.file == path))
                run.execute(delete(t.file).where(t.file.c.path == path))
            return tuple(
                _arrival(row)
                for some in batched(came)
                for row in run.execute(_arrivals().where(t.arrival.c.number.in_(some)))
            )

    def last_number(self) -> int:
        """The number of the last arrival, departure or problem; 0: there is none."""
        with self._reading() as run:
            return last_number(run)

    def arrivals(self, after: int = 0, under: Under = None) -> tuple[Arrival, ...]:
        """What arrived after a number at or below some paths, in the order of coming."""
        c = t.arrival.c
        asked = _arrivals().where(c.number > after, _under(c.file, under)).order_by(c.number)
        with self._reading() as run:
            return tuple(_arrival(row) for row in run.execute(asked))

    def departures(self, after: int = 0, under: Under = None) -> tuple[Arrival, ...]:
        """What went, or was revised, after a number at or below some paths, in that order."""
        c = t.arrival.c
        asked = _arrivals().where(c.left > after, _under(c.file, under)).order_by(c.left, c.number)
        with self._reading() as run:
            return tuple(_arrival(row) for row in run.execute(asked))

    def places(self, articles: Iterable[str], under: Under = None) -> dict[str, tuple[Arrival, ...]]:
        """Where each of some articles stands or stood at or below some paths, the earliest first."""
        c = t.arrival.c
        found: dict[str, list[Arrival]] = {}
        with self._reading() as run:
            for some in batched(sorted(set(articles))):
                asked = _arrivals().where(c.article.in_(some), _under(c.file, under)).order_by(c.number)
                for row in run.execute(asked):
                    found.setdefault(row.article, []).append(_arrival(row))
        return {name: tuple(places) for name, places in found.items()}

    def problems(self, after: int = 0, under: Under = None) -> tuple[NotRead, ...]:
        """What could not be read, found after a number and still so, at or below some paths; by place."""
        c = t.problem.c
        asked = (
            select(c.place, c.reason)
            .where(c.number > after, _under(c.file, under))
            .order_by(c.place, c.number)
        )
        with self._reading() as run:
            return tuple(NotRead(place, reason) for place, reason in run.execute(asked))

    def readings(self, places: Iterable[Arrival]) -> tuple[Kept, ...]:
        """The readings of articles in some places, in the order given.

        Raises StoreError for one that is damaged.
        """
        wanted = list(places)
        c = t.content.c
        data: dict[int, tuple[str, bytes]] = {}
        with self._reading() as run:
            for some in batched(sorted({place.content for place in wanted})):
                for row in run.execute(select(c.number, c.made_with, c.reading).where(c.number.in_(some))):
                    data[row.number] = (row.made_with, row.reading)
        rows = ((place, *data[place.content]) for place in wanted)
        return tuple(Kept(unpack(packed, place.path), made, place.content) for place, made, packed in rows)

    def renew(self, readings: Mapping[int, Reading], *, made_with: str) -> None:
        """Put readings made anew in the place of older ones, by the number of their content."""
        with self._writing() as run:
            for number, reading in readings.items():
                values = {"reading": pack(reading), "made_with": made_with}
                run.execute(update(t.content).where(t.content.c.number == number).values(values))

    def to_place(self, limit: int) -> tuple[Kept, ...]:
        """Readings of articles that have no place among the stories yet, the earliest published first."""
        c = t.article.c
        some = (
            select(c.id, c.published)
            .where(c.placed == False)  # noqa: E712  SQL
            .order_by(c.published.nulls_first(), c.id)
            .limit(limit)
            .subquery()
        )
        first = (
            select(func.min(t.content.c.number).label("number"), some.c.published, some.c.id)
            .join(some, some.c.id == t.content.c.article)
            .group_by(some.c.id, some.c.published)
            .subquery()
        )
        asked = (
            select(t.content)
            .join(first, first.c.number == t.content.c.number)
            .order_by(first.c.published.nulls_first(), first.c.id)
        )
        with self._reading() as run:
            return tuple(
                Kept(unpack(row.reading, ""), row.made_with, row.number) for row in run.execute(asked)
            )


def _under(column: ColumnElement[Any], under: Under) -> ColumnElement[bool]:
    """At or below one of some paths: a name begins with the folder's bytes and a slash."""
    if under is None:
        return ~false()
    paths = [os.path.normpath(path) for path in under]
    inside = [
        (column == path) | ((column >= folder + "/") & (column < folder + "0"))  # "0" follows "/"
        for path in paths
        for folder in [path.rstrip("/")]
    ]
    return or_(false(), *inside)


def _arrivals() -> Select[Any]:
    return select(t.arrival)


def _arrival(row: Row[Any]) -> Arrival:
    return Arrival(
        number=row.number,
        article_id=row.article,
        path=row.place,
        at=row.at,
        revises=row.revises,
        withdrawn=row.withdrawn,
        revised_by=row.revised_by,
        left=row.left,
        file=row.file,
        content=row.content,
    )
