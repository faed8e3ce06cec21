"""One edition: topics in order of weight, the opening, references, passages, what was not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digest.compose.choice import Choice, ChosenTopic, choose
from digest.compose.corrections import corrections, gone_at_once
from digest.compose.evidence import Citer
from digest.compose.findings import StoryFindings, TopicFindings
from digest.compose.news import new_first, story_news
from digest.compose.selection import Wishes
from digest.compose.series import Series
from digest.compose.since import Since
from digest.compose.still_open import still_open
from digest.compose.story import compose_story
from digest.model import (
    Article,
    BriefEvent,
    Briefing,
    BriefStory,
    BriefTopic,
    DatedStatement,
    Line,
    NamedStory,
    News,
    NotRead,
    Origin,
    Reading,
    Reference,
    SetAsideCount,
    Watched,
)

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a briefing prints, at most."""

    in_brief: int  # lines of the opening
    quotes: int  # quotes of a story
    figures: int  # rows of a story's figures
    stories: int | None = None  # printed whole; the others are named in one line each; None: all of them


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
    wishes: Wishes | None = None,
    since: Since | None = None,
) -> Briefing:
    """One edition, complete and frozen. Raises EvidenceError if a finding is not what its span says.

    ``since``: what came since the edition before; None: an edition that knows of no other.
    """
    by_id = {reading.article.id: reading for reading in readings}
    articles = {reading.article.id: reading.article for reading in readings}
    origin_of = {article_id: origin for origin in origins for article_id in origin.article_ids}
    series = Series(since, articles) if since else None
    choice = choose(
        topics, articles, origin_of, most=limits.stories, wishes=wishes or Wishes(), series=series
    )
    citer = Citer(readings)
    desk = _Desk(citer, articles, origin_of, limits, choice, series, masthead.date)
    in_brief = desk.in_brief()
    printed = tuple(desk.topic(chosen) for chosen in choice.topics)
    more = tuple(desk.named(topic, found) for topic, found in choice.named)
    news = _news(series, choice, by_id, citer) if series else None
    for reading in readings:  # sources that nothing was quoted from are listed too
        if reading.article.id not in choice.hidden and (since is None or reading.article.id in since.new):
            citer.reference(reading.article.id)
    numbers = citer.numbers
    return Briefing(
        schema_version=SCHEMA_VERSION,
        title=masthead.title,
        date=masthead.date,
        language="en",
        in_brief=in_brief,
        topics=printed,
        references=tuple(
            replace(citer.carried[i], number=number, copies_of=None)
            if i in citer.carried
            else _reference(articles[i], origin_of[i], numbers)
            for i, number in numbers.items()
        ),
        passages=citer.passages(),
        not_read=tuple(not_read),
        set_aside=tuple(
            SetAsideCount(number, reason, lines)
            for i, number in numbers.items()
            if i not in citer.carried
            for reason, lines in Counter(line.reason for line in articles[i].set_aside).items()
        ),
        pipeline=masthead.pipeline,
        generator=masthead.generator,
        news=news,
        more=more,
        muted=choice.muted,
    )


def _news(series: Series, choice: Choice, readings: Mapping[str, Reading], citer: Citer) -> News:
    """What the edition says of itself as one of a series."""
    since = series.since
    gone = gone_at_once(since)
    return News(
        edition=since.edition,
        before=since.earlier[0].key,
        after=since.after,
        until=since.until,
        late=since.late,
        files=since.files,
        corrections=corrections(series, readings, citer, withdrawn=not gone),
        still_open=still_open(
            choice.unchanged,
            series,
            citer,
            going_on=choice.going_on,
            withdrawn=frozenset() if gone else since.withdrawn,
        ),
        gone=gone,
    )


@dataclass(frozen=True, slots=True)
class _Desk:
    """Prints the chosen stories."""

    citer: Citer
    articles: Mapping[str, Article]
    origin_of: Mapping[str, Origin]
    limits: Limits
    choice: Choice
    series: Series | None
    date: str

    def in_brief(self) -> tuple[Line, ...]:
        """The latest story of each topic in order of weight; then, in turn, the stories before it.

        Stories with a watched term come before all others.
        """
        spotted = self.choice.spotted
        queues = [
            sorted(chosen.backwards, key=lambda found: not spotted[found.story.id])
            for chosen in self.choice.topics
        ]
        turns = max(map(len, queues), default=0)
        leads = [queue[n] for n in range(turns) for queue in queues if n < len(queue)]
        leads.sort(key=lambda found: not spotted[found.story.id])
        return tuple(self.citer.line(found.lead) for found in leads[: self.limits.in_brief])

    def topic(self, chosen: ChosenTopic) -> BriefTopic:
        found = chosen.topic
        stories = {story.story.id: self._story(story) for story in found.stories}
        return BriefTopic(
            id=found.topic.id,
            name=found.topic.name,
            headline=stories[
                chosen.backwards[0].story.id
            ].headline,  # the latest development speaks for the topic
            first=found.topic.first,
            last=found.topic.last,
            stories=tuple(stories.values()),
            timeline=tuple(_event(statement, self.citer, self.date) for statement in found.timeline),
        )

    def _story(self, found: StoryFindings) -> BriefStory:
        limits = self.limits
        standing = self.choice.standings.get(found.story.id)
        ordered = new_first(found, standing) if standing else found
        story = compose_story(
            ordered, self.citer, self.origin_of, quotes=limits.quotes, figures=limits.figures
        )
        if standing and self.series:
            news = story_news(story, ordered, standing, self.series, self.citer, self.articles)
            story = replace(story, news=news)
        terms = self.choice.spotted[found.story.id]
        return replace(story, watched=tuple(Watched(term, self.citer.line(span)) for term, span in terms))

    def named(self, topic: TopicFindings, found: StoryFindings) -> NamedStory:
        standing = self.choice.standings.get(found.story.id)
        return NamedStory(
            id=found.story.id,
            topic=topic.topic.name,
            headline=self.citer.line(found.summary.headline),
            state=standing.state if standing and standing.state != "unchanged" else None,
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
    first = next(i for i in origin.article_ids if i in numbers)  # the earliest of those that are listed
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
        copies_of=None if article.id == first else numbers[first],
    )
