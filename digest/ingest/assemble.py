"""What a reader found -> Article: the one place where text, paragraphs and flags are put together."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digest.matching import oddities
from digest.model import Article, Paragraph, Published, SetAside

LINE_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


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
        paragraphs.append(Paragraph(start=at, end=at + len(block.text), line=block.line))
        pieces.append(block.text)
        at += len(block.text) + 2
    text = "\n\n".join(pieces)
    return _article(text, paragraphs, metadata, path, sha256, set_aside, flags)


def article_of_text(
    text: str, metadata: Metadata, *, path: str, sha256: str, flags: Sequence[str] = ()
) -> Article:
    """An article of exactly this text, with a paragraph for each line that is not blank."""
    paragraphs: list[Paragraph] = []
    at = 0
    for line in LINE_BREAK.split(text):
        start = text.index(line, at)
        at = start + len(line)
        inner = line.strip()
        if inner:
            start += line.index(inner)
            paragraphs.append(Paragraph(start=start, end=start + len(inner), line=0))
    return _article(text, paragraphs, metadata, path, sha256, (), flags)


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


def content_id(title: str, text: str) -> str:
    """The id of an article that brings none: first 16 hex digits of the hash of title and text."""
    return hashlib.sha256(f"{title}\n{text}".encode()).hexdigest()[:16]
