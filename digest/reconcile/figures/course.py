"""What the words beside a figure say of its course: reached by a rise or a fall, or new in some time."""

from __future__ import annotations

import re

from digest.model import Figure

_RISING_WORDS = """ris(?:e|es|en|ing) rose climb(?:s|ed|ing)? grow(?:s|n|ing)? grew increas(?:e|es|ed|ing)
    jump(?:s|ed|ing)? swell(?:s|ed|ing)? swollen mount(?:s|ed|ing)? widen(?:s|ed|ing)? surg(?:e|es|ed|ing)
    soar(?:s|ed|ing)? up rais(?:e|es|ed|ing) lift(?:s|ed|ing)? spread advanc(?:e|es|ed|ing)
    accelerat(?:e|es|ed|ing)"""
_FALLING_WORDS = """fall(?:s|en|ing)? fell drop(?:s|ped|ping)? shrink(?:s|ing)? shr[au]nk
    slip(?:s|ped|ping)? slow(?:s|ed|ing)? eas(?:e|es|ed|ing) sink(?:s|ing)? s[au]nk narrow(?:s|ed|ing)?
    cut(?:s|ting)? lower(?:s|ed|ing)? reduc(?:e|es|ed|ing) down declin(?:e|es|ed|ing) slid(?:e|es)? back
    dwindl(?:e|es|ed) plung(?:e|es|ed|ing) tumbl(?:e|es|ed|ing)"""
_RISING, _FALLING = ("|".join(words.split()) for words in (_RISING_WORDS, _FALLING_WORDS))
_HEDGE = "about|around|some|at least|nearly|almost|just|more than|a record"
_MOVING = re.compile(rf"\b(?:(?P<up>{_RISING})|(?P<down>{_FALLING}))\b", re.IGNORECASE)
_TO = re.compile(
    rf"[^.;:,\d]{{0,40}}?\b(?:to|above|past|over|beyond|below|under|at)[ ](?:(?:{_HEDGE})[ ])*$",
    re.IGNORECASE,
)
_PASSED = re.compile(
    rf"\b(?:topp(?:ed|ing)|tops|pass(?:ed|es|ing)|exceed(?:s|ed|ing)|surpass(?:es|ed|ing))"
    rf"[ ](?:(?:{_HEDGE}|the)[ ])*$",
    re.IGNORECASE,
)
_NEW = re.compile(r"(?:new|fresh|further|additional|newly)\b", re.IGNORECASE)
_IN_SOME_TIME = re.compile(
    r"[^.;,\d]{0,40}?\b(?:overnight|newly|on[ ]\w+day[ ]alone|(?:a|per|each|every)[ ](?:day|week|month)"
    r"|in[ ](?:a|one|the[ ](?:last|past))[ ](?:single[ ])?(?:day|week|month|24[ ]hours)"
    r"|(?:last|this)[ ](?:week|month))\b",
    re.IGNORECASE,
)


def reached(text: str, figure: Figure) -> int:
    """1 where the words before a figure say that it was reached by a rise, -1 by a fall, else 0."""
    begin = max(0, figure.start - 70)
    if _PASSED.search(text, begin, figure.start):
        return 1
    moves = list(_MOVING.finditer(text, begin, figure.start))
    if not moves or not _TO.match(text, moves[-1].end(), figure.start):
        return 0
    return 1 if moves[-1]["up"] else -1


def is_new(text: str, figure: Figure) -> bool:
    """Whether a figure counts what came in some time, and not all there is: ``74 new cases last week``."""
    if figure.type != "number" or reached(text, figure):
        return False
    new = _NEW.match(figure.counted or "") or _NEW.match(text, figure.end + 1)
    return bool(new or _IN_SOME_TIME.match(text, figure.end))


_PART_BEFORE = re.compile(
    r"\b(?:(?<!number[ ])(?<!total[ ])of[ ](?:which|whom|these|them|those)|among[ ](?:them|those|whom)"
    r"|including)\b[^.;:\d]{0,30}$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(r"[ ](?:\w+[ ])?of[ ](?:them|those|these|whom|which)\b|[^.;:,\d]{0,30}?[ ]alone\b")


def is_part(text: str, figure: Figure) -> bool:
    """Whether a figure counts a part of what was counted before it: ``of which 40``, ``among them 12``."""
    end = max(figure.end, figure.counted_end or 0)
    before = _PART_BEFORE.search(text, max(0, figure.start - 50), figure.start)
    whole = figure.type == "number" and text.startswith((" of the ", " of its ", " of their "), figure.end)
    return bool(before or whole or _PART_AFTER.match(text, figure.end) or _PART_AFTER.match(text, end))
