"""What composing chooses from: everything found about stories and topics, best first."""

from __future__ import annotations

from dataclasses import dataclass

from digest.model import (
    DatedStatement,
    FigureRow,
    QuoteGroup,
    Span,
    StatementGroup,
    Story,
    StorySummary,
    Topic,
    Voice,
)


@dataclass(frozen=True, slots=True)
class StoryFindings:
    """What was found about one story, before anything is chosen."""

    story: Story
    lead: Span  # the one sentence that says what happened
    summary: StorySummary
    quotes: tuple[QuoteGroup, ...]  # best first
    figures: tuple[FigureRow, ...]  # best first
    voices: tuple[Voice, ...]  # whom it rests on, by kind
    agreement: tuple[StatementGroup, ...] = ()  # what origins agree on, differ in, report alone


@dataclass(frozen=True, slots=True)
class TopicFindings:
    """What was found about one topic."""

    topic: Topic
    stories: tuple[StoryFindings, ...]  # in time order
    timeline: tuple[DatedStatement, ...]
