"""Plain text as people save it from the web."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.errors import SourceError
from digest.ingest.assemble import LIMIT
from digest.ingest.decode import decode
from digest.ingest.finish import finish
from digest.ingest.html import read_html
from digest.ingest.lines import lines_of
from digest.ingest.source import Source
from digest.model import Article, NotRead

_MARKUP = re.compile(r"\s*<(?:!doctype html|html|head|body|article|div|p|h1)\b[^<>]*>", re.IGNORECASE)
_LIMIT = 4 * LIMIT  # characters of a file that are looked at


def read_text(source: Source) -> Iterator[Article | NotRead]:
    """One article: its title, what it says of itself, and its body without what is not body."""
    decoded = decode(source.data)
    if _MARKUP.match(decoded.text):  # a page saved under another name
        yield from read_html(source)
        return
    lines = lines_of(decoded.text[:_LIMIT])
    if not lines:
        raise SourceError("it is empty")
    yield finish(source, lines, flags=decoded.flags)
