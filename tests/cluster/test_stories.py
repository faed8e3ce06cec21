from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.cluster import cluster
from digest.model import Reading, Topic
from tests.cluster.build import reading
from tests.cluster.samples import SPRING, WINTER_AFTER, WINTER_BEFORE, look_alikes


def stories(topics: Sequence[Topic]) -> set[tuple[str, ...]]:
    return {tuple(sorted(story.article_ids)) for topic in topics for story in topic.stories}


def calls(*, dates: tuple[str | None, str | None, str | None, str | None]) -> list[Reading]:
    texts = (*SPRING, WINTER_BEFORE, WINTER_AFTER)
    names = ("spring-1", "spring-2", "winter-before", "winter-after")
    return [reading(n, t, published=d) for n, t, d in zip(names, texts, dates, strict=True)]


def b_cubed(gold: dict[str, str], found: dict[str, str]) -> float:
    both = Counter((gold[i], found[i]) for i in gold)
    real, made = Counter(gold.values()), Counter(found.values())
    precision = sum(n * n / made[f] for (_, f), n in both.items()) / len(gold)
    recall = sum(n * n / real[g] for (g, _), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def test_two_calls_of_the_same_two_presidents_are_two_stories_of_one_topic() -> None:
    found = cluster(calls(dates=("2031-04-13", "2031-04-13", "2031-12-29", "2031-12-31"))).topics
    assert len(found) == 1
    assert stories(found) == {("spring-1", "spring-2"), ("winter-after", "winter-before")}


def test_an_article_without_a_date_does_not_bridge_two_events() -> None:
    found = cluster(calls(dates=("2031-04-13", None, "2031-12-29", None))).topics
    assert stories(found) == {("spring-1", "spring-2"), ("winter-after", "winter-before")}


def test_a_date_known_to_the_month_agrees_with_every_day_of_it() -> None:
    found = cluster(calls(dates=("2031-04", "2031-04-13", "2031-12", "2031-12-31"))).topics
    assert stories(found) == {("spring-1", "spring-2"), ("winter-after", "winter-before")}


@pytest.mark.xfail(
    reason="four articles of nearly the same words and no date at all: nothing yet weighs 'Tuesday'"
)
def test_without_any_date_two_calls_are_still_two_stories() -> None:
    found = cluster(calls(dates=(None, None, None, None))).topics
    assert stories(found) == {("spring-1", "spring-2"), ("winter-after", "winter-before")}


def test_the_stories_of_a_topic_stand_in_time_order() -> None:
    (topic,) = cluster(calls(dates=("2031-04-13", "2031-04-13", "2031-12-29", "2031-12-31"))).topics
    assert [story.first for story in topic.stories] == ["2031-04-13", "2031-12-29"]
    assert (topic.first, topic.last) == ("2031-04-13", "2031-12-31")


def test_why_says_in_words_what_speaks_against_the_nearest_story() -> None:
    (topic,) = cluster(calls(dates=("2031-04-13", "2031-04-13", "2031-12-29", "2031-12-31"))).topics
    spring, winter = topic.stories
    assert (
        spring.why.kept_apart
        == "kept apart: that story is of 29 December 2031 to 31 December 2031, this one of 13 April 2031"
    )
    assert spring.why.kept_apart_from == winter.id
    assert "Sorvia" in spring.why.entities
    assert "summit" in spring.why.terms


def test_the_day_that_the_articles_tell_of_is_the_day_of_the_event() -> None:
    told = [
        reading("before", WINTER_BEFORE, published="2031-12-29", days=("2031-12-30",)),
        reading("after", WINTER_AFTER, published="2031-12-31", days=("2031-12-30",)),
    ]
    (topic,) = cluster(told).topics
    assert topic.stories[0].why.dates == ("2031-12-30",)


def test_one_article_is_one_story() -> None:
    (topic,) = cluster([reading("only", SPRING[0])]).topics
    assert stories([topic]) == {("only",)}
    assert topic.stories[0].why.text == "The only article on this event."


def test_no_articles_make_no_topics() -> None:
    assert cluster([]).topics == ()


def test_an_article_without_words_is_a_story_of_its_own() -> None:
    found = cluster([reading("empty", ""), reading("a", SPRING[0]), reading("b", SPRING[1])]).topics
    assert stories(found) == {("empty",), ("a", "b")}


def test_a_topic_is_named_by_names_as_written() -> None:
    (topic,) = cluster(calls(dates=("2031-04-13", "2031-04-13", "2031-12-29", "2031-12-31"))).topics
    assert "Sorvia" in topic.name or "Dren" in topic.name or "Velt" in topic.name


@pytest.mark.parametrize(("dated", "floor"), [(False, 0.97), (True, 0.98)])
def test_look_alike_events_stay_apart_and_each_stays_whole(dated: bool, floor: float) -> None:
    told = look_alikes(dated=dated)
    topics = cluster([r for _, r in told]).topics
    found = {a: story.id for topic in topics for story in topic.stories for a in story.article_ids}
    assert b_cubed({r.article.id: event for event, r in told}, found) >= floor


@given(order=st.permutations(range(24)), chosen=st.sets(st.integers(0, 23), min_size=1))
@settings(max_examples=15, deadline=None)
def test_stories_are_a_partition_that_does_not_depend_on_the_order(
    order: list[int], chosen: set[int]
) -> None:
    told = [r for _, r in look_alikes(events=6, articles=4)]
    some = [told[i] for i in order if i in chosen]
    found = cluster(some).topics
    assert sorted(a for story in stories(found) for a in story) == sorted(r.article.id for r in some)
    assert found == cluster(sorted(some, key=lambda r: r.article.id)).topics
