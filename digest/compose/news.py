"""What a story has that the editions before did not, as it is printed."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace

from digest.compose.evidence import Citer
from digest.compose.findings import StoryFindings
from digest.compose.moved import moved
from digest.compose.series import Series, Standing
from digest.model import Article, BriefStory, FigureRow, QuoteGroup, StoryNews
from digest.terms import flat


def new_first(found: StoryFindings, standing: Standing) -> StoryFindings:
    """The findings of a developing story, quotes and figures of its new articles before the others."""
    if standing.state != "developing":
        return found
    return replace(
        found,
        quotes=tuple(sorted(found.quotes, key=lambda group: not _of(group, standing.fresh))),
        figures=tuple(sorted(found.figures, key=lambda row: not _touched(row, standing.fresh))),
    )


def _of(group: QuoteGroup, fresh: Set[str]) -> bool:
    return all(article_id in fresh for article_id, _ in group.quotes)


def _touched(row: FigureRow, fresh: Set[str]) -> bool:
    return row.figures[row.best][0] in fresh


def story_news(
    story: BriefStory,
    found: StoryFindings,
    standing: Standing,
    series: Series,
    citer: Citer,
    articles: Mapping[str, Article],
) -> StoryNews:
    """What is new in a printed story; of a story that is new altogether, its articles alone are named."""
    fresh = frozenset(citer.reference(i) for i in found.story.article_ids if i in standing.fresh)
    if standing.state == "new":
        return StoryNews("new", None, tuple(sorted(fresh)))
    rows = found.figures[: len(story.figures)]
    changed = moved(rows, standing, series, citer, articles)
    statements, quotes, figures = _printed_before(standing)
    return StoryNews(
        state="developing",
        since=max(before.key for before in standing.before),
        articles=tuple(sorted(fresh)),
        revised=tuple(sorted(citer.reference(i) for i in standing.fresh if i in series.since.revised)),
        statements=tuple(
            n
            for n, line in enumerate(story.summary)
            if line.citation.reference in fresh and flat(line.text) not in statements
        ),
        quotes=tuple(
            n
            for n, quote in enumerate(story.quotes)
            if {c.reference for c in (quote.citation, *quote.also)} <= fresh
            and flat(quote.text) not in quotes
        ),
        figures=tuple(
            n
            for n, row in enumerate(story.figures)
            if {figure.citation.reference for figure in row.figures} <= fresh
            and not any((figure.text, figure.counted) in figures for figure in row.figures)
            and n not in {move.row for move in changed}
        ),
        moved=changed,
    )


def _printed_before(standing: Standing) -> tuple[Set[str], Set[str], Set[tuple[str, str | None]]]:
    """The statements, quotes and figures of a story that the editions before printed."""
    stories = [before.story for before in standing.before if before.story is not None]
    return (
        {flat(line.text) for story in stories for line in story.summary}
        | {flat(line.text) for story in stories for group in story.agreement for line in group.lines},
        {flat(quote.text) for story in stories for quote in story.quotes},
        {
            (figure.text, figure.counted)
            for story in stories
            for row in story.figures
            for figure in row.figures
        },
    )
