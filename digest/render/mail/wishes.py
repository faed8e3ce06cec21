"""What one reader wants of an edition, and what of it that leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal
from zoneinfo import ZoneInfo

from digest.model import Briefing, BriefTopic, Line
from digest.render.page import story_of
from digest.terms import found_terms

_UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Wishes:
    """How one reader gets an edition."""

    format: Literal["pdf", "html", "link"] = "pdf"
    topics: tuple[str, ...] = ()  # words and phrases: only topics with one of them; empty: all
    mute: tuple[str, ...] = ()  # words and phrases: no topics with one of them
    language: Literal["en"] = "en"
    timezone: ZoneInfo = _UTC  # of the dates and times that are instants
    edition_zone: ZoneInfo | None = None  # of the edition's own local times; None: that of the reader
    link: str | None = None  # where this edition stands on the web
    unsubscribe: str | None = None  # where the reader leaves the list
    pdf_failed: bool = False  # the reader wants the PDF, and it could not be made


def wanted(briefing: Briefing, wishes: Wishes) -> Briefing:
    """The briefing with only what the reader wants. Sources and corrections stay: they concern all."""
    if not wishes.topics and not wishes.mute:
        return briefing
    topics = tuple(topic for topic in briefing.topics if _wants(wishes, *_words(topic)))
    more = tuple(named for named in briefing.more if _wants(wishes, named.topic, named.headline.text))
    news = briefing.news and replace(
        briefing.news,
        still_open=tuple(o for o in briefing.news.still_open if _wants(wishes, o.topic, o.headline.text)),
    )
    kept = {story.id for topic in topics for story in topic.stories}
    lines = tuple(line for line in briefing.in_brief if story_of(briefing, line) in kept)
    return replace(briefing, topics=topics, in_brief=lines or _openings(topics), more=more, news=news)


def _openings(topics: Sequence[BriefTopic]) -> tuple[Line, ...]:
    """The first statement of each topic, where the opening of the edition has none of theirs."""
    return tuple(next(iter(topic.stories[0].summary), topic.headline) for topic in topics if topic.stories)[
        :5
    ]


def _words(topic: BriefTopic) -> tuple[str, ...]:
    """What a topic says of itself: its name, and of each story headline, summary and names."""
    said = [topic.name, topic.headline.text]
    for story in topic.stories:
        said += [story.headline.text, *(line.text for line in story.summary), *story.why.entities]
    return tuple(said)


def _wants(wishes: Wishes, *said: str) -> bool:
    if wishes.topics and not found_terms(wishes.topics, *said):
        return False
    return not found_terms(wishes.mute, *said)
