"""Tables of patterns, one a row, as one pattern."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping


def alternatives(rows: str, pieces: Mapping[str, str] | None = None) -> str:
    """The rows as one group of alternatives.

    A row that is indented deeper continues the one above; ``<name>`` stands for a piece, itself
    given as rows.
    """
    patterns: list[str] = []
    for row in textwrap.dedent(rows).strip("\n").split("\n"):
        if row.startswith(" "):
            patterns[-1] += row.removeprefix("    ")
        elif row:
            patterns.append(row)
    group = f"(?:{'|'.join(patterns)})"
    for name, piece in (pieces or {}).items():
        if f"<{name}>" in group:
            group = group.replace(f"<{name}>", alternatives(piece, pieces))
    return group


def table(rows: str, pieces: Mapping[str, str] | None = None, *, any_case: bool = False) -> re.Pattern[str]:
    """The rows, compiled."""
    return re.compile(alternatives(rows, pieces), re.IGNORECASE if any_case else 0)
