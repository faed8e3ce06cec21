"""What nobody needs any more: rendered files and delivered messages of old editions.

An edition's frozen JSON stays, with the list of its articles and stories, and so does every article with
what was found in it: later editions compare with them. A file of an edition can be rendered from its JSON
anew, and lies in the output folder besides.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, delete, exists, func, or_, select

from digest.store import tables as t
from digest.store.engine import Session

_OVER = ("sent", "dropped")
_STEP = 50  # editions in one transaction: others who write wait for less than a second


@dataclass(frozen=True, slots=True)
class Pruned:
    """What is removed, or would be."""

    editions: int = 0  # that lose files or messages
    files: int = 0
    bytes: int = 0  # of these files
    messages: int = 0

    def __add__(self, other: Pruned) -> Pruned:
        return Pruned(
            self.editions + other.editions,
            self.files + other.files,
            self.bytes + other.bytes,
            self.messages + other.messages,
        )


class Pruning(Session):
    """The part of the store that forgets."""

    def prunable(self, before: str) -> Pruned:
        """What ``prune`` would remove in all its steps."""
        return self._pruned(before, limit=None, remove=False)

    def prune(self, before: str, *, limit: int = _STEP) -> Pruned:
        """Remove files and messages of some editions made before an instant, the earliest first.

        One transaction; nothing removed means that nothing is left to remove. An edition whose files do
        not lie in the output folder yet, or with a message that waits, is sent or has failed, keeps all.
        """
        return self._pruned(before, limit=limit, remove=True)

    def _pruned(self, before: str, *, limit: int | None, remove: bool) -> Pruned:
        f, m = t.edition_file.c, t.message.c
        with self._writing() if remove else self._reading() as run:
            numbers = run.execute(_settled(before).limit(limit)).scalars().all()
            found = Pruned(editions=len(numbers))
            for number in numbers:
                mine = f.edition == number
                asked = select(func.count(), func.coalesce(func.sum(func.length(f.data)), 0)).where(mine)
                files, size = run.execute(asked).one()
                theirs = exists().where(t.edition.c.number == number, _of_edition())
                messages = run.execute(select(func.count(m.number)).where(theirs)).scalar_one()
                if remove:
                    run.execute(delete(t.edition_file).where(mine))
                    run.execute(delete(t.message).where(theirs))
                found += Pruned(0, files, int(size), messages)
            return found


def _settled(before: str) -> Select[tuple[int]]:
    """The numbers of the editions that have something to remove and are done with."""
    e = t.edition.c
    open_ = exists().where(_of_edition(), t.message.c.state.not_in(_OVER))
    something = or_(exists().where(t.edition_file.c.edition == e.number), exists().where(_of_edition()))
    return (
        select(e.number)
        .where(e.state == "completed", e.made < before, e.written == True, ~open_, something)  # noqa: E712  SQL
        .order_by(e.number)
    )


def _of_edition() -> ColumnElement[bool]:
    """Whether a message is of an edition."""
    e, m = t.edition.c, t.message.c
    return and_(m.profile == e.profile, m.date == e.date, m.slot == e.slot)
