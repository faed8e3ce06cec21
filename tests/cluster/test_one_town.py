"""A first morning in one town: few short articles that share its name and nothing else."""

from __future__ import annotations

import pytest

from digest.annotate import annotate_each
from digest.cluster import cluster
from digest.extract import extract
from digest.language import load
from digest.model import Article, Paragraph, Published

TOWN = {
    "museum": "The harbour museum of Port Kessary reopened on Tuesday after two years of repairs. Visitors "
    "queued along the quay before the doors opened, the museum said. The roof had "
    "been replaced, the director said.",
    "ferry": "A ferry with 212 passengers ran aground off Port Kessary on Tuesday evening, the coast guard "
    "said. Nobody was hurt. The passengers were brought ashore by lifeboats, said Jan "
    "Breck, the harbour master.",
    "schools": "Teachers in Port Kessary will stop work on Thursday over pay, their union said on Wednesday. "
    "Some 40 schools will be closed, the city said. Talks are to go on next week.",
    "tram": "The council of Port Kessary voted on Wednesday for a second tram line, which will run from the "
    "station to the harbour. Work is to begin in 2027 and will cost 90 million crowns, the mayor said.",
}


def article(name: str, text: str) -> Article:
    day = "2026-03-10" if "Tuesday" in text else "2026-03-11"
    return Article(
        id=name,
        path=f"{name}.txt",
        source_sha256="0" * 64,
        title="",
        text=text,
        published=Published(day, "day", day, "stated"),
        paragraphs=(Paragraph(0, len(text), 1),),
    )


@pytest.mark.language
@pytest.mark.xfail(
    strict=True,
    reason="a handful of short texts that share a town resemble each other too much",
)
def test_four_events_of_one_town_are_four_stories() -> None:
    articles = [article(name, text) for name, text in TOWN.items()]
    readings = list(annotate_each(articles, load("embedded"), extract))
    topics = cluster(readings).topics
    assert sorted(story.article_ids for topic in topics for story in topic.stories) == [
        ("ferry",),
        ("museum",),
        ("schools",),
        ("tram",),
    ]
