"""The two templates of a mail, and what they are given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path

from css_inline import CSSInliner
from jinja2 import Environment

from digest.model import Briefing, BriefStory, Citation, News, Reference
from digest.render import citations, series, words
from digest.render.mail.plain import numbers, tidy, wrapped
from digest.render.mail.wishes import Wishes
from digest.render.templates import environment, run
from digest.render.vocabulary import add_vocabulary

PREHEADER = 140  # characters that a list of mail shows beside the subject


@dataclass(frozen=True, slots=True)
class Room:
    """How much of an edition one mail has room for."""

    whole: int  # stories that are shown with their core
    named: int  # stories that are shown at all; those after ``whole`` by their headlines
    listed: int  # lines of each list after the stories
    brief: int  # lines of the opening


@dataclass(frozen=True, slots=True)
class Shown:
    """What of an edition one mail shows."""

    briefing: Briefing  # with only what the reader wants
    edition: Briefing  # the whole
    wishes: Wishes
    made: str | None  # instant
    room: Room


def html_page(shown: Shown, templates: Path | None) -> str:
    """The HTML, with the style of each element on the element itself, as mail programs want it."""
    page = run(_environment(templates, True), "mail.html.j2", cited=Cited(), **_values(shown))
    made: str = _inliner().inline(page)
    return made


def plain_page(shown: Shown, templates: Path | None) -> str:
    """The plain text."""
    return tidy(run(_environment(templates, False), "mail.txt.j2", cited=Cited(), **_values(shown)))


def _values(shown: Shown) -> dict[str, object]:
    briefing, room = shown.briefing, shown.room
    stories = [story for topic in briefing.topics for story in topic.stories]
    whole = {story.id for story in stories[: room.whole]}
    named = {story.id for story in stories[: room.named]}
    topics = [
        (topic, [(story, story.id in whole) for story in topic.stories if story.id in named])
        for topic in briefing.topics
    ]
    lines = briefing.in_brief[: room.brief]
    return {
        "briefing": briefing,
        "edition": shown.edition,
        "news": briefing.news and _there(briefing.news, shown.wishes),
        "wishes": shown.wishes,
        "made": _local(shown.made, shown.wishes),
        "in_brief": lines,
        "topics": [(topic, listed) for topic, listed in topics if listed],
        "listed": room.listed,
        "names_only": room.named - room.whole,
        "unnamed": len(stories) - room.named,
        "unwanted": len(shown.edition.topics) - len(briefing.topics),
        "references": {reference.number: reference for reference in shown.edition.references},
        "preheader": words.shorten(" ".join(lines[0].text.split()), PREHEADER) if lines else "",
    }


def figure_to_show(story: BriefStory) -> int | None:
    """The row of a story's figures that a mail shows: one that moved, else the first; None: there is none."""
    moved = next(iter(series.moves(story)), None)
    return moved if moved is not None else (0 if story.figures else None)


class Cited:
    """The sources that a page has cited so far: its list of sources stands at the end."""

    def __init__(self) -> None:
        self._numbers: set[int] = set()

    def __call__(self, given: Citation | Iterable[Citation | None] | None) -> str:
        """The numbers of a statement's sources: "[3] [5]"."""
        found = numbers(given or ())
        self._numbers |= {int(number.strip("[]")) for number in found.split()}
        return found

    def sources(self, references: Mapping[int, Reference]) -> list[Reference]:
        """What was cited, in order."""
        return [references[number] for number in sorted(self._numbers)]


def of_figure(figure: object) -> tuple[Citation, ...]:
    """What a figure rests on: its number, and what says whose, where and of what it is."""
    names = (
        "citation",
        "counted_citation",
        "event_citation",
        "where_citation",
        "stated_by_citation",
    )
    return citations.distinct(*(getattr(figure, name) for name in names))


def _there(news: News, wishes: Wishes) -> News:
    """What an edition says of itself, with the time that it covers in the reader's zone."""
    home = wishes.edition_zone
    if home is None or home == wishes.timezone:
        return news

    def moved(local: str) -> str:
        there = datetime.fromisoformat(local).replace(tzinfo=home).astimezone(wishes.timezone)
        return there.replace(tzinfo=None).isoformat(timespec="minutes")

    return replace(news, after=moved(news.after), until=moved(news.until))


def _local(instant: str | None, wishes: Wishes) -> str:
    """``2026-03-13T05:30:00+00:00`` → "Friday, 13 March 2026, 07:30 (Europe/Kyiv)"."""
    if instant is None:
        return ""
    there = datetime.fromisoformat(instant).astimezone(wishes.timezone)
    return f"{words.long_date(there.date().isoformat())}, {there:%H:%M} ({wishes.timezone.key})"


@cache
def _environment(templates: Path | None, escape: bool) -> Environment:
    env = environment(templates, escape=escape)
    add_vocabulary(env)
    env.filters.update(of_figure=of_figure, wrapped=wrapped, figure_to_show=figure_to_show)
    return env


@cache
def _inliner() -> CSSInliner:
    return CSSInliner(load_remote_stylesheets=False, keep_at_rules=True, minify_css=True)
