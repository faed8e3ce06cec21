"""Plain text as people save it from the web."""

from __future__ import annotations

from collections.abc import Iterator

from digest.errors import SourceError
from digest.ingest.assemble import LINE_BREAK, Block, Metadata, article_of_blocks
from digest.ingest.decode import decode
from digest.ingest.publisher import publisher_of
from digest.ingest.source import Source
from digest.ingest.stated import address_date, stated_date
from digest.model import Article, NotRead, SetAside


def read_text(source: Source) -> Iterator[Article | NotRead]:
    """One article: its title, what it says of itself, and its body without what is not body."""
    decoded = decode(source.data)
    lines = [
        Block(line.strip(), number)
        for number, line in enumerate(LINE_BREAK.split(decoded.text), 1)
        if line.strip()
    ]
    if not lines:
        raise SourceError("it is empty")
    title, rest = lines[0].text, lines[1:]
    url, published, body, aside = None, None, [], []
    for block in rest:
        if url is None and block.text.startswith(("http://", "https://")) and " " not in block.text:
            url = block.text
            aside.append(SetAside(line=block.line, text=block.text, reason="address"))
        elif published is None and len(block.text) < 60 and (published := stated_date(block.text)):
            aside.append(SetAside(line=block.line, text=block.text, reason="date"))
        else:
            body.append(block)
    if published is None and url:
        published = address_date(url)
    metadata = Metadata(title=title, publisher=publisher_of(url), url=url, published=published)
    yield article_of_blocks(
        body, metadata, path=source.path, sha256=source.sha256, set_aside=aside, flags=decoded.flags
    )
