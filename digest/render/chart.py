"""Bars for a row of figures, drawn on one scale from nought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from digest.model import BriefFigure

WIDTH = 100.0  # of the whole scale, in user units of the SVG
LEAST = 0.6  # width of the smallest bar: nought can still be seen
FEWEST = 3  # values that make a picture tell more than the numbers


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: from ``x`` over ``width`` user units; a range does not start at nought."""

    x: float
    width: float


def bars(figures: Sequence[BriefFigure]) -> tuple[Bar | None, ...]:
    """A bar for each figure of a row, None for all where a picture would tell nothing.

    That is the case with fewer than three values, with different units, and where all are equal.
    """
    nothing = (None,) * len(figures)
    if not _comparable(figures):
        return nothing
    ends = [(figure.value or Decimal(0), figure.high) for figure in figures]
    values = [value for low, high in ends for value in (low, high) if value is not None]
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    scale = WIDTH / float(high - low)
    return tuple(_bar(start, end, low=low, scale=scale) for start, end in ends)


def _comparable(figures: Sequence[BriefFigure]) -> bool:
    if len(figures) < FEWEST or any(figure.value is None for figure in figures):
        return False
    return (
        len({figure.unit for figure in figures}) == 1
        and len({figure.type for figure in figures}) == 1
        and len({(figure.value, figure.high) for figure in figures}) > 1
    )


def _bar(value: Decimal, high: Decimal | None, *, low: Decimal, scale: float) -> Bar:
    start, end = (value, high) if high is not None else sorted((Decimal(0), value))
    x = float(start - low) * scale
    width = max(float(end - start) * scale, LEAST)
    return Bar(round(min(x, WIDTH - width), 2), round(width, 2))
