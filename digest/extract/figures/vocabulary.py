"""Number words of English, written for this project from the grammar of English numerals.

Lakh and crore are the Indian scales (10^5 and 10^7); "billion" is 10^9, as English newspapers use it.
"""

from __future__ import annotations

from decimal import Decimal

DIGITS = {
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "thousand": 10**3, "lakh": 10**5, "lac": 10**5, "million": 10**6, "mln": 10**6, "mn": 10**6,
    "mil": 10**6, "crore": 10**7, "billion": 10**9, "bln": 10**9, "bn": 10**9,
    "trillion": 10**12, "tln": 10**12, "trn": 10**12, "tn": 10**12, "quadrillion": 10**15,
}  # fmt: skip
DOZENS = {"dozen", "dozens", "doz", "dozs", "dz", "dzs"}

# Letters that scale a number when they are written against it: "10k", "$4.2b", "€3bn".
LETTERS = {
    "k": 10**3,
    "K": 10**3,
    "M": 10**6,
    "m": 10**6,
    "b": 10**9,
    "B": 10**9,
    "MM": 10**6,
    "T": 10**12,
    "t": 10**12,
}

_ORDINAL_DIGITS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "nineth": 9,
}  # fmt: skip
_ORDINAL_TEENS = {
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
}  # fmt: skip
_ORDINAL_TENS = {
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90,
}  # fmt: skip
_ORDINAL_SCALES = {
    "hundredth": 100, "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12,
}  # fmt: skip
SMALL_ORDINALS = _ORDINAL_DIGITS | _ORDINAL_TEENS | _ORDINAL_TENS
ORDINALS = SMALL_ORDINALS | _ORDINAL_SCALES
HALVES = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
PLURAL_ORDINALS = {word + "s": value for word, value in ORDINALS.items() if word != "second"}

CARDINALS = DIGITS | TEENS | TENS
SMALL = {word: Decimal(value) for word, value in CARDINALS.items()}

# One-character fractions of Unicode.
VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip


def words_of(text: str) -> frozenset[str]:
    """The words of a list that is written as text."""
    return frozenset(text.split())


def any_of(text: str) -> str:
    """A regular expression for any of the space-separated patterns; "_" in one stands for a space."""
    return "|".join(pattern.replace("_", "[ ]") for pattern in text.split())
