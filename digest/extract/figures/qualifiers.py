"""How a figure is hedged ("about", "more than", "up to") and whether it says a change."""

from __future__ import annotations

import re
from typing import Literal

from digest.extract.figures.vocabulary import any_of

_COMPARED = any_of(
    """(?:(?:just|well|slightly|a_little|no|not|nothing|far|many|much)_)?(?:more|less|fewer)_than
    (?:greater|higher|lower|better)_than
    (?:just|well|slightly|a_little|far)_(?:over|under|above|below|shy_of|short_of)
    as_(?:many|much|few|little|high|low|long|large|far)_as"""
)
_HEDGES = any_of(
    """at_(?:least|most|the_very_least) up_to close_to in_excess_of upwards?_of north_of
    a_(?:total|combined|maximum|minimum|record|further|reported|staggering)(?:_of)?
    an_(?:estimated|average|additional|extra)(?:_of)? estimated(?:_at)? somewhere_(?:around|between)
    anywhere_between in_the_region_of on_the_order_of more_like about around roughly approximately approx\\.?
    nearly almost circa some over above under below exactly barely only just merely another between virtually
    practically not_quite nearing approaching maybe perhaps"""
)
_BEFORE = re.compile(
    rf"(?<![\w-])(?:{_COMPARED}|{_HEDGES})[ ](?:(?:about|around|roughly|only|some)[ ](?=\S*$))?$"
    r"|[~≈±]$|[<>≥≤][ ]?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[ ](?:or[ ](?:more|so|less|fewer|higher|thereabouts)|-?plus|more(?![ ]than))\b|\+(?!\d)", re.IGNORECASE
)
_PHRASAL = re.compile(
    r"\b(?:hand|took|take|taken|turn|pass|carri|gave|given|pull|sign|held|left|went)(?:ed|ing|s)?[ ]$"
)
_MOVING = re.compile(
    r"\b(?:edg|inch|tick|revis|nudg|creep|crept|mov|climb|shot|push|driv|drove|went|gone|back)"
    r"(?:e?s|ed|ing)?[ ]$"
)
_IDLE = frozenset({"between", "the", "exactly"})

_UP = any_of(
    """rises? rose risen rising up gain(?:s|ed|ing)? jump(?:s|ed|ing)? increas(?:e|es|ed|ing)
    grow(?:s|n|ing|th)? grew climb(?:s|ed|ing)? surg(?:e|es|ed|ing) soar(?:s|ed|ing)? advanc(?:e|es|ed|ing)
    add(?:s|ed|ing)?
    rall(?:y|ies|ied) higher improve[ds]? expand(?:s|ed|ing)? accelerat\\w+ lift(?:s|ed)? swell(?:s|ed)?
    leap(?:s|t|ed)? spik(?:e|ed|es) edged_up rebound(?:s|ed)? hike[sd]? boost(?:s|ed)? raised?"""
)
_DOWN = any_of(
    """falls? fell fallen falling (?<!shot_)(?<!shut_)(?<!brought_)(?<!gunned_)(?<!broke_)down
    drop(?:s|ped|ping)? los(?:e|es|t|ing) slid(?:e|es|ing)?
    declin(?:e|es|ed|ing) decreas(?:e|es|ed|ing) cut(?:s|ting)? tumbl(?:e|es|ed|ing) plung(?:e|es|ed|ing)
    plummet(?:s|ed|ing)? sank sinks? slip(?:s|ped|ping)? shr(?:ink|inks|ank|unk) lower(?:ed)? sheds?
    eas(?:e|ed|es) contract(?:s|ed) reduc(?:e|ed|es|tion) dip(?:s|ped)? slump(?:s|ed)? tank(?:s|ed)? off
    crash(?:es|ed)? halv(?:e|ed|es) trimmed loss collapsed"""
)
_LED_BY = any_of(
    """by of at as_much_as up down another a_further an_estimated nearly almost about around roughly more_than
    over under only just some the its a an their from"""
)
_VERB_BEFORE = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:[ ](?:{_LED_BY}))*[ ]*$", re.IGNORECASE)
_VERB_BY = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))[ ][^,;.\d]{{1,40}}[ ]by[ ]$", re.IGNORECASE)
_NOUN_AFTER = re.compile(
    r"[ -](?:year[ -](?:on|over)[ -]year[ ])?(?:(?:share|price|sharp|steep|pay|annual|overall|wage)[ ]){0,2}"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?![ ]to\b)",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(?:(?P<up>\+)|(?P<down>[-−]))$")


def qualifier_before(text: str, start: int) -> tuple[int, int] | None:
    """Characters of the words before an amount that hedge it."""
    match = _BEFORE.search(text, max(0, start - 36), start)
    if match is None:
        return None
    if match[0].lower() == "over " and _PHRASAL.search(text, max(0, match.start() - 12), match.start()):
        return None
    if match[0].lower() == "up to " and _MOVING.search(text, max(0, match.start() - 12), match.start()):
        return None  # edged up to 5.4 percent
    end = match.end() - (len(match[0]) - len(match[0].rstrip()))
    if text[match.start() : end].lower() in _IDLE:
        return None
    return match.start(), end


def qualifier_after(text: str, end: int) -> tuple[int, int] | None:
    """Characters of the words after an amount that hedge it: ``or more``, ``more``."""
    match = _AFTER.match(text, end)
    if match is None:
        return None
    return match.start() + (len(match[0]) - len(match[0].lstrip())), match.end()


def change_of(text: str, start: int, end: int) -> Literal["up", "down"] | None:
    """Whether the words beside an amount say that it is a rise or a fall."""
    sign = _SIGN.search(text, max(0, start - 1), start)
    before = max(0, start - 60)
    match = (
        sign
        or _VERB_BEFORE.search(text, before, start)
        or _VERB_BY.search(text, before, start)
        or _NOUN_AFTER.match(text, end)
    )
    if match is None:
        return None
    return "up" if match["up"] else "down"
