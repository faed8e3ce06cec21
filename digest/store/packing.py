"""Readings as JSON, so that an article is parsed once."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from digest.errors import StoreError
from digest.model import Article, Reading

T = TypeVar("T")


def pack(reading: Reading) -> bytes:
    """The JSON of a reading, its path left out: the same content stands in several places.

    Raises StoreError where a text of it is not Unicode, which ingest lets none be.
    """
    article = reading.article
    return _dump(_readings(), replace(reading, article=replace(article, path="")), article.path)


def unpack(data: bytes, path: str) -> Reading:
    """The reading again, in a place. Raises StoreError where the data is not what ``pack`` gave."""
    try:
        reading = _readings().validate_json(data)
    except ValidationError as error:
        raise StoreError(f"what is stored of {path} is damaged: {error.errors()[0]['msg']}") from error
    return replace(reading, article=replace(reading.article, path=path))


def fingerprint(article: Article) -> str:
    """SHA-256 of an article as JSON, its path left out. Raises StoreError as ``pack`` does."""
    return hashlib.sha256(_dump(_articles(), replace(article, path=""), article.path)).hexdigest()


def _dump(adapter: TypeAdapter[T], value: T, path: str) -> bytes:
    try:
        return adapter.dump_json(value)
    except PydanticSerializationError as error:
        raise StoreError(f"{path} cannot be stored: {error}") from error


@cache
def _readings() -> TypeAdapter[Reading]:
    return TypeAdapter(Reading)


@cache
def _articles() -> TypeAdapter[Article]:
    return TypeAdapter(Article)
