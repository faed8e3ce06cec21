from __future__ import annotations

from itertools import pairwise

from digest.cluster import Links, State, assemble, cluster
from digest.model import Reading
from tests.cluster.build import reading
from tests.cluster.samples import SPRING, WINTER_AFTER, WINTER_BEFORE, look_alikes

MIXED = (
    "The herring ministers settled the quotas of Tolm after a night of talks about nets and harbours.",
    "A storm tore the roof from the school of Orlin and the mayor closed the market square.",
)
NEARER = (
    "The storm that tore the roof from the school of Orlin closed the market square, the mayor said.",
    "The roof of the school of Orlin is gone after the storm, and the mayor closed the market square.",
)


def places(state: State) -> dict[str, str]:
    return {a: story.id for story in (*state.closed, *state.stories) for a in story.article_ids}


def day_by_day(told: list[Reading]) -> list[State]:
    state: State | None = None
    states = []
    for day in sorted({r.article.published.when for r in told if r.article.published}):
        today = [r for r in told if r.article.published and r.article.published.when == day]
        state = cluster(today, previous=state).state
        states.append(state)
    return states


def test_yesterdays_stories_keep_their_articles_and_their_ids() -> None:
    states = day_by_day([r for _, r in look_alikes(events=20, dated=True)])
    for before, after in pairwise(states):
        now = places(after)
        assert all(now[article] == story for article, story in places(before).items())


def test_day_by_day_gives_nearly_what_one_run_gives() -> None:
    told = [r for _, r in look_alikes(events=20, dated=True)]
    online, batch = places(day_by_day(told)[-1]), places(cluster(told).state)
    ids = sorted(batch)
    pairs = {(a, b) for a in ids for b in ids if a < b and batch[a] == batch[b]}
    same = {(a, b) for a in ids for b in ids if a < b and online[a] == online[b]}
    assert len(pairs & same) >= 0.97 * len(pairs | same)


def test_no_article_changes_its_story_without_a_record() -> None:
    told = [r for n, (_, r) in enumerate(look_alikes(events=24, dated=True)) if n % 7]
    states = day_by_day(told)
    moved = 0
    for before, after in pairwise(states):
        said = {(c.kept, c.other) for c in after.changes} | {(c.other, c.kept) for c in after.changes}
        now = places(after)
        for article, story in places(before).items():
            moved += now[article] != story
            assert now[article] == story or (story, now[article]) in said
    assert set(places(states[-1])) == {r.article.id for r in told}


def test_news_of_the_last_days_may_still_find_a_better_place_and_older_news_not() -> None:
    first = [reading(f"m{n}", text, published="2031-04-13") for n, text in enumerate(MIXED)]
    close = [reading(f"c{n}", text, published="2031-04-14") for n, text in enumerate(NEARER)]
    late = [reading(f"c{n}", text, published="2031-04-27") for n, text in enumerate(NEARER)]
    yesterday = cluster(first, links=Links(together=(("m0", "m1"),))).state
    assert len(set(places(yesterday).values())) == 1
    soon, later = (cluster(told, previous=yesterday) for told in (close, late))
    assert places(soon.state)["m1"] == places(soon.state)["c0"] != places(soon.state)["m0"]
    assert soon.changes
    assert places(later.state)["m1"] == places(later.state)["m0"]


def test_a_late_article_joins_its_old_story() -> None:
    first = cluster([reading("a", SPRING[0], published="2031-04-13")]).state
    later = cluster([reading("c", WINTER_AFTER, published="2031-04-20")], previous=first).state
    last = cluster([reading("b", SPRING[1], published="2031-04-13")], previous=later).state
    assert places(last)["b"] == places(first)["a"]


def test_an_article_that_comes_months_late_joins_its_closed_story() -> None:
    spring = cluster([reading("a", SPRING[0], published="2031-04-13")]).state
    winter = cluster([reading("w", WINTER_AFTER, published="2031-12-31")], previous=spring).state
    found = cluster([reading("b", SPRING[1], published="2031-04-14")], previous=winter)
    assert places(found.state) == {"a": "a", "b": "a", "w": "w"}
    (topic,) = found.topics
    assert [(s.article_ids, s.last) for s in topic.stories] == [
        (("a", "b"), "2031-04-14"),
        (("w",), "2031-12-31"),
    ]
    assert places(cluster([], previous=found.state).state) == places(found.state)
    assert "2 articles" in topic.stories[0].why.text


def test_an_article_of_some_day_of_the_month_leaves_yesterdays_stories_open() -> None:
    first = cluster([reading("a", SPRING[0], published="2031-04-02")]).state
    found = cluster([reading("w", WINTER_AFTER, published="2031-04")], previous=first).state
    assert [story.id for story in found.closed] == []


def test_a_closed_article_that_is_read_again_keeps_its_place() -> None:
    spring = cluster([reading("a", SPRING[0], published="2031-04-13")]).state
    winter = cluster([reading("w", WINTER_AFTER, published="2031-12-31")], previous=spring).state
    found = cluster([reading("a", SPRING[0], published="2031-04-13")], previous=winter)
    assert found.state.closed == winter.closed
    assert [topic.id for topic in found.topics] == ["a"]


