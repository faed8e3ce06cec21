"""Numbers that say nothing of a quantity: dates, clock times, telephone and list numbers, names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from digest.extract.figures.amounts import Amount
from digest.extract.figures.vocabulary import SMALL_ORDINALS, any_of, words_of

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_HOUR_WORD = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_ZONE = r"GMT|UTC|BST|CET|EST|EDT|ET\b|[A-Z]{2,4}T\b|hrs\b"
_ORDINAL_DAY = (
    r"(?:(?:twenty|thirty)[- ])?"
    rf"(?:{'|'.join(word for word, value in SMALL_ORDINALS.items() if value <= 20 or value == 30)})"
)
_SPANS = (
    rf"\b{_MONTH}[ ]?{_DAY}(?![\d.]*\d)"  # May 4, May 4-6, 2021
    rf"(?:[ ]?[-–][ ]?{_DAY}\b)?(?:(?:,|[ ]and)?[ ]\d{{4}})?",
    rf"\b{_DAY}(?:[ ]?[-–][ ]?{_DAY})?[ ](?:of[ ])?{_MONTH}(?:,?[ ]\d{{4}})?",  # 4(th of) May (2021)
    rf"\b{_MONTH},?[ ](?:of[ ])?['’]?\d{{2,4}}\b(?![,.]\d|[ ](?:people|per|%|km))",  # May 2021
    rf"\b{_MONTH}[ ](?:the[ ])?{_ORDINAL_DAY}\b|\b{_ORDINAL_DAY}[ ]of[ ]{_MONTH}",
    r"\b(?:19|20)\d{6}\b|\b\d{5}[ ]ZIP\b|\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?",  # 2021-12-29
    r"(?<![\d/])\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?![\d/])",  # 5/17/2018
    r"\b(?:mid-|early-|late-|pre-|post-)?\d{3,4}s\b|['’]\d{2}s?\b",  # 1960s, '90s
    r"\b\d{4}[-–/]\d{2,4}\b(?![ ]?[%a-z])",  # 2013-14
    r"\b\d{1,2}[:.]\d{2}(?::\d{2})?[ ]?(?:[ap]\.?[ ]?m\b\.?|o['’]clock|" + _ZONE + ")",
    r"\b\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\b",  # 15:30, 1:36.6
    r"\b\d{1,2}[ ]?(?:[-–][ ]?\d{1,2}[ ]?)?(?:[ap]m\b|[ap]\.m\b\.?|o['’]clock)",
    r"\b\d{4}[ ]?(?:GMT|UTC|BST|CET|EST|EDT|ET|hours)\b",
    r"\b(?:at|by|until|till|before|after|around)[ ]" + rf"(?:{_HOUR_WORD})"
    r"[ ](?:o['’]clock|in[ ]the[ ](?:morning|afternoon|evening))",
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b\w+\.(?:com|org|net|gov|co\.uk)\S*",
    r"(?<![\w.,])\+\d{1,3}[ -.]?\(?\d{1,4}\)?(?:[ -./]?\d{2,4}){2,4}\b",  # telephone
    r"\(\d{3}\)[ ]?\d{3}-\d{4}|\b\d{3}-\d{3,4}-\d{4}\b|\b1-[89]\d\d-[\w-]+|\b555-\d{4}\b",
    r"\b0\d{2,4}[ ]\d{3,4}[ ]\d{3,4}\b|\b0\d{9,10}\b",
    r"\b\d{1,3}[ ]/[ ]\d{1,3}\b",  # 1 / 3 of a gallery
    r"(?m:^[ ]*(?:\d{1,2}[.)]|\(\d{1,2}\)|\#\d+)[ ](?=[A-Z“\"]))",  # list numbers
    r"(?m:^[ ]*\d{1,3}[ ]*$)",  # a page number on a line of its own
    r"\b\d{1,3}\.\d{1,3}\.\d{1,3}(?:\.\d{1,3})*\b",  # versions, addresses
    r"\b\d{1,5}[A-Za-z]?[ ](?:[A-Z]\.?[ ])?(?:[A-Z][\w'’]+[ ]|\d+(?:st|nd|rd|th)[ ]){1,3}"
    r"(?:Streets?|St|Road|Rd|Avenue|Ave|Lane|Drive|Way|Boulevard|Blvd|Place|Square|Terrace|Court|Close)\b",
    r"\b(?:[A-Z]{2})[ ]\d{5}(?:-\d{4})?\b",  # PA 23456
    r"[#№][ ]?\d+",
    r"\bon[ ]the[ ]\d{1,2}(?:st|nd|rd|th)\b(?![ ](?:day|floor|hole|lap|minute|try|attempt))",
    r"\b24/7\b|\b9/11\b|\b7/7\b|\b50[-–/]50\b",
)
_NO_FIGURE = re.compile("|".join(f"(?:{span})" for span in _SPANS))

# Words that number what they name: "Article 5", "page 3", "phase 3 trial", "category 4 hurricane".
_LABELS = words_of(
    """page pages p. pp. no. nos. number chapter section article paragraph clause figure fig. table line row
    room flight route highway interstate exit gate lot suite apt. level phase step part volume vol. issue
    episode
    season series round lap group class grade type category version model mark channel runway platform pier
    reactor block sector district ward precinct game stage tier title proposition amendment resolution rule
    regulation directive annex appendix form schedule zone unit pool size verse psalm act scene covid area
    building bus train tram day week year question item track bay lane heat exercise nr. nrs. windows ios
    android plan pillar protocol isbn code postcode zip id ref. case docket serial"""
)
_LABEL = re.compile(
    rf"\b(?:{'|'.join(re.escape(label) for label in sorted(_LABELS, key=len, reverse=True))})[ ]$",
    re.IGNORECASE,
)
_SUFFIXED = re.compile(r"[A-Za-z]|['’]?s\b|[-–](?:[A-Z]\b|[A-Z]{2})")
_PREFIXED = re.compile(r"(?:[A-Za-z]+\d*[-–/.]|[A-Z]&|#)$")
_OPEN_PREFIX = re.compile(
    r"\b(?:sub|under|over|plus|minus|about|a|to|up|down|eight|US|EUR|GBP|USD)[-–]$", re.IGNORECASE
)
_YEAR_WORDS = any_of(
    """in since by from until till before after during of for early late mid fiscal summer winter spring
    autumn fall and to through between year years circa around the a its their election season"""
)
_YEAR_BEFORE = re.compile(rf"(?:\b(?:{_YEAR_WORDS})|['’]s)[ -]$", re.IGNORECASE)
_COUNTED_AFTER_SCORE = any_of(
    """% per km mm cm m\\b kg years? months? weeks? days? hours? minutes? people [a-z]+s\\b vote majority
    margin [a-z]*-?year"""
)
_SCORE = re.compile(rf"[ ]?[-–][ ]?\d{{1,3}}(?![\d.,]*\d)(?![ ]?(?:{_COUNTED_AFTER_SCORE}))")
_SCORE_BEFORE = re.compile(r"(?<![\d.,$€£])\d+[ ]?[-–]$")
_CAPITAL_BEFORE = re.compile(r"(?P<before>\S*[ ])?(?P<word>[A-Z][\w'’&/.-]*)[ ]$")
_SENTENCE_OPENERS = words_of(
    """The A An In On At By For From To Of With About Around Over Under Nearly Almost Some More Less Fewer
    Only Just Up Roughly Approximately And But Or As Between Among After Before Since Until When While If All
    Another These Those Its Their His Her Our My Your There Here That This Last Next Past Every Each Most
    Many Even
    Still Now Then Below Above Give Sell Buy Exactly Estimated Currently First Where Is Are Was Were Half
    Additional Also Amid Against Through Within Without Per Plus Minus Least I He She They We It You USD EUR
    GBP What Which Who How Why Twice Not Today Yesterday Monday Tuesday Wednesday Thursday Friday Saturday
    Sunday US"""
)


def no_figure_spans(text: str) -> list[tuple[int, int]]:
    """Dates, clock times, addresses, telephone and list numbers of a text."""
    return [match.span() for match in _NO_FIGURE.finditer(text)]


def inside(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether the characters lie in (or cross) one of the spans."""
    return any(left < end and start < right for left, right in spans)


