"""Money: the currency that stands before or after a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from digest.extract.figures.currencies import CURRENCIES, MINOR, SHARED
from digest.extract.figures.numerals import Numeral
from digest.extract.figures.vocabulary import SCALES


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money as it stands in a text."""

    start: int
    end: int
    unit: str  # ISO 4217 code, a name that countries share ("franc"), or a minor unit ("cent")
    value: Decimal | None
    high: Decimal | None = None


def _tables() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Signs, codes and names (lower case), each to its unit."""
    signs: dict[str, str] = {}
    names: dict[str, str] = {}
    codes: dict[str, str] = {}
    for code, _, symbols, words in CURRENCIES:
        codes[code] = code
        signs |= dict.fromkeys(symbols.split(), code)
        names |= dict.fromkeys(words.lower().split("|"), code)
    for unit, symbols, words in SHARED:
        signs |= dict.fromkeys(symbols.split(), unit)
        names |= {word: unit for word in words.split("|") if word}
    codes |= {"RMB": "CNY"}
    return signs, codes, names


_SIGNS, _CODES, _NAMES = _tables()
_MINOR_NAMES = {word: unit for unit, _, words in MINOR for word in words.split("|")}
_MINOR_NAMES["cents"] = "cent"
NAME_OF = {code: name for code, name, _, _ in CURRENCIES}


def _any(names: dict[str, str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


_SPLIT_SIGN = {
    "us $": "USD", "u.s $": "USD", "u.s. $": "USD", "c $": "CAD", "ca $": "CAD", "hk $": "HKD", "au $": "AUD",
    "nz $": "NZD",
}  # fmt: skip
_SPLIT_CAPITAL = {"A $": "AUD", "S $": "SGD", "R $": "BRL"}
_BEFORE = re.compile(
    rf"(?<![A-Za-z])(?:(?P<split>(?i:{_any(_SPLIT_SIGN)})|{_any(_SPLIT_CAPITAL)})"
    rf"|(?P<sign>{_any(_SIGNS)})"
    rf"|(?P<mega>M)?(?P<code>(?i:{_any(_CODES)}))[$]?"
    rf"|(?P<name>(?i:dollars?)))[ ]?(?P<minus>[-−])?$"
)
_SCALE = rf"(?:[ ](?P<scale>{'|'.join(SCALES)}))?"
_AFTER = re.compile(
    rf"[ ]?-?(?:(?P<mega>M)?(?P<code>{_any(_CODES)})(?![A-Za-z\d])"
    rf"|(?P<name>(?i:{_any(_NAMES)}))(?:s|es)?(?![A-Za-z])"
    rf"|(?P<minor>(?i:{_any(_MINOR_NAMES)}))(?![A-Za-z])"
    rf"|(?P<sign>[€$£¥₹元₡₾₭₽₴₪₺₩฿₫₦₱₸]|ரூ|USD[$]?|NIS|Kč|zł|kr)(?![A-Za-z\d])"
    rf"|(?P<lower>(?:usd|eur|gbp|rmb|cny|jpy|aud|cad|nzd))(?![A-Za-z])"
    rf"|(?P<us>US)[ ]?[$](?!\d)){_SCALE}"
)
_LETTER_MINOR = re.compile(r"(?P<pence>[ ]?p)(?![A-Za-z\d]|\.[ ]?m\b)|(?P<cent>c|¢)(?![A-Za-z\d])")
_COUNTRY_AFTER = re.compile(r"[ ](US|U\.S\.|AU|CAD|USD|AUD)(?![A-Za-z])(?![ ][A-Z])")
_CENTS = re.compile(
    r",?[ ](?:and[ ])?(?P<value>\d{1,2}|[a-z]+(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)"
    r"(?:[ ](?P<name>cents?|pence|mao))?(?![\d.,]*\d)(?![%A-Za-z])",
    re.IGNORECASE,
)
_REAL_MONEY = re.compile(
    r"\b(?:cost|costs|costing|paid|pay|pays|price|priced|worth|spend|spent|spending|fine|fined|tax|wage|salary|"
    r"budget|sterling|profit|profits|revenue|revenues|sales|sold|raise|raised|debt|debts|loss|losses|invest|invested|"
    r"funding|fund|funds|earn|earned|bill|fee|fees|loan|loans|pension|payout|bought|buy|deal|cash|fraud|benefit|owed)\b",
    re.IGNORECASE,
)
_POUND = re.compile(r"(?P<hyphen>[ ]?-)?[ ]?pounds?(?![A-Za-z-])(?![ ]of[ ](?!debt|cash))", re.IGNORECASE)
_EACH = re.compile(
    r"[ ](?:a|per|each)[ ](?:share|ticket|night|hour|head)\b"
)  # no weight is given for a share
_POUND_SIGN_WORDS = re.compile(r"[ ](?:sterling)")


def money_at(text: str, numeral: Numeral) -> Money | None:
    """The amount of money that the numeral is part of; None where it is none."""
    before = _BEFORE.search(text, max(0, numeral.start - 12), numeral.start)
    if before and _is_currency_word(before, text):
        return _from_before(text, numeral, before)
    after = _AFTER.match(text, numeral.end)
    if after:
        return _from_after(text, numeral, after)
    minor = None if numeral.spelled else _LETTER_MINOR.match(text, numeral.end)
    if minor and numeral.value is not None and (minor["pence"] or numeral.value < 1000):
        return Money(numeral.start, minor.end(), "pence" if minor["pence"] else "cent", numeral.value)
    return _pounds(text, numeral)


def _is_currency_word(before: re.Match[str], text: str) -> bool:
    """A code in lower case or a sign that is also a word is money only where nothing else fits."""
    if (
        before["code"]
        and before["code"].upper() != before["code"]
        and before["code"] not in {"usd", "eur", "rmb"}
    ):
        return "$" in before[0]
    if before["name"]:
        return text[before.end()].isdigit()
    if before["sign"] in {"PS", "RM", "Dh", "Sh", "Tk", "Rp", "Fr.", "Re.", "sen", "kr", "Y="}:
        return not before[0].endswith(" ") or before["sign"] in {"sen", "RM", "Tk", "Rp", "Y="}
    return True


def _from_before(text: str, numeral: Numeral, before: re.Match[str]) -> Money:
    value, high = numeral.value, numeral.high
    if before["split"]:
        unit = _SPLIT_CAPITAL.get(before["split"]) or _SPLIT_SIGN[before["split"].lower()]
    elif before["sign"]:
        unit = _SIGNS[before["sign"]]
    elif before["code"]:
        unit = _CODES[before["code"].upper()]
        if before["mega"] and value is not None:
            value *= 10**6
    else:
        unit = "USD"
    start, end = before.start(), numeral.end
    if before["minus"] and value is not None:
        value = -abs(value)
    if start and text[start - 1] in "-−" and value is not None and (start < 2 or text[start - 2] in " ("):
        start, value = start - 1, -abs(value)
    if unit == "USD" and before["sign"] == "$" and (country := _COUNTRY_AFTER.match(text, end)):
        end = country.end()
        unit = {"AU": "AUD", "AUD": "AUD", "CAD": "CAD"}.get(country[1], "USD")
    named = re.compile(r"[ ](?:dollars?|euros?|pounds?)(?![A-Za-z])").match(text, end)
    if named and numeral.end != end - 1:
        end = named.end()
    return _with_cents(text, Money(start, end, unit, value, high), numeral)


def _from_after(text: str, numeral: Numeral, after: re.Match[str]) -> Money:
    value, high = numeral.value, numeral.high
    if after["name"]:
        unit = _NAMES[after["name"].lower()]
    elif after["minor"]:
        unit = _MINOR_NAMES[after["minor"].lower()]
    elif after["sign"]:
        unit = _SIGNS.get(after["sign"], after["sign"])
    elif after["lower"]:
        unit = _CODES[after["lower"].upper()]
    elif after["us"]:
        unit = "USD"
    else:
        unit = _CODES[after["code"]]
        if after["mega"] and value is not None:
            value *= 10**6
    if after["scale"] and value is not None:
        value *= SCALES[after["scale"]]
        high = high * SCALES[after["scale"]] if high is not None else None
    return _with_cents(text, Money(numeral.start, after.end(), unit, value, high), numeral)


def _with_cents(text: str, money: Money, numeral: Numeral) -> Money:
    """``3 dollars 50 cents``, ``15 dollars and 50``."""
    whole = money.value is not None and money.value == money.value.to_integral_value()
    if not whole or len(money.unit) != 3 or numeral.high is not None or money.value is None:
        return money
    match = _CENTS.match(text, money.end)
    if match is None:
        return money
    cents = _cents(match["value"].lower())
    after_name = text[money.end - 1].isalpha() or match["name"]
    if cents is None or cents >= 100 or not after_name:
        return money
    if match["name"] is None and _AFTER.match(text, match.end()):
        return money
    if match["name"] is None and (re.match(r"[ ]?[$€£¥]|[ ][a-z]", text[match.end() :]) or "," in match[0]):
        return money
    share = Decimal(10 if match["name"] == "mao" else 100)
    return Money(money.start, match.end(), money.unit, money.value + cents / share)


def _cents(words: str) -> Decimal | None:
    from digest.extract.figures.numerals import find_numerals

    found = find_numerals(words)
    if len(found) == 1 and found[0].start == 0 and found[0].end == len(words) and found[0].kind == "cardinal":
        return found[0].value
    return None


def _pounds(text: str, numeral: Numeral) -> Money | None:
    """Pounds are money where the number is large or the sentence speaks of money, else a weight."""
    match = _POUND.match(text, numeral.end)
    if match is None or numeral.value is None:
        return None
    large = numeral.value >= 100_000 and not match["hyphen"]
    near = text[max(0, numeral.start - 80) : match.end() + 60]
    if (
        large
        or _EACH.match(text, match.end())
        or _POUND_SIGN_WORDS.match(text, match.end())
        or _REAL_MONEY.search(near)
    ):
        return Money(numeral.start, match.end(), "GBP", numeral.value, numeral.high)
    return None
