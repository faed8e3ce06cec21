"""Watched and muted terms, and what the size of an edition leaves no room for."""

from __future__ import annotations

from digest.compose import Wishes
from digest.model import Briefing, Muted
from tests.compose.editions import FELL, FERRY, SEARCH, story
from tests.compose.factory import made, reading, topic

STORM = reading(
    "storm", "A storm nears", "A storm is two days away.", "The harbour master has closed the port."
)
GALE = reading("gale", "Gale warning", "A gale warning was given.")
REPORT = reading("report", "A report is late", "The report on exports is late.")
EVERYTHING = [FELL, SEARCH, FERRY, STORM, GALE, REPORT]


def edition(wishes: Wishes | None = None, stories: int | None = None) -> Briefing:
    return made(
        topic("bridge", story("fell", FELL), story("search", SEARCH)),
        topic("sea", story("ferry", FERRY), story("storm", STORM, GALE)),
        topic("trade", story("report", REPORT)),
        readings=EVERYTHING,
        wishes=wishes,
        stories=stories,
    )


def order(briefing: Briefing) -> list[str]:
    return [printed.id for found in briefing.topics for printed in found.stories]


def test_story_with_a_watched_term_comes_first_and_says_which_with_the_words() -> None:
    briefing = edition(Wishes(watch=("PORT",)))
    assert order(briefing)[:2] == ["ferry", "storm"]
    first, *_ = briefing.topics[0].stories
    [found] = first.watched
    assert (found.term, found.line.text) == ("PORT", "port")
    assert briefing.references[found.line.citation.reference - 1].article_id == "ferry"
    assert [printed.id for t in briefing.topics for printed in t.stories if printed.watched] == [
        "ferry",
        "storm",
    ]
    assert [line.text for line in briefing.in_brief[:2]] == [
        "A gale warning was given.",
        "The night ferry stayed in port for a third day.",
    ]


def test_watched_story_comes_before_those_of_its_topic_that_are_not() -> None:
    briefing = edition(Wishes(watch=("divers",)))
    assert order(briefing)[:2] == ["search", "fell"]
    assert briefing.in_brief[0].text == "Divers ended their search under the bridge on Tuesday."
    assert briefing.topics[0].headline.text == "Search at Halden bridge ends"


def test_watched_term_may_stand_in_the_title() -> None:
    briefing = edition(Wishes(watch=("gale warning",)))
    [printed] = [s for t in briefing.topics for s in t.stories if s.watched]
    assert (printed.id, printed.watched[0].line.text) == ("storm", "Gale warning")
    assert printed.watched[0].line.citation.part == "title"


def test_part_of_a_word_is_no_watched_term() -> None:
    assert not any(s.watched for t in edition(Wishes(watch=("por", "ports"))).topics for s in t.stories)


def test_story_is_muted_only_if_all_its_articles_have_a_muted_term() -> None:
    briefing = edition(Wishes(mute=("report", "storm")))
    assert "report" not in order(briefing)
    assert "storm" in order(briefing)  # its other article has none
    assert briefing.muted == (Muted(("report",), 1, 1),)
    assert {r.article_id for r in briefing.references} == {r.article.id for r in EVERYTHING} - {"report"}


def test_articles_may_each_have_another_muted_term() -> None:
    briefing = edition(Wishes(mute=("gale", "storm", "ferry")))
    assert briefing.muted == (Muted(("ferry",), 1, 1), Muted(("gale", "storm"), 1, 2))
    assert "sea" not in [t.id for t in briefing.topics]


def test_what_is_watched_is_never_muted() -> None:
    briefing = edition(Wishes(watch=("exports",), mute=("report",)))
    assert order(briefing)[0] == "report"
    assert briefing.muted == ()


def test_what_there_is_no_room_for_is_named() -> None:
    whole = edition()
    briefing = edition(stories=2)
    assert len(order(briefing)) == 2
    named = [story.id for story in briefing.more]
    assert sorted([*order(briefing), *named]) == sorted(order(whole))
    assert "storm" in order(briefing)  # of two origins
    for story_ in briefing.more:
        passage = briefing.passages[story_.headline.citation.passage - 1]
        assert story_.headline.text in passage.text
    assert {story_.state for story_ in briefing.more} == {None}


def test_watched_story_has_room_before_a_heavier_one() -> None:
    assert order(edition(Wishes(watch=("exports",)), stories=1)) == ["report"]


def test_without_wishes_nothing_changes() -> None:
    assert edition(Wishes()) == edition() == edition(stories=40)
