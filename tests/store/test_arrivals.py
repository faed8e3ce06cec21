"""Files, arrivals, departures and problems."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.errors import StoreError
from digest.model import NotRead
from digest.records import Arrival, FileRead, FileState, Found
from digest.store import Store, open_store
from digest.store.places import Seen, Standing, compare
from tests.cluster.build import reading

AT = "2031-04-14T06:00:00+00:00"
LATER = "2031-04-15T06:00:00+00:00"


def put(store: Store, path: str, *ids: str, at: str = AT) -> tuple[Arrival, ...]:
    """A file with articles of these ids is read; gives what arrived."""
    readings = [reading(name, f"Water rose at {name}.", published="2031-04-13") for name in ids]
    store.keep([(r, r.article.id) for r in readings], made_with="x")
    found = tuple(Found(replace(r.article, path=path), r.article.id) for r in readings)
    return store.record([FileRead(FileState(path, 10, 20, "".join(ids)), found)], at=at)


def test_arrivals_are_numbered_once_and_for_all(address: str) -> None:
    with open_store(address) as store:
        assert [a.number for a in put(store, "in/a.txt", "a")] == [1]
        assert put(store, "in/a.txt", "a", at=LATER) == ()
        [b] = put(store, "in/a.txt", "b", at=LATER)
        assert (b.revises, b.at) == ("a", LATER)
        [gone] = store.departures()
        assert (gone.article_id, gone.revised_by, gone.withdrawn) == ("a", "b", LATER)
        assert gone.left == store.last_number() > b.number
        [again] = put(store, "in/a.txt", "a", at=LATER)
        assert again.number > gone.left
        assert [a.number for a in store.arrivals(after=b.number)] == [again.number]


def test_a_file_that_is_gone_takes_its_articles_and_problems_with_it(address: str) -> None:
    with open_store(address) as store:
        put(store, "in/a.txt", "a")
        item = NotRead("in/b.txt", "it is empty")
        store.record([FileRead(FileState("in/b.txt", 0, 1, ""), (), (item,))], at=AT)
        assert store.problems() == (item,)
        store.record([], gone=["in/a.txt", "in/b.txt"], at=LATER)
        assert store.problems() == ()
        assert store.files() == {}
        assert [(d.article_id, d.revised_by) for d in store.departures()] == [("a", None)]


def test_a_file_that_cannot_be_opened_for_now_keeps_what_was_found_in_it(address: str) -> None:
    with open_store(address) as store:
        put(store, "in/a.txt", "a")
        item = NotRead("in/a.txt", "it cannot be opened: permission denied")
        store.record([FileRead(FileState("in/a.txt", 10, 30, None, item.reason), (), (item,))], at=LATER)
        assert store.departures() == ()
        assert store.files()["in/a.txt"].sha256 is None


def test_a_problem_is_numbered_when_it_comes_and_not_again(address: str) -> None:
    with open_store(address) as store:
        file = FileRead(FileState("in/b.txt", 0, 1, ""), (), (NotRead("in/b.txt", "it is empty"),))
        store.record([file], at=AT)
        after = store.last_number()
        store.record([file], at=LATER)
        assert store.problems(after) == ()
        assert len(store.problems()) == 1


@pytest.mark.parametrize(
    ("under", "found"),
    [
        (["in"], {"in/a.txt", "in/sub/b.txt"}),
        (["in/"], {"in/a.txt", "in/sub/b.txt"}),
        (["./in/sub"], {"in/sub/b.txt"}),
        (["in/a.txt"], {"in/a.txt"}),
        (["i"], set()),
        (["in0", "in/sub"], {"in0/c.txt", "in/sub/b.txt"}),
        ([], set()),
        (None, {"in/a.txt", "in/sub/b.txt", "in0/c.txt"}),
    ],
)
def test_what_lies_below_a_path(address: str, under: list[str] | None, found: set[str]) -> None:
    with open_store(address) as store:
        for number, path in enumerate(("in/a.txt", "in/sub/b.txt", "in0/c.txt")):
            put(store, path, f"id{number}")
        assert set(store.files(under)) == {a.file for a in store.arrivals(under=under)} == found
        assert store.count_files(under) == len(found)


def test_a_reading_comes_back_as_it_was_in_each_of_its_places(address: str) -> None:
    with open_store(address) as store:
        put(store, "in/a.txt", "a")
        put(store, "in/b.txt", "a")
        places = store.places(["a"])["a"]
        assert [k.reading.article.path for k in store.readings(places)] == ["in/a.txt", "in/b.txt"]
        assert len({place.content for place in places}) == 1
        known = reading("a", "Water rose at a.", published="2031-04-13")
        assert store.readings(places)[0].reading == replace(
            known, article=replace(known.article, path="in/a.txt")
        )
        assert store.missing([replace(known.article, path="elsewhere")]) == []
        assert store.came_as({"a", "b"}) == {"a": [replace(known.article, path="in/a.txt")]}


def test_an_article_that_was_never_read_is_refused(address: str) -> None:
    article = reading("a", "Water rose.").article
    with open_store(address) as store:
        file = FileRead(FileState("in/a.txt", 1, 1, "1"), (Found(article, "a"),))
        with pytest.raises(StoreError, match="no reading of it"):
            store.record([file], at=AT)
        assert store.files() == {}


def test_articles_wait_for_their_place_the_earliest_first(address: str) -> None:
    with open_store(address) as store:
        for name, day in (("late", "2031-04-13"), ("early", "2031-03-01"), ("undated", None)):
            store.keep([(reading(name, f"Water at {name}.", published=day), name)], made_with="x")
        assert [k.reading.article.id for k in store.to_place(2)] == ["undated", "early"]
        state = store.load_state(articles=(), days=())
        store.save_state(state, before=state, placed=["undated", "early"])
        assert [k.reading.article.id for k in store.to_place(2)] == ["late"]


def standing(
    number: int, name: str, *, came_as: str = "", title: str = "", url: str | None = None
) -> Standing:
    return Standing(number, name, came_as or name, f"f#{number}", title, url)


def seen(name: str, *, came_as: str = "", title: str = "", url: str | None = None) -> Seen:
    return Seen(name, came_as or name, "f#9", title, url)


@pytest.mark.parametrize(
    ("before", "now", "came", "went"),
    [
        ([], [seen("a")], {"a": None}, []),
        ([standing(1, "a")], [seen("a")], {}, []),
        ([standing(1, "a")], [seen("b")], {"b": "a"}, ["a"]),
        ([standing(1, "a")], [], {}, ["a"]),
        ([standing(1, "a"), standing(2, "b")], [seen("b"), seen("c")], {"c": None}, ["a"]),
        ([standing(1, "a"), standing(2, "b")], [seen("c"), seen("b")], {"c": None}, ["a"]),
        (
            [standing(1, "a", title="Dam"), standing(2, "b", title="Fish")],
            [seen("c", title="Fish"), seen("d", title="Dam")],
            {"c": "b", "d": "a"},
            ["a", "b"],
        ),
        (
            [standing(1, "r1"), standing(2, "x", url="https://brem.example/x")],
            [seen("r1-2", came_as="r1"), seen("y", url="https://brem.example/x")],
            {"r1-2": "r1", "y": "x"},
            ["r1", "x"],
        ),
        ([standing(1, "a"), standing(2, "b")], [seen("c")], {"c": None}, ["a", "b"]),
    ],
)
def test_what_became_of_the_articles_of_a_file(
    before: list[Standing], now: list[Seen], came: dict[str, str | None], went: list[str]
) -> None:
    moves = compare(before, now)
    assert {new.article_id: old.article_id if old else None for new, old in moves.came} == came
    assert [old.article_id for old in moves.went] == went
