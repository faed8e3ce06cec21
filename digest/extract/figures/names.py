"""Numbers that are part of a name, a year, a score or a code: Article 5, G7, Bucharest Nine, Boeing 737."""

from __future__ import annotations

import re

from digest.extract.figures.amounts import Amount
from digest.extract.figures.vocabulary import words_of

# Words that number what they name: "Article 5", "page 3", "phase 3 trial", "category 4 hurricane".
_LABELS = words_of(
    """page pages p. pp. no. nos. number chapter section article paragraph clause figure fig. table line row
    room flight route highway interstate exit gate lot suite apt. level phase step part volume vol. issue
    episode
    season series round lap group class grade type category version model mark channel runway platform pier
    reactor block sector district ward precinct game stage tier title proposition amendment resolution rule
    regulation directive annex appendix form schedule zone unit pool size verse psalm act scene covid area
    building bus train tram day week year question item track bay lane heat exercise nr. nrs. windows ios
    android plan pillar protocol isbn code postcode zip id ref. case docket serial
    sp ftse nasdaq nikkei stoxx russell csi cac hiv"""
)
_LABEL = re.compile(
    rf"\b(?:{'|'.join(re.escape(label) for label in sorted(_LABELS, key=len, reverse=True))})[ ]$",
    re.IGNORECASE,
)
_RANKED = re.compile(r"\b(?:top|bottom|final|last|big|other)[ ]$", re.IGNORECASE)
_SUFFIXED = re.compile(r"[A-Za-z]|['’]?s\b|[-–](?:[A-Z]\b|[A-Z]{2})")
_PREFIXED = re.compile(r"(?:[A-Za-z]+\d*[-–/.]|[A-Z]&|#)$")
_OPEN_PREFIX = re.compile(
    r"\b(?:sub|under|over|plus|minus|about|a|to|in|up|down|eight|US|EUR|GBP|USD)[-–]$", re.IGNORECASE
)
_IN_PARENTHESES = re.compile(r"\w[ ]?\($")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_RECENT_YEAR = re.compile(r"(?:19[5-9]|20[0-6])\d")
_HEDGED = re.compile(
    r"\b(?:than|about|around|some|nearly|almost|least|to|over|only|killed|for|of)[ ]$", re.IGNORECASE
)
_COUNTED_IN_THOUSANDS = re.compile(
    r"[ ](?:\w+[ ])?(?:people|persons|men|women|children|soldiers|troops|civilians|deaths|cases|victims"
    r"|refugees|homes|houses|jobs|workers|employees|students|patients|votes|tickets|seats|ships|cars)\b"
)
_YEAR_AHEAD = re.compile(r"2[1-3]\d\d")
_DATING_AHEAD = re.compile(r"\b(?:by|in|until|till|to|after|before|beyond|year|of)[ ]$", re.IGNORECASE)
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d[^\d,]+(?:1[5-9]|20)\d\d")
_DATING = re.compile(
    r"\b(?:in|since|until|till|before|after|during|early|late|mid|fiscal|summer|winter|spring|autumn|fall|year"
    r"|years|circa|election|season|between)[ -]$",
    re.IGNORECASE,
)
_SCORE = re.compile(r"\d{1,3}[ ]?[-–][ ]?\d{1,3}")
_TALLY = re.compile(r"[-–](\d{1,4})(?![\d,.%])(?![ ]?(?:per[ ]?cent|km|miles?))")
_TALLIED = re.compile(r"(?<![\d,.$€£])\d{1,4}[-–]$")
_AFTER_NUMBER = re.compile(r"\d[-–]$")
_CAPITAL = re.compile(r"(?P<before>\S*[ ])?(?P<word>[a-z]?[A-Z][\w'’&/.-]*)[ ]$")
_CAPITAL_AFTER = re.compile(r"[ ][A-Z]\w*(?:[ .,;)]|$)")
_SENTENCE_START = re.compile(r"[.!?:\n“\"]\s*[“\"]?$")
_BILL = re.compile(r"\b(?:S|H\.[ ]?R|H\.[ ]?Res|S\.[ ]?Res)\.[ ]$")  # S. 1, H.R. 1
_ERROR = re.compile(r"[ ]errors?\b")  # a 503 error
_GROUP_OF = re.compile(r"\b(?:Group|Gang|Class|Council|Committee|Club|League|Party) of $")  # the Group of 7
_OF_THE_BIG = re.compile(r"\b(?:of|the|big)[ ]$", re.IGNORECASE)
_PLACING = words_of("in at near on from around")
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


