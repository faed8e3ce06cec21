"""A run costs what is new, not what is known."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from benchmarks.daily import cost
from digest.kept import KeptStory, KeptTopic, Profile, State
from digest.model import Why
from digest.store import open_store

WHY = Why((), (), (), "Invented.")


def archive(closed: int, *, opened: int = 20) -> State:
    """A state with so many closed stories of one article each, a day apart, and a few that are open."""
    profiles = [
        Profile(f"open{n}", "2031-04-13", ("l:dam",), b"\1" * 4, b"\1" * 4, (1, 1)) for n in range(opened)
    ]
    days = [f"{2000 + n // 336:04}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}" for n in range(closed)]
    return State(
        profiles=tuple(profiles),
        stories=tuple(KeptStory(p.id, p.id, (p.id,), p.published, p.published, WHY) for p in profiles),
        closed=tuple(KeptStory(f"old{n}", f"old{n}", (f"old{n}",), d, d, WHY) for n, d in enumerate(days)),
        topics=tuple(KeptTopic(p.id, "Dam", {}, p.published) for p in profiles),
    )


@contextmanager
def written() -> Iterator[list[int]]:
    """Counts the rows that statements write."""
    rows: list[int] = []

    def count(_conn: object, cursor: object, statement: str, parameters: object, *_: object) -> None:
        if statement.startswith(("INSERT", "UPDATE", "DELETE")):
            rows.append(len(parameters) if isinstance(parameters, list) else 1)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        yield rows
    finally:
        event.remove(Engine, "before_cursor_execute", count)


@pytest.mark.parametrize("closed", [30, 3_000])
def test_closed_stories_are_neither_loaded_nor_written(tmp_path: Path, closed: int) -> None:
    with open_store(tmp_path / "digest.db") as store:
        store.save_state(archive(closed), before=State())
        before = store.load_state(articles={"new"}, days={"2031-04-14"})
        assert before.closed == ()
        profile = Profile("new", "2031-04-14", ("l:dam",), b"\1" * 4, b"\1" * 4, (1, 1))
        story = KeptStory("new", "open0", ("new",), "2031-04-14", "2031-04-14", WHY)
        after = State(
            (*before.profiles, profile), (*before.stories, story), (), before.topics, before.changes
        )
        with written() as rows:
            store.save_state(after, before=before)
        assert sum(rows) == 3  # the profile, the story, its member
        assert len(store.load_state().closed) == closed


def test_late_articles_and_corrections_recall_the_closed_stories_that_they_need(tmp_path: Path) -> None:
    with open_store(tmp_path / "digest.db") as store:
        store.save_state(archive(3_000), before=State())
        near = store.load_state(articles={"new"}, days={"2004-03-10"}).closed
        assert {story.first for story in near} == {f"2004-03-{day:02}" for day in range(6, 15)}
        month = store.load_state(articles={"new"}, days={"2004-03"}).closed
        assert {"2004-02-26", "2004-03-01", "2004-03-28", "2004-04-04"} <= {story.first for story in month}
        assert [s.id for s in store.load_state(articles={"old7"}, days=()).closed] == ["old7"]
        store.pin("open0", "old9")
        assert [s.id for s in store.load_state(articles={"new"}, days=()).closed] == ["old9"]
        assert [s.id for s in store.closed_of({"old11", "open0"})] == ["old11"]


@pytest.mark.slow
@pytest.mark.language
def test_a_run_costs_at_most_twice_as_much_with_three_thousand_articles_behind_it(tmp_path: Path) -> None:
    cost.fill(tmp_path / "known", 3_000, 30, templates=24)
    for folder in ("known", "none"):
        cost.add_new(tmp_path / folder / "sources" / "today")
    none = cost.run(tmp_path / "none", tmp_path / "none" / "digest.db", warm=True)
    known = cost.run(tmp_path / "known", tmp_path / "known" / "digest.db", warm=True)
    assert known["whole"] <= 2 * none["whole"]
