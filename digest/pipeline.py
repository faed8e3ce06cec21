"""The order of the stages, in one place::

    path ─ingest→ Article ─annotate, extract→ Reading ─cluster→ Story, Topic
         ─reconcile, summarize→ findings ─compose→ Briefing

Rendering and delivering take the finished Briefing and add nothing to it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

from digest import __version__, serialise
from digest.annotate import annotate_each
from digest.cluster import cluster
from digest.compose import (
    Limits,
    Masthead,
    Said,
    Since,
    StoryFindings,
    TopicFindings,
    Wishes,
    already_said,
    compose,
)
from digest.config import Config
from digest.duplicates import find_origins
from digest.extract import extract
from digest.ingest import read, read_file
from digest.language import describe, load
from digest.model import (
    Article,
    Briefing,
    FigureRow,
    NotRead,
    Origin,
    Reading,
    Reference,
    Span,
    Story,
    StorySummary,
    Topic,
)
from digest.reconcile import find_voices, group_figures, group_quotes
from digest.store import open_store
from digest.summarize import agreement, lead, summarize, timeline, timeline_length
from digest.verify import Fault, against, unproved, verify

T = TypeVar("T")
_RECORD = re.compile(r"#\d+$")  # of the path of a record: "articles.jsonl#3"


class Progress(Protocol):
    """Told of each stage as it runs; the command line shows it and keeps the time."""

    def stage(self, name: str) -> AbstractContextManager[None]:
        """Entered when a stage begins, left when it ends."""
        ...

    def watch(self, items: Iterable[T], total: int) -> Iterator[T]:
        """Pass items through, counting them towards the running stage."""
        ...


class Silent:
    """No progress is shown."""

    def stage(self, name: str) -> AbstractContextManager[None]:
        """Show nothing."""
        return nullcontext()

    def watch(self, items: Iterable[T], total: int) -> Iterator[T]:
        """Count nothing."""
        return iter(items)


def build(
    paths: Sequence[str | Path], *, date: str, config: Config, progress: Progress | None = None
) -> Briefing:
    """Read the sources and make the edition of a date (YYYY-MM-DD)."""
    progress = progress or Silent()
    with progress.stage("read"):
        articles, not_read = read_articles(paths)
    with progress.stage("understand"):
        readings = list(progress.watch(read_closely(articles, pipeline=config.pipeline), len(articles)))
    with progress.stage("group"):
        topics = group(readings, store=config.store)
    return brief(readings, topics, not_read=not_read, date=date, config=config, progress=progress)


def brief(
    readings: Sequence[Reading],
    topics: Sequence[Topic],
    *,
    not_read: Sequence[NotRead],
    date: str,
    config: Config,
    since: Since | None = None,
    wishes: Wishes | None = None,
    stories: int | None = None,
    progress: Progress | None = None,
) -> Briefing:
    """The edition of a date from readings and their topics; ``stories`` are printed whole at most."""
    progress = progress or Silent()
    with progress.stage("compare"):
        origins = find_origins(readings)
        by_id = {reading.article.id: reading for reading in readings}
        said = already_said(since, topics, {name: reading.article for name, reading in by_id.items()})
        found = [_topic(topic, by_id, origins, config, said) for topic in progress.watch(topics, len(topics))]
    with progress.stage("compose"):
        return compose(
            found,
            readings,
            origins=origins,
            not_read=not_read,
            masthead=Masthead(
                title=config.title,
                date=date,
                pipeline=describe(load(config.pipeline)),
                generator=f"Digest {__version__}",
            ),
            limits=Limits(
                in_brief=config.in_brief, quotes=config.quotes, figures=config.figures, stories=stories
            ),
            wishes=wishes,
            since=since,
        )


def prove(
    data: bytes, paths: Sequence[str | Path], *, pipeline: str, earlier: Sequence[bytes] = ()
) -> tuple[Fault, ...]:
    """Read the sources of a briefing's JSON again and say what in it does not hold.

    ``paths`` is where the sources are now; empty: where the briefing says that they were. ``earlier``:
    the JSON of editions before, against which is held what is said of them. Raises BriefingError where
    the data is no briefing at all.
    """
    briefing = serialise.load(data)
    faults: list[Fault] = []
    if serialise.dump(briefing) != data:
        faults.append(Fault("the file", "is not as Digest wrote it: something in it was altered"))
    readings = read_closely(_cited(briefing.references, paths), pipeline=pipeline)
    faults += verify(briefing, list(readings))
    faults += against(briefing, [serialise.load(edition) for edition in earlier])
    runs = describe(load(pipeline))
    if faults and runs != briefing.pipeline:
        note = (
            f"the briefing was made with {briefing.pipeline}, this run used {runs}: choose it in digest.toml"
        )
        faults.insert(0, Fault("language pipeline", note))
    return tuple(faults)


def _cited(references: Sequence[Reference], paths: Sequence[str | Path]) -> Iterator[Article]:
    """The cited articles as they are now, each under the id that the briefing has for it.

    An id may rest on what else was read then, such as the same text from another outlet. So an article is
    known by its place and text, or by its id, or by its text and outlet where the sources were moved.
    """
    if paths:
        articles, _ = read_articles(paths)
    else:
        files = sorted({_RECORD.sub("", reference.path) for reference in references})
        articles = [item for file in files for item in read_file(file)[1] if isinstance(item, Article)]
    by_id = {article.id: article for article in articles}
    by_place = {(article.path, article.text_sha256): article for article in articles}
    by_text = {(article.text_sha256, article.title, article.publisher): article for article in articles}
    for reference in references:
        article = (
            by_place.get((reference.path, reference.text_sha256))
            or by_id.get(reference.article_id)
            or by_text.get((reference.text_sha256, reference.title, reference.publisher))
        )
        if article is not None:
            yield replace(article, id=reference.article_id)


def beyond_proof(data: bytes, *, earlier: Sequence[bytes] = ()) -> tuple[str, ...]:
    """What in a briefing's JSON neither its sources nor the editions at hand can prove, in words."""
    return unproved(serialise.load(data), [serialise.load(edition) for edition in earlier])


