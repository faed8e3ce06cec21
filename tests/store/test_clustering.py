from __future__ import annotations

from dataclasses import replace

import pytest

from digest.cluster import Links, cluster
from digest.errors import StoreError, UsageError
from digest.kept import State
from digest.model import Reading
from digest.store import open_store
from tests.cluster.build import reading
from tests.cluster.samples import look_alikes


@pytest.fixture
def stored(address: str) -> str:
    """A store with one story of three articles, and one of one article."""
    told = [
        reading("a", "Water rose behind the Orsk dam and the valley was cleared.", published="2031-04-13"),
        reading("b", "The valley was cleared as water rose behind the Orsk dam.", published="2031-04-13"),
        reading("c", "Water behind the Orsk dam rose, the valley was cleared.", published="2031-04-14"),
        reading("x", "Herring quotas were settled by the ministers in Tolm.", published="2031-04-14"),
    ]
    with open_store(address) as store:
        store.save_state(cluster(told).state)
    return address


def by_id(state: State) -> State:
    """Closed stories and topics in the order of their ids: nothing rests on another one."""
    return replace(
        state,
        closed=tuple(sorted(state.closed, key=lambda s: s.id)),
        topics=tuple(sorted(state.topics, key=lambda t: t.id)),
    )


def test_a_new_store_is_empty(address: str) -> None:
    with open_store(address) as store:
        assert store.load_state().stories == ()
        assert store.links() == Links()


def test_what_was_saved_is_loaded(address: str) -> None:
    told = [r for _, r in look_alikes(events=8, dated=True)]
    half = cluster(told[:24]).state
    with open_store(address) as store:
        store.save_state(half)
    with open_store(address) as store:
        assert by_id(store.load_state()) == by_id(half)
        whole = cluster(told[24:], previous=store.load_state()).state
        store.save_state(whole)
    with open_store(address) as store:
        assert by_id(store.load_state()) == by_id(whole)


def test_a_failed_save_leaves_what_was_there(stored: str) -> None:
    with open_store(stored) as store:
        before = store.load_state()
        broken = cluster([reading("n", "Votes were counted in Brem.", published="2031-04-14")]).state
        bad = type(broken)(profiles=(*broken.profiles, *broken.profiles), stories=broken.stories)
        with pytest.raises(StoreError):
            store.save_state(bad)
        assert store.load_state() == before


def test_merge_holds_on_the_next_run(stored: str) -> None:
    with open_store(stored) as store:
        store.merge("a", "x")
        state = cluster([], previous=store.load_state(), links=store.links()).state
    assert [sorted(story.article_ids) for story in state.stories] == [["a", "b", "c", "x"]]


def test_split_holds_on_the_next_run_and_merge_takes_it_back(stored: str) -> None:
    with open_store(stored) as store:
        store.split("a", ["b", "c"])
        state = cluster([], previous=store.load_state(), links=store.links()).state
        store.save_state(state)
        assert sorted(sorted(s.article_ids) for s in state.stories) == [["a"], ["b", "c"], ["x"]]
        store.merge("a", "b")
        state = cluster([], previous=store.load_state(), links=store.links()).state
        assert sorted(sorted(s.article_ids) for s in state.stories) == [["a", "b", "c"], ["x"]]


def test_pin_holds_on_the_next_run(stored: str) -> None:
    with open_store(stored) as store:
        store.pin("c", "x")
        state = cluster([], previous=store.load_state(), links=store.links()).state
    assert sorted(sorted(s.article_ids) for s in state.stories) == [["a", "b"], ["c", "x"]]


def test_a_pin_takes_back_an_earlier_split_and_merge(stored: str) -> None:
    with open_store(stored) as store:
        store.split("a", ["c"])
        store.save_state(cluster([], previous=store.load_state(), links=store.links()).state)
        store.merge("c", "x")
        store.save_state(cluster([], previous=store.load_state(), links=store.links()).state)
        store.pin("c", "a")
        state = cluster([], previous=store.load_state(), links=store.links()).state
    assert sorted(sorted(s.article_ids) for s in state.stories) == [["a", "b", "c"], ["x"]]


def test_a_given_name_holds_on_the_next_run(stored: str) -> None:
    with open_store(stored) as store:
        store.name("a", "  Orsk   dam ")
        state = cluster([], previous=store.load_state(), links=store.links()).state
    assert {topic.id: topic.name for topic in state.topics}["a"] == "Orsk dam"


def test_a_correction_of_what_is_not_there_is_refused(stored: str) -> None:
    with open_store(stored) as store:
        for wrong in (
            lambda: store.merge("a", "nothing"),
            lambda: store.merge("a", "a"),
            lambda: store.split("a", ["x"]),
            lambda: store.split("a", ["a", "b", "c"]),
            lambda: store.split("a", []),
            lambda: store.pin("x", "x"),
            lambda: store.name("nothing", "Name"),
            lambda: store.name("a", " "),
        ):
            with pytest.raises(UsageError):
                wrong()
        assert store.links() == Links()


def test_a_run_that_loads_what_it_needs_gives_what_one_that_loads_everything_does(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("digest.cluster.online.REACH_DAYS", 3.0)  # so that most stories are closed
    told = sorted((r for _, r in look_alikes(events=12, dated=True)), key=published)
    late = [told[n] for n in range(3, len(told), 7)]
    rounds = [[r for r in told[at : at + 12] if r not in late] for at in range(0, len(told), 12)]
    whole = State()
    with open_store(address) as store:
        for new in (*rounds, late, [told[-1]]):
            links = store.links()
            whole = cluster(new, previous=whole, links=links).state
            days = {published(r) for r in new}
            before = store.load_state(articles={r.article.id for r in new}, days=days)
            after = cluster(new, previous=before, links=links, recall=store.closed_of).state
            store.save_state(after, before=before)
            if len(whole.stories) > 1:
                store.merge(whole.stories[0].id, whole.stories[-1].id)
        kept = store.load_state()
    assert whole.closed
    assert by_id(kept) == by_id(whole)


def published(reading: Reading) -> str:
    """When a reading's article came out."""
    return reading.article.published.when if reading.article.published else ""