def test_corrections_hold_for_stories_out_of_reach() -> None:
    spring = cluster([reading("a", SPRING[0], published="2031-04-13")]).state
    winter = cluster([reading("w", WINTER_AFTER, published="2031-12-31")], previous=spring).state
    merged = cluster([], previous=winter, links=Links(together=(("w", "a"),)))
    assert places(merged.state) == {"a": "a", "w": "a"}
    assert [(c.kind, c.kept, c.other) for c in merged.changes] == [("stories merged", "a", "w")]
    (story,) = merged.state.closed or merged.state.stories
    assert story.why.text.startswith("2 articles")
    again = cluster([], previous=merged.state, links=Links(together=(("w", "a"),)))
    assert (places(again.state), again.changes) == ({"a": "a", "w": "a"}, ())


def test_a_story_takes_the_id_of_its_first_article_and_keeps_it() -> None:
    first = cluster([reading("b", SPRING[1], published="2031-04-13")]).state
    second = cluster([reading("a", SPRING[0], published="2031-04-12")], previous=first).state
    assert places(second) == {"a": "b", "b": "b"}


def test_an_article_that_is_read_again_keeps_its_place() -> None:
    state = cluster([reading("a", SPRING[0]), reading("b", SPRING[1])]).state
    again = cluster([reading("a", SPRING[0] + " More is expected.")], previous=state).state
    assert places(again) == places(state)


def test_months_later_the_topic_goes_on_and_the_old_story_is_closed() -> None:
    spring = cluster([reading("s", SPRING[0], published="2031-04-13")]).state
    found = cluster([reading("w", WINTER_AFTER, published="2031-12-31")], previous=spring)
    (topic,) = found.topics
    assert [story.article_ids for story in topic.stories] == [("s",), ("w",)]
    assert [story.id for story in found.state.closed] == ["s"]
    assert [profile.id for profile in found.state.profiles] == ["w"]


def test_a_merge_is_recorded() -> None:
    state = cluster([reading("a", SPRING[0]), reading("x", WINTER_BEFORE.replace("call", "visit"))]).state
    links = Links(together=(("a", "x"),))
    found = cluster([], previous=state, links=links)
    if len(set(places(state).values())) == 2:
        assert [(c.kind, c.kept, c.other) for c in found.changes] == [("stories merged", "a", "x")]
    assert len(set(places(found.state).values())) == 1


def test_together_holds_against_what_the_words_say() -> None:
    told = [reading("a", SPRING[0]), reading("x", "Herring quotas were settled by the ministers in Tolm.")]
    assert len(set(places(cluster(told).state).values())) == 2
    assert len(set(places(cluster(told, links=Links(together=(("a", "x"),))).state).values())) == 1


def test_apart_splits_a_story_of_yesterday_and_holds_afterwards() -> None:
    state = cluster([reading("a", SPRING[0]), reading("b", SPRING[1])]).state
    links = Links(apart=(("b", "a"),))
    split = cluster([], previous=state, links=links)
    assert places(split.state) == {"a": "a", "b": "b"}
    assert [(c.kind, c.kept, c.other, c.why) for c in split.changes] == [
        ("story split", "a", "b", "a correction by the user")
    ]
    assert places(cluster([], previous=split.state, links=links).state) == {"a": "a", "b": "b"}


def test_a_pinned_article_moves_alone() -> None:
    told = [
        reading("a", SPRING[0]),
        reading("b", SPRING[1]),
        reading("x", "Herring quotas were settled by the ministers in Tolm."),
    ]
    state = cluster(told).state
    found = cluster([], previous=state, links=Links(pins={"b": "x"}))
    assert places(found.state) == {"a": "a", "b": "x", "x": "x"}
    assert [(c.kind, c.why) for c in found.changes] == [("article moved", "a correction by the user")]


def test_apart_wins_over_together() -> None:
    told = [reading("a", SPRING[0]), reading("b", SPRING[1])]
    links = Links(together=(("a", "b"),), apart=(("a", "b"),))
    assert places(cluster(told, links=links).state) == {"a": "a", "b": "b"}


def test_a_topic_keeps_the_name_that_the_user_gave_it() -> None:
    state = cluster([reading("a", SPRING[0]), reading("b", SPRING[1])]).state
    links = Links(names={state.topics[0].id: "Border crisis"})
    (topic,) = cluster([], previous=state, links=links).state.topics
    assert topic.name == "Border crisis"


def test_a_run_without_news_changes_nothing() -> None:
    before = cluster([r for _, r in look_alikes(events=4, dated=True)]).state
    after = cluster([], previous=before).state
    assert {s.id: s.why for s in (*after.closed, *after.stories)} == {s.id: s.why for s in before.stories}
    assert (after.topics, after.changes) == (before.topics, ())


def test_only_topics_with_an_article_of_the_run_are_given() -> None:
    state = cluster([reading("x", "Herring quotas were settled by the ministers in Tolm.")]).state
    found = cluster([reading("a", SPRING[0])], previous=state)
    assert [topic.id for topic in found.topics] == ["a"]
    assert [topic.id for topic in assemble(found.state)] == ["a", "x"]
