"""Sources that were edited or withdrawn after an edition cited them."""

from __future__ import annotations

import dataclasses

from digest.compose import Earlier
from digest.model import Briefing, Correction, Reading
from tests.compose.editions import (
    FELL,
    FERRY,
    FIRST,
    SEARCH,
    SECOND,
    bridge_at_first,
    frozen,
    hurt,
    row,
    said,
    since,
    story,
)
from tests.compose.factory import made, reading, topic


def first() -> Earlier:
    both = (topic("t1", bridge_at_first()), topic("t2", story("ferry", FERRY)))
    return frozen(FIRST, made(*both, readings=[FELL, FERRY], date=FIRST[:10]))


def edited(*paragraphs: str, article_id: str = "fell-2") -> Reading:
    """The first article as its file stands now."""
    return reading(article_id, FELL.article.title, *paragraphs)


def after_edit(now: Reading) -> Briefing:
    told = since(first(), new=(now,), revised={now.article.id: FELL.article})
    opening = now.article.text[: now.article.paragraphs[0].end]
    bridge = story("bridge", now, says=((now, opening),))
    return made(topic("t1", bridge), topic("t2", story("ferry", FERRY)), readings=[now, FERRY], since=told)


def corrections(briefing: Briefing) -> tuple[Correction, ...]:
    assert briefing.news is not None
    return briefing.news.corrections


def test_changed_number_is_told_with_the_words_then_and_now() -> None:
    now = edited(
        "The old bridge at Halden fell on Monday evening.",
        "14 people were hurt, the police said.",
        "“It went without a sound,” said Ida Moe.",
    )
    [told] = corrections(after_edit(now))
    assert (told.kind, told.story, told.headline, told.source) == (
        "edited",
        "bridge",
        "A bridge falls at Halden",
        "A bridge falls at Halden",
    )
    [change] = told.changes
    assert (change.printed, change.edition) == ("12 people were hurt, the police said.", FIRST)
    assert change.now is not None
    assert change.now.text == "14 people were hurt, the police said."


def test_words_that_still_stand_are_no_correction() -> None:
    now = edited(
        "A correction was made here.",
        "The old bridge at  Halden fell on Monday\nevening.",
        "12 people were hurt, the police said.",
        "“It went without a sound,” said Ida Moe. She lives there.",
    )
    assert corrections(after_edit(now)) == ()


def test_words_that_went_without_anything_like_them_are_no_longer_in_the_source() -> None:
    now = edited("The old bridge at Halden fell on Monday evening.", "12 people were hurt, the police said.")
    [told] = corrections(after_edit(now))
    assert [(change.printed, change.now) for change in told.changes] == [("It went without a sound,", None)]


def test_number_inside_another_number_does_not_stand() -> None:
    now = edited(
        "The old bridge at Halden fell on Monday evening.",
        "112 people were hurt, the police said.",
        "“It went without a sound,” said Ida Moe.",
    )
    [told] = corrections(after_edit(now))
    assert [change.printed for change in told.changes] == ["12 people were hurt, the police said."]


def test_article_that_keeps_the_id_of_its_input_is_corrected_too() -> None:
    now = edited(
        "The old bridge at Halden fell on Sunday evening.",
        "12 people were hurt, the police said.",
        "“It went without a sound,” said Ida Moe.",
        article_id="fell",
    )
    [told] = corrections(after_edit(now))
    assert [(c.printed, c.now.text if c.now else None) for c in told.changes] == [
        (
            "The old bridge at Halden fell on Monday evening.",
            "The old bridge at Halden fell on Sunday evening.",
        )
    ]


def test_withdrawn_source_is_told_with_all_that_was_printed_from_it() -> None:
    third = story("search", SEARCH, quotes=(said(SEARCH, "Everybody is accounted for,", "Per Lie"),))
    three = (topic("t1", bridge_at_first()), topic("t2", story("ferry", FERRY)), topic("t3", third))
    earlier = frozen(FIRST, made(*three, readings=[FELL, FERRY, SEARCH], date=FIRST[:10]))
    briefing = made(readings=[], since=since(earlier, withdrawn=("fell",)))
    [told] = corrections(briefing)
    assert (told.kind, told.reference) == ("withdrawn", None)
    assert [change.printed for change in told.changes] == [
        "A bridge falls at Halden",
        "The old bridge at Halden fell on Monday evening.",
        "It went without a sound,",
        "12 people were hurt, the police said.",
    ]
    assert {change.now for change in told.changes} == {None}
    assert briefing.news
    cited = {line.id: line.headline.citation is not None for line in briefing.news.still_open}
    assert cited == {"ferry": True, "search": True}  # of the bridge there is no source left


