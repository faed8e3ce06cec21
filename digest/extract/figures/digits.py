"""Numbers written in digits: what they look like and what they are worth."""

from __future__ import annotations

import re
from decimal import Decimal

from digest.extract.figures.vocabulary import VULGAR

_VULGAR = "".join(VULGAR)
_GROUPS = r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}"  # 1,234,567 and, in India, 12,34,567
_SPACED = r"\d{1,3}(?:[ ]\d{3})+(?![ ]?\d|,\d)"  # 1 234 567
_CONTINENTAL = r"\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)"  # 1.234,56
_PLAIN = rf"(?:{_GROUPS}|{_SPACED}|\d+)(?:\.\d+)?|\.\d+"
_TIMES_TEN = r"[ ]?[x×*][ ]?10[ ]?(?:\^[ ]?)?[-−+]?\d+"  # 2.5×10^-4
_EXPONENT = r"[eE][-+−]?\d+(?!\w)"
_POWER = r"\^[-+−]?\d+"
_FRACTION = r"\d+[/⁄]\d+(?![/\d])"

PATTERN = (
    rf"{_CONTINENTAL}"
    rf"|(?:\d+[ ]{{1,2}})?{_FRACTION}"
    rf"|\d*[ ]?[{_VULGAR}]"
    rf"|(?:{_PLAIN})(?:{_TIMES_TEN}|{_EXPONENT}|{_POWER})?"
)
"""A number in digits, without its sign and without what follows it."""

_LONGEST = 40  # characters
_MIXED = re.compile(r"(?:(\d+)[ ]{1,2})?(\d+)[/⁄](\d+)$")
_SCIENCE = re.compile(r"(.+?)[ ]?[x×*][ ]?10[ ]?\^?[ ]?([-−+]?\d+)$")
_POWERS = re.compile(r"(.+?)\^([-−+]?\d+)$")


def value_of(text: str) -> Decimal | None:
    """The value of a number that PATTERN matched; None where it has none (``1/0``) or is a long code."""
    if len(text) > _LONGEST:
        return None
    text = text.replace("−", "-")
    if text[-1] in VULGAR:
        over, under = VULGAR[text[-1]]
        return Decimal(text[:-1].strip() or 0) + Decimal(over) / Decimal(under)
    if mixed := _MIXED.match(text):
        if int(mixed[3]) == 0:
            return None
        return Decimal(mixed[1] or 0) + Decimal(mixed[2]) / Decimal(mixed[3])
    if science := _SCIENCE.match(text):
        return _plain(science[1]) * Decimal(10) ** _exponent(science[2])
    if power := _POWERS.match(text):
        base, exponent = _plain(power[1]), _exponent(power[2])
        return None if base == 0 and exponent < 0 else base**exponent
    return _plain(text)


def _exponent(text: str) -> int:
    return max(-99, min(99, int(text[:6])))


def _plain(text: str) -> Decimal:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d{1,2}", text):
        text = text.replace(".", "").replace(",", ".")
    mantissa, _, exponent = text.replace(",", "").replace(" ", "").lower().partition("e")
    value = Decimal(mantissa)
    return value.scaleb(_exponent(exponent)) if exponent else value
