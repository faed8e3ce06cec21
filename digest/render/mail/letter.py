"""A briefing and a reader's wishes -> the plain text and the HTML of a mail, not larger than mail may be."""

from __future__ import annotations

import quopri
from base64 import encodebytes
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from digest.model import Briefing
from digest.render.mail.pages import Room, Shown, html_page, plain_page
from digest.render.mail.wishes import Wishes, wanted

MOST_BYTES = 100_000  # of the HTML as it travels: Gmail clips a message at about 102 kB
LINES_KEPT = 15  # of each list after the stories, where an edition is too long
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
    def page(room: Room) -> str:
        return html_page(Shown(chosen, briefing, wishes, made=made, room=room), templates)

    room = find_room(
        count, len(chosen.in_brief), _longest_list(chosen), lambda room: size(page(room)) <= MOST_BYTES
    )
    plain = plain_page(Shown(chosen, briefing, wishes, made=made, room=room), templates)
    return Letter(
        plain=plain,
        html=page(room),
        shown=chosen,
        empty=bool(briefing.topics) and not chosen.topics,
        left_out=count - room.whole,
    )


def find_room(stories: int, brief: int, listed: int, fits: Callable[[Room], bool]) -> Room:
    """As much as fits: first every story whole, then whole stories before names, then the opening."""
    everything = Room(stories, stories, listed, brief)
    if fits(everything):
        return everything
    room = Room(0, 0, min(listed, LINES_KEPT), brief)
    if not fits(room):
        room = Room(0, 0, 0, most(brief, lambda n: fits(Room(0, 0, 0, n))))
    whole = most(stories, lambda n: fits(replace(room, whole=n, named=min(n + NAMES_KEPT, stories))))
    named = whole + most(stories - whole, lambda n: fits(replace(room, whole=whole, named=whole + n)))
    return replace(room, whole=whole, named=named)


def _longest_list(briefing: Briefing) -> int:
    """Lines of the longest list that stands after the stories."""
    lists = (
        (briefing.more, briefing.news.still_open, briefing.news.corrections)
        if briefing.news
        else (briefing.more,)
    )
    return max(map(len, lists))


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
