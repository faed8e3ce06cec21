"""HTML pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from digest.errors import SourceError
from digest.ingest.decode import decode, storable
from digest.ingest.finish import finish
from digest.ingest.htmlblocks import parse_page
from digest.ingest.htmlbody import article_lines
from digest.ingest.htmlmeta import page_metadata
from digest.ingest.source import Source
from digest.model import Article, NotRead

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_LIMIT = 8 * 2**20  # characters of a page; a news page has about a twentieth


def read_html(source: Source) -> Iterator[Article | NotRead]:
    """One article: what the page holds as its text, and what it says of itself."""
    declared = _CHARSET.search(source.data[:4096])
    decoded = decode(source.data, declared=declared[1].decode("ascii") if declared else None)
    if len(decoded.text) > _LIMIT:
        raise SourceError(f"its HTML is longer than {_LIMIT // 2**20} million characters")
    page = parse_page(decoded.text)
    known = page_metadata(page)
    lines = [replace(line, text=storable(line.text)[0]) for line in article_lines(page)]
    if not lines:
        raise SourceError("no article text was found in the page")
    known = replace(known, title=storable(known.title)[0])
    yield finish(source, lines, known=known, flags=decoded.flags)
