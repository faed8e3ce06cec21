"""A numeral with its unit: money, shares, measures, durations, ages, temperatures, plain numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from digest.extract.figures.money import money_at
from digest.extract.figures.numerals import Numeral
from digest.extract.figures.units import rate_at, unit_at
from digest.extract.figures.vocabulary import any_of


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with the unit that stands with it."""

    start: int  # characters of the text
    end: int
    type: str
    value: Decimal | None
    unit: str | None
    high: Decimal | None = None
    least: Decimal | None = None  # for "thousands", which has no value
    core_end: int = 0  # where the number and its unit end, before a rate
    plain: bool = False  # a number without any unit: it counts what the sentence says
    spelled: bool = False


_AGE = re.compile(
    r"[ -]{0,3}(?P<unit>years?|months?|weeks?|days?)(?:[ -]{1,3}olds?\b|[ ]of[ ]age\b)"
    r"|[ ]?y[./]?o\b\.?|[ -]y(?:ea)?r[ -]olds?\b",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?:aged|ages?(?:[ ]of)?)[ ](?:(?:\d{1,2}|between|from|over|under)(?:[ ](?:and|to|or)|,|[-–])?[ ])*$"
    r"|\b(?:adults?|people|anyone|anybody|those|everyone|men|women|children|residents|drivers|voters)[ ]"
    r"(?:over|under|above|below)[ ]$|\b(?:die[ds]?|dead)[ ]at[ ]$",
    re.IGNORECASE,
)
_AND_OLDER = re.compile(r"[ ](?:or|and)[ ](?:older|younger)\b")
_AGE_IN_CLAUSE = re.compile(
    r"\b(?:who|he|she)[ ](?:is|was|were|turned|turns|had[ ]just[ ]turned)[ ]$", re.IGNORECASE
)
_AGE_LIMIT = re.compile(
    r"\b(?:person|anyone|someone|nobody|those|people|children|adults|women|men|youths?|voters|pupils)[ ]"
    r"(?:(?:who[ ](?:are|is|were))[ ])?(?:under|over|above|below)[ ](?:the[ ]age[ ]of[ ])?$",
    re.IGNORECASE,
)
_AGE_BY_COMMA = re.compile(
    r"(?<![\w'’-])(?!total|all|time|however|year|years)[A-Za-z][\w'’-]+,[ ](?:(?:now|then|only|just)[ ])?$"
)
_SCALE_NAMES = "celsius|celcius|centigrade|centigrate|fahrenheit|farenheit"
_DEGREES = re.compile(
    r"(?:[ -]?°[ ]?|[ -]{0,2}deg(?:rees?)?(?![a-z])\.?[ -]?)"
    rf"(?P<scale>(?:[cCfF]|K)(?![A-Za-z'’])|(?i:{_SCALE_NAMES})(?![A-Za-z]))?"
    rf"|[ -]?(?P<named>(?i:{_SCALE_NAMES}))(?![A-Za-z])"
    r"|[ ]?(?P<letter>[CF])(?![A-Za-z\d/.'’-]|[ ][A-Z])",
)
_WARM = any_of(
    """temperatures? thermostat weather heat cold hot warm cool warming thermometer boils? melts? outside oven
    fever climate freez\\w+ mercury heatwave hotter hottest colder coldest warmer warmest coolest"""
)
_WARMTH = re.compile(rf"\b(?:{_WARM})\b", re.IGNORECASE)
_SCALES = {"c": "degree Celsius", "f": "degree Fahrenheit", "k": "kelvin"}
_INCHES = re.compile(r"[ ]?[\"”″](?=[ ]?(?:long|wide|tall|deep|thick|high|x\b|by\b|from\b|screen|$|[.,)]))")
_FEET_INCHES = re.compile(
    r"(?:[ ]and)?[ -](?P<value>\d{1,2}(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven)[ -]"
    r"(?:in|ins|inch|inches)\b(?![ ](?:the|a|an|his|her)\b)",
    re.IGNORECASE,
)
_INCH_WORDS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"],
        range(1, 12),
        strict=True,
    )
)
_POINT_IN = re.compile(r"[ ]in(?=[ ]*(?:$|[.,;)]|thick|tall|wide|long|deep|x[ ]))")
_OF_A = re.compile(
    r"[ ]of[ ]an?(?=[ ])|[ ]an?(?=[ ](?:hour|mile|century|decade|year|day|acre|percent|per cent))"
)
_PERCENT_OF = re.compile(r"(?<![\d)a-z] )(?:^|(?<=[.:;] ))per[ ]?cents?[ ]of[ ]$", re.IGNORECASE)
_TIMES = re.compile(r"[ ](?:times|fold)\b|-fold\b|x\b(?!\d)")
_POUNDS = re.compile(r"[ -]?(?:pounds?|lbs?)(?![A-Za-z-])", re.IGNORECASE)
_SECOND_AS_ORDINAL = re.compile(r"[ ]second\b")
_CLOCK = re.compile(r"[ ]?[ap]\.?m\b", re.IGNORECASE)


def measure(text: str, numeral: Numeral) -> Amount:
    """The numeral with what stands with it. Types as ``model.Figure.type`` names them."""
    amount = _typed(text, _before_of(text, numeral))
    if amount.plain:
        amount = _typed(text, numeral)
    rate = rate_at(text, amount.end)
    if rate is None or amount.type in {"ordinal", "age", "temperature"}:
        return amount
    unit = f"{amount.unit} {rate.name}" if amount.unit else rate.name
    return replace(amount, end=rate.end, unit=unit)


