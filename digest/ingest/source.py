"""What a reader is given: the bytes of one file, and where they come from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from digest.model import Article, NotRead


@dataclass(frozen=True, slots=True)
class Source:
    """One file, read."""

    path: str  # as the user named it; "-" for standard input
    data: bytes
    modified: date | None = None  # the file's own date; the weakest evidence there is

    @property
    def sha256(self) -> str:
        """Hash of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


Reader = Callable[[Source], Iterator[Article | NotRead]]
