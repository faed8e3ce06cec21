"""What only the whole text shows: sections after a heading, repeated lines, subheadings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.ingest.furniture import PIECES
from digest.ingest.lines import Line
from digest.ingest.patterns import table

_COMMENTS = table(
    r"""
    be the first to (?:comment|reply).{0,20}
    (?:leave|post|add|write) a (?:reply|comment)\b.{0,20}
    join the (?:conversation|discussion)
    [\d,]+ (?:comments?|replies|responses?|thoughts?)(?: on .*)?
    comments? ?\(?[\d,]*\)?
    (?:all|top) comments.{0,10}
    what do you think\?
    """,
    any_case=True,
)
_RELATED = table(r"\W*<related>\W*", PIECES, any_case=True)
_SPEAKS = re.compile(
    r"[\w .'-]{2,40} (?:says|said|wrote|writes|commented)\W*(?:on .{4,40})?:?|[\w.-]{2,30}:?"
)
_ENDED = re.compile(r"[.!?…:;,][\"'”’)\]]*$|[\"”’)]$")
_STATED = re.compile(r"[.!][\"'”’)\]]*$|[\"”]$")
_FRAGMENT = 10  # words of a line at the edge that is no sentence
_BULLET = re.compile(r"[-*•–·>]\s|\d{1,2}[.)]\s")
_FACT = re.compile(r"[A-Z][\w ]{2,30}:\s(?!latest|live|updates|more)\S")  # "Population: 4.1 million"
_TELLS = re.compile(r"[\"“”]|[.!?]\s|\b(?:said|told|was|were|had|has|have|will|would|\w{3,}ed)\b")
_SEARCHED = 100_000  # characters of a text in which pull quotes are looked for; no longer one has any
_RUNNING = 15  # words of a question or an unfinished line that is body after a "related" heading all the same


def after_headings(lines: Sequence[Line], reasons: Sequence[str | None]) -> dict[int, str]:
    """Lines under a comment heading to the end, and the short lines under a "related" heading."""
    found: dict[int, str] = {}
    body = [index for index, reason in enumerate(reasons) if reason is None]
    words = sum(lines[index].words for index in body)
    seen, related = 0, False
    for index, line in enumerate(lines):
        if reasons[index] is None:
            related = related and not _is_running(line)
            if related:
                found[index] = "related link"
            else:
                seen += line.words
            continue
        form = line.form
        if _RELATED.fullmatch(form):
            related = seen > 0
        elif (
            reasons[index] in ("comment form", "share links")
            and _COMMENTS.fullmatch(form)
            and seen > 0.85 * words
        ) or (_COMMENTS.fullmatch(form) and seen > 0.3 * words and _is_thread(lines, reasons, index)):
            return found | dict.fromkeys(_later(body, index), "reader comment")
    return found


def _later(indices: Sequence[int], index: int) -> list[int]:
    return [later for later in indices if later > index]


def _is_thread(lines: Sequence[Line], reasons: Sequence[str | None], index: int) -> bool:
    """Whether what follows to the end is readers' comments: a name or a form at every few lines."""
    rest = range(index + 1, len(lines))
    turns = sum(
        reasons[at] in ("comment form", "date line", "share links") or bool(_SPEAKS.fullmatch(lines[at].form))
        for at in rest
    )
    return turns * 4 >= len(rest) > 0


def outside(lines: Sequence[Line], reasons: Sequence[str | None]) -> dict[int, str]:
    """Short lines without an end mark before the first sentence of the body, or after the last one."""
    free = [index for index, reason in enumerate(reasons) if reason is None]
    sentences = [index for index in free if lines[index].words >= 4 and _STATED.search(lines[index].form)]
    if not sentences:
        return {}
    edges = [index for index in free if not sentences[0] <= index <= sentences[-1]]
    return {index: "line outside the text" for index in edges if _is_fragment(lines[index])}


def _is_fragment(line: Line) -> bool:
    form = line.form
    if line.words > _FRAGMENT or line.role == "item" or _ENDED.search(form):
        return False
    return not (_BULLET.match(form) or _TELLS.search(form) or _FACT.match(form))


def repeats(lines: Sequence[Line], reasons: Sequence[str | None], *, title: str) -> dict[int, str]:
    """Lines that say again what another line has: the title, a pull quote, a paragraph twice."""
    found: dict[int, str] = {}
    free = [index for index, reason in enumerate(reasons) if reason is None]
    forms = {index: _bare(lines[index].form) for index in free}
    seen: set[str] = set()
    whole = "\n".join(forms.values())
    may_be_pulled = len(whole) < _SEARCHED
    for index in free:
        form = forms[index]
        if title and form == _bare(title):
            found[index] = "title again"
        elif form in seen and len(form) > 20:
            found[index] = "repeated line"
        elif (
            may_be_pulled
            and 20 < len(form) < 300
            and whole.count(form) > 1
            and _in_longer(form, forms, index)
        ):
            found[index] = "pull quote"
        seen.add(form)
    return found


def subheadings(lines: Sequence[Line], reasons: Sequence[str | None]) -> dict[int, str]:
    """Short lines without an end mark that stand between paragraphs."""
    found: dict[int, str] = {}
    free = [index for index, reason in enumerate(reasons) if reason is None]
    for place, index in enumerate(free):
        line = lines[index]
        if line.role == "heading":
            found[index] = "subheading"
        elif line.role == "" and 0 < place < len(free) - 1 and _is_subheading(line):
            following = lines[free[place + 1]]
            before = lines[free[place - 1]]
            if following.words >= 8 and _ENDED.search(before.form):
                found[index] = "subheading"
    return found


def _is_subheading(line: Line) -> bool:
    form = line.form
    return (
        line.words <= 8
        and not _ENDED.search(form)
        and form[0].isupper()
        and "“" not in form
        and '"' not in form
    )


def _is_running(line: Line) -> bool:
    form = line.form
    return bool(line.words >= 4 and _STATED.search(form)) or bool(
        line.words >= _RUNNING and _ENDED.search(form)
    )


def _bare(text: str) -> str:
    """Words only, so that quotation marks and spaces do not tell a repeat from its original."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _in_longer(form: str, forms: dict[int, str], index: int) -> bool:
    """Whether another line holds these words and clearly more."""
    return any(form in other and len(other) > len(form) + 20 for at, other in forms.items() if at != index)
