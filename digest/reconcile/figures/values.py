"""Values as they are meant: exact, hedged or vague, in one unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from digest.model import Figure

_LEAST = {
    "tens": 10, "dozens": 24, "scores": 40, "hundreds": 100, "thousands": 1000, "millions": 10**6,
    "billions": 10**9, "trillions": 10**12, "dozen": 24, "hundred": 200, "thousand": 2000, "million": 2
    * 10**6,
    "billion": 2 * 10**9,
}  # fmt: skip
_PLURAL = re.compile(rf"\b({'|'.join(_LEAST)})\b", re.IGNORECASE)

# Factors to the unit that figures are compared in, from NIST Special Publication 811, appendix B.
_TO_BASE = {
    "kilometre": ("metre", "1000"), "centimetre": ("metre", "0.01"), "millimetre": ("metre", "0.001"),
    "mile": ("metre", "1609.344"), "foot": ("metre", "0.3048"), "yard": ("metre", "0.9144"),
    "inch": ("metre", "0.0254"), "square kilometre": ("square metre", "1000000"),
    "square mile": ("square metre", "2589988.110336"), "acre": ("square metre", "4046.8564224"),
    "hectare": ("square metre", "10000"), "square foot": ("square metre", "0.09290304"),
    "kilogram": ("gram", "1000"), "tonne": ("gram", "1000000"), "pound": ("gram", "453.59237"),
    "ounce": ("gram", "28.349523125"), "megawatt": ("watt", "1000000"), "gigawatt": ("watt", "1000000000"),
    "kilowatt": ("watt", "1000"), "minute": ("second", "60"), "hour": ("second", "3600"),
    "day": ("second", "86400"), "week": ("second", "604800"),
    "mile per hour": ("kilometre per hour", "1.609344"),
    "cent": ("USD", "0.01"), "litre": ("litre", "1"), "millilitre": ("litre", "0.001"), "barrel":
    ("barrel", "1"),
}  # fmt: skip

_DOZENS = re.compile(r"\bdozen\b", re.IGNORECASE)  # two dozen may be 23
_ABOUT_WORDS = "about around roughly approximately some circa estimated"
_NEARLY_WORDS = "nearly almost close approaching nearing"
_ABOVE_WORDS = "more over above least excess exceeding upwards north"
_BELOW_WORDS = "less fewer under below most"
_NEGATED = re.compile(r"(?:no|not)[ ](?:more|fewer|less|higher|lower|greater)\b")
_ABOUT = frozenset(_ABOUT_WORDS.split())
_NEARLY = frozenset(_NEARLY_WORDS.split())
_ABOVE = frozenset(_ABOVE_WORDS.split())
_BELOW = frozenset(_BELOW_WORDS.split())


@dataclass(frozen=True, slots=True)
class Interval:
    """From where to where a figure may lie, and as what it is printed."""

    low: Decimal
    high: Decimal | None  # None: without an upper end ("thousands")
    stated: tuple[Decimal, Decimal]  # the value as printed, twice, or the two ends of a range
    unit: str | None
    stated_in: str | None  # the unit that the source gives it in, without what it is given for
    vague: int  # 0 exact, 1 hedged, 2 a range, 3 "tens of thousands", 4 "thousands"


def interval_of(figure: Figure, *, moved: bool = False) -> Interval | None:
    """The interval of a figure; None where it has neither a value nor a vague plural.

    ``moved``: whether its two values are no range, but from where to where it went. The second is then meant.
    """
    if moved:
        figure = replace(figure, value=figure.high, high=None)
    unit, factor = _base(figure.unit)
    printed = figure.unit.partition(" per ")[0] if figure.unit else None
    if figure.value is None:
        found = _PLURAL.search(figure.text)
        if found is None:
            return None
        low = Decimal(_LEAST[found[1].lower()]) * factor
        return Interval(low, None, (low, low), unit, printed, 4)
    value = figure.value * factor
    if figure.high is not None:
        ends = sorted((value, figure.high * factor))
        vague = 3 if re.search(r"\b(?:tens|hundreds|dozens)\b", figure.text, re.IGNORECASE) else 2
        return Interval(ends[0], ends[1], (value, figure.high * factor), unit, printed, vague)
    qualifier = (figure.qualifier or "").lower()
    words = set(re.findall(r"[a-z]+", qualifier))
    slack = abs(value)
    stated = (value, value)
    negated = bool(_NEGATED.match(qualifier))  # no fewer than, no more than
    upper = words & _BELOW or {"up", "to"} <= words or {"as", "many"} <= words or {"as", "much"} <= words
    lower = words & _ABOVE and qualifier != "more"
    if lower if negated else upper:
        return Interval(value - slack * Decimal("0.15"), value, stated, unit, printed, 1)
    if upper if negated else lower:
        top = value + slack * Decimal("0.2")
        if "least" not in words and not negated:  # who writes more than 33,000 would write more than 35,000
            step = _step(figure.value) * _round_steps(figure.value) * factor
            top = min(top, value + max(step, slack * Decimal("0.03")))
        return Interval(value, top, stated, unit, printed, 1)
    if words & _NEARLY:
        room = Decimal("0.08") if digits(value) == 1 else Decimal("0.05")  # nearly a million: 928,000
        return Interval(value - slack * room, value + slack * Decimal("0.05"), stated, unit, printed, 1)
    if words & _ABOUT or _DOZENS.search(figure.text):
        return Interval(
            value - slack * Decimal("0.05"), value + slack * Decimal("0.05"), stated, unit, printed, 1
        )
    return Interval(value, value, stated, unit, printed, 0)


def _round_steps(value: Decimal) -> int:
    """How many steps of its last digit lead to the next number as round: five from 250, one from 33."""
    return 5 if value.normalize().as_tuple().digits[-1] == 5 else 1


def _base(unit: str | None) -> tuple[str | None, Decimal]:
    if unit is None:
        return None, Decimal(1)
    head, per, rate = unit.partition(" per ")
    name, factor = _TO_BASE.get(head, (head, "1"))
    return name + per + rate, Decimal(factor)


def equal(one: Interval, other: Interval) -> bool:
    """Whether two figures state the same value (within what a change of unit rounds)."""
    slack = _ROUNDED_BY_CONVERSION if one.stated_in != other.stated_in else Decimal(0)
    alike = all(
        abs(a - b) <= slack * max(abs(a), abs(b)) for a, b in zip(one.stated, other.stated, strict=True)
    )
    return alike and (one.vague >= 3) == (other.vague >= 3)


_ROUNDED_BY_CONVERSION = Decimal("0.015")


def compatible(one: Interval, other: Interval) -> bool:
    """Whether two figures can both be true: one is the vaguer of the other."""
    if one.vague == other.vague == 0:
        return _rounded(one.stated[0], other.stated[0])
    if _bounded_alike(one, other):  # "at least 17", later "at least 19": neither is the vaguer
        return _rounded(one.stated[0], other.stated[0])
    for rough, sharp in ((one, other), (other, one)):
        if _about(rough) and _rounded(rough.stated[0], sharp.stated[0], steps=5):  # about 6 billion: 6.4
            return True
    low = max(one.low, other.low)
    if one.high is None or other.high is None:
        top = one.high if one.high is not None else other.high
        return top is None or low <= top
    return low <= min(one.high, other.high) or _rounded(one.stated[0], other.stated[0])


def _bounded_alike(one: Interval, other: Interval) -> bool:
    """Whether two figures bound a number from the same side."""
    if one.vague != 1 or other.vague != 1:
        return False
    below = one.low == one.stated[0] and other.low == other.stated[0]
    above = one.high == one.stated[0] and other.high == other.stated[0]
    return below or above


def _about(interval: Interval) -> bool:
    """Whether a value is given as near, from below or above alike."""
    low, high = interval.low, interval.high
    return interval.vague == 1 and high is not None and low < interval.stated[0] < high


def _rounded(one: Decimal, other: Decimal, *, steps: int = 10) -> bool:
    """Whether one value is the other, rounded to fewer digits: 48.2 and 48, 14,120 and 14,000.

    ``steps``: of its last digit, that the rougher value must have.
    """
    for rough, sharp in ((one, other), (other, one)):
        step = _step(rough)
        if _step(sharp) < step and abs(rough - sharp) * 2 <= step and step * steps <= abs(rough):
            return True
    return False


def _step(value: Decimal) -> Decimal:
    """What the last digit of a value that is not zero is worth."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def digits(value: Decimal) -> int:
    """How many significant digits a value has."""
    return len(value.normalize().as_tuple().digits)
