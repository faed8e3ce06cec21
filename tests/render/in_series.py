"""The sample briefing as one of a series, with every mark that one can have."""

from __future__ import annotations

from dataclasses import replace

from digest.model import (
    Briefing,
    BriefStory,
    Changed,
    Correction,
    Line,
    Moved,
    Muted,
    NamedStory,
    News,
    OpenStory,
    Printed,
    StoryNews,
    Watched,
)
from tests.render.sample import sample

BEFORE, TODAY = "2026-11-22 06:30", "2026-11-23 06:30"


def series_sample(*, late: bool = False) -> Briefing:
    """Every mark that an edition of a series can print."""
    briefing = sample()
    water, port = briefing.topics
    ferry, strike = port.stories
    walkout, accord = water.stories
    figure = ferry.figures[0].figures[0]
    first = accord.references[:1]
    developing = StoryNews(
        "developing", BEFORE, first, statements=_of(accord, first), quotes=_quotes(accord, first), figures=()
    )
    moved = Moved(0, replace(figure, text="207", value=None), BEFORE)
    accord = replace(accord, news=developing, watched=(Watched("upper karsa", accord.summary[0]),))
    ferry = replace(ferry, news=StoryNews("developing", BEFORE, ferry.references[:1], moved=(moved,)))
    strike = replace(strike, news=StoryNews("new", None, strike.references))
    open_ = tuple(
        OpenStory(f"o{n}", f"Topic {n}", Printed(line.text, BEFORE, line.citation if n else None))
        for n, line in enumerate((*briefing.in_brief, walkout.headline))
    )
    now = ferry.summary[0]
    corrections = (
        Correction(
            "edited",
            ferry.id,
            "Ferry aground with 207 aboard",
            "Ferry aground",
            "Port Levan Gazette",
            now.citation.reference,
            (
                Changed("207 passengers were aboard", BEFORE, now),
                Changed("It will sail on Friday.", BEFORE, None),
            ),
        ),
        Correction(
            "withdrawn",
            walkout.id,
            "Talks end",
            "talks.txt",
            None,
            None,
            tuple(Changed(f"Words number {n}.", BEFORE, None) for n in range(6)),
        ),
    )
    return replace(
        briefing,
        topics=(replace(water, stories=(accord,)), replace(port, stories=(ferry, strike))),
        news=News(TODAY, BEFORE, "2026-11-22T06:30", "2026-11-23T06:30", late, 1204, open_, corrections),
        more=(NamedStory("m1", "Sorrel reservoir", walkout.headline, "new"),),
        muted=(Muted(("tennis",), 2, 3), Muted(("golf", "tennis"), 1, 2)),
    )


def _of(story: BriefStory, references: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(n for n, line in enumerate(story.summary) if line.citation.reference in references)


def _quotes(story: BriefStory, references: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(n for n, quote in enumerate(story.quotes) if quote.citation.reference in references)


def quiet_sample(stories: int = 15) -> Briefing:
    """An edition with nothing new."""
    briefing = sample()
    lines: list[Line] = [story.headline for topic in briefing.topics for story in topic.stories]
    lines += [line for topic in briefing.topics for story in topic.stories for line in story.summary]
    open_ = tuple(
        OpenStory(f"o{n}", f"Topic {n}", Printed(line.text, BEFORE, line.citation))
        for n, line in enumerate(lines[:stories])
    )
    return replace(
        briefing,
        in_brief=(),
        topics=(),
        not_read=(),
        set_aside=(),
        notes=(),
        news=News(TODAY, BEFORE, "2026-11-22T06:30", "2026-11-23T06:30", False, 1204, open_),
    )