def names_something(text: str, amount: Amount, *, counts: bool) -> bool:
    """Whether the number is part of a name, a year, a score or a code.

    ``counts``: a plural noun that it can count follows.
    """
    before = text[max(0, amount.start - 40) : amount.start]
    after = text[amount.end : amount.end + 24]
    if amount.plain and re.search(r"\b(?:top|bottom|final|last|big|other)[ ]$", before) and not counts:
        return True
    if amount.spelled and amount.plain and re.search(r"[A-Za-z]-$", before):
        return not _OPEN_PREFIX.search(before)
    if amount.spelled:
        return amount.plain and _spelled_name(text, amount, before)
    if not amount.plain:
        return (
            bool(_PREFIXED.search(before)) and amount.type == "dimension" and not _OPEN_PREFIX.search(before)
        )
    if amount.type == "ordinal":
        return False
    if _SUFFIXED.match(after) or (_PREFIXED.search(before) and not _OPEN_PREFIX.search(before)):
        return True
    if _is_year(text, amount, before, after, counts=counts):
        return True
    if (_SCORE.match(after) or _SCORE_BEFORE.search(before)) and not counts:
        return True
    digits = text[amount.start : amount.end]
    if not counts and re.fullmatch(r"\d{1,3}[ ]?[-–][ ]?\d{1,3}", digits):
        return True
    if _LABEL.search(before) and digits.isdigit() and len(digits) <= 4 and not (counts and before[-2] == "s"):
        return True
    if re.search(r"\w[ ]?\($", before) and after.startswith(")") and digits.isdigit() and len(digits) <= 2:
        return True
    return digits.isdigit() and _capital_before(before, counts=counts)


def _is_year(text: str, amount: Amount, before: str, after: str, *, counts: bool) -> bool:
    digits = text[amount.start : amount.end]
    if amount.high is not None and amount.value is not None and 1500 <= amount.value < amount.high < 2100:
        return re.search(r"\d,\d", digits) is None
    if not (digits.isdigit() and len(digits) == 4 and "1500" <= digits <= "2099"):
        return False
    return bool(_YEAR_BEFORE.search(before)) or not counts


def _spelled_name(text: str, amount: Amount, before: str) -> bool:
    word = text[amount.start : amount.end]
    if not word[0].isupper() or not before.strip():
        return False
    if re.search(r"[.!?:\n“\"]\s*[“\"]?$", before):
        return False
    capital = _CAPITAL_BEFORE.search(before)
    return capital is not None or bool(re.search(r"\b(?:of|the|big)[ ]$", before, re.IGNORECASE))


def _capital_before(before: str, *, counts: bool) -> bool:
    """``Boeing 737``, ``Channel 4``; not ``In Ukraine 300 people``."""
    match = _CAPITAL_BEFORE.search(before)
    if match is None or match["word"].rstrip(".,") in _SENTENCE_OPENERS or match["word"][-1] in ",.:;":
        return False
    return not (
        counts and (match["before"] or "").strip().lower() in {"in", "at", "near", "on", "from", "", "around"}
    )
