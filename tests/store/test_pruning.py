"""Pruning: old files and delivered messages go, what later editions need stays, in steps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import event

from digest.records import Edition, EditionKey, Message
from digest.store import Pruned, Store, open_store

BEFORE = "2031-04-14T00:00:00+00:00"


def edition(store: Store, day: int, *states: str, written: bool = True, year: int = 2031) -> EditionKey:
    """A completed edition with two files of 10 bytes and a message in each state."""
    key = EditionKey("morning", f"{year}-04-{day:02}", "06:30")
    made = f"{year}-04-{day:02}T06:30:00+00:00"
    store.complete(
        Edition(key, "completed", made, made, day, new=(f"a{day}",), stories=("s",)),
        briefing=b"{}",
        files={"briefing.md": b"x" * 10, "briefing.pdf": b"y" * 10},
        messages=[
            Message(0, key, "mail", f"r{n}@example.org", f"<{day}@x>", made) for n in range(len(states))
        ],
    )
    if written:
        store.wrote(key)
    for message, state in zip(store.messages(key=key), states, strict=True):
        store.settle(replace(message, state=state))  # type: ignore[arg-type]
    return key


def test_what_was_delivered_goes_and_the_edition_stays(address: str) -> None:
    with open_store(address) as store:
        old, new = edition(store, 1, "sent", "dropped"), edition(store, 20, "sent")
        known = store.edition(old)
        would = Pruned(editions=1, files=2, bytes=20, messages=2)
        assert store.prunable(BEFORE) == would
        assert store.edition_files(old) != {}
        assert store.prune(BEFORE) == would
        assert store.prune(BEFORE) == store.prunable(BEFORE) == Pruned()
        assert store.edition_files(old) == {}
        assert store.messages(key=old) == ()
        assert (store.edition(old), store.briefing(old)) == (known, b"{}")
        assert store.used("morning", ["a1"]) == {"a1": 1}
        assert store.printed("morning", ["s"]) == {"s": 2}
        assert store.unwritten("morning") == ()
        assert set(store.edition_files(new)) == {"briefing.md", "briefing.pdf"}
        assert len(store.messages(key=new)) == 1


@pytest.mark.parametrize("state", ["waiting", "sending", "failed"])
def test_edition_with_a_message_that_is_not_delivered_keeps_all(address: str, state: str) -> None:
    with open_store(address) as store:
        key = edition(store, 1, "sent", state)
        assert store.prune(BEFORE) == Pruned()
        assert len(store.edition_files(key)) == len(store.messages(key=key)) == 2


def test_files_that_were_not_written_stay(address: str) -> None:
    with open_store(address) as store:
        key = edition(store, 1, written=False)
        assert store.prune(BEFORE) == Pruned()
        assert len(store.edition_files(key)) == 2


def test_broken_off_between_steps_it_goes_on(address: str) -> None:
    with open_store(address) as store:
        keys = [edition(store, day, "sent") for day in range(1, 6)]
        assert store.prune(BEFORE, limit=2).editions == 2
    with open_store(address) as store:  # the process was killed, another one goes on
        assert [bool(store.edition_files(key)) for key in keys] == [False, False, True, True, True]
        assert [store.prune(BEFORE, limit=2).editions for _ in range(3)] == [2, 1, 0]


def test_broken_off_in_a_step_nothing_of_it_is_done(address: str) -> None:
    with open_store(address) as store:
        keys = [edition(store, day, "sent") for day in (1, 2)]
        deletions: list[str] = []

        def dies(_line: object, _cursor: object, statement: str, *_: object) -> None:
            deletions.extend([statement] * statement.startswith("DELETE"))
            if len(deletions) == 3:  # of the second edition
                raise KeyboardInterrupt

        event.listen(store._engine, "before_cursor_execute", dies)
        with pytest.raises(KeyboardInterrupt):
            store.prune(BEFORE)
        event.remove(store._engine, "before_cursor_execute", dies)
        assert all(store.edition_files(key) and store.messages(key=key) for key in keys)
        assert store.prune(BEFORE).editions == 2
