"""Transcripts: paragraphs that open with the speaker's name and a colon, marks or none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from digest.extract.quotes.marks import CLOSING, DOUBLE, Stretch
from digest.extract.quotes.phrases import Mention
from digest.extract.quotes.said import Said
from digest.extract.quotes.tokens import Tokens
from digest.language.lists import words
from digest.model import Paragraph

_LABEL = re.compile(
    r"[“\"„«]?\s*((?:[A-Z][A-Z.’'-]+|Mr\.|Mrs\.|Ms\.|Dr\.)(?:\s+[A-Z][A-Z.’'-]+){0,3}"  # SMITH, JANE ROE
    r"|[A-Z][a-z’'-]+(?:\s+(?:[A-Z]\.|[A-Z][a-z’'-]+)){0,3})"  # Smith, Jane Roe
    r"(?:\s*\([^)]{1,40}\))?:\s+(?=\S)"
)
_NO_NAMES = words("""
    UPDATE UPDATED PUBLISHED POSTED WATCH READ NOTE CORRECTION RELATED MORE SOURCE BREAKING PHOTO PHOTOS VIDEO
""")


def find_transcript(
    tokens: Tokens, stretches: Sequence[Stretch], paragraphs: Sequence[Paragraph]
) -> dict[int, Said]:
    """What is said in labelled paragraphs, by number of the paragraph.

    A label in small letters counts only where it comes back or the next paragraph has one as well; a
    paragraph that opens with a mark and has no label goes on with the speaker before it.
    """
    labels = {n: m for n, p in enumerate(paragraphs) if (m := _LABEL.match(tokens.text, p.start, p.end))}
    times = Counter(m.group(1) for m in labels.values())
    found: dict[int, Said] = {}
    for number, match in labels.items():
        name = match.group(1)
        neighbour = any(n in labels for n in (number - 1, number + 1, number - 2, number + 2))
        if name in _NO_NAMES or not neighbour or (not name.isupper() and max(times.values()) < 2):
            continue
        found[number] = _turn(tokens, paragraphs[number], match, stretches)
    if len(found) < 2:
        return {}
    opened = {s.paragraph for s in stretches if not s.closed and s.start == paragraphs[s.paragraph].start}
    for number in range(1, len(paragraphs)):
        if number in opened and number not in found and number - 1 in found and number - 1 in opened:
            before, paragraph = found[number - 1], paragraphs[number]
            if tokens.text[paragraph.start + 1] != "(":
                found[number] = _reach(
                    tokens, paragraph, paragraph.start + 1, before.mention, before.cue, True
                )
    return found


def _turn(tokens: Tokens, paragraph: Paragraph, match: re.Match[str], stretches: Sequence[Stretch]) -> Said:
    first, last = bisect_left(tokens.start, match.start(1)), bisect_left(tokens.start, match.end(1)) - 1
    colon = bisect_left(tokens.start, tokens.text.index(":", match.end(1)))
    marked = tokens.text[paragraph.start] in DOUBLE
    return _reach(
        tokens, paragraph, match.end(), Mention(first, max(first, last), last), (colon, colon), marked
    )


def _reach(
    tokens: Tokens,
    paragraph: Paragraph,
    start: int,
    mention: Mention | None,
    cue: tuple[int, int] | None,
    marked: bool,
) -> Said:
    end = paragraph.end
    text = tokens.text
    while end > start and (
        text[end - 1].isspace() or (text[end - 1] in CLOSING + '"' and _alone(text, start, end))
    ):
        end -= 1
    while start < end and (text[start].isspace() or (text[start] in DOUBLE and _alone(text, start, end))):
        start += 1
    return Said(
        start, end, "direct", cue, mention, "transcript", "name at the head of the turn", marked=marked
    )


def _alone(text: str, start: int, end: int) -> bool:
    """Whether the mark at an edge pairs with none inside."""
    return sum(text.count(mark, start, end) for mark in DOUBLE) % 2 == 1
