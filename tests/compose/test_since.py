"""Editions in a row: what is new, what develops, what is still open."""

from __future__ import annotations

import dataclasses

import pytest

from digest.compose import Earlier, Limits, Masthead, compose
from digest.model import Briefing, OpenStory, Origin
from digest.serialise import dump
from tests.compose.editions import (
    FELL,
    FERRY,
    FIRST,
    SEARCH,
    SECOND,
    THIRD,
    bridge_at_first,
    bridge_later,
    frozen,
    since,
    story,
)
from tests.compose.factory import made, reading, topic


def first() -> Earlier:
    both = (topic("t1", bridge_at_first()), topic("t2", story("ferry", FERRY)))
    return frozen(FIRST, made(*both, readings=[FELL, FERRY], date=FIRST[:10]))


def second(**options: object) -> Briefing:
    both = (topic("t1", bridge_later()), topic("t2", story("ferry", FERRY)))
    told = since(first(), new=(SEARCH,))
    return made(*both, readings=[FELL, SEARCH, FERRY], since=told, **options)  # type: ignore[arg-type]


def test_story_with_a_new_article_develops_and_says_what_is_new_in_it() -> None:
    [printed] = [story for topic in second().topics for story in topic.stories]
    news = printed.news
    assert news is not None
    assert (printed.id, news.state, news.since) == ("bridge", "developing", FIRST)
    assert [printed.summary[n].text for n in news.statements] == [
        "Divers ended their search under the bridge on Tuesday."
    ]
    assert [printed.quotes[n].speaker for n in news.quotes] == ["Per Lie"]
    assert [second().references[n - 1].article_id for n in news.articles] == ["search"]


def test_quotes_of_new_articles_come_first() -> None:
    [printed] = second().topics[0].stories
    assert [quote.speaker for quote in printed.quotes] == ["Per Lie", "Ida Moe"]


def test_figure_that_moved_says_from_what_in_which_edition() -> None:
    [printed] = second().topics[0].stories
    assert printed.news is not None
    [move] = printed.news.moved
    now = printed.figures[move.row].figures[printed.figures[move.row].best]
    assert (move.earlier.text, move.edition, now.text) == ("12", FIRST, "14")
    assert second().references[move.earlier.citation.reference - 1].article_id == "fell"


def test_figures_that_merely_differ_have_not_moved_unless_one_voice_gives_both() -> None:
    both = (topic("t1", bridge_later("differ")),)
    moved = made(*both, readings=[FELL, SEARCH], since=since(first(), new=(SEARCH,)))
    [printed] = moved.topics[0].stories
    assert printed.news
    assert len(printed.news.moved) == 1  # the police, then and now
    row = bridge_later("differ").figures[0]
    other = dataclasses.replace(row.figures[1][1], stated_by=None, stated_by_start=None, stated_by_end=None)
    row = dataclasses.replace(row, figures=(row.figures[0], ("search", other)))
    unsure = dataclasses.replace(bridge_later(), figures=(row,))
    differs = made(topic("t1", unsure), readings=[FELL, SEARCH], since=since(first(), new=(SEARCH,)))
    [printed] = differs.topics[0].stories
    assert printed.news
    assert printed.news.moved == ()


def test_figure_whose_source_is_not_read_again_moves_where_all_else_is_the_same() -> None:
    later = bridge_later()
    alone = dataclasses.replace(
        story("bridge", SEARCH),
        figures=(dataclasses.replace(later.figures[0], figures=later.figures[0].figures[1:], best=0),),
    )
    briefing = made(topic("t1", alone), readings=[SEARCH], since=since(first(), new=(SEARCH,)))
    [printed] = briefing.topics[0].stories
    assert printed.news
    [move] = printed.news.moved
    cited = move.earlier.citation
    assert briefing.references[cited.reference - 1].path == "fell.txt"
    assert briefing.passages[cited.passage - 1].text == "12 people were hurt, the police said."


def test_unchanged_story_folds_to_its_headline_and_the_edition_in_which_it_stood() -> None:
    briefing = second()
    assert briefing.news is not None
    assert [(o.id, o.headline.text, o.headline.edition) for o in briefing.news.still_open] == [
        ("ferry", "Ferry stays in port", FIRST)
    ]
    [line] = briefing.news.still_open
    assert line.headline.citation is not None
    assert briefing.references[line.headline.citation.reference - 1].article_id == "ferry"


