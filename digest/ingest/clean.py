"""Lines -> title, body, what the source says of itself, and what was set aside and why.

The stages look at ever more of the text: a line alone, its neighbours, the whole. A line that no
stage claims is body: when in doubt a line is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from digest.ingest import header
from digest.ingest.agencies import is_agency
from digest.ingest.assemble import Block, Metadata
from digest.ingest.boilerplate import reason_of
from digest.ingest.captions import find_captions, is_credit_line
from digest.ingest.lines import Line
from digest.ingest.publisher import publisher_of
from digest.ingest.sections import after_headings, outside, repeats, subheadings
from digest.ingest.stated import address_date
from digest.model import Published, SetAside

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_RIGHTS = re.compile(
    r"\W*(?:©|\(c\)|copyright)\W{0,4}(?:\(c\)\W*)?(?:19|20)\d\d(?:\s?[-–]\s?\d{4})?,?\s(?:by\s)?(?P<holder>[A-Z][^.,|©]{2,60})",
    re.IGNORECASE,
)
_OTHER_LABELS = re.compile(r"authors?|byline|section|category|language|location|dateline|from|to|cc|sent")
_HEADLINES = frozenset({"related link", "editor's note", "author note", "tags", "reading aid"})
_CELL = 8  # words from which a cell of a table is taken for text
_LONGEST_TITLE = 40  # words


@dataclass(slots=True)
class Sheet:
    """The lines of one source and what has been found of each so far."""

    lines: Sequence[Line]
    reasons: list[str | None] = field(default_factory=list)  # None: still free
    title: str = ""
    title_at: int | None = None
    publisher: str | None = None
    url: str | None = None
    dates: list[tuple[Published, bool]] = field(default_factory=list)  # and whether of an update

    def free(self) -> list[int]:
        """The indices of the lines that no stage has claimed."""
        return [index for index, reason in enumerate(self.reasons) if reason is None]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What is left of the lines."""

    metadata: Metadata
    body: tuple[Block, ...]
    set_aside: tuple[SetAside, ...]


def clean(lines: Sequence[Line], known: Metadata | None = None) -> Cleaned:
    """Sort the lines; ``known`` is what the format states already (front matter, meta elements)."""
    known = known or Metadata()
    sheet = Sheet(lines, [None] * len(lines))
    _own_words(sheet)
    _header(sheet, known)
    _captions(sheet)
    _signatures(sheet)
    for index, reason in after_headings(lines, sheet.reasons).items():
        sheet.reasons[index] = reason
    for index, reason in repeats(lines, sheet.reasons, title=known.title or sheet.title).items():
        sheet.reasons[index] = reason
    for index, reason in outside(lines, sheet.reasons).items():
        sheet.reasons[index] = reason
    for index, reason in subheadings(lines, sheet.reasons).items():
        sheet.reasons[index] = reason
    body = tuple(Block(lines[index].text, lines[index].number) for index in sheet.free())
    aside = tuple(
        SetAside(line=line.number, text=line.text, reason=reason)
        for index, (line, reason) in enumerate(zip(lines, sheet.reasons, strict=True))
        if reason is not None and index != sheet.title_at
    )
    return Cleaned(_metadata(sheet, known), body, aside)


def body_like(line: Line) -> bool:
    """Whether a line reads as a paragraph of running text."""
    return (line.words >= 12 and bool(_SENTENCE_END.search(line.form))) or line.words >= 40


def _own_words(sheet: Sheet) -> None:
    """What the format, and each line's own words, say."""
    running = [index for index, line in enumerate(sheet.lines) if body_like(line)]
    second, last = (running[1] if len(running) > 1 else len(sheet.lines)), (running[-1] if running else 0)
    for index, line in enumerate(sheet.lines):
        edge = index < second or index >= last  # before or after the body, where metadata stands
        sheet.reasons[index] = (
            _by_role(line) or _by_metadata(sheet, index, edge) or _by_words(sheet, index, edge)
        )


def _by_role(line: Line) -> str | None:
    """The reason that the format itself gives."""
    if line.role == "caption":
        return "caption"
    if line.role == "apart":
        byline = "byline" if header.is_byline(line.form) else None
        return byline or reason_of(line.form, words=line.words) or "beside the text"
    return "table cell" if line.role == "cell" and line.words < _CELL else None


def _by_metadata(sheet: Sheet, index: int, edge: bool) -> str | None:
    """Addresses, dates and bylines; the sheet takes what they say."""
    line = sheet.lines[index]
    if url := header.address_of(line.form):
        if sheet.url is None and edge and header.is_own_address(url):
            sheet.url = url
        return "address"
    dated = header.date_line(line.form)
    if dated is not None and (edge or dated[0] is None or line.words > 4):
        of_note = index > 0 and sheet.reasons[index - 1] == "editor's note"
        if dated[0] is not None and not of_note:
            sheet.dates.append((dated[0], dated[1]))
        return "date line"
    return "byline" if header.is_byline(line.form) else None


def _by_words(sheet: Sheet, index: int, edge: bool) -> str | None:
    """Page furniture, unless where the line stands speaks for it."""
    line = sheet.lines[index]
    reason = reason_of(line.form, words=line.words)
    if reason == "author note" and not edge:
        return None  # a sentence on a journalist, in the body
    if reason in _HEADLINES and line.words >= 4 and all(sheet.reasons[:index]):
        return None  # a headline such as "Analysis: …"
    if reason == "navigation" and is_credit_line(line.form):
        return None  # "Jo Bell | Getty Images": left to the captions
    return reason


