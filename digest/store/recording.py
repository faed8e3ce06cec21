"""How a file that was read is recorded: its problems, its articles, who came, stays and went.

Every function works in the transaction of the connection that it is given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count

from sqlalchemy import Connection, delete, func, insert, select, update

from digest.errors import StoreError
from digest.model import Article, Reading
from digest.records import FileRead
from digest.store import tables as t
from digest.store.packing import fingerprint, pack, unpack
from digest.store.places import Moves, Seen, Standing, alike, compare


def last_number(run: Connection) -> int:
    """The number of the last arrival, departure or problem; 0: there is none."""
    columns = (t.arrival.c.number, t.arrival.c.left, t.problem.c.number)
    return max(run.execute(select(func.max(column))).scalar() or 0 for column in columns)


def record_file(run: Connection, file: FileRead, number: count[int], at: str) -> list[int]:
    """Keep one file; gives the numbers of what arrived in it."""
    state = file.state
    run.execute(delete(t.file).where(t.file.c.path == state.path))
    run.execute(
        insert(t.file).values(
            path=state.path,
            size=state.size,
            mtime_ns=state.mtime_ns,
            sha256=state.sha256,
            problem=state.problem,
        )
    )
    _record_problems(run, file, number)
    if state.sha256 is None:  # it could not be opened now: what was found in it before still stands
        return []
    contents = {found.article.id: _content(run, found.article) for found in file.found}
    seen = [Seen(f.article.id, f.came_as, f.article.path, f.article.title, f.article.url) for f in file.found]
    texts = {found.article.id: found.article.text for found in file.found}
    moves = compare(
        standing(run, state.path),
        seen,
        edited=lambda old, new: alike(_text(run, old.number), texts[new.article_id]),
    )
    for old, new in moves.stays:
        here = t.arrival.c.number == old.number
        values = {"content": contents[new.article_id], "place": new.place}
        run.execute(update(t.arrival).where(here).values(values))
    came = []
    for new, revised in moves.came:
        came.append(next(number))
        run.execute(
            insert(t.arrival).values(
                number=came[-1],
                article=new.article_id,
                content=contents[new.article_id],
                file=state.path,
                place=new.place,
                at=at,
                revises=revised.article_id if revised else None,
            )
        )
    if moves.went:
        leave(run, moves.went, _heirs(moves), next(number), at)
    return came


def _text(run: Connection, number: int) -> str:
    """The text of the article that arrived under a number."""
    c = t.content.c
    asked = select(c.reading).join(t.arrival, t.arrival.c.content == c.number)
    return unpack(run.execute(asked.where(t.arrival.c.number == number)).scalar_one(), "").article.text


def _heirs(moves: Moves) -> dict[int, str]:
    return {old.number: new.article_id for new, old in moves.came if old is not None}


def _record_problems(run: Connection, file: FileRead, number: count[int]) -> None:
    """Keep what could not be read; a problem that is known keeps its number, so that it is told once."""
    c = t.problem.c
    known = {
        (r.place, r.reason): r.number for r in run.execute(select(t.problem).where(c.file == file.state.path))
    }
    now = {(item.path, item.reason) for item in file.not_read}
    for key in known.keys() - now:
        run.execute(delete(t.problem).where(c.number == known[key]))
    for place, reason in sorted(now - known.keys()):
        run.execute(
            insert(t.problem).values(number=next(number), file=file.state.path, place=place, reason=reason)
        )


def standing(run: Connection, path: str) -> list[Standing]:
    """The articles that stand in a file, in the order of their coming."""
    a, c = t.article.c, t.arrival.c
    asked = (
        select(c.number, c.article, a.came_as, c.place, a.title, a.url)
        .join(t.article, a.id == c.article)
        .where(c.file == path, c.left.is_(None))
        .order_by(c.number)
    )
    return [Standing(*row) for row in run.execute(asked)]


def leave(run: Connection, went: Sequence[Standing], heirs: Mapping[int, str], number: int, at: str) -> None:
    """Note that articles went; ``heirs`` are those that stand in their places, by the arrival's number."""
    for old in went:
        values = {"left": number, "withdrawn": at, "revised_by": heirs.get(old.number)}
        run.execute(update(t.arrival).where(t.arrival.c.number == old.number).values(values))


def _content(run: Connection, article: Article) -> int:
    same = select(t.content.c.number).where(
        t.content.c.article == article.id, t.content.c.sha256 == fingerprint(article)
    )
    number: int | None = run.execute(same).scalar()
    if number is None:
        raise StoreError(f"{article.path} was not read: the store has no reading of it")
    return number


def keep_reading(run: Connection, reading: Reading, came_as: str, made_with: str) -> None:
    """Keep a reading and its article, each where it is new."""
    article, a, c = reading.article, t.article.c, t.content.c
    if run.execute(select(a.id).where(a.id == article.id)).first() is None:
        run.execute(
            insert(t.article).values(
                id=article.id,
                came_as=came_as,
                published=article.published.when if article.published else None,
                title=article.title,
                url=article.url,
                placed=False,
            )
        )
    sha256 = fingerprint(article)
    if run.execute(select(c.number).where(c.article == article.id, c.sha256 == sha256)).first() is None:
        run.execute(
            insert(t.content).values(
                article=article.id, sha256=sha256, made_with=made_with, reading=pack(reading)
            )
        )
