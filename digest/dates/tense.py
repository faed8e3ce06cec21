"""Whether a weekday looks back or ahead, from the words of its own sentence.

News writes "on Thursday" for the last one and for the next one; the verb tells which. The nearest
cue before the weekday decides, else the first one after it, else it looks back.
"""

from __future__ import annotations

import re
from typing import Literal

_AHEAD = (
    r"will|won't|shall|is\sto|are\sto|set\s(?:to|for)|scheduled|slated|due|expected|expects?|planned|plans?|"
    r"planning|going\sto|upcoming|begins?|starts?|opens|ends|closes|resumes|ahead\sof|coming|poised|hopes?\sto|wants?\sto|intends?\sto|would|"
    r"(?<!\w\sable\s)(?<!began\s)(?<!started\s)(?<!continued\s)(?<!failed\s)(?<!managed\s)(?<!refused\s)(?<!tried\s)"
    r"to\s(?:be|begin|brief|convene|debate|decide|discuss|face|gather|give|go|hold|host|launch|"
    r"make|meet|open|play|present|release|resume|return|sign|speak|start|take|talk|travel|visit|vote)"
)
_BACK = (
    r"said|says|told|met|spoke|was|were|had|began|held|took|came|gave|went|made|saw|led|won|lost|fell|rose|"
    r"left|sent|became|broke|brought|built|cut|felt|fought|found|got|heard|hit|kept|knew|paid|put|ran|read|"
    r"sat|sold|spent|stood|struck|swept|taught|thought|threw|withdrew|wrote|earlier|(?!need|speed|indeed)\w{2,}ed"
)
_CUE = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})|(?P<back>{_BACK}))\b")
_SENTENCE_END = re.compile(r"[.!?]['\"’”)]*\s+(?=[\"“‘(]?[A-Z])|\n")
_AHEAD_BEFORE = re.compile(r"\b(?:until|till|by|before|from)\s$", re.IGNORECASE)
_REACH = 200  # characters on either side that are looked at


def looks(text: str, start: int, end: int) -> Literal["back", "ahead"]:
    """Where the expression at ``start:end`` points, by the cues around it."""
    before = _SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _REACH])[0]
    cues = list(_CUE.finditer(before))
    cue = cues[-1] if cues else _CUE.search(after)
    if cue is None:
        return "ahead" if _AHEAD_BEFORE.search(before) else "back"
    return "ahead" if cue["ahead"] else "back"