def _before_of(text: str, numeral: Numeral) -> Numeral:
    """``tens of millions`` of dollars, ``1/16`` of a pint: the unit stands behind "of"."""
    part = numeral.kind == "fraction" or (numeral.value is not None and 0 < numeral.value < 1)
    if part and (of := _OF_A.match(text, numeral.end)):
        return replace(numeral, end=of.end())
    if numeral.least is not None and text.startswith(" of ", numeral.end):
        return replace(numeral, end=numeral.end + 3)
    return numeral


def _typed(text: str, numeral: Numeral) -> Amount:
    if numeral.kind == "ordinal":
        return _amount(numeral, numeral.end, "ordinal", None)
    if money := money_at(text, numeral):
        return Amount(
            money.start, money.end, "currency", money.value, money.unit, money.high, numeral.least, money.end
        )
    if age := _age(text, numeral):
        return age
    if temperature := _temperature(text, numeral):
        return temperature
    if share := _PERCENT_OF.search(text, max(0, numeral.start - 16), numeral.start):
        return replace(_amount(numeral, numeral.end, "percentage", "percentage"), start=share.start())
    if measured := _measured(text, numeral):
        return measured
    if times := _TIMES.match(text, numeral.end):
        return _amount(numeral, times.end(), "multiple", "times")
    return _amount(numeral, numeral.end, "number", None, plain=True)


def _amount(
    numeral: Numeral,
    end: int,
    kind: str,
    unit: str | None,
    *,
    value: Decimal | None = None,
    plain: bool = False,
) -> Amount:
    return Amount(
        numeral.start,
        end,
        kind,
        numeral.value if value is None else value,
        unit,
        numeral.high,
        numeral.least,
        end,
        plain,
        numeral.spelled,
    )


def _age(text: str, numeral: Numeral) -> Amount | None:
    if match := _AGE.match(text, numeral.end):
        unit = (match["unit"] or "year").lower().removesuffix("s")
        return _amount(numeral, match.end(), "age", unit)
    small = numeral.value is not None and 0 <= numeral.value < 120
    if small and (older := _AND_OLDER.match(text, numeral.end)):
        return _amount(numeral, older.end(), "age", "year")
    if small and (aged := _AGED.search(text, max(0, numeral.start - 24), numeral.start)):
        begins = aged.start() if aged[0].lower() in {"aged ", "age ", "ages ", "age of "} else numeral.start
        return replace(_amount(numeral, numeral.end, "age", "year"), start=begins)
    after = text[numeral.end : numeral.end + 1]
    if (
        small
        and after in {"", ".", ",", ";"}
        and _AGE_IN_CLAUSE.search(text, max(0, numeral.start - 24), numeral.start)
    ):
        return _amount(numeral, numeral.end, "age", "year")
    limited = small and numeral.bare and not re.match(r"[ ]?%|[ ][a-z]", text[numeral.end : numeral.end + 2])
    if limited and _AGE_LIMIT.search(text, max(0, numeral.start - 40), numeral.start):
        return _amount(numeral, numeral.end, "age", "year")  # a person under 18
    by_comma = (
        numeral.bare and small and after in {",", "."} and numeral.value is not None and numeral.value >= 1
    )
    if by_comma and after == "," and _AGE_BY_COMMA.search(text, max(0, numeral.start - 30), numeral.start):
        return _amount(numeral, numeral.end, "age", "year")
    return None


def _temperature(text: str, numeral: Numeral) -> Amount | None:
    match = _DEGREES.match(text, numeral.end)
    if match is None:
        return None
    near = text[max(0, numeral.start - 60) : match.end() + 40]
    scale = (match["scale"] or match["named"] or match["letter"] or "").lower()[:1]
    attached = match.end() == numeral.end + 1 and "." in text[numeral.start : numeral.end]  # "44.8C"
    if match["letter"] and (numeral.spelled or not (attached or _WARMTH.search(near))):
        return None
    if scale:
        return _amount(numeral, match.end(), "temperature", _SCALES[scale])
    kind = "temperature" if _WARMTH.search(near) else "dimension"
    return _amount(numeral, numeral.end + len(match[0].rstrip(" -")), kind, "degree")


def _measured(text: str, numeral: Numeral) -> Amount | None:
    if _CLOCK.match(text, numeral.end) and numeral.value is not None and numeral.value <= 12:
        return None
    match = _INCHES.match(text, numeral.end) or _POINT_IN.match(text, numeral.end)
    if match and not numeral.spelled:
        return _amount(numeral, match.end(), "dimension", "inch")
    if pounds := _POUNDS.match(text, numeral.end):
        return _amount(numeral, pounds.end(), "dimension", "pound")
    unit = unit_at(text, numeral.end)
    if unit is None:
        return None
    if unit.name == "foot" and (inches := _FEET_INCHES.match(text, unit.end)) and numeral.value is not None:
        count = _INCH_WORDS.get(inches["value"].lower()) or inches["value"]
        value = numeral.value + Decimal(count) / 12
        return _amount(numeral, inches.end(), "dimension", "foot", value=value)
    return _amount(numeral, unit.end, unit.type, unit.name)
