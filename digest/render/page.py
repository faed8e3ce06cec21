"""Briefing -> the HTML of a page, for a browser or for WeasyPrint."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Literal

from digest.model import Briefing, Line
from digest.render import citations, series, words
from digest.render.chart import bars
from digest.render.fonts import FACES
from digest.render.opening import layout, room
from digest.render.templates import environment, run
from digest.render.vocabulary import add_vocabulary

Medium = Literal["screen", "print"]


def page(briefing: Briefing, medium: Medium, *, fonts: Mapping[str, str], templates: Path | None) -> str:
    """One HTML document; ``fonts`` gives the address of each face by its name."""
    env = environment(templates, escape=True)
    add_vocabulary(env)
    env.filters.update(split_last_word=words.split_last_word, bars=bars, segments=citations.segments)
    uses = citations.Uses(briefing)
    return run(
        env,
        "briefing.html.j2",
        briefing=briefing,
        medium=medium,
        faces=FACES,
        fonts=fonts,
        uses=uses,
        passages_of=partial(citations.passages_of, briefing),
        passage_label=citations.labels(briefing),
        references={reference.number: reference for reference in briefing.references},
        anchors=story_anchors(briefing),
        headline_of=headlines(briefing),
        story_of=partial(story_of, briefing),
        set_aside=set_aside(briefing),
        opening=layout(briefing),
        quiet=series.is_quiet(briefing),
        room=room(briefing),
        state_of=states(briefing),
    )


def story_anchors(briefing: Briefing) -> dict[str, str]:
    """The element id of each story, by the story's own id."""
    return {
        story.id: f"story-{t}-{s}"
        for t, topic in enumerate(briefing.topics, 1)
        for s, story in enumerate(topic.stories, 1)
    }


def headlines(briefing: Briefing) -> dict[str, str]:
    """The headline of each story, by the story's id."""
    return {story.id: story.headline.text for topic in briefing.topics for story in topic.stories}


def states(briefing: Briefing) -> dict[str | None, str]:
    """ "new" or "developing" for each story of an edition in a series, by its id; "" for all else."""
    told = {story.id: story.news for topic in briefing.topics for story in topic.stories}
    return {None: "", **{name: news.state if news else "" for name, news in told.items()}}


def story_of(briefing: Briefing, line: Line) -> str | None:
    """The id of the story that a line of the opening belongs to: it says the same, or has its source."""
    stories = [story for topic in briefing.topics for story in topic.stories]
    says = [s.id for s in stories if any(said.citation == line.citation for said in s.summary)]
    sourced = [s.id for s in stories if line.citation.reference in s.references]
    return next(iter(says + sourced), None)


def set_aside(briefing: Briefing) -> dict[int, list[tuple[str, int]]]:
    """What was set aside, (reason, lines), by number of the reference."""
    found: dict[int, list[tuple[str, int]]] = {}
    for item in briefing.set_aside:
        found.setdefault(item.reference, []).append((item.reason, item.lines))
    return found
