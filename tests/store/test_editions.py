"""Editions, the outbox and incidents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.errors import StoreError
from digest.records import Edition, EditionKey, Message
from digest.store import Store, open_store

AT = "2031-04-14T06:00:00+00:00"
LATER = "2031-04-14T08:00:00+00:00"
KEY = EditionKey("morning", "2031-04-14", "06:30")
EDITION = Edition(KEY, "completed", AT, AT, 7, new=("a", "b"), context=("c",), stories=("s",), seconds=1.5)
MAIL = Message(0, KEY, "mail", "ada@example.org", "<1@example.org>", AT)


def complete(store: Store, edition: Edition = EDITION, *messages: Message) -> None:
    store.complete(edition, briefing=b'{"date": "x"}', files={"briefing.md": b"\0x"}, messages=messages)


def test_an_edition_is_kept_whole(address: str) -> None:
    with open_store(address) as store:
        assert store.edition(KEY) is None
        complete(store, EDITION, MAIL)
        assert store.edition(KEY) == store.last_edition("morning") == EDITION
        assert store.last_edition("evening") is None
        assert store.briefing(KEY) == b'{"date": "x"}'
        assert store.edition_file(KEY, "briefing.md") == b"\0x"
        with pytest.raises(StoreError, match=r"has no file briefing\.pdf"):
            store.edition_file(KEY, "briefing.pdf")
        with pytest.raises(StoreError, match="there is no edition evening of"):
            store.briefing(replace(KEY, profile="evening"))
        assert store.used("morning", ["a", "c", "x"]) == {"a": 1, "c": 1}
        assert store.used("morning", ["a", "c"], role="new") == {"a": 1}
        assert store.printed("morning", ["s", "t"]) == {"s": 1}
        assert store.numbered([1]) == {1: EDITION}


def test_a_key_is_completed_once_and_nothing_of_a_second_try_stays(address: str) -> None:
    with open_store(address) as store:
        complete(store)
        with pytest.raises(StoreError, match="completed already: there is exactly one"):
            complete(store, EDITION, MAIL)
        assert store.messages() == ()


def test_an_article_is_new_in_one_edition_of_a_profile(address: str) -> None:
    other = replace(EDITION, key=replace(KEY, slot="18:30"), new=("b",), context=())
    with open_store(address) as store:
        complete(store)
        with pytest.raises(StoreError, match=r"new_once|unique|UNIQUE"):
            complete(store, other, replace(MAIL, message_id="<2@example.org>"))
        assert store.edition(other.key) is None
        assert store.messages() == ()
        complete(store, replace(other, key=EditionKey("evening", "2031-04-14", "18:30")))


def test_a_failed_edition_gives_way_to_a_completed_one_and_not_the_other_way(address: str) -> None:
    failed = Edition(KEY, "failed", AT, AT, 0, reason="no fonts", late=True)
    with open_store(address) as store:
        store.fail(failed)
        assert store.edition(KEY) == failed
        assert store.last_edition("morning") is None
        store.pass_over(replace(failed, state="passed over"))
        complete(store)
        store.fail(failed)
        assert store.editions("morning") == (EDITION,)


def test_the_files_of_an_edition_are_written_until_it_is_noted(address: str) -> None:
    with open_store(address) as store:
        complete(store)
        assert store.unwritten("morning") == (EDITION,)
        store.wrote(KEY)
        assert store.unwritten("morning") == ()


def test_a_message_is_taken_when_due_and_again_until_it_is_settled(address: str) -> None:
    with open_store(address) as store:
        second = replace(MAIL, to="bo@example.org", message_id="<2@example.org>", due=LATER)
        complete(store, EDITION, MAIL, second)
        taken = store.take(AT)
        assert taken is not None
        assert (taken.to, taken.state, taken.attempts) == (MAIL.to, "sending", 1)
    with open_store(address) as store:  # the process died in between
        again = store.take(AT)
        assert again == replace(taken, attempts=2)
        store.settle(replace(again, state="sent", done=AT))
        assert store.take(AT) is None
        later = store.take(LATER)
        assert later is not None
        store.settle(replace(later, state="waiting", due="2031-04-14T09:00:00+00:00", problem="450 busy"))
        assert store.take(LATER) is None
        assert [m.to for m in store.messages("waiting", KEY)] == ["bo@example.org"]
        store.post([MAIL])  # the same again
        assert len(store.messages()) == 2


def test_what_is_being_sent_meanwhile_is_not_changed(address: str) -> None:
    with open_store(address) as store:
        complete(store, EDITION, MAIL)
        [listed] = store.messages()
        assert store.change(replace(listed, due=AT), was="waiting")
        taken = store.take(AT)
        assert taken is not None
        assert not store.change(replace(listed, state="waiting"), was="waiting")
        assert store.messages() == (taken,)


def test_an_incident_is_told_once_while_it_lasts(address: str) -> None:
    with open_store(address) as store:
        assert store.incident_open("mail stuck", "550", AT)
        assert not store.incident_open("mail stuck", "551", LATER)
        store.incident_told("mail stuck", AT)
        assert [(i.reason, i.told) for i in store.incidents(open_only=True)] == [("550", AT)]
        store.incident_over("mail stuck", LATER)
        assert store.incidents(open_only=True) == ()
        assert store.incident_open("mail stuck", "552", LATER)
        assert [i.over for i in store.incidents()] == [LATER, None]
