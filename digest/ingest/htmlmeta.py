"""What a page says of itself: JSON-LD, meta elements, canonical address, time elements."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from digest.ingest import header
from digest.ingest.assemble import Metadata
from digest.ingest.htmlblocks import Page
from digest.ingest.htmlbody import first_heading
from digest.ingest.publisher import publisher_of
from digest.ingest.stated import address_date, stated_date
from digest.model import Published

_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publication_date",
    "article_date_original",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "cxenseparse:recs:publishtime",
    "date",
)
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher")
_ARTICLE_TYPES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "BlogPosting",
    "AnalysisNewsArticle",
    "WebPage",
)
_PLATFORMS = frozenset({"blogger", "wordpress", "wordpress.com", "medium", "substack", "tumblr", "wix.com"})
_DEPTH = 6  # levels of JSON-LD that are looked into
_SCRIPTS = 20  # scripts of data that are looked at


def page_metadata(page: Page) -> Metadata:
    """Title, publisher, address, date and language as the page states them."""
    meta, data = _meta(page), _article_data(page)
    url = _first(
        _canonical(page), meta.get("og:url"), _text(data.get("url")), _text(data.get("mainEntityOfPage"))
    )
    url = url if url and url.startswith(("http://", "https://")) else None
    title, outlet = _title(page, meta, data)
    named = (_text(data.get("publisher")), *(meta.get(name) for name in _SITES), outlet)
    return Metadata(
        title=title,
        publisher=_first(*(name for name in named if name and name.lower() not in _PLATFORMS))
        or publisher_of(url),
        url=url,
        published=_published(page, meta, data) or (address_date(url) if url else None),
        language=_language(page),
    )


def _title(page: Page, meta: Mapping[str, str], data: Mapping[str, Any]) -> tuple[str, str | None]:
    """The heading that a reader sees, else what the page is called; and an outlet named behind it."""
    called = _first(
        *(meta.get(name) for name in _TITLES), _text(data.get("headline")), _text(data.get("name"))
    )
    bar = next((block.text for block in page.blocks if _tag(page, block.element) == "title"), "")
    _, outlet = header.split_title(bar)
    seen = first_heading(page)
    title, _ = header.split_title(seen or called or bar)
    return title, outlet


def _published(page: Page, meta: Mapping[str, str], data: Mapping[str, Any]) -> Published | None:
    given = [("datePublished", _text(data.get("datePublished")))]
    given += [(name, meta.get(name)) for name in _DATES]
    times = [e.attributes for e in page.elements if e.tag == "time" and e.attributes.get("datetime")]
    marked = [a for a in times if "datepublished" in a.get("itemprop", "").lower() or "pubdate" in a]
    given += [("time", attributes["datetime"]) for attributes in (marked or times[:1])]
    given += [
        ("dateModified", _text(data.get("dateModified"))),
        ("modified", meta.get("article:modified_time")),
    ]
    for name, value in given:
        if value and (found := stated_date(value)) is not None and found.precision in ("day", "minute"):
            return Published(found.when, found.precision, f"{name}: {value.strip()}", "stated")
    return None


def _meta(page: Page) -> dict[str, str]:
    """The meta elements by name, the first of each."""
    found: dict[str, str] = {}
    for element in page.elements:
        if element.tag == "meta":
            attributes = element.attributes
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            value = " ".join(attributes.get("content", "").split())
            if name and value:
                found.setdefault(name.lower(), value)
    return found


def _canonical(page: Page) -> str | None:
    for element in page.elements:
        if element.tag == "link" and element.attributes.get("rel", "").lower() == "canonical":
            return element.attributes.get("href") or None
    return None


def _language(page: Page) -> str:
    for element in page.elements:
        if element.tag == "html":
            code = element.attributes.get("lang", "")[:2].lower()
            return code if len(code) == 2 and code.isalpha() else "en"
    return "en"


def _article_data(page: Page) -> Mapping[str, Any]:
    """The first JSON-LD object that describes an article; empty where there is none."""
    for script in page.data_scripts[:_SCRIPTS]:
        try:
            value = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for item in _objects(value, _DEPTH):
            kinds = item.get("@type")
            named = kinds if isinstance(kinds, list) else [kinds]
            told = item.get("headline") or item.get("datePublished")
            if told and any(kind in _ARTICLE_TYPES for kind in named):
                return item
    return {}


def _objects(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth == 0:
        return
    if isinstance(value, Mapping):
        yield value
        for inner in (value.get("@graph"), value.get("mainEntity")):
            yield from _objects(inner, depth - 1)
    elif isinstance(value, list):
        for item in value:
            yield from _objects(item, depth - 1)


def _text(value: Any) -> str | None:
    """The text of a JSON-LD value: a string, an object's name or id, or the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("@id")
    return " ".join(value.split()) if isinstance(value, str) and value.strip() else None


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value), None)


def _tag(page: Page, element: int) -> str:
    return page.elements[element].tag if element >= 0 else ""
