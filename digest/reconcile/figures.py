"""Figures of a story: one row for each quantity."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import FigureRow, Origin, Reading

KEY_TYPES = frozenset({"number", "percentage", "currency", "dimension"})


def group_figures(readings: Sequence[Reading], origins: Sequence[Origin] = ()) -> tuple[FigureRow, ...]:
    """A row for each figure that can be a key figure, in the order of the text."""
    return tuple(
        FigureRow(((reading.article.id, figure),), 0, "single", 1, "one source")
        for reading in readings
        for figure in reading.figures
        if figure.type in KEY_TYPES
    )
