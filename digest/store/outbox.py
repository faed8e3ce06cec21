"""The outbox: what of each edition is still to be delivered, and how it went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Update, insert, select, update

from digest.records import EditionKey, Message
from digest.store import tables as t
from digest.store.engine import Session


class Outbox(Session):
    """The part of the store that delivery works with."""

    def messages(self, state: str | None = None, key: EditionKey | None = None) -> tuple[Message, ...]:
        """The messages in a state, of an edition, or all; in the order in which they were stored."""
        asked = select(t.message).order_by(t.message.c.number)
        if state is not None:
            asked = asked.where(t.message.c.state == state)
        if key is not None:
            c = t.message.c
            asked = asked.where(c.profile == key.profile, c.date == key.date, c.slot == key.slot)
        with self._reading() as run:
            return tuple(_message(row) for row in run.execute(asked))

    def take(self, now: str) -> Message | None:
        """The message that has been due longest at ``now``, marked as being sent before it is given.

        Also one that was being sent when the process died: it comes again with the same Message-ID. So
        one process at a time may deliver (``hold``).
        """
        c = t.message.c
        asked = (
            select(t.message)
            .where(c.state.in_(("waiting", "sending")), c.due <= now)
            .order_by(c.due, c.number)
            .limit(1)
        )
        with self._writing() as run:
            row = run.execute(asked).first()
            if row is None:
                return None
            run.execute(
                update(t.message)
                .where(c.number == row.number)
                .values(state="sending", attempts=row.attempts + 1)
            )
            return _message(run.execute(select(t.message).where(c.number == row.number)).one())

    def settle(self, message: Message) -> None:
        """Keep how an attempt went: the state, the next time, the problem."""
        with self._writing() as run:
            run.execute(_change(message))

    def change(self, message: Message, *, was: str) -> bool:
        """Keep a message that a user changed; False, and nothing is kept, where its state is not ``was``.

        A message that ``take`` gave away meanwhile is being sent: making it wait would send it twice.
        """
        with self._writing() as run:
            return run.execute(_change(message).where(t.message.c.state == was)).rowcount == 1

    def post(self, messages: Sequence[Message]) -> None:
        """Add messages that belong to no edition's completion, such as alerts; one that is there stays."""
        with self._writing() as run:
            add_messages(run, messages)


def add_messages(run: Connection, messages: Sequence[Message]) -> None:
    """Put messages in the outbox, in the transaction of ``run``; one that is there already stays."""
    c = t.message.c
    for m in messages:
        same = select(c.number).where(c.channel == m.channel, c.to == m.to, c.message_id == m.message_id)
        if run.execute(same).first() is None:
            run.execute(insert(t.message).values(_row(m)))


def _change(m: Message) -> Update:
    return (
        update(t.message)
        .where(t.message.c.number == m.number)
        .values(due=m.due, state=m.state, attempts=m.attempts, problem=m.problem, done=m.done)
    )


def _row(m: Message) -> dict[str, object]:
    return {
        "profile": m.key.profile,
        "date": m.key.date,
        "slot": m.key.slot,
        "channel": m.channel,
        "to": m.to,
        "message_id": m.message_id,
        "due": m.due,
        "state": m.state,
        "attempts": m.attempts,
        "problem": m.problem,
        "done": m.done,
    }


def _message(row: Row[Any]) -> Message:
    return Message(
        number=row.number,
        key=EditionKey(row.profile, row.date, row.slot),
        channel=row.channel,
        to=row.to,
        message_id=row.message_id,
        due=row.due,
        state=row.state,
        attempts=row.attempts,
        problem=row.problem,
        done=row.done,
    )
