"""Figures that moved since an earlier edition: from what was printed then to what is printed now.

A figure is paired with an earlier one where today's reconciling has put both in one row as a development,
and where the older source is not read again, where everything that is known of the two is the same but the
value. Where that is not so they are not paired.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from digest.compose.evidence import Citer
from digest.compose.series import Series, Standing
from digest.compose.since import Earlier, Told
from digest.model import BriefFigure, Citation, Figure, FigureRow, Moved


def moved(
    rows: Sequence[FigureRow], standing: Standing, series: Series, citer: Citer, here: Mapping[str, object]
) -> tuple[Moved, ...]:
    """The rows of today, as they are printed, whose figure an earlier edition printed with another value.

    ``here``: the articles of today by id.
    """
    found: list[Moved] = []
    for number, row in enumerate(rows):
        article_id, figure = row.figures[row.best]
        if article_id not in standing.fresh or article_id in series.since.revised:
            continue
        before = [
            (story, old)
            for story in standing.before
            for old in _printed(story, series)
            if _unlike(old, figure)
        ]
        sure = [pair for pair in before if _reconciled(*pair, row)] or _alike(before, figure, rows, here)
        if sure:
            story, old = sure[0]  # as the latest edition had it
            found.append(Moved(number, carried(old, story.edition, citer), story.key))
    return tuple(found)


def _printed(before: Told, series: Series) -> Iterator[BriefFigure]:
    """The figures that an edition printed of a story, where the source still says so."""
    for row in before.story.figures if before.story else ():
        figure = row.figures[row.best]
        if series.stands(before.edition.reference(figure.citation)):
            yield figure


def _unlike(old: BriefFigure, figure: Figure) -> bool:
    return (old.value, old.high) != (figure.value, figure.high) and None not in (old.value, figure.value)


def _reconciled(before: Told, old: BriefFigure, row: FigureRow) -> bool:
    """Whether the older figure is in the row of the newer one as what it developed from."""
    source = before.edition.reference(old.citation).article_id
    place = (source, old.citation.start, old.citation.end)
    stated = row.figures[row.best][1].stated_by
    same_voice = (
        stated is not None and old.stated_by is not None and stated.casefold() == old.stated_by.casefold()
    )
    together = any((i, figure.start, figure.end) == place for i, figure in row.figures)
    return together and (row.relation == "development" or (row.relation == "differ" and same_voice))


def _alike(
    before: Sequence[tuple[Told, BriefFigure]],
    figure: Figure,
    rows: Sequence[FigureRow],
    here: Mapping[str, object],
) -> list[tuple[Told, BriefFigure]]:
    """The one older figure that is like the newer one in all but its value, if each is the only such one."""
    if not (figure.counted and (figure.event or figure.stated_by)):
        return []
    today = [row for row in rows if _what(row.figures[row.best][1]) == _what(figure)]
    alike = [
        (story, old)
        for story, old in before
        if _what(old) == _what(figure) and story.edition.reference(old.citation).article_id not in here
    ]
    latest = [pair for pair in alike if pair[0].edition is alike[0][0].edition]
    return latest if len(today) == len(latest) == 1 else []


def _what(figure: Figure | BriefFigure) -> tuple[object, ...]:
    """What a figure counts, whose it is, who says so and how surely."""
    words = (figure.counted, figure.event, figure.where, figure.stated_by, figure.qualifier)
    kind = (figure.type, figure.unit, figure.change, figure.status, figure.high is None)
    return (*(word and word.casefold() for word in words), *kind)


def carried(figure: BriefFigure, edition: Earlier, citer: Citer) -> BriefFigure:
    """A figure of an earlier edition with its citations as this edition numbers them."""

    def again(citation: Citation | None) -> Citation | None:
        if citation is None:
            return None
        return citer.carry(edition.reference(citation), edition.passage(citation), citation)

    return replace(
        figure,
        citation=citer.carry(
            edition.reference(figure.citation), edition.passage(figure.citation), figure.citation
        ),
        counted_citation=again(figure.counted_citation),
        stated_by_citation=again(figure.stated_by_citation),
        where_citation=again(figure.where_citation),
        event_citation=again(figure.event_citation),
    )
