"""How sure a sentence is of a figure: reported, planned, denied or doubted."""

from __future__ import annotations

import re
from typing import Literal

from digest.extract.figures.groups import NOUNS
from digest.extract.figures.places import Places
from digest.extract.figures.vocabulary import any_of

Status = Literal["reported", "planned", "denied", "doubted"]

_DENIALS = any_of(
    """den(?:y|ies|ied|ying) reject(?:s|ed)? dismiss(?:es|ed)? refut(?:e|es|ed) rebut(?:s|ted)? false untrue
    baseless no_truth no_basis"""
)
_DESCRIBING = re.compile(
    r"\b(?:false|untrue|baseless)[ ](?:or[ ]|and[ ])?(?!that\b|to\b|but\b|reports?\b|claims?\b)\w",
    re.IGNORECASE,
)
DECISIONS = any_of(
    """motions? bills? amendments? proposals? plans? appeals? petitions? requests? offers? bids? deals?
    lawsuits? suits? drafts? laws? measures? calls? nominations? nominees? candidates? demands? resolutions?
    treat(?:y|ies) budgets? takeovers? applications?"""
)
_DENIED = re.compile(
    rf"\b(?:{_DENIALS})\b(?![ ](?:\S+[ ]){{0,3}}?(?:{DECISIONS})\b)",  # voting down a motion denies no fact
    re.IGNORECASE,
)
_DOUBTS = any_of(
    """(?:little|no|scant|without|not_seen)_evidence
    (?:un|not_(?:been_)?(?:independently_)?)(?:confirmed|verified)
    (?:can|could)(?:_not|n['’]t|not)_be_(?:independently_)?(?:verified|confirmed) doubts? doubted sceptic\\w*
    skeptic\\w* question(?:ed|able) disputed"""
)
_DOUBTED = re.compile(rf"\b(?:{_DOUBTS})\b", re.IGNORECASE)
_PLANS = any_of(
    """will would(?!-) shall plan(?:s|ned|ning)? set_to due_to expect(?:s|ed|ing)? anticipat(?:e|es|ed|ing)
    predict(?:s|ed|ing)? looking_for intend(?:s|ed)? aims? aimed target(?:s|ed)? propos(?:e|es|ed|al)
    pledg(?:e|es|ed) promis(?:e|es|ed) vow(?:s|ed)?
    (?<!proved_)(?<!proven_)(?<!found_)(?<!shown_)(?<!known_)(?<!thought_)(?<!believed_)(?<!said_)to_be
    forecasts? project(?:s|ed|ing) hop(?:es?|ing)
    seek(?:s|ing)? agreed_to scheduled earmarked by_20\\d\\d call(?:ed|s)_for is_to are_to wants?_to wanted_to
    goals?_of prepared_to willing_to"""
)
_PLANNED = re.compile(rf"\b(?:{_PLANS})\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:reportedly|allegedly|said[ ]to|reported(?:ly)?|believed[ ]to|thought[ ]to)\b", re.IGNORECASE
)
_ABOUT = re.compile(r"\b(?:relating[ ]to|related[ ]to|concerning|regarding)\b", re.IGNORECASE)
_CLAUSE_BREAK = re.compile(
    r"[;—]|,[ ](?:with|but|while|although|though|whereas|and[ ](?:that|the|it|he|she|they)|which|who)\b"
)


def status_of(places: Places, start: int, end: int, *, attributed: bool) -> Status | None:
    """How sure the sentence is of a figure; None where it is plainly stated."""
    first, last = places.sentence_of(start)
    sentence = places.doc[first:last]
    text = sentence.text
    at = start - sentence.start_char
    if _DOUBTED.search(text) and len(text) < 600:
        return "doubted"
    left = max((m.end() for m in _CLAUSE_BREAK.finditer(text, 0, at)), default=0)
    if any(not _DESCRIBING.match(text, found.start()) for found in _DENIED.finditer(text, left, at)):
        return "denied"
    plan = max((m.end() for m in _PLANNED.finditer(text, max(left, at - 90), at)), default=None)
    if plan is not None and not _told_as_past(places, sentence.start_char + plan, start, end):
        return "planned"
    if attributed or _REPORTED.search(text, left):
        return "reported"
    return None


def _told_as_past(places: Places, plan: int, start: int, end: int) -> bool:
    """Whether what a figure counts was done, though a plan stands before: ``a plan with 23 steps he took``.

    ``plan`` is the character after the words of the plan, ``start`` and ``end`` are those of the figure.
    """
    doc = places.doc
    if doc.text[plan : plan + 1] == ",":
        return True  # the plan, from a group of six senators: a noun
    between = doc[places.token_from(plan) : places.token_from(start)]
    if any(token.tag_ == "VBD" for token in between) or _ABOUT.search(between.text):
        return True
    after = places.token_from(end)
    while after < len(doc) and doc[after].tag_ in NOUNS | {"JJ"}:
        after += 1
    if after + 1 < len(doc) and doc[after].lower_ == "who" and doc[after + 1].tag_ == "VBD":
        return True  # to honour the 40,000 soldiers who died
    return after + 1 < len(doc) and doc[after].tag_ == "PRP" and doc[after + 1].tag_ == "VBD"
