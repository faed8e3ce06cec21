"""Two amounts that are one ("between 41,000 and 42,000", "5–7 %") or share a unit ("45 and 50 mg")."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from digest.extract.figures.amounts import Amount
from digest.extract.figures.vocabulary import SCALES

_TO = re.compile(r"-?[ ]to[ ](?:a[ ]|an[ ])?|[ ]?[-–—~][ ]?|[ ]?\bto[ ]")
_AND = re.compile(r"[ ]and[ ]|[ ]to[ ]|[ ]?[-–][ ]?")
_SHARED = re.compile(r"(?:[ ]?[-–][ ]|-)?(?:,?[ ](?:and|or)[ ](?:even[ ])?|[ ]?/[ ]?)")
_LISTED = re.compile(r"-?,[ ]")
_FAR_TO = re.compile(r"(?:[ ](?!to\b)[\w-]+){0,3}[ ]to[ ](?:about[ ]|around[ ]|just[ ])?")
_TO_BEFORE = re.compile(r"\bto[ ](?:about[ ]|around[ ])?$", re.IGNORECASE)
_PART = re.compile(r"[ ]of[ ](?:the|its|their|his|her)[ ]")
_FROM_BETWEEN = re.compile(r"(?:[ ][a-z]+)?[ ]from[ ](?:about[ ]|around[ ])?")
_BETWEEN = re.compile(r"\b(?:between|anywhere[ ]between|somewhere[ ]between)[ ]$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom[ ](?:about[ ]|around[ ]|roughly[ ]|just[ ])?$", re.IGNORECASE)
_CHANGE_BEFORE = re.compile(
    r"\b(?:rose|fell|gained|lost|grew|dropped|slid|climbed|jumped|added|shed|up|down|tumbled|rallied|slipped)"
    r"[ ]$",
    re.IGNORECASE,
)
_BY_BEFORE = re.compile(  # rose by 1 million to 9.3 million
    r"\b(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|grows?|dropped|drops?|climbed|jumped"
    r"|increased|decreased|declined|shrank|surged|up|down)[ ]by[ ](?:\w+[ ]){0,2}$",
    re.IGNORECASE,
)
_SCALE_END = re.compile(rf"(?:\b|\d)(hundred|{'|'.join(SCALES)})\b", re.IGNORECASE)
_FRACTION_OF = re.compile(r"[ ](?:in|out[ ]of|over)[ ](?:every[ ])?|-in-")


_USUAL_WHOLES = frozenset({3, 4, 5, 10, 100})  # six in ten voters, a two-in-three chance
_TRIES = re.compile(r"[ ](?:games|matches|sets|attempts|tries|starts|races|innings|rounds|weeks|years)\b")


def join_ranges(text: str, amounts: list[Amount]) -> list[Amount]:
    """The amounts, with those that make one range (or one share: "one in three") put together."""
    joined: list[Amount] = []
    for amount in amounts:
        if joined and (one := _one(text, joined[-1], amount)):
            joined[-1] = one
        else:
            joined.append(amount)
    return _share_units(text, joined)


def with_bases(text: str, amounts: list[Amount]) -> list[Amount]:
    """``12 murders per 100,000 people``: the second number is what the first is given for."""
    kept: list[Amount] = []
    for amount in amounts:
        before = text[max(0, amount.start - 40) : amount.start]
        if not (amount.plain and before.endswith(" per ")):
            kept.append(amount)
        elif kept and kept[-1].plain and amount.start - kept[-1].end <= 40:
            kept[-1] = replace(kept[-1], unit=f"per {text[amount.start : amount.end]}")
    return kept


def _one(text: str, low: Amount, high: Amount) -> Amount | None:
    if low.high is not None or high.high is not None or low.value is None or high.value is None:
        return None
    between = text[low.end : high.start]
    if low.type == "ordinal" or high.type == "ordinal" or len(between) > 40:
        return None
    if _FRACTION_OF.fullmatch(between):
        return _share(text, low, high, between)
    before = text[max(0, low.start - 24) : low.start]
    marked = bool(_BETWEEN.search(before)) and bool(_AND.fullmatch(between))
    from_to = bool(_FROM.search(before)) and bool(_TO.fullmatch(between) or _FAR_TO.fullmatch(between))
    if _FROM_BETWEEN.fullmatch(between) and _TO_BEFORE.search(before) and _same_kind(low, high):
        return _moved(low, high)
    if not (marked or from_to or _TO.fullmatch(between)):
        return None
    if not _same_kind(low, high):
        return None
    if not (marked or from_to):
        if low.unit is not None and _CHANGE_BEFORE.search(before):
            return None
        moved = _BY_BEFORE.search(before) or _CHANGE_BEFORE.search(before)
        apart = high.value >= 3 * low.value and not (high.unit or "").startswith("degree")
        if moved and between == " to " and apart:
            return None
        if low.value > high.value and not _scale_of(text, high):
            return None
    return _range(text, low, high)


def _moved(now: Amount, then: Amount) -> Amount | None:
    """``to 138,285 lots from 212,577 lots``: the earlier comes first."""
    typed = then if now.plain else now
    if then.plain and not now.plain:
        return None
    return replace(
        typed, start=now.start, end=then.end, core_end=then.core_end, value=then.value, high=now.value
    )


def _same_kind(low: Amount, high: Amount) -> bool:
    if low.plain and low.unit is None:
        return high.type != "age"
    if high.plain and high.unit is None:  # "$370 to 400"
        return low.type == "currency"
    if high.type == "age":  # "40 - 50 years old": both ends are ages, and neither is a key figure
        return False
    return low.type == high.type and _base(low.unit) == _base(high.unit)


def _base(unit: str | None) -> str:
    return (unit or "").partition(" per ")[0]


def _scale_of(text: str, amount: Amount) -> Decimal | None:
    """The scale word that a spelled-out or mixed number ends with."""
    found = _SCALE_END.findall(text[amount.start : amount.core_end])
    if not found:
        return None
    word = found[-1].lower()
    return Decimal(100 if word == "hundred" else SCALES[word])


def _range(text: str, low: Amount, high: Amount) -> Amount | None:
    assert low.value is not None
    assert high.value is not None
    value = low.value
    scale = _scale_of(text, high)
    if scale and not _scale_of(text, low) and abs(value) < 1000 and abs(value * scale) <= abs(high.value):
        value *= scale  # four to five thousand
    last = high.value
    first_is_typed = not (low.plain and low.unit is None)
    typed = low if first_is_typed and high.plain and high.unit is None else high
    return replace(
        typed,
        start=low.start,
        end=high.end,
        core_end=high.core_end,
        value=value,
        high=last,
        spelled=low.spelled and high.spelled,
        plain=low.plain and high.plain,
    )


def _share(text: str, part: Amount, whole: Amount, between: str) -> Amount | None:
    """``one in three``, ``two out of five hundred``, ``1 over 20``."""
    if not (part.plain and whole.plain) or part.value is None or not whole.value:
        return None
    if abs(part.value) >= whole.value and "over" not in between:
        return None
    usual = whole.value in _USUAL_WHOLES and not _TRIES.match(text, whole.end)
    if "in" in between and part.value != 1 and not usual:
        return None
    if whole.value != whole.value.to_integral_value() or whole.value < 2:
        return None
    return replace(
        whole, start=part.start, value=part.value / whole.value, spelled=part.spelled and whole.spelled
    )


def _share_units(text: str, amounts: list[Amount]) -> list[Amount]:
    """``45 and 50 mg``: the first number is of the unit of the second."""
    shared = list(amounts)
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        if not (first.plain and first.unit is None and not second.plain) or second.type in {"ordinal", "age"}:
            continue
        between = text[first.end : second.start]
        if _PART.fullmatch(between) and second.type == "currency":  # 280 million of the 1.5 billion shekels
            shared[index] = replace(first, type=second.type, unit=_base(second.unit), plain=False)
            continue
        listed = _LISTED.fullmatch(between) and second is not amounts[index + 1]
        if _SHARED.fullmatch(between) or listed:
            shared[index] = replace(first, type=second.type, unit=_base(second.unit), plain=False)
    return shared
