"""The subject of a mail: a template with the words of an edition, fit for a header."""

from __future__ import annotations

import re
import unicodedata

from digest.model import Briefing
from digest.render.words import nice_date, shorten

LONGEST = 140  # characters of a subject: lists of mail show 40 to 70, and fold what is far longer
_ROOM_FOR_A_STORY = 20  # characters that the top story always keeps
_NOT_IN_A_HEADER = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})  # line breaks, turning marks, NUL
NOTHING_NEW = "nothing new"
NOTHING_WANTED = "nothing on your topics"


def subject_line(shown: Briefing, template: str, *, empty: bool = False) -> str:
    """The subject of what is shown of an edition; a long top story is cut, the rest stays whole.

    ``empty``: the edition has stories, and this reader wants none of them.
    """
    nothing = NOTHING_WANTED if empty else NOTHING_NEW
    story = shown.topics[0].stories[0].headline.text if shown.topics else nothing
    fields = {"title": shown.title, "date": nice_date(shown.date)}
    frame = in_header(template.format(top_story="·", **fields))
    room = max(LONGEST + 1 - len(frame), _ROOM_FOR_A_STORY)
    made = template.format(top_story=shorten(in_header(story), room), **fields)
    return shorten(in_header(made), 2 * LONGEST)


def in_header(text: str) -> str:
    """Text on one line without control signs: what a header may hold, whoever wrote it."""
    plain = "".join(" " if unicodedata.category(sign) in _NOT_IN_A_HEADER else sign for sign in text)
    return re.sub(r"\s+", " ", plain).strip()
