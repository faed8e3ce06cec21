"""A briefing and a reader's wishes -> the plain text and the HTML of a mail, not larger than mail may be."""

from __future__ import annotations

import quopri
from base64 import encodebytes
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from digest.model import Briefing
from digest.render.mail.pages import Shown, html_page, plain_page
from digest.render.mail.wishes import Wishes, wanted

MOST_BYTES = 100_000  # of the HTML as it travels: Gmail clips a message at about 102 kB
NAMES_KEPT = 40  # stories that are named before room is given to one more whole


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of one mail."""

    plain: str
    html: str
    shown: Briefing  # what of the edition this reader wants
    empty: bool  # nothing of the edition is left for this reader
    left_out: int  # stories that are in the edition and not whole in the HTML, for want of room


def letter(briefing: Briefing, wishes: Wishes, *, made: str | None, templates: Path | None = None) -> Letter:
    """The mail of an edition for one reader; ``made`` is the instant at which the edition was made.

    Raises RenderError where a template is missing or broken.
    """
    chosen = wanted(briefing, wishes)
    count = sum(len(topic.stories) for topic in chosen.topics)

    @cache
    def page(whole: int, named: int) -> str:
        shown = Shown(chosen, briefing, wishes, made=made, whole=whole, named=named)
        return html_page(shown, templates)

    def fits(whole: int, named: int) -> bool:
        return size(page(whole, named)) <= MOST_BYTES

    whole = most(count, lambda n: fits(n, min(n + NAMES_KEPT, count)))
    named = whole + most(count - whole, lambda n: fits(whole, whole + n))
    plain = plain_page(Shown(chosen, briefing, wishes, made=made, whole=whole, named=named), templates)
    return Letter(
        plain=plain,
        html=page(whole, named),
        shown=chosen,
        empty=bool(briefing.topics) and not chosen.topics,
        left_out=count - whole,
    )


def most(count: int, fits: Callable[[int], bool]) -> int:
    """The largest n up to ``count`` that fits, 0 where none does; what fits, fits with less too."""
    low, high = 0, count
    if fits(count):
        return count
    while low < high - 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def size(text: str) -> int:
    """Bytes of a text as it travels: in the shorter of the two encodings that mail has."""
    data = text.encode()
    return min(len(quopri.encodestring(data)), len(encodebytes(data)))
