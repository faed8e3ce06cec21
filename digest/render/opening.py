"""How the first pages of the PDF share their room: opening, contents, first topic."""

from __future__ import annotations

from math import ceil
from typing import Literal

from digest.model import Briefing

Layout = Literal["together", "shared", "apart"]

# Millimetres and characters a line as css/print.css sets them, measured on its pages.
_FIRST_PAGE = 168  # under the band
_PAGE = 249
_BRIEF_LINE, _BRIEF_GAP, _BRIEF_LETTERS = 5.5, 6.6, 80
_ENTRY_LINE, _ENTRY_LETTERS, _TOPIC_GAP = 6.7, 62, 4
_CONTENTS_HEAD, _BACK_MATTER = 32, 24
_WORTH_SHARING = 0.6  # of a page: contents that are longer keep their page to themselves


# Of the one page of an edition with nothing new, and of a headline on it.
_QUIET, _QUIET_ENTRY, _QUIET_LINE, _QUIET_LETTERS = 128, 9.2, 5.3, 76
_NOT_READ, _NOT_READ_HEAD = 9, 17


def room(briefing: Briefing) -> int:
    """How many of the stories still open find room on the one page of an edition with nothing new."""
    left = float(_QUIET)
    if briefing.not_read:
        left -= _NOT_READ_HEAD + _NOT_READ * len(briefing.not_read)
    fitting = 0
    for story in briefing.news.still_open if briefing.news else ():
        left -= _QUIET_ENTRY + _QUIET_LINE * ceil(len(story.headline.text) / _QUIET_LETTERS)
        if left < 0:
            break
        fitting += 1
    return fitting


def layout(briefing: Briefing) -> Layout:
    """Contents under the opening, on a page that the first topic shares, or on pages of their own."""
    brief = sum(
        _BRIEF_GAP + _BRIEF_LINE * ceil(len(line.text) / _BRIEF_LETTERS) for line in briefing.in_brief
    )
    contents = (
        _CONTENTS_HEAD
        + _BACK_MATTER
        + sum(
            _TOPIC_GAP
            + sum(_ENTRY_LINE * ceil(min(len(s.headline.text), 130) / _ENTRY_LETTERS) for s in topic.stories)
            for topic in briefing.topics
        )
    )
    if brief + contents <= _FIRST_PAGE:
        return "together"
    return "shared" if contents <= _WORTH_SHARING * _PAGE else "apart"
