"""The two templates of a mail, and what they are given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from css_inline import CSSInliner
from jinja2 import Environment

from digest.model import Briefing, BriefStory, BriefTopic, Citation
from digest.render import citations, words
from digest.render.mail.plain import numbers, tidy, wrapped
from digest.render.mail.wishes import Wishes
from digest.render.templates import environment, run

PREHEADER = 140  # characters that a list of mail shows beside the subject


@dataclass(frozen=True, slots=True)
class Shown:
    """What of an edition one mail shows, and how much of it."""

    briefing: Briefing  # with only the topics that the reader wants
    edition: Briefing  # the whole
    wishes: Wishes
    made: str | None  # instant
    whole: int  # stories that are shown with their core
    named: int  # stories that are shown at all; those after ``whole`` by their headlines


def html_page(shown: Shown, templates: Path | None) -> str:
    """The HTML, with the style of each element on the element itself, as mail programs want it."""
    env = _environment(templates, True)
    page = run(env, "mail.html.j2", **_values(shown))
    made: str = _inliner().inline(page)
    return made


def plain_page(shown: Shown, templates: Path | None) -> str:
    """The plain text."""
    return tidy(run(_environment(templates, False), "mail.txt.j2", **_values(shown)))


def _values(shown: Shown) -> dict[str, object]:
    stories = [story for topic in shown.briefing.topics for story in topic.stories]
    whole = {story.id for story in stories[: shown.whole]}
    named = {story.id for story in stories[: shown.named]}
    topics = [
        (topic, [(story, story.id in whole) for story in topic.stories if story.id in named])
        for topic in shown.briefing.topics
    ]
    topics = [(topic, listed) for topic, listed in topics if listed]
    cited = sorted(_cited(shown.briefing, topics))
    references = {reference.number: reference for reference in shown.edition.references}
    lines = shown.briefing.in_brief
    return {
        "briefing": shown.briefing,
        "edition": shown.edition,
        "wishes": shown.wishes,
        "made": _local(shown.made, shown.wishes),
        "topics": topics,
        "names_only": shown.named - shown.whole,
        "unnamed": len(stories) - shown.named,
        "unwanted": len(shown.edition.topics) - len(shown.briefing.topics),
        "references": references,
        "sources": [references[number] for number in cited],
        "preheader": words.shorten(" ".join(lines[0].text.split()), PREHEADER) if lines else "",
    }


def _cited(briefing: Briefing, topics: list[tuple[BriefTopic, list[tuple[BriefStory, bool]]]]) -> set[int]:
    """Numbers of the references that the mail cites."""
    found = {line.citation.reference for line in briefing.in_brief} if topics else set()
    for topic, stories in topics:
        found.add(topic.headline.citation.reference)
        for story, whole in stories:
            found.add(story.headline.citation.reference)
            if whole:
                found |= {line.citation.reference for line in story.summary}
                found |= {c.reference for quote in story.quotes[:1] for c in citations.of_quote(quote)}
                found |= {c.reference for row in story.figures[:1] for c in of_figure(row.figures[row.best])}
    return found


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


def _local(instant: str | None, wishes: Wishes) -> str:
    """``2026-03-13T05:30:00+00:00`` → "Friday, 13 March 2026, 07:30 (Europe/Kyiv)"."""
    if instant is None:
        return ""
    there = datetime.fromisoformat(instant).astimezone(wishes.timezone)
    return f"{words.long_date(there.date().isoformat())}, {there:%H:%M} ({wishes.timezone.key})"


@cache
def _environment(templates: Path | None, escape: bool) -> Environment:
    env = environment(templates, escape=escape)
    env.filters.update(
        nice_date=words.nice_date,
        long_date=words.long_date,
        relation=words.relation,
        link=words.link,
        shorten=words.shorten,
        source_name=words.source_name,
        file_name=words.file_name,
        count=words.count,
        of_quote=citations.of_quote,
        of_figure=of_figure,
        wrapped=wrapped,
        numbers=numbers,
    )
    env.globals.update(date_range=words.date_range, status=words.STATUS)
    return env


@cache
def _inliner() -> CSSInliner:
    return CSSInliner(load_remote_stylesheets=False, keep_at_rules=True, minify_css=True)
