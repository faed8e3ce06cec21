"""Paths -> articles: scan, open, choose the reader, and put copies together."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from digest.errors import SourceError
from digest.ingest.html import read_html
from digest.ingest.json import read_json, read_jsonl
from digest.ingest.markdown import read_markdown
from digest.ingest.scan import Candidate, scan
from digest.ingest.source import Reader, Source
from digest.ingest.text import read_text
from digest.model import Article, NotRead

READERS: Mapping[str, Reader] = {
    "text/plain": read_text,
    "text/markdown": read_markdown,
    "text/html": read_html,
    "application/json": read_json,
    "application/x-ndjson": read_jsonl,
}
MEDIA_TYPES: Mapping[str, str] = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".ndjson": "application/x-ndjson",
}
_HTML = re.compile(rb"<(?:!doctype html|html|head|body|\?xml)\b", re.IGNORECASE)
LIMIT = 64 * 2**20  # bytes of one file; more is no article and no usual export of them


def read(paths: Sequence[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Article | NotRead]:
    """The articles of files and folders, in the order given, folders sorted; "-" is ``stdin``.

    The same content under two names is one article, flagged with the other names.
    """
    yield from _without_copies(list(_read_all(paths, stdin)))


def _read_all(paths: Sequence[str | Path], stdin: BinaryIO | None) -> Iterator[Article | NotRead]:
    for path in paths:
        if os.fspath(path) == "-":
            yield from _standard_input(stdin)
            continue
        for found in scan(path):
            yield from (_read_file(found) if isinstance(found, Candidate) else (found,))


def _standard_input(stdin: BinaryIO | None) -> Iterator[Article | NotRead]:
    if stdin is None:
        yield NotRead(path="-", reason="there is no standard input here")
        return
    data = stdin.read(LIMIT + 1)
    if len(data) > LIMIT:
        yield NotRead(path="-", reason=_too_big())
        return
    yield from _run(Source(path="-", data=data), _sniff(data))


def _read_file(candidate: Candidate) -> Iterator[Article | NotRead]:
    shown = _shown(candidate.path)
    suffix = Path(candidate.path).suffix.lower()
    media_type = MEDIA_TYPES.get(suffix)
    if media_type is None:
        known = ", ".join(sorted(MEDIA_TYPES))
        yield NotRead(
            path=shown, reason=f'files of the kind "{suffix or "no suffix"}" are not read (only {known})'
        )
        return
    try:
        data, modified = _open(candidate.path)
    except OSError as error:
        yield NotRead(path=shown, reason=f"it cannot be opened: {(error.strerror or str(error)).lower()}")
        return
    except SourceError as error:
        yield NotRead(path=shown, reason=str(error))
        return
    source = Source(path=shown, data=data, modified=datetime.fromtimestamp(modified, tz=UTC).date())
    yield from _run(source, media_type)


def _open(path: str) -> tuple[bytes, float]:
    """The bytes of a regular file and when it was changed; never waits on a pipe."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise SourceError("it is not a file")
        data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise SourceError(_too_big())
    return data, status.st_mtime


def _run(source: Source, media_type: str) -> Iterator[Article | NotRead]:
    if not source.data.strip(b"\xef\xbb\xbf \t\r\n\x0b\x0c"):
        yield NotRead(path=source.path, reason="it is empty")
        return
    try:
        yield from READERS[media_type](source)
    except SourceError as error:
        yield NotRead(path=source.path, reason=str(error))


def _sniff(data: bytes) -> str:
    """The media type of bytes without a name."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b"{", b"[")):
        lines = [line for line in data.splitlines()[:3] if line.strip()]
        several = len(lines) > 1 and all(
            line.lstrip().startswith(b"{") and line.rstrip().endswith(b"}") for line in lines
        )
        return "application/x-ndjson" if several else "application/json"
    return "text/html" if _HTML.match(head) else "text/plain"


def _without_copies(items: list[Article | NotRead]) -> Iterator[Article | NotRead]:
    """One article for each id: the first in the order given, with the names of its copies.

    An id that a record brings for another text cannot stand for both: the later one is refused.
    """
    copies: dict[str, list[Article]] = {}
    for item in items:
        if isinstance(item, Article):
            copies.setdefault(item.id, []).append(item)
    for item in items:
        if isinstance(item, NotRead):
            yield item
            continue
        first, *others = copies[item.id]
        if item is first:
            names = [other.path for other in others if _same(other, first) and other.path != first.path]
            yield replace(item, flags=(*item.flags, *(f"also in {name}" for name in dict.fromkeys(names))))
        elif not _same(item, first):
            reason = f'its id "{item.id}" already stands for another text, in {first.path}: give it its own'
            yield NotRead(path=item.path, reason=reason)


def _same(one: Article, other: Article) -> bool:
    return (one.title, one.text) == (other.title, other.text)


def _shown(path: str) -> str:
    """A path that can be printed and stored, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _too_big() -> str:
    return f"it is larger than {LIMIT // 2**20} MB: split it"
