"""The matching form of a text: one character for each, with what only looks different made alike.

Rules and lookups run on the matching form; what is printed is always the source's own characters.
"""

from __future__ import annotations

_TABLE = {
    0x00A0: " ",  # no-break space
    0x202F: " ",  # narrow no-break space
    0x2007: " ",  # figure space
    0x2009: " ",  # thin space
    0x200A: " ",  # hair space
    0x00AD: " ",  # soft hyphen
    0x2011: "-",  # no-break hyphen
}


def matching_form(text: str) -> str:
    """The text in its matching form; always of the same length."""
    return text.translate(_TABLE)
