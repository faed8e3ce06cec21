"""Whether two figures can both be right, as far as their own words go."""

from __future__ import annotations

from decimal import Decimal

from digest.model import Figure

ABOUT = Decimal("0.05")  # "about 6,200" leaves room for this share of it
AT_LEAST = frozenset(
    {"more than", "over", "at least", "above", "upwards of", "no fewer than", "no less than"}
)
AT_MOST = frozenset({"less than", "fewer than", "under", "at most", "up to", "below", "no more than"})
BEYOND = Decimal("Infinity")


def apart(one: Figure, other: Figure) -> bool:
    """Whether no value satisfies both: "more than 6,000" and "about 6,200" agree, 12 and 14 do not."""
    if one.value is None or other.value is None:
        return False
    low, high = _range(one, one.value)
    other_low, other_high = _range(other, other.value)
    return high < other_low or other_high < low


def _range(figure: Figure, value: Decimal) -> tuple[Decimal, Decimal]:
    """The values that the words of a figure leave open."""
    high = value if figure.high is None else figure.high
    qualifier = (figure.qualifier or "").casefold()
    if qualifier in AT_LEAST:
        return value, BEYOND
    if qualifier in AT_MOST:
        return -BEYOND, high
    room = abs(high) * ABOUT if qualifier else Decimal(0)
    return value - room, high + room
