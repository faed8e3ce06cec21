"""The value of a run of number words (and digits among them): a small grammar of English numerals."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from digest.extract.figures.digits import value_of
from digest.extract.figures.vocabulary import (
    DIGITS,
    DOZENS,
    HALVES,
    ORDINALS,
    PLURAL_ORDINALS,
    SCALES,
    SMALL,
    SMALL_ORDINALS,
    TEENS,
    TENS,
)

_LARGEST = 10**15  # nothing that news counts is larger; what is, is a code
Kind = Literal["cardinal", "ordinal", "fraction"]


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word, a number in digits or a mark of a run."""

    start: int  # character of the text
    end: int
    text: str  # lower case


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the lexemes ``first`` to ``last`` (exclusive) are worth."""

    last: int
    value: Decimal
    kind: Kind


def parse(run: list[Lexeme], first: int) -> Parsed | None:
    """The longest numeral that begins at lexeme ``first``; None where none does."""
    if fraction := _leading_fraction(run, first):
        return fraction
    article = _text(run, first) in {"a", "an"}
    at = first + article
    if article and not (_is_magnitude(_text(run, at)) or _denominator(_text(run, at), singular=True)):
        return None
    whole = _cardinal(run, at)
    if whole is None:
        return _ordinal_alone(run, first, at, article=article)
    if article and not _is_magnitude(_text(run, at)):
        return None
    return _with_tail(run, at, whole)


def _text(run: list[Lexeme], index: int) -> str:
    return run[index].text if index < len(run) else ""


def _is_magnitude(word: str) -> bool:
    return word == "hundred" or word in SCALES or word in {"dozen", "doz"}


def _skip(run: list[Lexeme], index: int) -> int:
    """Past a hyphen between two words of one numeral."""
    return index + 1 if _text(run, index) == "-" else index


def _leading_fraction(run: list[Lexeme], first: int) -> Parsed | None:
    """``half a million``, ``quarter million``, ``a quarter million``, ``half a dozen``."""
    at = first + (_text(run, first) in {"a", "an"})
    part = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}.get(_text(run, at))
    if part is None:
        return None
    at = _skip(run, at + 1)
    at += _text(run, at) in {"a", "an"}
    word = _text(run, at)
    if word in SCALES:
        return Parsed(at + 1, part * SCALES[word], "cardinal")
    if word in DOZENS:
        return Parsed(at + 1, part * 12, "cardinal")
    return None


def _ordinal_alone(run: list[Lexeme], first: int, at: int, *, article: bool) -> Parsed | None:
    word = _text(run, at)
    if article:  # "a third", "a half", "a hundredth": whether it is a fraction, the context says
        under = _denominator(word, singular=True)
        return Parsed(at + 1, Decimal(1) / under, "fraction") if under else None
    if word in ORDINALS:
        return Parsed(at + 1, Decimal(ORDINALS[word]), "ordinal")
    if word in {"half", "quarter"}:
        return Parsed(at + 1, Decimal(1) / HALVES[word], "fraction")
    return None


def _denominator(word: str, *, singular: bool) -> Decimal | None:
    if singular:
        value = HALVES.get(word) if word in {"half", "quarter"} else ORDINALS.get(word)
        return Decimal(value) if value and value > 1 and word != "second" else None
    value = PLURAL_ORDINALS.get(word) or HALVES.get(word)
    return Decimal(value) if value and value > 1 else None


def _small(run: list[Lexeme], at: int) -> tuple[Decimal, int] | None:
    """A number below one hundred in words, or a number in digits."""
    word = _text(run, at)
    if not word:
        return None
    if word[0].isdigit() or word[0] == "." or word[-1] in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒":
        value = value_of(word)
        return None if value is None else (value, at + 1)
    if word in TENS:
        value = Decimal(TENS[word])
        following = _skip(run, at + 1)
        unit = DIGITS.get(_text(run, following), 0)
        return (value + unit, following + 1) if unit else (value, at + 1)
    if word in DIGITS or word in TEENS:
        return SMALL[word], at + 1
    return None


def _group(run: list[Lexeme], at: int) -> tuple[Decimal, int] | None:
    """A number below one thousand: ``three hundred and twenty-one``, ``322 hundred``, ``a dozen``."""
    small = _small(run, at)
    word = _text(run, at)
    if small is None:
        if word != "hundred" and word not in DOZENS:
            return None
        small = (Decimal(1), at)
    value, at = small
    at_word = _skip(run, at)
    if _text(run, at_word) == "hundred":
        value, at = value * 100, at_word + 1
        following = at + (_text(run, at) in {"and", "&"})
        rest = _small(run, _skip(run, following))
        if rest and 0 < rest[0] < 100 and not (_multiplied(run, rest[1]) or _is_fractional(run, *rest)):
            value, at = value + rest[0], rest[1]
    if _text(run, at) in DOZENS:
        value, at = value * 12, at + 1
    return value, at


def _multiplied(run: list[Lexeme], at: int) -> bool:
    """Whether a hundred follows: the number before it then is a number of its own."""
    return _text(run, _skip(run, at)) == "hundred"


def _is_fractional(run: list[Lexeme], value: Decimal, at: int) -> bool:
    """``three quarters`` after ``one hundred and``: the denominator is above the numerator."""
    under = _denominator(_text(run, _skip(run, at)), singular=False)
    return under is not None and value < under


def _cardinal(run: list[Lexeme], first: int) -> tuple[Decimal, int] | None:
    """A cardinal number: groups and their scales, each below the one before."""
    total, limit, at = Decimal(0), None, first
    while True:
        joined = at
        if limit is not None:
            joined += _text(run, at) == ","
            joined += _text(run, joined) in {"and", "&"}
        group = _group(run, joined)
        if group is None:
            if limit is None and _text(run, at) in SCALES:
                group = (Decimal(1), at)
            else:
                break
        value, after = group
        apart = limit is not None and joined == at and _text(run, at)[:1].isdigit()
        scale = Decimal(1)
        following = _skip(run, after)
        while _text(run, following) in SCALES and scale < _LARGEST:
            scale *= SCALES[_text(run, following)]
            after = following + 1
            following = _skip(run, after)
        if apart and scale == 1 and _text(run, joined + 1) != "hundred":
            break
        if limit is not None and (value * scale >= limit or value == 0 or _is_fractional(run, value, after)):
            break
        total, at = total + value * scale, after
        if scale == 1 and (value < 100 or value >= _LARGEST or value % 100):
            break
        limit = scale if scale > 1 else Decimal(100)
    return (total, at) if at > first else None


def _with_tail(run: list[Lexeme], first: int, whole: tuple[Decimal, int]) -> Parsed:
    """The cardinal with what may follow it: decimals, a fraction, an ordinal ending."""
    value, at = whole
    if _text(run, at) == "point" and (decimals := _decimals(run, at + 1)):
        value, at = value + decimals[0], decimals[1]
        if _text(run, at) in SCALES:
            return Parsed(at + 1, value * SCALES[_text(run, at)], "cardinal")
        return Parsed(at, value, "cardinal")
    if mixed := _mixed(run, value, at):
        return mixed
    following = _skip(run, at)
    if under := _compound_denominator(run, following):
        if _text(run, under[1]) in SCALES:  # three quarters billion
            scale = SCALES[_text(run, under[1])]
            return Parsed(under[1] + 1, value / under[0] * scale, "cardinal")
        return Parsed(under[1], value / under[0], "fraction")
    if value == 1 and (single := _denominator(_text(run, following), singular=True)):
        return Parsed(following + 1, value / single, "fraction")
    word = _text(run, following + (_text(run, following) == "and"))
    if word in ORDINALS:
        ending = Decimal(ORDINALS[word])
        step = following + (_text(run, following) == "and") + 1
        if word in SMALL_ORDINALS:
            last = _text(run, at - 1)
            if (last in TENS and ending < 10) or (last == "hundred" and not _in_digits(run, first)):
                return Parsed(step, value + ending, "ordinal")
        elif word != "second":
            return Parsed(step, value * ending, "ordinal")
    return Parsed(at, value, "cardinal")


def _in_digits(run: list[Lexeme], first: int) -> bool:
    return _text(run, first)[:1].isdigit()


def _compound_denominator(run: list[Lexeme], at: int) -> tuple[Decimal, int] | None:
    """``fifths``, ``twenty-firsts``, ``hundred-fifths`` is left to its parts."""
    word = _text(run, at)
    if word in TENS:
        after = _skip(run, at + 1)
        unit = PLURAL_ORDINALS.get(_text(run, after))
        if unit and unit < 10:
            return Decimal(TENS[word] + unit), after + 1
        return None
    under = _denominator(word, singular=False) if word not in {"half", "quarter"} else None
    return (under, at + 1) if under else None


def _decimals(run: list[Lexeme], at: int) -> tuple[Decimal, int] | None:
    """The digits after ``point``: ``nought four`` is .04, ``seventy-one`` is .71."""
    written = ""
    while (small := _small(run, at)) and _text(run, at).isalpha():
        written += str(small[0])
        at = small[1]
    return (Decimal(f"0.{written}"), at) if written else None


def _mixed(run: list[Lexeme], value: Decimal, at: int) -> Parsed | None:
    """``two and a half``, ``three million and a quarter``, ``one hundred and three quarters``."""
    if _text(run, at) not in {"and", "&"}:
        return None
    at += 1
    magnitude = Decimal(SCALES.get(_text(run, at - 2), 1))
    if _text(run, at) in {"a", "an"}:
        over, at = Decimal(1), at + 1
        under = _denominator(_text(run, at), singular=True)
    else:
        small = _small(run, at)
        if small is None:
            return None
        over, at = small[0], _skip(run, small[1])
        under = _denominator(_text(run, at), singular=over == 1) or _denominator(
            _text(run, at), singular=False
        )
    if under is None or over >= under:
        return None
    at += 1
    following = SCALES.get(_text(run, at))
    if following and magnitude == 1:  # five and a half million
        return Parsed(at + 1, (value + over / under) * following, "cardinal")
    if following:  # one billion and a half million
        return Parsed(at + 1, value + over / under * following, "cardinal")
    return Parsed(at, value + over / under * magnitude, "cardinal")
