"""The key figures of a briefing as CSV (RFC 4180, UTF-8), one line for each source of each quantity.

Spreadsheets run text that begins with ``= + - @``, a tab or a carriage return as a formula: such values
get an apostrophe before them and stand in quotes (OWASP, CSV injection; ASVS 1.2.10).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from digest.model import BriefFigure, Briefing, BriefRow, BriefStory, Citation

COLUMNS = (
    "topic", "story", "story headline", "quantity", "relation", "independent origins", "printed", "figure",
    "type", "value", "high", "unit", "counted", "event", "where", "qualifier", "change", "as of", "stated by",
    "status", "reference", "source", "passage", "reason",
)  # fmt: skip
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def render(briefing: Briefing, templates: Path | None = None) -> bytes:
    """The key figures of every story, in the order of the briefing; there is no template in this."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    titles = {reference.number: reference.title for reference in briefing.references}
    for topic in briefing.topics:
        for story in topic.stories:
            for number, row in enumerate(story.figures, 1):
                for line in _lines(topic.name, story, number, row, titles):
                    writer.writerow([_safe(value) for value in line])
    return out.getvalue().encode("utf-8")


def _lines(
    topic: str, story: BriefStory, number: int, row: BriefRow, titles: dict[int, str]
) -> Iterator[tuple[str, ...]]:
    for index, figure in enumerate(row.figures):
        quantity = (topic, story.id, story.headline.text, str(number), row.relation, str(row.origins))
        printed = "yes" if index == row.best else ""
        yield (*quantity, printed, *_cells(figure), *_place(figure.citation, titles), row.reason)


def _cells(figure: BriefFigure) -> tuple[str, ...]:
    return (
        figure.text,
        figure.type,
        _number(figure.value),
        _number(figure.high),
        figure.unit or "",
        figure.counted or "",
        figure.event or "",
        figure.where or "",
        figure.qualifier or "",
        figure.change or "",
        figure.as_of or "",
        figure.stated_by or "",
        figure.status or "",
    )


def _place(citation: Citation, titles: dict[int, str]) -> tuple[str, str, str]:
    return str(citation.reference), titles.get(citation.reference, ""), str(citation.passage)


def _number(value: Decimal | None) -> str:
    """Plain digits, never an exponent."""
    return "" if value is None else format(value, "f")


def _safe(value: str) -> str:
    """The value, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{value}" if value.startswith(_DANGEROUS) else value
