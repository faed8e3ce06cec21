"""JSON and JSON Lines: records whose text is taken at its word, character for character."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from digest.errors import SourceError
from digest.ingest.assemble import LIMIT, Metadata, article_of_text
from digest.ingest.decode import decode, storable
from digest.ingest.header import date_line
from digest.ingest.inferred import infer_date
from digest.ingest.publisher import publisher_of
from digest.ingest.source import Source
from digest.ingest.stated import address_date, stated_date
from digest.model import Article, NotRead, Published

_LISTS = ("articles", "records", "items", "documents", "data")  # keys under which exports put a list
_OPENING = 4  # lines of a text in which a date line is looked for
_SHOWN = 80  # characters of a wrong value that a message shows


def read_json(source: Source) -> Iterator[Article | NotRead]:
    """One record, a list of records, or an object that holds such a list."""
    decoded = decode(source.data)
    try:
        value = _parse(decoded.text)
    except SourceError:
        if "\n" not in decoded.text.strip():
            raise
        yield from read_jsonl(source)  # JSON Lines under the other name
        return
    if isinstance(value, Mapping) and "text" not in value:
        value = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), value)
    if not isinstance(value, list):
        yield _record(value, path=source.path, sha256=source.sha256, flags=decoded.flags)
        return
    if not value:
        raise SourceError("it is an empty list: there is no record in it")
    for number, item in enumerate(value, 1):
        sha256 = hashlib.sha256(json.dumps(item, sort_keys=True).encode()).hexdigest()
        yield _record(item, path=f"{source.path}#{number}", sha256=sha256, flags=decoded.flags)


def read_jsonl(source: Source) -> Iterator[Article | NotRead]:
    """One record a line; a line that is wrong does not cost the others."""
    decoded = decode(source.data)
    found = False
    for number, line in enumerate(decoded.text.split("\n"), 1):
        if not line.strip():
            continue
        found = True
        path = f"{source.path}#{number}"
        try:
            value = _parse(line)
        except SourceError as error:
            yield NotRead(path=path, reason=str(error))
            continue
        sha256 = hashlib.sha256(line.rstrip("\r").encode("utf-8", "surrogatepass")).hexdigest()
        yield _record(value, path=path, sha256=sha256, flags=decoded.flags)
    if not found:
        raise SourceError("it is empty")


def _parse(text: str) -> Any:
    """The value; raises SourceError in plain words for anything that is not clean JSON."""
    try:
        return json.loads(text, object_pairs_hook=_no_repeats, parse_constant=_no_constant)
    except SourceError:
        raise
    except RecursionError:
        raise SourceError("its JSON is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise SourceError(
            f"it is not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        ) from None
    except ValueError:
        raise SourceError("its JSON holds a number that is too long") from None


def _no_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        names = [name for name, _ in pairs]
        repeated = next(name for name in names if names.count(name) > 1)
        raise SourceError(f'its JSON has the key "{repeated[:_SHOWN]}" twice in one record')
    return value


def _no_constant(name: str) -> Any:
    raise SourceError(f"its JSON holds {name}, which JSON does not allow")


def _record(value: Any, *, path: str, sha256: str, flags: tuple[str, ...]) -> Article | NotRead:
    try:
        return _article(value, path=path, sha256=sha256, flags=flags)
    except SourceError as error:
        return NotRead(path=path, reason=str(error))


def _article(value: Any, *, path: str, sha256: str, flags: tuple[str, ...]) -> Article:
    if not isinstance(value, Mapping):
        raise SourceError("it is not a JSON object with title and text")
    if not isinstance(value.get("text", ""), str):
        raise SourceError('"text" is not a string')
    text, repaired = storable(_string(value, "text") or "")
    if not text.strip():
        raise SourceError('it has no "text"')
    title, _ = storable(_string(value, "title", "headline") or "")
    url = _string(value, "url", "link")
    given = _string(value, "id", "doc_id")
    published, wrong = _date(value, url, title, text)
    metadata = Metadata(
        title=title,
        publisher=_string(value, "source", "publisher") or publisher_of(url),
        url=url,
        published=published,
        language=_string(value, "language", "lang") or "en",
        id=storable(given)[0] if given else None,
    )
    article = article_of_text(text, metadata, path=path, sha256=sha256, flags=(*flags, *repaired, *wrong))
    return replace(article, story=_string(value, "story"))


def _date(
    value: Mapping[str, Any], url: str | None, title: str, text: str
) -> tuple[Published | None, tuple[str, ...]]:
    """The stated date, else the one in the address, else in the opening, else inferred; and flags."""
    given = _string(value, "date", "published", "published_at", "date_published")
    stated = stated_date(given) if given else None
    flags = () if stated or not given else (f'date not understood: "{given[:_SHOWN]}"',)
    if stated is None and url:
        stated = address_date(url)
    lines = [line for line in text[:LIMIT].split("\n") if line.strip()]
    return stated or _dated_line(lines) or infer_date(lines), flags


def _dated_line(lines: list[str]) -> Published | None:
    """The date that one of the first lines of the text is."""
    for line in lines[:_OPENING]:
        if (found := date_line(" ".join(line.split()))) is not None and found[0] is not None:
            return found[0]
    return None


def _string(value: Mapping[str, Any], *keys: str) -> str | None:
    """The first of these keys that is given; a number is taken as its digits."""
    for key in keys:
        found = value.get(key)
        if found is None or found == "":
            continue
        if isinstance(found, Mapping):
            found = found.get("name")  # as JSON-LD and news APIs give a source
        if isinstance(found, bool) or not isinstance(found, (str, int, float)):
            raise SourceError(f'"{key}" is not a string')
        return str(found)
    return None
