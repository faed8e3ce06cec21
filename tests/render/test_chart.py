from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import BriefFigure, Citation
from digest.render.chart import WIDTH, Bar, bars


def figure(value: str | None, high: str | None = None, unit: str | None = "people") -> BriefFigure:
    return BriefFigure(
        text=f"{value}",
        type="number",
        value=None if value is None else Decimal(value),
        high=None if high is None else Decimal(high),
        unit=unit,
        counted=None,
        counted_citation=None,
        qualifier=None,
        change=None,
        as_of=None,
        stated_by=None,
        stated_by_citation=None,
        status=None,
        citation=Citation(1, 1, 0, 1),
    )


def test_bars_share_one_scale_from_nought() -> None:
    assert bars([figure("50"), figure("100"), figure("25")]) == (Bar(0, 50), Bar(0, 100), Bar(0, 25))


def test_a_range_is_drawn_from_its_low_end_to_its_high_end() -> None:
    assert bars([figure("20"), figure("20", "80"), figure("80")])[1] == Bar(25, 75)


def test_what_is_below_nought_is_drawn_to_the_left_of_it() -> None:
    assert bars([figure("-50"), figure("50"), figure("0")]) == (Bar(0, 50), Bar(50, 50), Bar(50, 0.6))


@pytest.mark.parametrize(
    "row",
    [
        [],
        [figure("1"), figure("2")],
        [figure("1"), figure("2"), figure(None)],
        [figure("1"), figure("2"), figure("3", unit="deaths")],
        [figure("14000"), figure("14000"), figure("14000")],
    ],
    ids=["none", "two", "one without a number", "two units", "all equal"],
)
def test_no_picture_where_it_would_tell_nothing(row: list[BriefFigure]) -> None:
    assert bars(row) == (None,) * len(row)


@given(st.lists(st.decimals(-(10**12), 10**12, places=2), min_size=3, max_size=8))
def test_every_bar_stays_on_the_scale(values: list[Decimal]) -> None:
    for bar in bars([figure(str(value)) for value in values]):
        if bar is not None:
            assert bar.x >= 0
            assert bar.width > 0
            assert bar.x + bar.width <= WIDTH + 0.02
