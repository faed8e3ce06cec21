"""Markdown, with or without front matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from digest.errors import SourceError
from digest.ingest.assemble import LINE_BREAK, Metadata
from digest.ingest.decode import decode
from digest.ingest.finish import finish
from digest.ingest.frontmatter import split_front_matter
from digest.ingest.lines import Line
from digest.ingest.publisher import publisher_of
from digest.ingest.source import Source
from digest.ingest.stated import address_date, stated_date
from digest.model import Article, NotRead, Published

_LIMIT = 2**20  # characters of a file
_ROLES = {"heading_open": "heading", "list_item_open": "item", "td_open": "cell", "th_open": "cell"}


def read_markdown(source: Source) -> Iterator[Article | NotRead]:
    """One article: the text without Markdown's own marks, and what the front matter states."""
    decoded = decode(source.data)
    if len(decoded.text) > _LIMIT:
        raise SourceError(f"its Markdown is longer than {_LIMIT // 2**20} million characters")
    fields, at = split_front_matter(decoded.text)
    offset = len(LINE_BREAK.findall(decoded.text[:at]))
    tokens = MarkdownIt("commonmark").enable("table").parse(decoded.text[at:])
    title, lines = _lines(tokens, offset)
    known, flags = _metadata(fields, title)
    yield finish(source, lines, known=known, flags=(*decoded.flags, *flags))


def _lines(tokens: Sequence[Token], offset: int) -> tuple[str, list[Line]]:
    """The first main heading that has no text before it, and the lines of the rest."""
    title, lines, roles = "", list[Line](), list[str]()
    level = ""
    for token in tokens:
        if token.nesting == 1:
            roles.append(_ROLES.get(token.type, ""))
            level = token.tag
        elif token.nesting == -1:
            roles.pop()
        elif token.type == "inline":
            role = next((role for role in reversed(roles) if role), "")
            number = offset + (token.map[0] if token.map else 0) + 1
            for text in _inline(token.children or []):
                if role == "heading" and level == "h1" and not title and not lines:
                    title = text
                else:
                    lines.append(Line(text, number, True, role))
    return title, lines


def _inline(tokens: Sequence[Token]) -> Iterator[str]:
    """The text of a paragraph: marks, pictures and HTML left out, a hard break beginning a new line."""
    pieces: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            pieces.append(token.content)
        elif token.type == "softbreak":
            pieces.append(" ")
        elif token.type == "hardbreak":
            yield from _whole(pieces)
            pieces = []
    yield from _whole(pieces)


def _whole(pieces: Sequence[str]) -> Iterator[str]:
    text = "".join(pieces).strip()
    if text:
        yield text


def _metadata(fields: Mapping[str, str], heading: str) -> tuple[Metadata, tuple[str, ...]]:
    """What the fields state; and a flag for a date that is none."""
    url = _first(fields, "url", "link", "permalink", "canonical_url", "canonical", "source_url", "original")
    source = _first(fields, "publisher", "source", "publication", "outlet", "site", "site_name")
    if source and source.startswith(("http://", "https://")):
        url, source = url or source, None
    url = url if url and url.startswith(("http://", "https://")) else None
    given = _first(fields, "date", "published", "date_published", "published_at", "pubdate", "created")
    published = _date(given)
    flags = () if published or not given else (f'date not understood: "{given[:80]}"',)
    metadata = Metadata(
        title=_first(fields, "title", "headline") or heading,
        publisher=source or publisher_of(url),
        url=url,
        published=published or (address_date(url) if url else None),
        language=_language(_first(fields, "language", "lang")),
        id=_first(fields, "id", "doc_id"),
    )
    return metadata, flags


def _date(value: str | None) -> Published | None:
    found = stated_date(value) if value else None
    return Published(found.when, found.precision, f"date: {value}", "stated") if found else None


def _language(code: str | None) -> str:
    return code[:2].lower() if code and code[:2].isalpha() else "en"


def _first(fields: Mapping[str, str], *keys: str) -> str | None:
    return next((fields[key] for key in keys if fields.get(key)), None)
