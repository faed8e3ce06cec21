"""The words that dates are made of, and pattern pieces built from them.

Written by hand from the English calendar and the abbreviations of the AP and Guardian style books.
"""

from __future__ import annotations

MONTH_NAMES = (
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May", "May"),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sept", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
)
WEEKDAY_NAMES = (
    ("Monday", "Mon"),
    ("Tuesday", "Tues", "Tue"),
    ("Wednesday", "Weds", "Wed"),
    ("Thursday", "Thurs", "Thur", "Thu"),
    ("Friday", "Fri"),
    ("Saturday", "Sat"),
    ("Sunday", "Sun"),
)
NUMBER_WORDS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
}

MONTHS = {name.lower(): number for number, names in enumerate(MONTH_NAMES, 1) for name in names}
WEEKDAYS = {name.lower(): number for number, names in enumerate(WEEKDAY_NAMES) for name in names}


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation, in any case, with or without a full stop."""
    return MONTHS[name.rstrip(".").lower()]


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 for a weekday's name or abbreviation."""
    return WEEKDAYS[name.rstrip(".").lower()]


def count(word: str) -> int | None:
    """The number that digits or a small number word stand for; None for any other word."""
    return int(word) if word.isdigit() else NUMBER_WORDS.get(word.lower())


def _names(table: tuple[tuple[str, ...], ...], *, short: bool) -> str:
    """An alternation of names: capitalised or in capitals; abbreviations with an optional stop."""
    pieces = []
    for full, *abbreviations in table:
        pieces += [full, full.upper()]
        if full not in ("May", "March"):  # in small letters these two are other words
            pieces.append(full.lower())
        if short:
            pieces += [rf"{form}\b\.?" for name in abbreviations for form in (name, name.upper())]
    return "|".join(pieces)


MONTH = _names(MONTH_NAMES, short=True)
WEEKDAY = _names(WEEKDAY_NAMES, short=True)
FULL_WEEKDAY = _names(WEEKDAY_NAMES, short=False)
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_CLOCK_SIGN = (
    r"\s?(?:GMT|UTC|BST|CES?T|[ECMP][SD]?T|IST|MSK|hours|hrs|h|local\stime)\b"  # "2030 GMT" is a time
)
YEAR = rf"(?:1[6-9]|20|21)\d\d(?![\d%]|,\d|\.\d|{_CLOCK_SIGN})"
TO = r"(?:\s?[-–—]\s?|\s(?:to|and|through|until)\s)"
NUMBER = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + r"|\d{1,3}"
