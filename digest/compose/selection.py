"""What the reader asked for: terms that bring a story to the front, terms that leave it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digest.compose.findings import StoryFindings, TopicFindings
from digest.model import Article, Muted, Span
from digest.terms import find_term, found_terms

Spotted = tuple[str, Span]  # a term, and where a story has it


@dataclass(frozen=True, slots=True)
class Wishes:
    """Whole words and phrases of one reader. A story with a watched term is never muted."""

    watch: tuple[str, ...] = ()
    mute: tuple[str, ...] = ()


def spotted(
    found: StoryFindings, articles: Mapping[str, Article], watch: Sequence[str]
) -> tuple[Spotted, ...]:
    """The watched terms that a story has, each where it stands first."""
    return tuple(
        (term, span)
        for term in watch
        if (span := _first(term, [articles[i] for i in found.story.article_ids])) is not None
    )


def _first(term: str, articles: Sequence[Article]) -> Span | None:
    for article in articles:
        for part in ("title", "text"):
            if place := find_term(term, article.part(part)):
                return Span(article.id, *place, part)
    return None


def without_muted(
    topics: Sequence[TopicFindings], articles: Mapping[str, Article], wishes: Wishes
) -> tuple[tuple[TopicFindings, ...], tuple[Muted, ...], frozenset[str]]:
    """The topics without muted stories, what is left out, and the ids of its articles."""
    kept: list[TopicFindings] = []
    left_out: dict[tuple[str, ...], list[StoryFindings]] = {}
    for topic in topics:
        stories = []
        for found in topic.stories:
            terms = _muting(found, articles, wishes)
            if terms:
                left_out.setdefault(terms, []).append(found)
            else:
                stories.append(found)
        if stories:
            kept.append(replace(topic, stories=tuple(stories)))
    muted = tuple(
        Muted(terms, len(stories), sum(len(found.story.article_ids) for found in stories))
        for terms, stories in sorted(left_out.items())
    )
    hidden = (i for stories in left_out.values() for found in stories for i in found.story.article_ids)
    return tuple(kept), muted, frozenset(hidden)


def _muting(found: StoryFindings, articles: Mapping[str, Article], wishes: Wishes) -> tuple[str, ...]:
    """The muted terms of a story, if each of its articles has one and it has no watched term."""
    by_article = [
        found_terms(wishes.mute, articles[i].title, articles[i].text) for i in found.story.article_ids
    ]
    if not all(by_article) or spotted(found, articles, wishes.watch):
        return ()
    return tuple(term for term in wishes.mute if any(term in terms for terms in by_article))
