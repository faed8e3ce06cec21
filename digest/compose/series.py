"""Today's stories against those of the editions before: which are new, which develop, which are unchanged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Literal

from digest.compose.findings import StoryFindings
from digest.compose.since import Since, Told, told
from digest.model import Article, Line, Origin, Reference, Span, Story, Topic
from digest.terms import stands_in


@dataclass(frozen=True, slots=True)
class Standing:
    """How a story stands to the editions before."""

    state: Literal["new", "developing", "unchanged"]
    before: tuple[Told, ...]  # the same story in them, the latest first
    fresh: frozenset[str]  # ids of its articles that came since


class Series:
    """The editions before, looked up from today."""

    def __init__(self, since: Since, articles: Mapping[str, Article]) -> None:
        self.since = since
        self._articles = articles
        self._became = {old.id: new for new, old in since.revised.items()}
        self._told = tuple(story for earlier in since.earlier for story in told(earlier))
        self._places: dict[tuple[str, str], list[int]] = {}  # a story or an article → where it is told
        for place, story in enumerate(self._told):
            self._places.setdefault(("story", story.id), []).append(place)
            for article_id in story.article_ids | {self.now(i) for i in story.article_ids}:
                self._places.setdefault(("article", article_id), []).append(place)

    @property
    def last(self) -> tuple[Told, ...]:
        """The stories of the edition before."""
        return tuple(story for story in self._told if story.edition is self.since.earlier[0])

    def before(self, story_id: str, article_ids: Iterable[str]) -> tuple[Told, ...]:
        """What the editions before told of a story: under its id, or of one of its articles."""
        keys = [("story", story_id), *(("article", i) for i in article_ids)]
        return tuple(self._told[n] for n in sorted({n for key in keys for n in self._places.get(key, ())}))

    def now(self, article_id: str) -> str:
        """The id of an article now: of its revision, or its own."""
        return self._became.get(article_id, article_id)

    def stands(self, reference: Reference) -> bool:
        """Whether a source cited before is what it was."""
        article_id = reference.article_id
        since = self.since
        if article_id in since.withdrawn or article_id in since.former or article_id in self._became:
            return False
        article = self._articles.get(article_id)
        return article is None or article.text_sha256 == reference.text_sha256

    def standing(self, found: StoryFindings, origin_of: Mapping[str, Origin]) -> Standing:
        """How a story of today stands to the editions before.

        Where all that came is a revision or a copy of what was there, the story develops only if something
        would be printed from it that was not printed before.
        """
        ids = found.story.article_ids
        before = self.before(found.story.id, ids)
        fresh = frozenset(self.since.new.intersection(ids))
        if not before:
            return Standing("new" if fresh else "unchanged", (), fresh)
        known = {self.now(i) for story in before for i in story.article_ids}
        known |= {i for i in ids if i not in fresh}
        again = {i for i in fresh if i in self.since.revised or known.intersection(origin_of[i].article_ids)}
        if fresh - again or (again and self._adds(found, again, known, origin_of)):
            return Standing("developing", before, fresh)
        return Standing("unchanged", before, fresh)

    def _adds(
        self, found: StoryFindings, again: Set[str], known: Set[str], origin_of: Mapping[str, Origin]
    ) -> bool:
        """Whether revisions and copies say something that what they revise and copy does not."""
        said = [self.since.revised[i] for i in again if i in self.since.revised]
        said += [self._articles[i] for a in again for i in origin_of[a].article_ids if i in known - again]
        there = [whole for article in said for whole in (article.title, article.text)]
        return any(
            not stands_in(self._articles[span.article_id].at(span), *there)
            for span in _printable(found)
            if span.article_id in again
        )


def _printable(found: StoryFindings) -> Iterator[Span]:
    """Where the findings stand that may be printed, each once."""
    yield from found.summary.sentences
    for group in found.quotes:
        article_id, quote = group.quotes[group.best]
        yield Span(article_id, quote.start, quote.end)
    for row in found.figures:
        article_id, figure = row.figures[row.best]
        yield Span(article_id, figure.start, max(figure.end, figure.counted_end or 0))


@dataclass(frozen=True, slots=True)
class Said:
    """What the editions before said of a story, and what came since."""

    lines: tuple[Span, ...] = ()  # headlines and sentences that they printed, where they stand now
    fresh: frozenset[str] = frozenset()  # ids of its articles that came since; empty where they said nothing


def already_said(
    since: Since | None, topics: Iterable[Topic], articles: Mapping[str, Article]
) -> Mapping[str, Said]:
    """By story id, what editions before printed: a developing story says what is new before that."""
    if since is None:
        return {}
    series = Series(since, articles)
    return {story.id: _said(story, series, articles) for topic in topics for story in topic.stories}


def _said(story: Story, series: Series, articles: Mapping[str, Article]) -> Said:
    before = series.before(story.id, story.article_ids)
    if not before:
        return Said()
    printed = [
        (told, line) for told in before if told.story for line in (told.story.headline, *told.story.summary)
    ]
    spans = (_now(told, line, series, articles) for told, line in printed)
    return Said(
        lines=tuple(span for span in spans if span is not None),
        fresh=frozenset(series.since.new.intersection(story.article_ids)),
    )


def _now(before: Told, line: Line, series: Series, articles: Mapping[str, Article]) -> Span | None:
    """Where a printed line stands in today's sources."""
    cited = line.citation
    article = articles.get(series.now(before.edition.reference(cited).article_id))
    if article is None:
        return None
    if article.part(cited.part)[cited.start : cited.end] == line.text:
        return Span(article.id, cited.start, cited.end, cited.part)
    at = article.part(cited.part).find(line.text)
    return Span(article.id, at, at + len(line.text), cited.part) if at >= 0 else None
