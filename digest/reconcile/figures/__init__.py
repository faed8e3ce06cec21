"""Figures across articles: the same quantity once, with every source that gives it."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import FigureRow, Origin, Reading
from digest.reconcile.figures.mentions import Mention, mentions_of
from digest.reconcile.figures.rank import rank
from digest.reconcile.figures.rows import group, row_of
from digest.reconcile.figures.telling import tells

__all__ = ["group_figures"]


def group_figures(readings: Sequence[Reading], origins: Sequence[Origin]) -> tuple[FigureRow, ...]:
    """The quantities of one story or topic, best first; ``origins`` must cover the articles.

    An article that no origin names counts as an origin of its own.
    """
    origin_of = {article: origin.id for origin in origins for article in origin.article_ids}
    mentions: list[Mention] = []
    for reading in sorted(readings, key=_age):
        identifier = reading.article.id
        mentions += mentions_of(reading, origin=origin_of.get(identifier, identifier))
    rows = [(row_of(found), found) for found in group(mentions)]
    texts = {reading.article.id: reading.article.text for reading in readings}
    return rank([(row, found) for row, found in rows if tells(row, found, texts)], readings)


def _age(reading: Reading) -> tuple[str, str]:
    published = reading.article.published
    return (published.when if published else "9999", reading.article.id)
