"""Word lists that the language layer looks things up in: written for Digest, plain data, no logic.

Each module says what is in it and what was left out on purpose.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())
