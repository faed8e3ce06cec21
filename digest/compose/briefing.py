"""One edition: topics in order of weight, the opening, references, passages, what was not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.compose.evidence import Citer
from digest.compose.findings import TopicFindings
from digest.compose.story import compose_story
from digest.model import (
    Article,
    BriefEvent,
    Briefing,
    BriefTopic,
    DatedStatement,
    Line,
    NotRead,
    Origin,
    Reading,
    Reference,
    SetAsideCount,
)

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a briefing prints, at most."""

    in_brief: int  # lines of the opening
    quotes: int  # quotes of a story
    figures: int  # rows of a story's figures


@dataclass(frozen=True, slots=True)
class Masthead:
    """What an edition says of itself."""

    title: str
    date: str  # YYYY-MM-DD
    pipeline: str
    generator: str


def compose(
    topics: Sequence[TopicFindings],
    readings: Sequence[Reading],
    *,
    origins: Sequence[Origin],
    not_read: Sequence[NotRead],
    masthead: Masthead,
    limits: Limits,
) -> Briefing:
    """One edition, complete and frozen. Raises EvidenceError if a finding is not what its span says."""
    origin_of = {article_id: origin for origin in origins for article_id in origin.article_ids}
    ranked = sorted(topics, key=lambda found: _weight(found, origin_of), reverse=True)
    citer = Citer(readings)
    in_brief = _in_brief(ranked, citer, limits.in_brief)
    printed = tuple(_topic(found, citer, origin_of, masthead.date, limits) for found in ranked)
    for reading in readings:  # sources that nothing was quoted from are listed too
        citer.reference(reading.article.id)
    articles = {reading.article.id: reading.article for reading in readings}
    numbers = citer.numbers
    return Briefing(
        schema_version=SCHEMA_VERSION,
        title=masthead.title,
        date=masthead.date,
        language="en",
        in_brief=in_brief,
        topics=printed,
        references=tuple(_reference(articles[i], origin_of[i], numbers) for i in numbers),
        passages=citer.passages(),
        not_read=tuple(not_read),
        set_aside=tuple(
            SetAsideCount(number, reason, lines)
            for i, number in numbers.items()
            for reason, lines in Counter(line.reason for line in articles[i].set_aside).items()
        ),
        pipeline=masthead.pipeline,
        generator=masthead.generator,
    )


def _weight(found: TopicFindings, origin_of: Mapping[str, Origin]) -> tuple[int, int, str, str]:
    """Most independent origins first, then most articles, then the latest."""
    article_ids = [i for story in found.stories for i in story.story.article_ids]
    independent = {origin_of[i].id for i in article_ids}
    return (len(independent), len(article_ids), found.topic.last or "", found.topic.id)


def _in_brief(ranked: Sequence[TopicFindings], citer: Citer, limit: int) -> tuple[Line, ...]:
    """The latest story of each topic in order of weight; then, in turn, the stories before it."""
    turns = max((len(found.stories) for found in ranked), default=0)
    leads = [found.stories[-1 - n].lead for n in range(turns) for found in ranked if n < len(found.stories)]
    return tuple(citer.line(span) for span in leads[:limit])


def _topic(
    found: TopicFindings, citer: Citer, origin_of: Mapping[str, Origin], date: str, limits: Limits
) -> BriefTopic:
    stories = tuple(
        compose_story(story, citer, origin_of, quotes=limits.quotes, figures=limits.figures)
        for story in found.stories
    )
    return BriefTopic(
        id=found.topic.id,
        name=found.topic.name,
        headline=stories[-1].headline,  # the latest development speaks for the topic
        first=found.topic.first,
        last=found.topic.last,
        stories=stories,
        timeline=tuple(_event(statement, citer, date) for statement in found.timeline),
    )


def _event(statement: DatedStatement, citer: Citer, date: str) -> BriefEvent:
    dated = citer.line(statement.moment)
    return BriefEvent(
        when=statement.when,
        precision=statement.precision,
        how=statement.how,
        date_text=dated.text,
        date_citation=dated.citation,
        line=citer.line(statement.span),
        future=statement.when > date[: len(statement.when)],
    )


def _reference(article: Article, origin: Origin, numbers: Mapping[str, int]) -> Reference:
    return Reference(
        number=numbers[article.id],
        article_id=article.id,
        path=article.path,
        source_sha256=article.source_sha256,
        title=article.title,
        publisher=article.publisher,
        url=article.url,
        published=article.published,
        text_sha256=article.text_sha256,
        flags=article.flags,
        copies_of=None if article.id == origin.id else numbers[origin.id],
    )
