"""Paths -> articles: scan, open, choose the reader, and put copies together."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from digest.errors import SourceError
from digest.ingest.english import is_english
from digest.ingest.html import read_html
from digest.ingest.identity import told_apart
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

    The same text under two names is one article, flagged with the other names; from two outlets it is two.
    """
    yield from told_apart(_in_english(item) for item in _read_all(paths, stdin))


def _in_english(item: Article | NotRead) -> Article | NotRead:
    if isinstance(item, Article) and not is_english(item.text):
        return NotRead(path=item.path, reason="it is not in English, the one language that Digest reads")
    return item


def _read_all(paths: Sequence[str | Path], stdin: BinaryIO | None) -> Iterator[Article | NotRead]:
    for path in paths:
        if os.fspath(path) == "-":
            yield from _standard_input(stdin)
            continue
        for found in scan(path):
            yield from (_read_file(found.path)[1] if isinstance(found, Candidate) else (found,))


def _standard_input(stdin: BinaryIO | None) -> Iterator[Article | NotRead]:
    if stdin is None:
        yield NotRead(path="-", reason="there is no standard input here")
        return
    data = stdin.read(LIMIT + 1)
    if len(data) > LIMIT:
        yield NotRead(path="-", reason=_too_big())
        return
    yield from _run(Source(path="-", data=data), _sniff(data))


def read_file(path: str) -> tuple[str | None, tuple[Article | NotRead, ...]]:
    """SHA-256 of the bytes of one file, and what is in it, each item by itself.

    None: it could not be opened, now at least; "": it is of a kind or a size that is not read.
    """
    sha256, items = _read_file(path)
    return sha256, tuple(map(_in_english, items))


def _read_file(path: str) -> tuple[str | None, Iterator[Article | NotRead]]:
    shown = _shown(path)
    suffix = Path(path).suffix.lower()
    media_type = MEDIA_TYPES.get(suffix)
    if media_type is None:
        known = ", ".join(sorted(MEDIA_TYPES))
        kind = f'files of the kind "{suffix or "no suffix"}" are not read (only {known})'
        return "", iter((NotRead(path=shown, reason=kind),))
    try:
        data, modified = _open(path)
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        return None, iter((NotRead(path=shown, reason=f"it cannot be opened: {said}"),))
    except SourceError as error:
        return "", iter((NotRead(path=shown, reason=str(error)),))
    source = Source(path=shown, data=data, modified=datetime.fromtimestamp(modified, tz=UTC).date())
    return source.sha256, _run(source, media_type)


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


def _shown(path: str) -> str:
    """A path that can be printed and stored, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _too_big() -> str:
    return f"it is larger than {LIMIT // 2**20} MB: split it"
