"""Which figures may stand in a table of key figures."""

from __future__ import annotations

import re
from decimal import Decimal

from digest.model import Figure
from digest.reconcile.figures.events import event_of

_NOT_KEY = frozenset({"age", "ordinal", "multiple"})
_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|its|their|his|her|our|last|past|next|first|final|other|one of)[ ]$",
    re.IGNORECASE,
)
_SENTENCED = re.compile(
    r"\b(?:jailed|sentenced|imprisoned|banned|suspended|sentence|term)\b(?:[ ]\w+){0,3}[ ](?:for|to|of)[ ]$"
)
_IN_PRISON = re.compile(r"[ ](?:in[ ](?:prison|jail)|behind[ ]bars)\b")
_HYPHENATED = re.compile(
    r"\d-[a-z]+$|-(?:year|month|week|day|hour|minute|page|point|mile|member)$", re.IGNORECASE
)
_WORDED = re.compile(r"[a-z]-(?P<last>[a-z]+)$", re.IGNORECASE)
_NUMERAL_WORDS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen hundred thousand million billion trillion
    dozen half third quarter thirds quarters fifth fifths"""
_NUMERAL = frozenset(_NUMERAL_WORDS.split())
_OPEN = re.compile(r"\b(?:multi|mid|non|pre|post)-$", re.IGNORECASE)  # multi-million dollar contracts
_CUT_OFF = re.compile(r"[ ]?(?:\.{2,}|…)|,\d{1,2}(?!\d)")  # "$1.7…": the text breaks off in the number
_YEAR = re.compile(r"(?:19|20)\d\d")  # the 2031 elections
_TALLY = re.compile(r"(?:%|percent|per cent)[ ]to[ ]$")  # led by 63 percent to 33 percent
_CHANGING = re.compile(r"\b(?:from|by|to)[ ](?:\w+[ ]){0,3}[\d.,]+[ ]?(?:%|percent|per cent)[ ]to[ ]$")
_WON_BY = re.compile(
    r"\b(?:won|beat|broke|broken|carried|lost|led|leads|defeated|ahead|behind)\b[^.;,]{0,40}\bby[ ]$"
)
_THAN_THE = re.compile(
    r"\b(?:(?:more|less|fewer|higher|lower|larger|smaller|greater)[ ]than[ ]the|instead[ ]of(?:[ ]the)?)[ ]$"
)
_SHORT_OF = re.compile(r"[ ](?:\w+[ ])?(?:short|shy)[ ]of\b")  # 157 seats, 13 short of a majority
_POLL = re.compile(r"\bvote[sd]?[ ](?:(?:of|was|by|is|stood at)[ ])?$")
_AGAINST = re.compile(r"[ ](?:to|against)[ ]\d")  # by a vote of 168 to 55
_KIN = re.compile(r"\b(?:father|mother|parent|grand(?:father|mother)|dad|mum|mom)[ ]of[ ]$", re.IGNORECASE)
_PLURAL_THEN = re.compile(r"\w+(?<![sui])s[ ](?P<last>[a-z]+)$")  # a three strikes policy
_COLLECTIVE_WORDS = "people staff police personnel faculty men women children crew aircraft cattle"
_COLLECTIVE = frozenset(_COLLECTIVE_WORDS.split())
_COMPLEMENT = re.compile(r"[ ](?:of|in|at|for|on|to|from|with|near|along|by)\b.*$")
_DAY_NAME = re.compile(r"\d{1,2}/\d{1,2}$")  # the 9/12 Project
_OF_AGE = re.compile(
    r"\bage[ ](?![^.;]*\b(?:was|is|were)\b)[^.;]*\b(?:from|to|of|at)[ ]$"
)  # raise the age to
_OF_KNOWN_ONES = re.compile(r"[ ]of[ ](?:these|those|them|us|whom|which)\b")
_OF_KNOWN = re.compile(r"[ ]of[ ]")
_AT_AGE = re.compile(r"\b(?:who|he|she|and),?[ ]at[ ]$", re.IGNORECASE)  # who at 69 is the older
_POLLED = re.compile(r"\b(?:polls?|surveys?)\b", re.IGNORECASE)  # a share of those asked, and not of the poll
_WHEN = re.compile(
    r"\b(?:last|past|next|coming|previous|first|beyond|within|in|after|following|for|during|over|amid"
    r"|(?:end|start) of)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
_HYPOTHETICAL = ("can ", "could ", "would ", "may ", "might ")
_OUTVOTED = re.compile(
    r"\b(?:vote[sd]?|pass(?:es|ed)|approved|rejected|cleared)\b[^.;]{0,24}?\b\d{1,3}[ ]to[ ]$"
)  # by a vote of 228 to 191
_LASTING = re.compile(
    r"\b(?:lasts|lasted|lasting|(?:to|will|would|could|may|might) last|took|takes?|taking|ran|stayed"
    r"|delay(?:s|ed)?|extend(?:s|ed)?|closed|shut|spent|spends?)\b"
)
_SIZED = re.compile(
    r"[ ](?:smaller|larger|bigger|faster|slower|better|worse|likelier)\b"
)  # than something else
_ALONE = Decimal(20)
_COLLECTIVE_OF = re.compile(
    r"\b(?:family|household|crew|panel|jury|team|group|committee|cabinet|class|band)$"
)
_QUOTED = re.compile(r"[\"”’']")
_QUOTED_BEFORE = re.compile(r"[\"“‘']")
_SIZE_AFTER = re.compile(
    r"[ ](?:tall|high|long|wide|deep|thick)\b(?![ ](?:court|school|street|risk))"
)  # 15 storeys
_ANY_ONE = re.compile(r"night|day|morning|evening|time|thing|way|reason|point")  # a walk one night
_DEARER = re.compile(
    r"[ ](?:more|less|higher|lower|cheaper|dearer)[ ]than\b"
)  # 16 cents more than a month ago
_OFF = re.compile(
    r"[ ]?(?:\([^)]{1,20}\)|\))?[ ]"
    r"(?:(?:to[ ]the[ ])?(?:north|south|east|west)(?:-?(?:east|west))?[ ]of|outside)\b"
)  # 30 miles (48 km) south of a town: where something lies
_ALL_BUT = re.compile(r"\b(?:all|everybody|everyone|none)[ ]but[ ]$", re.IGNORECASE)
_SMALL = Decimal(3)
_FEW = Decimal(5)  # from here what is known may be held against what others count: not "the two leaders"


def is_key(text: str, figure: Figure) -> bool:
    """Whether a figure says something by itself: no ages, no "two leaders", no spans of time."""
    if figure.type in _NOT_KEY:
        return False
    if _QUOTED.match(text, figure.end) and _QUOTED_BEFORE.search(
        text, max(0, figure.start - 1), figure.start
    ):
        return False  # his remark on the "47 percent"
    sized = _SIZE_AFTER.match(text, max(figure.end, figure.counted_end or 0))
    if figure.type == "number" and (sized or _collective(text, figure)):
        return False
    if text[figure.end : figure.end + 1] == "-" or _HYPHENATED.search(figure.text):
        return False  # a 10-round limit, a two-year inquiry: it describes
    if _describes(text, figure):
        return False
    if figure.type == "duration":
        before = text[max(0, figure.start - 40) : figure.start]
        told = _SENTENCED.search(before) or _IN_PRISON.match(text, figure.end)
        if told or figure.counted_start is None:
            return bool(told)
        lasting = bool(_LASTING.search(before))
        return lasting or (
            figure.counted_start > figure.end
            and text.startswith(" of ", figure.end)
            and not _WHEN.search(before)
        )
    if figure.type != "number":
        return True
    if figure.counted is None:
        return _says_alone(text, figure)
    if _OUTVOTED.search(text, max(0, figure.start - 40), figure.start):
        return False
    if figure.value == 1 and _OF_KNOWN.match(text, figure.end):
        return False  # one of the last three candidates
    if (
        any(character.isdigit() for character in figure.text)
        or figure.high is not None
        or figure.value is None
    ):
        return True
    if figure.value == 0 and (figure.counted_start or 0) < figure.start:
        return False  # cut to near zero
    if figure.value == 1 and (not figure.event or _ANY_ONE.fullmatch(figure.counted)):
        return False  # one thing that is clear
    definite = is_definite(text, figure)
    if abs(figure.value) < _SMALL:
        hypothetical = (figure.event or "").startswith(_HYPOTHETICAL)
        return not definite and not hypothetical and event_of(text, figure) is not None
    return not definite or abs(figure.value) >= _FEW


def is_definite(text: str, figure: Figure) -> bool:
    """Whether a number in words counts what is known: ``the eleven men``. It is never a row of its own."""
    in_words = not any(character.isdigit() for character in figure.text)
    return in_words and bool(_DEFINITE.search(text[max(0, figure.start - 8) : figure.start]))


def _says_alone(text: str, figure: Figure) -> bool:
    """Whether a number without a noun may be held against others: ``Twenty-nine are known to have died``.

    It is never a row of its own (``telling``).
    """
    if _OUTVOTED.search(text, max(0, figure.start - 40), figure.start):
        return False
    if _OF_KNOWN_ONES.match(text, figure.end):
        return False  # some 140 of them: of those named before
    large = figure.value is None or abs(figure.value) >= _ALONE
    return large or event_of(text, figure) is not None


def _collective(text: str, figure: Figure) -> bool:
    """Whether a number only sizes the one thing before it: a family of 10."""
    if figure.counted is None or figure.counted_end is None or figure.counted_end > figure.start:
        return False
    whole = _COLLECTIVE_OF.search(figure.counted)
    return bool(whole) and text[figure.counted_end : figure.start] == " of "


def _describes(text: str, figure: Figure) -> bool:
    """Whether a number is part of a word, of a year's name, or broken off: a four-way race."""
    worded = _WORDED.search(figure.text)
    if worded and worded["last"].lower() not in _NUMERAL and figure.type in {"number", "multiple"}:
        return True
    if figure.type == "number" and _YEAR.fullmatch(figure.text):
        return True
    before = text[max(0, figure.start - 60) : figure.start]
    if _ALL_BUT.search(before):
        return True
    if _THAN_THE.search(before) or _SHORT_OF.match(text, figure.end):
        return True
    if figure.type == "number" and (
        (_POLL.search(before) and _AGAINST.match(text, figure.end))
        or _KIN.search(before)
        or (_DAY_NAME.match(figure.text) and text[figure.end + 1 : figure.end + 2].isupper())
        or (_OF_AGE.search(before) and (figure.counted_start or 0) < figure.start)
        or _names_a_kind(figure)
        or _AT_AGE.search(before)
    ):
        return True
    if figure.type == "currency" and figure.change is None and _DEARER.match(text, figure.end):
        return True
    if figure.type == "dimension" and _OFF.match(text, figure.end):
        return True
    if figure.type == "percentage" and (
        _SIZED.match(text, figure.end) or _POLLED.search(figure.counted or "")
    ):
        return True
    if figure.type in {"percentage", "temperature"} and (
        _WON_BY.search(before) or (_TALLY.search(before) and not _CHANGING.search(before))
    ):
        return True
    return bool(
        _OPEN.search(text, max(0, figure.start - 8), figure.start) or _CUT_OFF.match(text, figure.end)
    )


def _names_a_kind(figure: Figure) -> bool:
    """Whether the number belongs to a plural that only names a kind: a three strikes policy."""
    found = _PLURAL_THEN.search(_COMPLEMENT.sub("", figure.counted or ""))
    if found is None or figure.value == 1:
        return False
    last = found["last"]
    return not last.endswith(("s", "ed", "en", "ing")) and last not in _COLLECTIVE
