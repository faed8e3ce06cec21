"""Small hand-made readings and the briefings composed of them."""

from __future__ import annotations

from digest.compose import Limits, Masthead, Since, StoryFindings, TopicFindings, Wishes, compose
from digest.model import (
    Article,
    Briefing,
    Origin,
    Paragraph,
    Quote,
    QuoteGroup,
    Reading,
    Sentence,
    Span,
    Speaker,
    Story,
    StorySummary,
    Topic,
    Why,
)

WHY = Why(entities=(), terms=(), dates=(), text="one article")


def reading(article_id: str, title: str, *paragraphs: str) -> Reading:
    text = "\n\n".join(paragraphs)
    at, stretches = 0, []
    for number, paragraph in enumerate(paragraphs):
        stretches.append(Paragraph(at, at + len(paragraph), line=3 + 2 * number))
        at += len(paragraph) + 2
    article = Article(article_id, f"{article_id}.txt", "0" * 64, title, text, paragraphs=tuple(stretches))
    sentences = tuple(Sentence(p.start, p.end, i, ()) for i, p in enumerate(stretches))
    return Reading(article, sentences)


def findings(story_id: str, member: Reading, *quotes: Quote) -> StoryFindings:
    article = member.article
    first = article.paragraphs[0]
    return StoryFindings(
        story=Story(story_id, (article.id,), "2026-03-03", "2026-03-03", WHY),
        lead=Span(article.id, first.start, first.end),
        summary=StorySummary(
            story_id,
            headline=Span(article.id, 0, len(article.title), "title"),
            sentences=(Span(article.id, first.start, first.end),),
        ),
        quotes=tuple(QuoteGroup(((article.id, quote),), best=0) for quote in quotes),
        figures=(),
        voices=(),
    )


def topic(name: str, *stories: StoryFindings) -> TopicFindings:
    inner = tuple(found.story for found in stories)
    return TopicFindings(Topic(name, name, inner, "2026-03-03", "2026-03-03"), stories, timeline=())


def made(
    *topics: TopicFindings,
    readings: list[Reading],
    in_brief: int = 5,
    stories: int | None = None,
    wishes: Wishes | None = None,
    since: Since | None = None,
    date: str = "2026-03-04",
) -> Briefing:
    return compose(
        topics,
        readings,
        origins=[Origin(r.article.id, (r.article.id,), "own words") for r in readings],
        not_read=[],
        masthead=Masthead("Test", date, "en_test 1", "Digest test"),
        limits=Limits(in_brief=in_brief, quotes=4, figures=4, stories=stories),
        wishes=wishes,
        since=since,
    )


def quote(member: Reading, words: str, name: str, *, confidence: float) -> Quote:
    text = member.article.text
    start, at = text.index(words), text.index(name)
    speaker = Speaker(
        at, at + len(name), name, name, at, at + len(name), "named", confidence, how="subject of 'said'"
    )
    return Quote(start, start + len(words), words, "direct", "said", None, None, speaker)


DAM = reading("dam", "A wall moves", "The wall moved on Tuesday.", "“We have time,” said Pieter Holm.")
FISH = reading("fish", "A catch is shared", "Two countries shared a catch.")
