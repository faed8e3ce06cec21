"""What a reader found -> Article: the one place where text, paragraphs and flags are put together."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digest.matching import oddities
from digest.model import Article, Paragraph, Published, SetAside

LIMIT = 500_000  # characters of one article, some 80,000 words; a longer text is cut, and flagged
_LONGEST = 10_000  # characters of a paragraph; a longer one is given to the parser in pieces
_PIECE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=\S)|\s+(?=\S)")
LINE_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


CUT = f"cut after {LIMIT:,} characters"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of body text and the line of the file on which it begins."""

    text: str
    line: int  # 1-based; 0 where lines mean nothing


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a source says of itself."""

    title: str = ""
    publisher: str | None = None
    url: str | None = None
    published: Published | None = None
    language: str = "en"
    id: str | None = None  # as given by the input


def article_of_blocks(
    blocks: Iterable[Block],
    metadata: Metadata,
    *,
    path: str,
    sha256: str,
    set_aside: Sequence[SetAside] = (),
    flags: Sequence[str] = (),
) -> Article:
    """An article whose text is the blocks, joined by an empty line."""
    paragraphs: list[Paragraph] = []
    pieces: list[str] = []
    at = 0
    for block in blocks:
        kept = block.text[: max(0, LIMIT - at)]
        if len(kept) < len(block.text):
            flags = (*flags, CUT)
        if not kept:
            break
        paragraphs += _pieces(kept, start=at, line=block.line)
        pieces.append(kept)
        at += len(kept) + 2
    text = "\n\n".join(pieces)
    return _article(text, paragraphs, metadata, path, sha256, set_aside, flags)


def article_of_text(
    text: str, metadata: Metadata, *, path: str, sha256: str, flags: Sequence[str] = ()
) -> Article:
    """An article of exactly this text, with a paragraph for each line that is not blank."""
    if len(text) > LIMIT:
        text, flags = text[:LIMIT], (*flags, CUT)
    paragraphs: list[Paragraph] = []
    at = 0
    for line in LINE_BREAK.split(text):
        start = text.index(line, at)
        at = start + len(line)
        inner = line.strip()
        if inner:
            start += line.index(inner)
            paragraphs += _pieces(inner, start=start, line=0)
    return _article(text, paragraphs, metadata, path, sha256, (), flags)


def _pieces(text: str, *, start: int, line: int) -> list[Paragraph]:
    """A paragraph, or the pieces of one that is far too long, cut at sentence ends where it has any."""
    found: list[Paragraph] = []
    at = 0
    while len(text) - at > _LONGEST:
        window = text[at : at + _LONGEST]
        ends = [match.end() for match in _PIECE_END.finditer(window, _LONGEST // 2)]
        sentences = [end for end in ends if not window[end - 2 : end - 1].isalnum()]
        cut = at + (sentences or ends or [_LONGEST])[-1]
        found.append(Paragraph(start=start + at, end=start + at + len(text[at:cut].rstrip()), line=line))
        at = cut
    found.append(Paragraph(start=start + at, end=start + len(text), line=line))
    return found


def _article(
    text: str,
    paragraphs: Sequence[Paragraph],
    metadata: Metadata,
    path: str,
    sha256: str,
    set_aside: Sequence[SetAside],
    flags: Sequence[str],
) -> Article:
    title = metadata.title
    known = dict.fromkeys((*flags, *oddities(title + "\n" + text)))
    return Article(
        id=metadata.id or content_id(title, text),
        path=path,
        source_sha256=sha256,
        title=title,
        text=text,
        publisher=metadata.publisher,
        url=metadata.url,
        published=metadata.published,
        language=metadata.language,
        paragraphs=tuple(paragraphs),
        set_aside=tuple(set_aside),
        flags=tuple(known),
    )


def content_id(*parts: str) -> str:
    """The id of an article that brings none: first 16 hex digits of the hash of title and text."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