def test_cleaned_folder_is_one_line() -> None:
    briefing = made(readings=[], since=since(first(), withdrawn=("fell", "ferry")))
    assert corrections(briefing) == ()
    assert briefing.news
    assert briefing.news.gone == 2
    assert {line.headline.text for line in briefing.news.still_open} == {
        "A bridge falls at Halden",
        "Ferry stays in port",
    }


def test_edit_that_changes_nothing_printed_leaves_the_story_unchanged() -> None:
    texts = [FELL.article.text[p.start : p.end] for p in FELL.article.paragraphs]
    now = edited(*texts, "This article was translated.")
    told = since(first(), new=(now,), revised={now.article.id: FELL.article})
    bridge = dataclasses.replace(
        bridge_at_first(), story=dataclasses.replace(bridge_at_first().story, article_ids=("fell-2",))
    )
    same = dataclasses.replace(
        story("bridge", now, quotes=(said(now, "It went without a sound,", "Ida Moe"),)),
        figures=(row((now, hurt(now, "12"))),),
        story=bridge.story,
    )
    briefing = made(topic("t1", same), readings=[now], since=told)
    assert briefing.topics == ()
    assert briefing.news
    assert "bridge" in {o.id for o in briefing.news.still_open}


def test_corrected_figure_is_not_called_moved() -> None:
    now = edited("The old bridge at Halden fell on Monday evening.", "14 people were hurt, the police said.")
    told = since(first(), new=(now,), revised={now.article.id: FELL.article})
    bridge = dataclasses.replace(story("bridge", now), figures=(row((now, hurt(now, "14"))),))
    [printed] = made(topic("t1", bridge), readings=[now], since=told).topics[0].stories
    assert printed.news
    assert (printed.news.state, printed.news.moved) == ("developing", ())


def test_correction_is_told_for_the_latest_edition_that_printed_the_words() -> None:
    again = since(first(), edition=SECOND, new=(SEARCH,))
    both = story("bridge", FELL, SEARCH, says=((FELL, "The old bridge at Halden fell on Monday evening."),))
    second = frozen(SECOND, made(topic("t1", both), readings=[FELL, SEARCH], since=again))
    now = edited("The old bridge at Halden fell on Sunday evening.", article_id="fell-2")
    told = since(
        second, first(), edition="2026-03-05 06:30", new=(now,), revised={now.article.id: FELL.article}
    )
    briefing = made(readings=[now], since=told, date="2026-03-05")
    keys = {change.printed: change.edition for c in corrections(briefing) for change in c.changes}
    assert keys["The old bridge at Halden fell on Monday evening."] == SECOND
    assert keys["12 people were hurt, the police said."] == FIRST


def test_words_given_to_somebody_else_are_corrected() -> None:
    now = edited(
        "The old bridge at Halden fell on Monday evening.",
        "12 people were hurt, the police said.",
        "“It went without a sound,” said Ada Holm.",
    )
    quotes = (said(now, "It went without a sound,", "Ada Holm")[1],)
    now = dataclasses.replace(now, quotes=quotes)
    [told] = corrections(after_edit(now))
    assert [(c.printed, c.now.text if c.now else None) for c in told.changes] == [
        ("“It went without a sound,” said Ida Moe.", "“It went without a sound,” said Ada Holm.")
    ]


def test_new_title_is_what_a_changed_title_reads_now() -> None:
    texts = [FELL.article.text[p.start : p.end] for p in FELL.article.paragraphs]
    now = reading("fell-2", "Old bridge collapses at Halden", *texts)
    [told] = corrections(after_edit(now))
    assert [(c.printed, c.now.text if c.now else None) for c in told.changes] == [
        ("A bridge falls at Halden", "Old bridge collapses at Halden")
    ]
