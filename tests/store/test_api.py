"""A rough walk through the store."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.errors import StoreError
from digest.model import NotRead
from digest.records import Edition, EditionKey, FileRead, FileState, Found, Message
from digest.store import Store, hold, open_store
from tests.cluster.build import reading

AT = "2031-04-14T06:00:00+00:00"


def file(store: Store, path: str, *texts: str, sha: str = "1") -> FileRead:
    found = []
    for n, text in enumerate(texts):
        r = reading(f"{abs(hash(text)) % 10**8}-{n}", text, published="2031-04-13")
        found.append(Found(r.article, r.article.id))
        store.keep([(r, r.article.id)], made_with="x")
    return FileRead(FileState(path, 10, 20, sha), tuple(found))


def test_walk(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    with open_store(path) as store:
        came = store.record([file(store, "news/a.txt", "Water rose.")], at=AT)
        assert [a.number for a in came] == [1]
        assert store.record([file(store, "news/a.txt", "Water rose.")], at=AT) == ()
        [b] = store.record([file(store, "news/a.txt", "Water fell.", sha="2")], at=AT)
        assert b.revises == came[0].article_id
        assert store.files(["news"])["news/a.txt"].sha256 == "2"
        assert store.files(["new"]) == {}
        assert [a.article_id for a in store.arrivals(1)] == [b.article_id]
        assert [k.reading.article.text for k in store.readings([b])] == ["Water fell."]
        store.record(
            [FileRead(FileState("news/b.txt", 1, 1, "1"), (), (NotRead("news/b.txt", "no"),))],
            at=AT,
        )
        assert store.problems() == (NotRead("news/b.txt", "no"),)
        store.record([], at=AT, gone=["news/a.txt"])
        assert len(store.departures(1)) == 2
        key = EditionKey("m", "2031-04-14", "06:30")
        edition = Edition(key, "completed", AT, AT, store.last_number(), new=(b.article_id,))
        message = Message(0, key, "mail", "a@example.org", "<1@x>", AT)
        store.complete(edition, briefing=b"{}", files={"briefing.md": b"x"}, messages=[message])
        with pytest.raises(StoreError, match="exactly one"):
            store.complete(edition, briefing=b"{}", files={})
        assert store.last_edition("m") == edition
        assert store.briefing(key) == b"{}"
        taken = store.take(AT)
        assert taken is not None
        assert taken.state == "sending"
        assert len(store.to_place(10)) == 2
        assert store.incident_open("x", "why", AT)
        assert not store.incident_open("x", "why", AT)
    with (
        hold(path, command="digest run", at=AT),
        pytest.raises(StoreError, match="held by digest run pid"),
        hold(path, command="digest run", at=AT),
    ):
        pass
