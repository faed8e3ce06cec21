"""Every number of a text, in digits or in words, with its exact value: no meaning yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from digest.extract.figures.currencies import CURRENCIES
from digest.extract.figures.digits import PATTERN
from digest.extract.figures.vocabulary import (
    CARDINALS,
    DOZENS,
    HALVES,
    LETTERS,
    ORDINALS,
    PLURAL_ORDINALS,
    SCALES,
    VULGAR,
)
from digest.extract.figures.words import Kind, Lexeme, parse


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in a text."""

    start: int  # characters of the text
    end: int
    value: Decimal | None  # None: a bare plural such as "thousands"
    kind: Kind
    high: Decimal | None = None  # the high end of "tens of thousands"
    spelled: bool = False  # in words
    bare: bool = False  # nothing but digits, marks and a sign
    least: Decimal | None = None  # what a bare plural begins at: 1000 for "thousands"


_WORDS = sorted(
    {*CARDINALS, *SCALES, *DOZENS, *HALVES, *ORDINALS, *PLURAL_ORDINALS, "hundred", "hundreds"},
    key=len,
    reverse=True,
)
_WORD = rf"(?:{'|'.join(_WORDS)})(?![A-Za-z])"
_MONEY3 = "|".join(rf"\b{code}" for code, *_ in CURRENCIES)
_MONEY2 = r"\bUS|\bRM|\bPS|\bRs|\$A|\$C|\bRp|\bTk|\bDh|\bY="
_BEGIN = rf"(?:(?<![\w.,])|(?<=[^\d],)(?!\d{{3}})|(?<={_MONEY3})|(?<={_MONEY2}))"
_DIGITS = rf"{_BEGIN}(?:{PATTERN})(?![\d])"
_LINK = r"(?:(?:and|&|point)[ ]{1,2}|(?:and[ ]{1,2})?an?[ ]{1,2})?"
_JOINED = rf"(?:(?:[ ]?-[ ]?|[ ]{{1,3}}){_LINK}(?:{_WORD}|{_DIGITS})|[ ]?,[ ]{_LINK}{_WORD})"
_RUN = re.compile(
    rf"(?:(?<![A-Za-z])an?[ ]{{1,2}})?"
    rf"(?:(?<![A-Za-z])(?:{_WORD})|{_DIGITS}(?:[ ]?(?:{_WORD}))?)(?:{_JOINED})*",
    re.IGNORECASE,
)
_LEXEME = re.compile(rf"{PATTERN}|[A-Za-z]+|[-,&]", re.IGNORECASE)
_SIGN = re.compile(r"(?:(?<![\w)\]%°])(?<!\d )[-−][ ]{0,2}|\b(?:minus|negative)[ -])$", re.IGNORECASE)
_SIGN_OF_SHARE = re.compile(r"(?<![\w)\]%°])[-−]$|\b(?:minus|negative)[ -]$", re.IGNORECASE)
_LETTER = re.compile(r"(?:[ ]?[kK]|MM|M|m|b|B|T|t)(?![A-Za-z0-9²³^/°])|[ ](?:M|B)(?![A-Za-z0-9.'])")
_VAGUE = re.compile(
    r"\b(?P<many>tens|dozens|scores|hundreds?)[ ]of[ ](?:(?P<hundreds>hundreds)[ ]of[ ])?"
    r"(?P<scale>thousands|lakhs|crores|millions|billions|trillions)\b"
    r"|\b(?P<few>a[ ]few|several|some|many)[ ](?P<unit>dozen|hundred|thousand|million|billion)\b"
    r"(?![ ](?:one|two))"
    r"|\b(?P<plural>tens|dozens|scores|hundreds|thousands|lakhs|crores|millions|billions|trillions)\b"
    r"(?=[ ](?:of|more)\b|[ ][a-z])",
    re.IGNORECASE,
)
_PLURALS = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100}


