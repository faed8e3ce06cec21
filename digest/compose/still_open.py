"""Stories with nothing new, each in one line: the headline as last printed, and in which edition."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date, timedelta

from digest.compose.evidence import Citer
from digest.compose.series import Series
from digest.compose.since import Told
from digest.model import OpenStory, Printed

OPEN = timedelta(days=7)  # without anything new, after which a story is no longer called open


def still_open(
    unchanged: Sequence[Told], series: Series, citer: Citer, *, going_on: Set[str], withdrawn: Set[str]
) -> tuple[OpenStory, ...]:
    """The stories of the edition before without anything new, then what else of today is unchanged.

    ``going_on``: ids under which earlier editions told what is new or developing today, or left out.
    ``withdrawn``: ids of the sources that are told as withdrawn; a story of these alone is open no more.
    """
    lines: dict[str, OpenStory] = {}
    for story in (*series.last, *unchanged):
        gone = bool(story.article_ids) and story.article_ids <= withdrawn
        known = gone or story.id in going_on or story.id in lines
        if not known and _recent(story.key, series.since.edition):
            lines[story.id] = OpenStory(story.id, story.topic, _headline(story, series, citer))
    return tuple(lines.values())


def _recent(key: str, today: str) -> bool:
    return date.fromisoformat(today[:10]) - date.fromisoformat(key[:10]) <= OPEN


def _headline(story: Told, series: Series, citer: Citer) -> Printed:
    """The headline as printed then, cited where its source is what it was."""
    cited = None
    if story.citation is not None:
        reference, passage = story.edition.reference(story.citation), story.edition.passage(story.citation)
        if series.stands(reference):
            cited = citer.carry(reference, passage, story.citation)
    return Printed(story.headline, story.key, cited)
