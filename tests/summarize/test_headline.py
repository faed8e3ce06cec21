"""The headline of a story: informative, plain, up to date."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.model import Entity, Reading
from digest.summarize import summarize
from tests.summarize.build import reading

FACTS = (
    "The harbour bridge at Orlin collapsed on Monday and four workers were hurt.",
    "Engineers blamed rust in the bridge.",
)


def headline(*titles: str) -> str:
    story = [reading(f"r{n}", *FACTS, title=title) for n, title in enumerate(titles)]
    return printed(story)


def printed(story: list[Reading]) -> str:
    span = summarize("s", story).headline
    article = next(r.article for r in story if r.article.id == span.article_id)
    return (article.title if span.part == "title" else article.text)[span.start : span.end]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (
            "Harbour bridge at Orlin collapses, four workers hurt",
            "Why did the harbour bridge at Orlin collapse?",
        ),
        ("Harbour bridge at Orlin collapses", "HARBOUR BRIDGE AT ORLIN COLLAPSES, FOUR WORKERS HURT"),
        ("Harbour bridge at Orlin collapses", "Here's what we know about the Orlin harbour bridge workers"),
        (
            "Harbour bridge at Orlin collapses",
            "3 key moments as the Orlin harbour bridge collapses, hurting workers",
        ),
        ("Harbour bridge at Orlin collapses", "Orlin harbour"),
        ("Harbour bridge at Orlin collapses", "Opinion: The harbour bridge at Orlin had to collapse"),
        ("Harbour bridge at Orlin collapses", "Harbour bridge at Orlin collapses | Video"),
        ("WHO sends doctors to Orlin bridge collapse", "Orlin bridge collapse: What we know"),
        ("Blast brings down harbour bridge at Orlin", "Who brought down harbour bridge"),
        ("Harbour bridge at Orlin collapses", "Harbour bridge at Orlin collapses, “four workers hurt"),
        ("Harbour bridge at Orlin collapses", "It's a sad day as harbour bridge at Orlin collapses"),
        ("Harbour bridge at Orlin collapses", "Mayor visits bakery in Orlin"),
    ],
)
def test_the_better_headline_wins(better: str, worse: str) -> None:
    assert headline(better, worse) == headline(worse, better) == better


def test_of_two_headlines_as_good_the_dated_one_wins() -> None:
    undated = reading("a", *FACTS, title="Harbour bridge at Orlin collapses")
    dated = reading("b", *FACTS, title="Orlin harbour bridge collapses", published="2031-04-13")
    assert printed([undated, dated]) == printed([dated, undated]) == "Orlin harbour bridge collapses"


def test_a_headline_that_looks_forward_gives_way_to_one_that_reports() -> None:
    names = (
        Entity(0, 5, "Okoro", "PERSON", "Okoro", "title"),
        Entity(7, 13, "Brandt", "PERSON", "Brandt", "title"),
    )
    before = replace(
        reading(
            "a",
            "Okoro and Brandt will talk about harbour fees.",
            title="Okoro, Brandt to talk about harbour fees",
        ),
        entities=names,
    )
    after = reading("b", "Okoro and Brandt talked about harbour fees.", title="Okoro and Brandt talk fees")
    assert printed([before, after]) == "Okoro and Brandt talk fees"