def find_numerals(text: str) -> list[Numeral]:
    """All numbers of a text in order, none inside another."""
    vague = list(_vague(text))
    taken = [(numeral.start, numeral.end) for numeral in vague]
    exact = [
        numeral
        for numeral in _exact(text)
        if not any(start < numeral.end and numeral.start < end for start, end in taken)
    ]
    return sorted([*vague, *exact], key=lambda numeral: numeral.start)


def _vague(text: str) -> Iterator[Numeral]:
    """``tens of thousands`` is 10,000 to 100,000; ``thousands`` has a least value only."""
    for match in _VAGUE.finditer(text):
        start, end = match.span()
        if match["many"]:
            low = Decimal(_PLURALS[match["many"].lower().removesuffix("s") + "s"] * _scale(match["scale"]))
            low *= 100 if match["hundreds"] else 1
            yield Numeral(start, end, low, "cardinal", high=low * 10, spelled=True, least=low)
        elif match["few"]:
            unit = match["unit"].lower()
            least = Decimal({"dozen": 12, "hundred": 100}.get(unit) or SCALES[unit]) * 2
            yield Numeral(start, end, None, "cardinal", spelled=True, least=least)
        else:
            word = match["plural"].lower()
            yield Numeral(
                start,
                end,
                None,
                "cardinal",
                spelled=True,
                least=Decimal(_PLURALS.get(word) or _scale(word)),
            )


def _scale(plural: str) -> int:
    return SCALES[plural.lower().removesuffix("s")]


def _exact(text: str) -> Iterator[Numeral]:
    for match in _RUN.finditer(text):
        run = [
            Lexeme(match.start() + found.start(), match.start() + found.end(), found[0].lower())
            for found in _LEXEME.finditer(match[0])
        ]
        yield from _numerals_of(text, run)


def _numerals_of(text: str, run: list[Lexeme]) -> Iterator[Numeral]:
    at = 0
    while at < len(run):
        parsed = parse(run, at)
        if parsed is None:
            at += 1
            continue
        start, end, value = run[at].start, run[parsed.last - 1].end, parsed.value
        words = [lexeme.text for lexeme in run[at : parsed.last]]
        digits = [word for word in words if any(c.isdigit() or c in VULGAR for c in word)]
        if len(words) == 1 and digits and (letter := _LETTER.match(text, end)):
            end, value = _scaled(text, start, end, value, letter)
        percent = text[end : end + 1] == "%"  # "Index 50 -1.3%": no range, a fall
        if parsed.kind != "ordinal" and (
            sign := (_SIGN_OF_SHARE if percent else _SIGN).search(text, max(0, start - 10), start)
        ):
            start, value = sign.start(), -value
        bare = len(words) == 1 and bool(digits) and end == run[parsed.last - 1].end
        yield Numeral(start, end, value, parsed.kind, spelled=not digits, bare=bare)
        at = parsed.last


def _scaled(text: str, start: int, end: int, value: Decimal, letter: re.Match[str]) -> tuple[int, Decimal]:
    """``10k``, ``1.2b``: metres, tonnes and bits are left to the units unless money stands before."""
    name = letter[0].strip()
    money = bool(_MONEY_BEFORE.search(text, max(0, start - 6), start))
    plain = {
        "m": False,
        "t": False,
        "T": False,
        "b": value < 1000,
        "B": value < 1000,
        "M": True,
        "MM": True,
    }.get(name, True)
    if name == "m" and _COUNTED_AFTER.match(text, letter.end()):
        plain = True
    if not (money or plain):
        return end, value
    return letter.end(), value * LETTERS[name]


_COUNTED_AFTER = re.compile(
    r"[ ](?!as\b|is\b|was\b|has\b|its\b|this\b|across\b)(?:[a-z]+[ ])?(?:[a-z]+[^\Ws]s|people)\b"
)
_MONEY_BEFORE = re.compile(r"(?:[$€£¥₹]|\b(?:USD|EUR|GBP|AUD|CAD|JPY|INR|Rs\.?|RM|PS|Y=?))[ ]?-?$")
