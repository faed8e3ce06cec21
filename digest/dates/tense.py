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
    r"plans?|planning|going\sto|upcoming|begins?|starts?|opens|continues|goes\son|ends|closes|resumes|ahead\sof|coming|poised|"
    r"(?:hopes?|wants?|intends?|needs?|has|have)\sto|deadline|would|(?:can|may|might)(?!\shave)|awaits|waits?\sfor|"
    r"[Pp]olls\sopen|could\s(?:begin|come|happen|open|resume|return|start|vote)|"
    r"to\s(?:be|begin|brief|convene|debate|decide|discuss|face|gather|give|go|hold|host|launch|make|meet|open|"
    r"play|present|release|resume|return|sign|speak|start|take|talk|travel|visit|vote)"
)
_BACK = (
    r"said|says|told|met|spoke|was|were|had|began|held|took|came|gave|went|made|saw|led|"
    r"won|lost|fell|rose|left|sent|became|broke|brought|built|cut|felt|fought|found|got|heard|hit|kept|knew|paid|"
    r"put|ran|read|sat|sold|spent|stood|struck|swept|taught|thought|threw|withdrew|wrote|earlier|"
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
_ON = re.compile(r"\b(?:on|from)\s(?:the\s)?$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s$", re.IGNORECASE)
_INFINITIVE = re.compile(r"\bto\s[a-z]+")
_REACH = 200  # characters on either side that are looked at


def looks(text: str, start: int, end: int) -> Literal["back", "ahead"]:
    """Where the expression at ``start:end`` points, by the cues around it; back where nothing tells."""
    before = _SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _REACH])[0]
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
    return "ahead" if cue and cue["ahead"] else "back"


def happened(text: str, start: int) -> bool:
    """Whether the verb before the expression says that it happened then: "opened on 2 May".

    Verbs of saying do not: "said on Tuesday that a May 2 meeting" leaves the meeting open.
    """
    before = _SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1]
    cues = list(_CUE.finditer(before))
    told = bool(cues) and not cues[-1]["ahead"] and cues[-1].group() not in _REPORTING
    return (told and bool(_ON.search(before))) or bool(_SINCE.search(before))