def names_something(text: str, amount: Amount, *, counts: bool) -> bool:
    """Whether a number is part of a name, a year or a code.

    ``counts``: a plural noun that it can count follows.
    """
    before = text[max(0, amount.start - 40) : amount.start]
    after = text[amount.end : amount.end + 24]
    prefixed = bool(_PREFIXED.search(before)) and not _OPEN_PREFIX.search(before)
    if amount.type == "ordinal":
        return False
    if not amount.plain:
        return prefixed and amount.type in {"dimension", "temperature"}
    if (
        prefixed
        or _BILL.search(before)
        or _GROUP_OF.search(before)
        or (_RANKED.search(before) and not counts)
    ):
        return True
    if amount.spelled:
        return _is_spelled_name(text[amount.start], before)
    digits = text[amount.start : amount.end]
    if _SUFFIXED.match(after) or _is_year(digits, before, after, counts=counts):
        return True
    return digits.isdigit() and _numbers_a_name(digits, before, after, counts=counts)


def is_score(text: str, amount: Amount, *, counts: bool) -> bool:
    """Whether two numbers are a result ("2-2", "89-89") or a span of years, and no range."""
    digits = text[amount.start : amount.end]
    if not amount.plain or amount.type == "ordinal":
        return False
    if amount.high is not None and _YEARS.fullmatch(digits):
        return True
    tally = _TALLY.match(text, amount.end)  # a 242-190 majority
    if tally and digits.isdigit() and int(tally[1]) < int(digits):
        return True
    if counts:
        return bool(_TALLIED.search(text, max(0, amount.start - 5), amount.start)) and digits.isdigit()
    return bool(
        _SCORE.fullmatch(digits) or _AFTER_NUMBER.search(text, max(0, amount.start - 2), amount.start)
    )


def _is_year(digits: str, before: str, after: str, *, counts: bool) -> bool:
    if _YEAR_AHEAD.fullmatch(digits):
        return not counts and bool(_DATING_AHEAD.search(before))
    if not _YEAR.fullmatch(digits):
        return False
    if not counts or _DATING.search(before):
        return True
    plain = _HEDGED.search(before) or _COUNTED_IN_THOUSANDS.match(after)
    return bool(_RECENT_YEAR.fullmatch(digits)) and not plain  # the 2034 elections


def _is_spelled_name(first: str, before: str) -> bool:
    """``Bucharest Nine``, ``the Group of Seven``: a capital inside a sentence."""
    if not first.isupper() or not before.strip() or _SENTENCE_START.search(before):
        return False
    return bool(_CAPITAL.search(before) or _OF_THE_BIG.search(before))


def _numbers_a_name(digits: str, before: str, after: str, *, counts: bool) -> bool:
    """``page 3``, ``Prescott (4)``, ``Boeing 737``; not ``In Ukraine 300 people``."""
    if _LABEL.search(before) and len(digits) <= 4 and not (counts and before[-2] == "s"):
        return True
    if len(digits) <= 2 and after.startswith(")") and _IN_PARENTHESES.search(before):
        return True
    if len(digits) == 3 and digits[0] in "45" and _ERROR.match(after):
        return True
    if len(digits) == 3 and not counts and _CAPITAL_AFTER.match(after):
        return True
    match = _CAPITAL.search(before)
    if match is None or match["word"].rstrip(".,") in _SENTENCE_OPENERS or match["word"][-1] in ",.:;":
        return False
    placed = (match["before"] or "").strip().lower()
    return not (counts and (placed in _PLACING or not placed))
