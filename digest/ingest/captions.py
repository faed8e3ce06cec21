"""Photo captions and their credits: known by a credit, an opening, or the way captions are written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.dates.words import FULL_WEEKDAY, MONTH
from digest.ingest.lines import Line
from digest.ingest.patterns import alternatives, table

PIECES = {
    "name": r"[A-Z][\w.'’-]*(?: (?:[A-Z]|de |van |von |al-)[\w.'’-]*){0,4}",
    "wire": r"""
        AP
        AFP
        REUTERS
        Reuters
        EPA(?:-EFE)?
        EFE
        PA
        Getty(?: Images)?
        Bloomberg
        TASS
        Xinhua
        Anadolu
        Sputnik
        NurPhoto
        Shutterstock
        Alamy
        iStock
        Unsplash
        Pool
        POOL
        Handout
        HANDOUT
        Press Association
        Associated Press
        Picture Alliance
        dpa
    """,
    "photo": r"""
        [Pp]hoto(?:s|graphs?|grapher)?
        PHOTOS?
        [Pp]icture
        PICTURE
        [Ii]mage
        IMAGE
        [Ii]llustration
        [Gg]raphic
        [Vv]ideo
        [Ss]creen(?:grab|shot)
    """,
    "photoby": r"<photo>(?: ?(?:[Cc]redit|[Ss]ource|CREDIT))?(?: by|:| courtesy(?: of)?:?|, | via)",
    "text": r"[^()\[\]]",
    # what a caption tells in the present tense; news tells in the past
    "seen": r"""
        (?:address|embrac|pass|mourn|watch)es
        (?:answer|applaud|arrive|attend|board|celebrate|chat|clean|deliver|depart|disembark)s
        (?:exit|fill|gather|gesture|greet|hold|hug|inspect|kneel|laugh|lay|listen|look|make|participate)s
        (?:patrol|perform|pose|pour|pray|react|receive|rest|ride|shake|sign|sit|smile|speak|stand|survey)s
        (?:take|tour|unveil|wait|walk|wave)s
        (?:attend|carry|gather|gesture|hold|kneel|listen|participate|ride|shake|sit|stand|wait|wave)
        carries
        crosses
        lies
        (?:is|are) (?:seen|shown|pictured)
    """,
    "weekday": FULL_WEEKDAY,
    "day": rf"""
        (?:{MONTH}) \d{{1,2}},? \d{{4}}
        \d{{1,2}} (?:{MONTH}),? \d{{4}}
    """,
}
# In brackets: "(AP Photo/Jane Doe)", "(Pool Photo)", "(Photo by Jane Doe/AFP via Getty Images)".
PIECES["bracketed"] = (
    r"[(\[]"
    + alternatives(
        r"""
        <wire>\b<text>{0,60}<photo><text>{0,60}
        <photo>(?:\s?(?:by|:|[Cc]redit|[Ss]ource|via|courtesy|/))<text>{1,100}
        <text>{0,60}\b(?:[Ff]ile|[Hh]andout|[Pp]ool|[Uu]ndated|[Ss]tock|[Ss]taff|[Cc]ourtesy) <photo>
        <photo>
        [Cc]ourtesy(?: of)?:? <text>{2,60}
        <name>(?:, <name>)?\s?/\s?<text>{2,70}
        <text>{2,70}\bvia (?:<wire>|Storyful|Twitter|X|Facebook|Telegram)<text>{0,20}
        <wire>(?: [Pp]hotos?)?/<text>{2,60}
        <text>{0,50}\bGetty Images
        """
    )
    + r"[)\]]"
)
# The same without brackets at the end of a caption, after a full stop or a dash.
PIECES["trailing"] = r"(?:^|[.!?”\"|/–—-]\s*)" + alternatives(
    r"""
    <photoby>\s?[^.!?]{2,90}
    (?:[Cc]redit|CREDIT)(?:[:/]|\.\.\.|…)\s?[^.!?]{2,80}
    <name>\s?/\s?<wire>\b[^.!?]{0,60}
    <wire>\s?/\s?<name>(?:/<name>)?
    [^.!?]{2,80}\b(?:via|/) ?<wire>
    (?:AFP|AP|EPA|Pool|Handout|Staff) (?:via |/ ?)?<photo>
    Getty Images
    """
)
_CREDIT_END = table(r"(?:<bracketed>|<trailing>)\s*<bracketed>?\.?$", PIECES)
_CREDIT_LINE = table(
    r"""
    <bracketed>\.?
    (?:.{2,70}/\s?)?(?:<wire>|[Hh]andout)(?:\s?(?:/|via|[Pp]hotos?|,|–|-)\s?.{0,60})?
    .{2,60}(?:/|\bvia )\s?<wire>\b.{0,30}
    <photoby>(?= ?(?:[^a-z]|courtesy))\s?.{2,90}
    (?:[Cc]redit|CREDIT|[Cc]ourtesy|[Ii]mage [Ss]ource),?:?(?: of)?\s?.{2,90}
    <photo>
    <name>\s?[/|]\s?(?:The )?<name>
    <name>(?:\s?[/|]\s?<wire>)+
    [Ii]mage copyright.*
    .{2,40} [Pp]hotos?(?: by .{2,40})?
    [Ff]ile [Pp]hoto\.?
    \([A-Z][\w.'’-]*(?: [\w.'’&/-]+){0,5}\)
    """,
    PIECES,
)
_OPENING = table(
    r"""
    FILE(?: PHOTO| IMAGE)?(?:\s?[:–—-]|\s?\.)
    FILE\b(?=.*\b<photo>\b)
    File <photo>\b
    <photo>\s?:\s
    [Cc]aption:
    [Ii]mage caption
    PHOTOS?\s?[:–—-]
    Pictured\b
    (?:In|Seen in) (?:this|an?)\b[^.,]{0,80}\b(?:photo|photograph|image|picture|frame|screengrab)\b
    In this\b[^.,]{0,60}\bvideo\b
    (?:An?|This)\b[^.,]{0,40}\b(?:handout|undated|still|satellite|file) (?:photo|image|picture|frame)\b
    (?:Above|From left|Clockwise from .{2,20}|Left to right)[,:]
    """,
    PIECES,
)
_TELLS = table(r"[A-Z][^.;:]{2,90}?,? <seen>\b", PIECES)
_TOLD = re.compile(r"\b(?:said|told|says|will|would|could|has|have|had|was|were|\w{3,}ed)\b")
_WRITTEN_AS_CAPTION = table(
    r"""
    [A-Z][^.;:]{2,90}?,?(?<!\bto) <seen>\b[^.]{3,260}\b(?:on )?(?:<weekday>, )?<day>
        (?:,? (?:in|at|near|outside) [^;]{2,80}|, [A-Z][\w ,.]{2,60})?\.?
    [A-Z][^.;:]{2,90}?,?(?<!\bto) <seen>\b[^.]{3,160}\b(?:on )?<weekday>
    [A-Z][^.;:]{10,200}, <day>
    """,
    PIECES,
)
_DATED = table(
    rf"""
    \b(?:{MONTH}) \d{{1,2}},? \d{{4}}\b
    \b\d{{1,2}} (?:{MONTH}),? \d{{4}}\b
    """
)
_PLACES = table(
    r"""
    \((?:(?:second|third|centre|center|far|top|bottom) )?(?:from )?(?:the )?
        (?:left|right|centre|center|above|front|back|pictured)\)
    , (?:second from |far )?(?:left|right|center|centre),
    \b(?:pictured|seen here|shown here|seen above|shown above)\b
    , (?:shown|seen|pictured) (?:in|at|on|here|with)\b
    """
)
_LONGEST = 90  # words; a longer line is no caption whatever it ends with
_BLOCK = 5  # lines of a caption block


def find_captions(lines: Sequence[Line], free: Sequence[bool]) -> dict[int, str]:
    """Index of a line -> "caption" or "photo credit", among the lines that are still free.

    A run of lines without a blank between is one caption where one of them carries a credit or a
    caption's opening, and the run is short. Elsewhere each line stands for itself, and a credit on
    its own takes with it the line before where that is written as a caption.
    """
    found: dict[int, str] = {}
    forms = [line.form if ok else "" for line, ok in zip(lines, free, strict=True)]
    spaced = sum(line.apart for line in lines) > 0.3 * len(lines)
    for start, end in _runs(lines):
        block = [index for index in range(start, end) if free[index]]
        marked = [index for index in block if _credit(forms[index]) or _opens(forms[index])]
        if not marked:
            continue
        whole = spaced and 1 < end - start <= _BLOCK and end - start < len(lines) - 1 and start > 0
        for index in block if whole else marked:
            found[index] = "photo credit" if is_credit_line(forms[index]) else "caption"
        first = marked[0]
        if (
            found[first] == "photo credit"
            and first > 0
            and free[first - 1]
            and _caption_before(forms[first - 1])
        ):
            found.setdefault(first - 1, "caption")
    for index, form in enumerate(forms):
        if index not in found and form and _written_as_caption(form):
            found[index] = "caption"
    return found


def is_file_photo(text: str) -> bool:
    """Whether a caption is of an older picture."""
    return bool(
        re.match(r"\W*file\b", text, re.IGNORECASE)
        or re.search(r"\bfile (?:photo|image|picture)", text, re.IGNORECASE)
    )


def _runs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Start and end of each run of lines without a blank between."""
    starts = [index for index, line in enumerate(lines) if line.apart or index == 0]
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def _credit(form: str) -> bool:
    words = form.count(" ") + 1
    if not form or words > _LONGEST or len(form) > 10 * _LONGEST:
        return False
    return is_credit_line(form) or bool(_CREDIT_END.search(form))


def is_credit_line(form: str) -> bool:
    """Whether the line is a credit and nothing else."""
    return form.count(" ") < 14 and ". " not in form and bool(_CREDIT_LINE.fullmatch(form))


def _opens(form: str) -> bool:
    return len(form) < 10 * _LONGEST and bool(_OPENING.match(form))


def _written_as_caption(form: str) -> bool:
    return len(form) < 500 and not _TOLD.search(form) and bool(_WRITTEN_AS_CAPTION.fullmatch(form))


def _caption_before(form: str) -> bool:
    """Whether the line before a credit is its caption: told in the present, or placing who is seen."""
    if not form or len(form) > 10 * _LONGEST:
        return False
    seen = bool(_TELLS.match(form)) and not _TOLD.search(form)
    return seen or bool(_PLACES.search(form) or _DATED.search(form))
