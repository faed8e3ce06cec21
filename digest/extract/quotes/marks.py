"""Stretches of text between quotation marks, paragraph by paragraph.

Every paragraph is read on its own, so an unbalanced mark costs one paragraph and never the document.
Marks are read by their neighbours where their shape does not tell: a straight mark opens before a
letter and closes after one, and a curly mark that faces the wrong way is read the way it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.model import Paragraph

OPENING = "“„«‟"
CLOSING = "”»"
STRAIGHT = '"＂'
DOUBLE = OPENING + CLOSING + STRAIGHT
SINGLE = "‘’‚'`"
BEFORE_OPENING = " \t\n([{<—–-―/‘'…:;,"
AFTER_CLOSING = " \t\n)]}>—–-―/’'…:;,.!?"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A marked stretch. Offsets are characters of the text; ``start`` and ``end`` take in the marks."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    opened: bool = True  # False: its opening mark is missing
    closed: bool = True  # False: its closing mark is missing; it ends with its paragraph
    single: bool = False  # marked by single quotation marks


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool


def find_stretches(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Stretch, ...]:
    """The outermost marked stretches of each paragraph, in order."""
    found: list[Stretch] = []
    for number, paragraph in enumerate(paragraphs):
        double = list(_pair(text, paragraph, number))
        found += sorted([*double, *_singles(text, paragraph, number, double)], key=lambda s: s.start)
    return tuple(stretch for stretch in found if not _nickname(text, stretch))


def title_like(text: str, stretch: Stretch) -> bool:
    """Whether a stretch reads as the title of a work or a name: every longer word has a capital."""
    words = [w.strip(".,!?:;’'") for w in text[stretch.inner_start : stretch.inner_end].split()]
    longer = [w for w in words if len(w) > 3]
    return 0 < len(words) <= 8 and bool(longer or words) and all(w[:1].isupper() for w in longer or words)


def _nickname(text: str, stretch: Stretch) -> bool:
    """Whether a stretch is a name inside a name: Marcia “Cia” Roe."""
    inner = text[stretch.inner_start : stretch.inner_end]
    before, after = (
        text[max(0, stretch.start - 30) : stretch.start].split()[-1:],
        text[stretch.end : stretch.end + 30].split()[:1],
    )
    return (
        inner[-1:].isalpha()
        and len(inner.split()) <= 2
        and all(word[:1].isupper() for word in inner.split())
        and bool(before and after)
        and before[0][:1].isupper()
        and before[0].isalpha()
        and after[0][:1].isupper()
        and stretch.end < len(text)
        and text[stretch.end] == " "
    )


def _marks(text: str, paragraph: Paragraph) -> list[_Mark]:
    """Every double mark of the paragraph, with what it can be by its shape and its neighbours."""
    marks: list[_Mark] = []
    at = paragraph.start
    while at < paragraph.end:
        char = text[at]
        width = 2 if text[at : at + 2] in ("''", "``", "‘‘", "’’") and at + 2 <= paragraph.end else 1
        if width == 1 and char not in DOUBLE:
            at += 1
            continue
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + width] if at + width < paragraph.end else " "
        free_before = before in BEFORE_OPENING or before in DOUBLE
        free_after = after in AFTER_CLOSING or after in DOUBLE
        if char in OPENING or text[at : at + width] in ("``", "‘‘"):
            inside = sum(m.opens - m.closes for m in marks) > 0
            tight = not before.isspace() and before not in "([{—–" and after not in SINGLE
            turned = free_after and (not free_before or (inside and tight))  # “ where a closing mark stands
            marks.append(_Mark(at, at + width, not turned, turned))
        elif char in CLOSING or text[at : at + width] == "’’":
            turned = free_before and not free_after and before not in ".,!?"
            marks.append(_Mark(at, at + width, turned, not turned))
        elif not (before.isdigit() and width == 1 and not any(m.opens for m in marks)):
            opens = free_before and not after.isspace()
            closes = free_after and not before.isspace()
            both = opens == closes
            marks.append(_Mark(at, at + width, opens or both, closes or both))
        at += width
    return marks


def _pair(text: str, paragraph: Paragraph, number: int) -> Iterator[Stretch]:
    marks = _marks(text, paragraph)
    first: _Mark | None = None
    depth = 0
    for index, mark in enumerate(marks):
        if first is None:
            if mark.opens:
                first, depth = mark, 1
            elif index == 0 and text[paragraph.start : mark.start].strip():
                yield _stretch(
                    text, paragraph.start, paragraph.start, mark.start, mark.end, number, opened=False
                )
        elif mark.closes and (not mark.opens or depth == 1):
            depth -= 1
            if depth == 0:
                yield _stretch(text, first.start, first.end, mark.start, mark.end, number)
                first = None
        elif mark.opens:
            other = (text[mark.start] in STRAIGHT) != (text[first.start] in STRAIGHT)
            whole = first.start == paragraph.start and other  # “…” inside a paragraph that " opens
            if _balances(marks[index:], depth) or (whole and _balances(marks[index:], 0)):
                depth += 1
            else:  # the mark before was never closed: it ends with its sentence, if it has an end
                cut = max((text.rfind(stop, first.end, mark.start) for stop in ".!?,"), default=-1)
                if cut > first.end:
                    yield _stretch(text, first.start, first.end, cut + 1, cut + 1, number, closed=False)
                first, depth = mark, 1
    if first is not None and text[first.end : paragraph.end].strip():
        yield _stretch(text, first.start, first.end, paragraph.end, paragraph.end, number, closed=False)


def _balances(marks: Sequence[_Mark], depth: int) -> bool:
    """Whether the marks that follow close every stretch that is open, beyond ``depth``."""
    for mark in marks:
        depth += 1 if mark.opens and not mark.closes else -1
        if depth == 0:
            return True
    return False


def _singles(text: str, paragraph: Paragraph, number: int, taken: Sequence[Stretch]) -> Iterator[Stretch]:
    """Stretches between single marks outside the double ones; apostrophes are left alone."""
    at = paragraph.start
    while at < paragraph.end:
        inside = next((s for s in taken if s.start <= at < s.end), None)
        if inside is not None:
            at = inside.end
            continue
        if text[at] in "‘'‚`" and _opens_single(text, at, paragraph):
            limit = min((s.start for s in taken if s.start > at), default=paragraph.end)
            end = _close_single(text, at + 1, limit)
            if end is not None:
                yield _stretch(text, at, at + 1, end, end + 1, number, single=True)
                at = end
        at += 1


def _opens_single(text: str, at: int, paragraph: Paragraph) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1 : at + 2]
    return before in ' \t\n([—–-―"“' and after != "" and (after.isalpha() or after in "$…[")


def _close_single(text: str, start: int, limit: int) -> int | None:
    """The closing single mark: after a stop if there is one, else the first that is no apostrophe."""
    first: int | None = None
    for at in range(start + 1, min(limit, start + 1000)):
        if text[at] not in "’'":
            continue
        before, after = text[at - 1], text[at + 1 : at + 2] or " "
        if before.isspace() or after.isalnum():
            continue
        if before in ".,!?":
            return at
        if first is None and not (before == "s" and after == " " and _another(text, at, limit)):
            first = at
            if after in ".,;:!?)" or before != "s":
                return at
    return first


def _another(text: str, at: int, limit: int) -> bool:
    """Whether a later single mark could close."""
    rest = text[at + 1 : limit]
    return any(rest.find(mark) != -1 for mark in (".’", ",’", ".'", ",'", "’.", "’,", "'.", "',"))


def _stretch(
    text: str,
    start: int,
    inner_start: int,
    inner_end: int,
    end: int,
    paragraph: int,
    *,
    opened: bool = True,
    closed: bool = True,
    single: bool = False,
) -> Stretch:
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    return Stretch(start, end, inner_start, inner_end, paragraph, opened, closed, single)


def sentence_like(text: str, stretch: Stretch) -> bool:
    """Whether a stretch reads as a sentence of its own."""
    inner = text[stretch.inner_start : stretch.inner_end].strip("’'‘ ")
    if stretch.single or not inner:
        return False
    stops = (
        inner[-1] in ".?!,…—-" or text[stretch.end : stretch.end + 1] in (".", "?", "!") or not stretch.closed
    )
    opens = inner[0].isupper() or inner[0] in "[($…." or inner[0].isdigit()
    return opens and (stops or len(inner.split()) > 6)
