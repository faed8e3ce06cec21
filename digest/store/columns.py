"""Column types that hold any text, any file name and packed data, the same in SQLite and PostgreSQL."""

from __future__ import annotations

import json
import os
import re
import zlib
from typing import Any

from sqlalchemy import Dialect, Integer, LargeBinary, Text, TypeDecorator
from sqlalchemy.types import TypeEngine

MARK = "\x1a"  # begins a text that is kept as a JSON string, since the database cannot hold it as it is
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Words(TypeDecorator[str]):
    """Any text, NUL and halves of surrogate pairs included; compared and sorted by code point."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """TEXT; in PostgreSQL with the collation that SQLite has."""
        return dialect.type_descriptor(Text(collation="C") if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """As it is where the database can hold it."""
        if value is None or not (_UNSTORABLE.search(value) or value.startswith(MARK)):
            return value
        return MARK + json.dumps(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """The text that was given."""
        if value is None or not value.startswith(MARK):
            return value
        said: str = json.loads(value[1:])
        return said


class FileName(TypeDecorator[str]):
    """A file name as its bytes: those that are not UTF-8 are surrogate escapes in the text."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """The bytes of the name."""
        return None if value is None else os.fsencode(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """The name as Python's file functions take it."""
        return None if value is None else os.fsdecode(bytes(value))


class Packed(TypeDecorator[bytes]):
    """Bytes, compressed."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Compressed; level 3 takes a third of the time of the default for a tenth more bytes."""
        return None if value is None else zlib.compress(value, 3)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """As they were given."""
        return None if value is None else zlib.decompress(bytes(value))


class Flag(TypeDecorator[bool]):
    """Yes or no, as 1 or 0: SQLite's strict tables know no other."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """1 or 0."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        """True or False."""
        return None if value is None else bool(value)
