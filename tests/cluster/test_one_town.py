"""A first morning in one town: few short articles that share its name and nothing else."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import pytest

from digest.annotate import annotate_each
from digest.cluster import State, cluster
from digest.extract import extract
from digest.language import load
from digest.model import Article, Paragraph, Published, Reading
from tests.cluster.test_stories import b_cubed

WRITTEN = Path(__file__).parents[1] / "fixtures/cluster/small_runs.jsonl"
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
TUESDAY, WEDNESDAY = "2026-03-10", "2026-03-11"
TUGS = (
    "Tugs pulled a stranded ferry off the rocks near Port Kessary on Wednesday. Its 212 passengers had been "
    "taken ashore by lifeboats the evening before."
)


def article(name: str, text: str, *, title: str = "", day: str | None = None) -> Article:
    return Article(
        id=name,
        path=f"{name}.txt",
        source_sha256="0" * 64,
        title=title,
        text=text,
        published=Published(day, "day", day, "stated") if day else None,
        paragraphs=(Paragraph(0, len(text), 1),),
    )


def read(articles: Iterable[Article]) -> list[Reading]:
    return list(annotate_each(list(articles), load("embedded"), extract))


@cache
def town() -> tuple[Reading, ...]:
    days = {"museum": TUESDAY, "ferry": TUESDAY, "schools": WEDNESDAY, "tram": WEDNESDAY}
    return tuple(read(article(name, text, day=days[name]) for name, text in TOWN.items()))


def of_day(readings: Sequence[Reading], day: str) -> list[Reading]:
    return [r for r in readings if r.article.published is not None and r.article.published.when == day]


def members(state: State) -> list[tuple[str, ...]]:
    return sorted(tuple(sorted(story.article_ids)) for story in state.stories)


ALONE = [("ferry",), ("museum",), ("schools",), ("tram",)]


@pytest.mark.language
def test_four_events_of_one_town_are_four_stories() -> None:
    found = cluster(town())
    assert members(found.state) == ALONE
    reasons = [story.why.kept_apart or "" for topic in found.topics for story in topic.stories]
    assert all("Port Kessary, but that story of" in reason for reason in reasons)


@pytest.mark.language
def test_they_are_four_stories_however_they_arrive() -> None:
    tuesday = cluster(of_day(town(), TUESDAY)).state
    assert members(cluster(of_day(town(), WEDNESDAY), previous=tuesday).state) == ALONE
    state = State()
    for reading in town():
        state = cluster([reading], previous=state).state
    assert members(state) == ALONE


@pytest.mark.language
@pytest.mark.parametrize("with_the_others", [False, True])
def test_a_second_report_of_the_next_day_joins_the_first(with_the_others: bool) -> None:
    second = read([article("tugs", TUGS, day=WEDNESDAY)])
    tuesday = cluster(of_day(town(), TUESDAY)).state
    if with_the_others:
        state = cluster([*second, *of_day(town(), WEDNESDAY)], previous=tuesday).state
    else:
        wednesday = cluster(of_day(town(), WEDNESDAY), previous=tuesday).state
        state = cluster(second, previous=wednesday).state
    assert members(state) == [("ferry", "tugs"), ("museum",), ("schools",), ("tram",)]


@pytest.mark.language
def test_a_dozen_reports_of_one_town_are_no_story() -> None:
    towns = {"Harlow Bay", "Fenmouth", "Larkhill"}
    told = [
        (f"{name}/{r['story']}", article(f"{name}/{r['id']}", r["text"].replace(name, "Port Kessary")))
        for r in map(json.loads, WRITTEN.read_text("utf-8").splitlines())
        for name in towns
        if name in r["set"]
    ]
    state = cluster(read(a for _, a in told)).state
    found = {a: story.id for story in state.stories for a in story.article_ids}
    assert len(found) == 14
    assert b_cubed({a.id: event for event, a in told}, found) >= 0.85


@pytest.mark.language
@pytest.mark.parametrize(("part", "floor"), [("seen", 0.93), ("unseen", 0.87), ("fresh", 0.95)])
def test_small_runs_are_put_into_their_stories(part: str, floor: float) -> None:
    records = [json.loads(line) for line in WRITTEN.read_text("utf-8").splitlines()]
    records = [r for r in records if r["part"] == part]
    readings = read(
        article(f"{r['set']}/{r['id']}", r["text"], title=r["title"], day=r["date"]) for r in records
    )
    sets: dict[str, list[tuple[dict[str, str], Reading]]] = defaultdict(list)
    for record, reading in zip(records, readings, strict=True):
        sets[record["set"]].append((record, reading))
    scores = []
    for told in sets.values():
        gold = {reading.article.id: record["story"] for record, reading in told}
        state = cluster([reading for _, reading in told]).state
        scores.append(b_cubed(gold, {a: s.id for s in state.stories for a in s.article_ids}))
    assert sum(scores) / len(scores) >= floor
