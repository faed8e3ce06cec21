"""Bytes -> text: which encoding, and what cannot be kept.

The order is: a byte order mark; UTF-16 without one (every other byte NUL); UTF-8; the encoding that
the file declares; windows-1252, which every byte sequence of western European text saved by an
older program is. Nothing is guessed from letter frequencies: on short texts such guesses are often
wrong (a windows-1252 page is taken for windows-1250), and for the bytes that matter in English,
quotation marks and dashes, the two agree.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from digest.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # SQLite ends a text at NUL; UTF-8 has no half pairs
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")  # C0 without white space, SUB and ESC
_MOST_CONTROLS = 0.02  # share of control characters: random bytes have about 10 %, saved pages none
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and what an editor should know of how it was read."""

    text: str
    flags: tuple[str, ...]


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of the bytes; raises SourceError where they are no text."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise SourceError(f"it is {name}, not text: export it as text, Markdown, HTML or JSON")
    text, flags = _decode(data, declared)
    if text.count("\x00") > len(text) // 10:
        raise SourceError("it is not text: it has NUL bytes throughout")
    if len(_CONTROL.findall(text)) > max(4, len(text) * _MOST_CONTROLS):
        raise SourceError("it is not text: it has control characters throughout")
    text, repaired = storable(text)
    return Decoded(text, flags + repaired)


def storable(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with what cannot be stored replaced by U+FFFD, one for one, and flags.

    Control characters that can be stored stay, so that offsets and text fit the input; renderers replace
    what their format cannot hold.
    """
    repaired, count = _UNSTORABLE.subn(REPLACEMENT, text)
    return repaired, ("characters that cannot be stored replaced",) if count else ()


def _decode(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    if (bare := _bare_utf16(data)) is not None:
        return _lenient(data, bare)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if declared and (text := _declared(data, declared)) is not None:
        return text, ()
    if _mostly_utf8(data):
        return _lenient(data, "utf-8")
    return data.decode("cp1252", errors="replace"), ("read as windows-1252",)


def _lenient(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    """Decoded with the broken bytes replaced."""
    text = data.decode(encoding, errors="replace")
    broken = text.count(REPLACEMENT) > data.count(REPLACEMENT.encode(encoding))
    return text, ("broken bytes replaced",) if broken else ()


def _bare_utf16(data: bytes) -> str | None:
    """UTF-16 of mostly Latin text without a mark: NUL in nearly every second byte."""
    head = data[:4096]
    half = len(head) // 2
    if half < 4 or len(data) % 2:
        return None
    if head[1::2].count(0) > half * 0.7 and head[::2].count(0) < half * 0.1:
        return "utf-16-le"
    if head[::2].count(0) > half * 0.7 and head[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return None


def _declared(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode("cp1252" if encoding.lower() in ("iso-8859-1", "latin-1", "latin1") else encoding)
    except (LookupError, UnicodeDecodeError):
        return None
    return text if isinstance(text, str) else None


def _mostly_utf8(data: bytes) -> bool:
    """Whether a few bytes broke what is otherwise UTF-8 (at least nine in ten non-ASCII runs read well)."""
    text = data.decode("utf-8", errors="replace")
    good = sum(1 for character in text if character > "\x7f" and character != REPLACEMENT)
    return good > 9 * text.count(REPLACEMENT)
