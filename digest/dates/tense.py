"""Whether a day looks back or ahead, from the words of its own sentence.

News writes "on Thursday" for the last one and for the next one; the verb tells which. The nearest
cue before the day decides, else the first one after it. "by" and "until" look ahead from any verb
that leads to an infinitive ("agreed to pay by Friday"); "since" looks back.
"""

from __future__ import annotations

import re
from typing import Literal

from digest.dates.words import FULL_WEEKDAY

# Said of what was done, though an infinitive follows: "began to return on Monday".
_BEGUN = (
    r"began|begun|started|continued|managed|failed|refused|tried|went\son|came|helped|able|forced|seemed|"
    r"appeared|happened|used|gathered|rushed|turned\sout|had|found|known|proved|proven|shown|believed|thought"
)
_AHEAD = (
    r"will|won't|shall|must|should|is\sto|are\sto|set\s(?:to|for)|scheduled|slated|due|expected|expects?|planned|"
    r"plans?\s(?:to|for|on)|planning|going\sto|upcoming|begins?|starts?|opens|continues|goes\son|ends|closes|resumes|ahead\sof|coming|poised|"
    r"(?:hopes?|wants?|intends?|needs?|has|have)\sto|deadline|would|(?:can|may|might)(?!\shave)|awaits|waits?\sfor|"
    r"[Pp]olls\sopen|could\s(?:begin|come|happen|open|resume|return|start|vote)|"
    r"to\s(?:be|begin|brief|convene|debate|decide|discuss|face|gather|give|go|hold|host|launch|make|meet|open|"
    r"play|present|release|resume|return|sign|speak|start|take|talk|travel|visit|vote)"
)
_BACK = (
    r"said|says|told|met|spoke|was|were|had|began|held|took|came|gave|went|made|saw|led|"
    r"won|lost|fell|rose|left|sent|became|broke|brought|built|cut|felt|fought|found|got|heard|hit|kept|knew|paid|"
    r"put|ran|read|sat|sold|spent|stood|struck|swept|taught|thought|threw|withdrew|wrote|earlier|"
    r"bought|caught|chose|dealt|did|drew|drove|fed|fled|flew|forgot|froze|grew|laid|rang|rode|sang|sank|shook|shot|"
    r"slept|stole|stuck|swore|tore|wore|"
    r"(?!need|speed|indeed)\w{2,}ed"
)
_CUE = re.compile(
    rf"\b(?:(?:{_BEGUN})\sto\s\w+|(?P<ahead>{_AHEAD})(?:(?:\sto)?\sbe\s\w+|(?<=\bbe)\s\w+)?|(?P<back>{_BACK}))\b"
)
_NO_END = "".join(
    rf"(?<!\b{title})"
    for title in ("Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "St", "[A-Z]")
)
_SENTENCE_END = re.compile(_NO_END + r"[.!?]['\"’”)]*\s+(?=[\"“‘(]?[A-Z])|\n")
_ANNOUNCED = re.compile(rf"\b(?P<word>until|till|by|before|since)\s(?:{FULL_WEEKDAY},?\s)?$", re.IGNORECASE)
_PUT_OFF = re.compile(
    r"\b(?:adjourned|banned|barred|closed|delayed|extended|halted|off|postponed|remanded|shut(?:\sdown)?|stopped|suspended)"
    r"\s(?:\w+\s){0,3}(?:until|till)\s$"
)
_REPORTING = frozenset(
    {"said", "says", "told", "added", "announced", "reported", "confirmed", "warned", "followed"}
)
_ON = re.compile(
    r"(?:\b(?:on|from|in)\s(?:the\s)?|\b(?:the\s)?(?:next|same|following)\s(?:day|morning|afternoon|evening|night),\s)$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^\W*(?:(?:and|but|then)\s)?(?:(?:late\s|early\s|back\s)?(?:on|in)\s(?:the\s)?"
    r"|(?:the\s)?(?:next|same|following)\s(?:day|morning|afternoon|evening|night),\s)$",
    re.IGNORECASE,
)
_AT = re.compile(r"\s(?:(?:late\s|early\s|back\s)?(?P<on>on|in)\s)?(?:the\s)?$", re.IGNORECASE)
_STATES = frozenset({"was", "were", "had", "earlier", "set", "put", "cut", "hit", "read"})
_PRESENT = re.compile(r"\b(?:is|are|be|being|to)\s$")
_SINCE = re.compile(r"\bsince\s$", re.IGNORECASE)
_INFINITIVE = re.compile(r"\bto\s[a-z]+")
_REACH = 200  # characters on either side that are looked at


def looks(text: str, start: int, end: int) -> Literal["back", "ahead"]:
    """Where the expression at ``start:end`` points, by the cues around it; back where nothing tells."""
    return cue_of(text, start, end) or "back"


def cue_of(text: str, start: int, end: int) -> Literal["back", "ahead"] | None:
    """Where the cues around the expression at ``start:end`` point; None where there are none."""
    before, after = _before(text, start), _SENTENCE_END.split(text[end : end + _REACH])[0]
    announced = _ANNOUNCED.search(before)
    word = announced["word"].lower() if announced else ""
    if word == "since":
        return "back"
    if _PUT_OFF.search(before):
        return "ahead"
    cues = list(_CUE.finditer(before))
    if cues and cues[-1]["ahead"]:
        return "ahead"
    if word and (not cues or _INFINITIVE.search(before, cues[-1].end())):
        cue = _CUE.search(after)
        return "back" if not cues and cue and not cue["ahead"] else "ahead"
    if cues:
        return "back"
    cue = _CUE.search(after)
    return None if cue is None else "ahead" if cue["ahead"] else "back"


def happened(text: str, start: int, end: int) -> bool:
    """Whether the sentence says that it happened then: "opened on 2 May", "On 2 May, the bridge opened".

    Verbs of saying do not: "said on Tuesday that a May 2 meeting" leaves the meeting open.
    """
    before = _before(text, start)
    cues = list(_CUE.finditer(before))
    if _OPENING.search(before) and not cues:
        return _all_back(_SENTENCE_END.split(text[end : end + _REACH])[0])
    told = bool(cues) and not cues[-1]["ahead"] and cues[-1].group() not in _REPORTING
    told = told and not _PRESENT.search(before[: cues[-1].start()])  # "is held on 2 May"
    return (told and bool(_ON.search(before))) or bool(_SINCE.search(before)) or just_told(text, start)


def just_told(text: str, start: int) -> bool:
    """Whether a verb of the past stands right before the expression: "died June 3", "said in June"."""
    before = _before(text, start)
    at = _AT.search(before)
    cue = None if at is None else next((c for c in _CUE.finditer(before) if c.end() == at.start()), None)
    if at is None or cue is None or cue["ahead"] or cue.group() in _STATES:
        return False
    reported = cue.group() in _REPORTING and not at["on"]  # "said June 3 would be too late"
    return not reported and not _PRESENT.search(before[: cue.start()])


def _before(text: str, start: int) -> str:
    """What stands before a place in its sentence."""
    return _SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1]


def _all_back(after: str) -> bool:
    """Whether a sentence has verbs of the past and none that look ahead."""
    cues = list(_CUE.finditer(after))
    return bool(cues) and all(not cue["ahead"] for cue in cues)
