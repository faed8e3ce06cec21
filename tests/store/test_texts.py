"""Texts and names that databases do not like come back as they were."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from digest.model import NotRead
from digest.records import FileRead, FileState, Found
from digest.store import open_store
from digest.store.columns import MARK, Words
from tests.cluster.build import reading

AT = "2031-04-14T06:00:00+00:00"
ODD = ["a\0b", "\ud800", "half \udc80 of a pair", MARK + "x", '"quoted"', "", "ſtraße, 東京 🦢"]


@pytest.mark.parametrize("text", ODD)
def test_any_reason_is_kept(address: str, text: str) -> None:
    with open_store(address) as store:
        assert store.incident_open(text, text, AT)
        assert not store.incident_open(text, "again", AT)
        [incident] = store.incidents()
        assert (incident.name, incident.reason) == (text, text)


@given(st.text(st.characters(), max_size=40))
def test_any_text_comes_back_and_two_are_never_one(text: str) -> None:
    column, dialect = Words(), sqlite.dialect()  # type: ignore[no-untyped-call]
    stored = column.process_bind_param(text, dialect)
    assert column.process_result_value(stored, dialect) == text
    assert stored is not None
    stored.encode()
    assert "\0" not in stored


def test_names_that_are_not_utf_8_are_found_again(address: str) -> None:
    names = [os.fsdecode(name) for name in (b"in/bad\xff.txt", b"in/bad\xfe.txt", "in/ä.txt".encode())]
    with open_store(address) as store:
        for number, name in enumerate(names):
            known = reading(f"id{number}", f"Water rose by {number} metres.")
            article = replace(known.article, path=os.fsencode(name).decode(errors="replace"))
            store.keep([(known, article.id)], made_with="x")
            store.record([FileRead(FileState(name, 1, 2, "3"), (Found(article, article.id),))], at=AT)
        assert set(store.files(["in"])) == set(names)
        assert [a.file for a in store.arrivals(under=["in"])] == names
        store.record([], gone=[names[0]], at=AT)
        assert [a.article_id for a in store.departures()] == ["id0"]


def test_a_reading_with_a_nul_comes_back(address: str) -> None:
    known = reading("nul", "Water\0rose.", published="2031-04-13")
    with open_store(address) as store:
        store.keep([(known, "nul")], made_with="x")
        [kept] = store.to_place(10)
        assert kept.reading == replace(known, article=replace(known.article, path=""))


def test_a_text_that_is_no_unicode_is_refused_by_name(address: str) -> None:
    from digest.errors import StoreError

    known = reading("half", "Water \ud800 rose.")
    with open_store(address) as store, pytest.raises(StoreError, match=r"half\.txt cannot be stored"):
        store.keep([(known, "half")], made_with="x")


def test_problems_in_odd_places_are_kept(address: str) -> None:
    with open_store(address) as store:
        item = NotRead("in/a\0.txt", "no \ud800")
        store.record([FileRead(FileState("in/a.txt", 1, 1, ""), (), (item,))], at=AT)
        assert store.problems() == (item,)
