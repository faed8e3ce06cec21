"""Paths -> articles: scan, open, choose the reader, and put copies together."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import BinaryIO

from digest.errors import SourceError
from digest.ingest.assemble import content_id
from digest.ingest.english import is_english
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

    The same text under two names is one article, flagged with the other names; from two outlets it is two.
    """
    yield from _told_apart([_in_english(item) for item in _read_all(paths, stdin)])


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


def _told_apart(items: list[Article | NotRead]) -> Iterator[Article | NotRead]:
    """Every text once for each outlet, each under an id of its own.

    The same text saved twice is one article, flagged with the other names; an unknown outlet is no
    second outlet. The same text from two outlets stays two articles, since they corroborate or copy each
    other: the later one's id is a hash over its outlet too. An id that two records bring for different
    texts stays with the first; the second one is numbered and flagged.
    """
    kept: dict[str, list[Article]] = {}  # by the id that they came with
    found: list[Article | NotRead] = []
    copies: dict[str, list[str]] = {}  # id of an article -> paths of its copies
    for item in items:
        if isinstance(item, NotRead):
            found.append(item)
            continue
        others = kept.setdefault(item.id, [])
        same = next((other for other in others if _is_copy(item, other)), None)
        if same is not None:
            if item.path != same.path:
                copies.setdefault(same.id, []).append(item.path)
            continue
        article = _renamed(item, others[0], taken=kept) if others else item
        others.append(article)
        found.append(article)
    for item in found:
        names = dict.fromkeys(copies.get(item.id, ())) if isinstance(item, Article) else {}
        if isinstance(item, Article) and names:
            yield replace(item, flags=(*item.flags, *(f"also in {name}" for name in names)))
        else:
            yield item


def _is_copy(one: Article, other: Article) -> bool:
    same_outlet = one.publisher == other.publisher or None in (one.publisher, other.publisher)
    same_page = one.url == other.url or None in (one.url, other.url)
    return (one.title, one.text) == (other.title, other.text) and same_outlet and same_page


def _renamed(article: Article, first: Article, *, taken: Mapping[str, object]) -> Article:
    """The article under another id: a hash over its outlet too, or a number behind a given one."""
    if article.id == content_id(article.title, article.text):
        return replace(
            article, id=content_id(f"{article.publisher}\n{article.url}", article.title, article.text)
        )
    number = next(n for n in count(2) if f"{article.id}-{n}" not in taken)
    note = f'its id "{article.id}" already stands for another text, in {first.path}'
    return replace(article, id=f"{article.id}-{number}", flags=(*article.flags, note))


def _shown(path: str) -> str:
    """A path that can be printed and stored, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _too_big() -> str:
    return f"it is larger than {LIMIT // 2**20} MB: split it"
