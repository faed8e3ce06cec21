"""The amounts of a text that are figures."""

from __future__ import annotations

import re

from digest.extract.figures.amounts import Amount, measure
from digest.extract.figures.counted import attributive, counts_plural, noun_after
from digest.extract.figures.names import is_score, names_something
from digest.extract.figures.not_figures import inside, no_figure_spans
from digest.extract.figures.numerals import Numeral, find_numerals
from digest.extract.figures.places import Places
from digest.extract.figures.ranges import join_ranges, with_bases
from digest.extract.figures.shares import unquantified_shares
from digest.extract.figures.units import unit_at

_WHOLE_OF = re.compile(
    r"[ ](?:of|the|a|an|its|his|her|their|our|as|off|all|price|those|people)\b", re.IGNORECASE
)
_HALF_BEFORE = re.compile(
    r"\b(?:than|nearly|almost|about|around|over|under|by|in|roughly|only|just)[ ](?:a[ ])?$", re.IGNORECASE
)
_PART_OF = re.compile(
    r"[ ](?:of|off|more|less|fewer|higher|lower|larger|bigger|smaller)\b|[ ]*$|[ ]?[.,;)]", re.IGNORECASE
)
_ONE_OF = re.compile(r"[ ](?:of|in|out|over)\b|-")
_THIS_ONE = re.compile(r"\b(?:this|that|which|no|any|every|each|day)[ ]$", re.IGNORECASE)
_PER_SECOND = re.compile(r"(?:\b(?:a|per|each|every)|/)[ ]?$", re.IGNORECASE)
_ORDINAL_BEFORE = re.compile(
    r"\b(?:first|second|third|other|latter|1st|2nd|back|top|bottom)[ ]$", re.IGNORECASE
)


def find_amounts(places: Places) -> list[Amount]:
    """The figures of a parsed text, with their units, in order, none crossing another."""
    text = places.doc.text
    spans = no_figure_spans(text)
    amounts: list[Amount] = []
    end = 0
    for numeral in find_numerals(text):
        if numeral.start < end or inside(numeral.start, numeral.end, spans):
            continue
        if not _is_number(places, text, numeral):
            continue
        amount = measure(text, numeral)
        if amount.start < end or names_something(text, amount, counts=_counts(places, amount)):
            continue
        amount = attributive(places, amount)
        amounts.append(amount)
        end = max(amount.end, _end_of_model(places, amount))
    joined = join_ranges(text, with_bases(text, amounts))
    counted = [amount for amount in joined if not is_score(text, amount, counts=_counts(places, amount))]
    return _merged(counted, unquantified_shares(text))


def _merged(amounts: list[Amount], shares: list[Amount]) -> list[Amount]:
    """Both in order; what touches an amount with a number is left out."""
    taken = [(amount.start, amount.end) for amount in amounts]
    free = [one for one in shares if not any(start < one.end and one.start < end for start, end in taken)]
    return sorted([*amounts, *free], key=lambda amount: amount.start)


def _counts(places: Places, amount: Amount) -> bool:
    return amount.plain and counts_plural(places, amount)


def _end_of_model(places: Places, amount: Amount) -> int:
    """Where the noun ends that an amount counts, if it holds a number: ``two new 737 Max jets``."""
    counted = noun_after(places, amount) if amount.plain else None
    if counted is None or not any(c.isdigit() for c in places.doc.text[counted.start : counted.end]):
        return amount.end
    return counted.end


def _is_number(places: Places, text: str, numeral: Numeral) -> bool:
    """Leaves out "one" as a pronoun, "a third country", "the second half"."""
    words = text[numeral.start : numeral.end].lower()
    if words == "second":
        return not _PER_SECOND.search(text, max(0, numeral.start - 8), numeral.start)
    if words == "one":
        return _is_counting_one(places, text, numeral)
    if numeral.kind != "fraction" or any(c.isdigit() for c in words):
        return True
    if words in {"half", "a half"}:
        before = text[max(0, numeral.start - 12) : numeral.start]
        whole = _WHOLE_OF.match(text, numeral.end) or _HALF_BEFORE.search(before)
        return bool(whole) and not _ORDINAL_BEFORE.search(before)
    if words == "quarter":
        return False
    if words.startswith(("a ", "an ")):
        return bool(_PART_OF.match(text, numeral.end))
    return True


def _is_counting_one(places: Places, text: str, numeral: Numeral) -> bool:
    if _ONE_OF.match(text, numeral.end) or unit_at(text, numeral.end):
        return True
    before = text[max(0, numeral.start - 12) : numeral.start]
    counted = noun_after(places, Amount(numeral.start, numeral.end, "number", numeral.value, None))
    if counted is None:
        return not text[: numeral.start].strip() and not text[numeral.end :].strip(" .")
    return not _THIS_ONE.search(before)