def compare_figures(readings: Sequence[Reading]) -> tuple[FigureRow, ...]:
    """The rows of figures of every story among the readings."""
    origins = find_origins(readings)
    by_id = {reading.article.id: reading for reading in readings}
    return tuple(
        row
        for topic in group(readings)
        for story in topic.stories
        for row in group_figures([by_id[i] for i in story.article_ids], origins)
    )


def summaries(
    articles: Sequence[Article], *, words: int, pipeline: str
) -> Iterator[tuple[StorySummary, Mapping[Span, str]]]:
    """A summary of each story that the articles name, or of all as one; with the text of its spans."""
    readings = list(read_closely(articles, pipeline=pipeline))
    origins = find_origins(readings)
    stories: dict[str, list[Reading]] = {}
    for reading in readings:
        stories.setdefault(reading.article.story or "story", []).append(reading)
    for story_id, members in stories.items():
        summary = summarize(story_id, members, origins, words=words)
        by_id = {reading.article.id: reading.article for reading in members}
        spans = (summary.headline, *summary.sentences)
        yield summary, {span: by_id[span.article_id].at(span) for span in spans}


def read_articles(paths: Sequence[str | Path]) -> tuple[list[Article], list[NotRead]]:
    """Every article under the paths, and what could not be read."""
    articles: list[Article] = []
    not_read: list[NotRead] = []
    for item in read(paths, stdin=sys.stdin.buffer):
        if isinstance(item, NotRead):
            not_read.append(item)
        else:
            articles.append(item)
    articles.sort(key=lambda article: (article.path, article.id))  # the order given says nothing
    not_read.sort(key=lambda item: (item.path, item.reason))
    return articles, not_read


def read_closely(articles: Iterable[Article], *, pipeline: str) -> Iterator[Reading]:
    """Parse each article and extract everything found in it, in the order given."""
    return annotate_each(articles, load(pipeline), extract)


def group(readings: Sequence[Reading], *, store: str | Path | None = None) -> tuple[Topic, ...]:
    """The topics and stories of some articles; with a store, yesterday's and the user's corrections hold."""
    if store is None:
        return cluster(readings).topics
    ids = {reading.article.id for reading in readings}
    days = {r.article.published.when for r in readings if r.article.published}
    with open_store(store) as kept:
        before = kept.load_state(articles=ids, days=days)
        clustering = cluster(readings, previous=before, links=kept.links(), recall=kept.closed_of)
        kept.save_state(clustering.state, before=before)
    return tuple(
        replace(
            topic, stories=tuple(_only(s, ids) for s in topic.stories if not ids.isdisjoint(s.article_ids))
        )
        for topic in clustering.topics
    )


def _only(story: Story, here: Set[str]) -> Story:
    """The story with the articles that were read in this run."""
    return replace(story, article_ids=tuple(i for i in story.article_ids if i in here))


def _topic(
    topic: Topic,
    by_id: Mapping[str, Reading],
    origins: Sequence[Origin],
    config: Config,
    said: Mapping[str, Said],
) -> TopicFindings:
    readings = [by_id[i] for story in topic.stories for i in story.article_ids]
    return TopicFindings(
        topic=topic,
        stories=tuple(_story(s, by_id, origins, config, said.get(s.id, Said())) for s in topic.stories),
        timeline=timeline(readings, origins, limit=timeline_length(readings, most=config.timeline)),
    )


def _story(
    story: Story,
    by_id: Mapping[str, Reading],
    origins: Sequence[Origin],
    config: Config,
    said: Said,
) -> StoryFindings:
    readings = [by_id[i] for i in story.article_ids]
    summary = summarize(
        story.id, readings, origins, words=config.summary_words, avoid=said.lines, fresh=said.fresh
    )
    figures = group_figures(readings, origins)
    return StoryFindings(
        story=story,
        lead=lead(readings, origins, avoid=said.lines, fresh=said.fresh),
        summary=summary,
        quotes=group_quotes(readings, origins),
        figures=figures,
        voices=find_voices(readings),
        agreement=agreement(readings, origins, figures=figures, printed=summary.sentences),
    )