def _header(sheet: Sheet, known: Metadata) -> None:
    """Labels, masthead, section and title: the free lines before the body begins."""
    lines = sheet.lines
    _labels(sheet)
    opening: list[int] = []
    for index in sheet.free():
        if body_like(lines[index]) and (opening or not _could_be_title(lines[index])):
            break
        opening.append(index)
        if body_like(lines[index]):
            break
    if not known.title and not sheet.title:
        _choose_title(sheet, opening)
    before = sheet.title_at if sheet.title_at is not None else _title_again(sheet, opening, known.title)
    for index in opening:
        form = lines[index].form
        if index == sheet.title_at:
            continue
        if header.is_masthead(form) and not body_like(lines[index]):
            sheet.reasons[index] = "publisher"
            sheet.publisher = sheet.publisher or form
        elif header.is_section(form):
            sheet.reasons[index] = "section label"
        elif index < before:
            sheet.reasons[index] = "navigation"


def _title_again(sheet: Sheet, opening: list[int], title: str) -> int:
    """Where the opening repeats a title that the format states; -1 where it does not."""
    return next((index for index in opening if title and sheet.lines[index].text == title), -1)


def _labels(sheet: Sheet) -> None:
    """Lines such as "Source: …" before or after the body."""
    running = [index for index in sheet.free() if body_like(sheet.lines[index])]
    first, last = (running[0], running[-1]) if running else (len(sheet.lines), -1)
    for index in sheet.free():
        line = sheet.lines[index]
        found = header.label_of(line.form) if line.words <= 30 and not first < index < last else None
        if found is None:
            continue
        key, value = found
        url = header.address_in(value)
        if key in ("title", "headline", "subject"):
            if sheet.title or index > first:
                continue
            sheet.title = line.text[line.text.index(":") + 1 :].strip()
        elif url and header.is_own_address(url):
            sheet.url = sheet.url or url
        elif (
            key in ("source", "publisher", "publication", "outlet", "newspaper", "site", "website")
            and line.words <= 8
        ):
            if index < first or sheet.url is None:  # behind the text a source is often an agency
                sheet.publisher = sheet.publisher or value
        elif not _OTHER_LABELS.fullmatch(key):
            continue
        sheet.reasons[index] = "label"


def _could_be_title(line: Line) -> bool:
    return line.words <= _LONGEST_TITLE and not re.search(r"[^.]\.[\"'”’)]*$", line.form)


def _choose_title(sheet: Sheet, opening: list[int]) -> None:
    """The first line before the body that reads as a headline, past mastheads and section labels."""
    candidates = [
        index
        for index in opening
        if not header.is_masthead(sheet.lines[index].form)
        and not header.is_section(sheet.lines[index].form)
        and _headline_like(sheet, index)
    ]
    if not candidates:
        return
    at = candidates[0]
    kicker = sheet.lines[at].words <= 2 or (sheet.lines[at].words <= 5 and sheet.lines[at].form.isupper())
    if kicker:  # where a fuller line follows before the body
        at = next((index for index in candidates[1:] if sheet.lines[index].words >= 4), at)
    sheet.title, sheet.publisher = _titled(sheet, at)
    sheet.title_at, sheet.reasons[at] = at, "title"


def _titled(sheet: Sheet, at: int) -> tuple[str, str | None]:
    title, outlet = header.split_title(sheet.lines[at].text)
    return title, sheet.publisher or outlet


def _headline_like(sheet: Sheet, index: int) -> bool:
    """Short, and either without a full stop or standing alone above the rest."""
    line = sheet.lines[index]
    if _could_be_title(line):
        return True
    following = sheet.lines[index + 1] if index + 1 < len(sheet.lines) else None
    return (
        line.words <= 14
        and line.form.count(". ") == 0
        and following is not None
        and following.apart
        and index == 0
    )


def _beside_date(sheet: Sheet, index: int) -> bool:
    near = (index - 1, index + 1, index + 2)
    return any(0 <= at < len(sheet.reasons) and sheet.reasons[at] in ("date line", "byline") for at in near)


def _captions(sheet: Sheet) -> None:
    free = [reason is None for reason in sheet.reasons]
    for index, reason in find_captions(sheet.lines, free).items():
        sheet.reasons[index] = reason


def _signatures(sheet: Sheet) -> None:
    """Author lines before or after the body."""
    running = [index for index in sheet.free() if body_like(sheet.lines[index])]
    first, last = (running[0], running[-1]) if running else (len(sheet.lines), -1)
    for index in sheet.free():
        form = sheet.lines[index].form
        if first < index < last or index in running:
            continue
        if header.is_signature(form) or (header.is_bare_name(form) and _beside_date(sheet, index)):
            sheet.reasons[index] = "byline"


def _metadata(sheet: Sheet, known: Metadata) -> Metadata:
    url = known.url or sheet.url
    stated = next((date for date, update in sheet.dates if not update), None)
    updated = next((date for date, _ in sheet.dates), None)
    return Metadata(
        title=known.title or sheet.title,
        publisher=known.publisher or sheet.publisher or _rights_holder(sheet) or publisher_of(url),
        url=url,
        published=known.published or stated or (address_date(url) if url else None) or updated,
        language=known.language,
        id=known.id,
    )


def _rights_holder(sheet: Sheet) -> str | None:
    """The outlet that a copyright line names; an agency's notice says nothing of who published."""
    for line, reason in zip(sheet.lines, sheet.reasons, strict=True):
        if reason == "copyright" and (match := _RIGHTS.match(line.form)):
            holder = match["holder"].strip()
            if header.is_masthead(holder) and not is_agency(holder):
                return holder
    return None