def test_story_that_is_not_read_again_is_still_open_with_its_passage_carried_over() -> None:
    told = since(first(), new=(SEARCH,))
    briefing = made(topic("t1", bridge_later()), readings=[FELL, SEARCH], since=told)
    assert briefing.news
    [line] = briefing.news.still_open
    assert line.headline.citation is not None
    passage = briefing.passages[line.headline.citation.passage - 1]
    assert (passage.text, passage.part) == ("Ferry stays in port", "title")
    assert [(mark.start, mark.end) for mark in passage.marks] == [(0, len("Ferry stays in port"))]


def open_after(days: int) -> tuple[OpenStory, ...]:
    """What is still open of the first edition, with one edition a day and nothing new in any."""
    earlier = first()
    for day in range(1, days + 1):
        key = f"2026-03-{3 + day:02d} 06:30"
        earlier = frozen(key, made(readings=[], since=since(earlier, edition=key), date=key[:10]))
    assert earlier.briefing.news
    return earlier.briefing.news.still_open


@pytest.mark.parametrize(("days", "still"), [(1, 2), (7, 2), (8, 0)])
def test_story_stays_open_for_a_week_under_the_edition_in_which_it_stood(days: int, still: int) -> None:
    assert [line.headline.edition for line in open_after(days)] == [FIRST] * still


def test_story_that_was_open_for_a_day_develops_from_the_edition_that_printed_it() -> None:
    quiet = frozen(SECOND, made(readings=[], since=since(first()), date=SECOND[:10]))
    told = since(quiet, first(), edition=THIRD, new=(SEARCH,))
    briefing = made(topic("t1", bridge_later()), readings=[FELL, SEARCH], since=told, date=THIRD[:10])
    [printed] = briefing.topics[0].stories
    assert printed.news
    assert (printed.news.state, printed.news.since) == ("developing", FIRST)
    assert [move.edition for move in printed.news.moved] == [FIRST]


def test_new_story_needs_no_list_of_what_is_new_in_it() -> None:
    storm = reading("storm", "A storm nears", "A storm is two days away.")
    told = since(first(), new=(storm,))
    briefing = made(topic("t3", story("storm", storm)), readings=[storm], since=told)
    [printed] = briefing.topics[0].stories
    assert printed.news
    assert (printed.news.state, printed.news.since, printed.news.statements) == ("new", None, ())


def test_story_under_another_id_is_known_by_its_articles() -> None:
    renamed = dataclasses.replace(bridge_later(), story=dataclasses.replace(bridge_later().story, id="b2"))
    briefing = made(topic("t1", renamed), readings=[FELL, SEARCH], since=since(first(), new=(SEARCH,)))
    [printed] = briefing.topics[0].stories
    assert printed.news
    assert printed.news.state == "developing"
    assert briefing.news
    assert [o.id for o in briefing.news.still_open] == ["ferry"]


def test_nothing_new_says_how_much_was_checked() -> None:
    briefing = made(readings=[], since=since(first()))
    assert (briefing.topics, briefing.in_brief) == ((), ())
    assert briefing.news is not None
    assert (briefing.news.files, briefing.news.before, briefing.news.after) == (41, FIRST, "2026-03-03T06:30")


def test_copy_of_a_known_article_is_nothing_new() -> None:
    copy = reading("copy", "A bridge falls at Halden", FELL.article.text)
    found = dataclasses.replace(
        bridge_at_first(), story=dataclasses.replace(bridge_at_first().story, article_ids=("fell", "copy"))
    )
    briefing = compose(
        [topic("t1", found)],
        [FELL, copy],
        origins=[Origin("fell", ("fell", "copy"), "exact copies")],
        not_read=[],
        masthead=Masthead("Test", "2026-03-04", "en_test 1", "Digest test"),
        limits=Limits(in_brief=5, quotes=4, figures=4),
        since=since(first(), new=(copy,)),
    )
    assert briefing.topics == ()
    assert briefing.news
    assert "bridge" in {o.id for o in briefing.news.still_open}


def test_without_an_edition_before_nothing_is_said_of_news() -> None:
    briefing = made(topic("t1", bridge_at_first()), readings=[FELL])
    assert briefing.news is None
    assert briefing.topics[0].stories[0].news is None
    assert not any(name in dump(briefing) for name in (b'"news"', b'"more"', b'"muted"', b'"watched"'))


def test_new_material_decides_which_topic_comes_first() -> None:
    storm = reading("storm", "A storm nears", "A storm is two days away.")
    gale = reading("gale", "Gale warning", "A gale warning was given.")
    told = since(first(), new=(storm, gale, SEARCH))
    briefing = made(
        topic("t1", bridge_later()),
        topic("t3", story("storm", storm, gale)),
        readings=[FELL, SEARCH, storm, gale],
        since=told,
    )
    assert [t.id for t in briefing.topics] == ["t3", "t1"]
