"""Front matter of a Markdown file: flat ``key: value`` lines, read as text.

Not a YAML parser, on purpose. A title "NO" stays a title, a date stays as written, there are no
objects to construct and no aliases to expand. Of YAML it takes plain, quoted and indented block
values and the first item of a list; whatever else stands there is passed over.
"""

from __future__ import annotations

import re

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_KEY = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]*:(?:[ \t]+(.*)|[ \t]*)")
_BLOCK_SIGN = re.compile(r"[|>][+-]?\d?")
_LONGEST = 64 * 1024  # characters; more is no front matter


def split_front_matter(text: str) -> tuple[dict[str, str], int]:
    """The fields, with lower-case keys, and where the text after them begins."""
    opening = _FENCE.match(text)
    closing = _END.search(text, opening.end(), opening.end() + _LONGEST) if opening else None
    if opening is None or closing is None:
        return {}, 0
    return _fields(text[opening.end() : closing.start()].splitlines()), closing.end()


def _fields(lines: list[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    key = None
    for line in lines:
        match = _KEY.fullmatch(line.rstrip())
        if match:
            key = match[1].lower()
            value = (match[2] or "").strip()
            fields[key] = "" if _BLOCK_SIGN.fullmatch(value) else _plain(value)
        elif key and line[:1] in (" ", "\t", "-") and line.strip():
            inner = line.strip()
            if inner.startswith("- "):
                fields[key] = fields[key] or _plain(inner[2:].strip())
            elif not _KEY.fullmatch(inner):
                fields[key] = f"{fields[key]} {inner}".strip()
    return {name: value for name, value in fields.items() if value}


def _plain(value: str) -> str:
    """A scalar without its quotes, or the first item of an inline list."""
    if value.startswith("[") and value.endswith("]"):
        value = value[1:-1].split(",")[0].strip()
    for quote in ('"', "'"):
        if len(value) >= 2 and value[0] == value[-1] == quote:
            inner = value[1:-1]
            return (
                inner.replace("''", "'") if quote == "'" else inner.replace('\\"', '"').replace("\\\\", "\\")
            )
    return re.sub(r"\s+#.*$", "", value)
