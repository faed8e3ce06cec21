"""Verifying: what is true holds, and no altered part of a briefing passes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from digest.model import (
    BriefEvent,
    Briefing,
    DatedStatement,
    Figure,
    FigureRow,
    Moment,
    Reading,
    Span,
    StatementGroup,
    Voice,
)
from digest.verify import verify
from tests.compose.factory import findings, made, quote, reading, topic

TEXT = "On 3 March about 6,200 people left, the ministry said."


def place(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def source() -> Reading:
    bare = reading("dam", "A wall moves", TEXT, "“We have time,” said Pieter Holm.")
    figure = Figure(
        *place("about 6,200"),
        text="about 6,200",
        type="number",
        value=Decimal(6200),
        counted="people",
        counted_start=place("people")[0],
        counted_end=place("people")[1],
        qualifier="about",
        stated_by="the ministry",
        stated_by_start=place("the ministry")[0],
        stated_by_end=place("the ministry")[1],
        event="left",
        event_start=place("left")[0],
        event_end=place("left")[1],
    )
    moment = Moment(*place("3 March"), "3 March", "2026-03-03", "day", "inferred")
    said = quote(bare, "We have time,", "Pieter Holm", confidence=1.0)
    return dataclasses.replace(bare, figures=(figure,), moments=(moment,), quotes=(said,))


SOURCE = source()


def true_briefing() -> Briefing:
    row = FigureRow((("dam", SOURCE.figures[0]),), 0, "single", 1, "one source")
    alone = StatementGroup((Span("dam", 0, len(TEXT)),), "single", 1, "reported by one origin")
    voices = (
        Voice("named", (("dam", SOURCE.quotes[0]),), 0),
        Voice("named", (("dam", SOURCE.quotes[0]),), None),
    )
    story = dataclasses.replace(
        findings("s1", SOURCE, *SOURCE.quotes), figures=(row,), agreement=(alone,), voices=voices
    )
    dated = DatedStatement(
        Span("dam", 0, len(TEXT)), Span("dam", *place("3 March")), "2026-03-03", "day", "inferred"
    )
    return made(dataclasses.replace(topic("t1", story), timeline=(dated,)), readings=[SOURCE])


def altered(value: Any, path: tuple[str | int, ...], change: Callable[[Any], Any]) -> Any:
    """A copy of a tree of frozen data with one place changed."""
    if not path:
        return change(value)
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*value[:step], altered(value[step], rest, change), *value[step + 1 :])
    return dataclasses.replace(value, **{step: altered(getattr(value, step), rest, change)})


STORY = ("topics", 0, "stories", 0)
QUOTE = (*STORY, "quotes", 0)
VOICE = (*STORY, "sourcing", 0)
FIGURE = (*STORY, "figures", 0, "figures", 0)
GROUP = (*STORY, "agreement", 0)
EVENT = ("topics", 0, "timeline", 0)


def test_true_briefing_holds() -> None:
    assert verify(true_briefing(), [SOURCE]) == ()


@pytest.mark.parametrize(
    "path",
    [
        ("in_brief", 0, "text"),
        ("topics", 0, "headline", "text"),
        (*STORY, "headline", "text"),
        (*STORY, "summary", 0, "text"),
        (*QUOTE, "text"),
        (*QUOTE, "speaker"),
        (*QUOTE, "cue"),
        (*VOICE, "name"),
        (*FIGURE, "text"),
        (*FIGURE, "counted"),
        (*FIGURE, "event"),
        (*FIGURE, "qualifier"),
        (*FIGURE, "stated_by"),
        (*FIGURE, "type"),
        (*GROUP, "lines", 0, "text"),
        (*EVENT, "line", "text"),
        (*EVENT, "date_text"),
        (*EVENT, "when"),
        ("passages", 0, "text"),
        ("references", 0, "title"),
        ("references", 0, "source_sha256"),
        ("references", 0, "text_sha256"),
    ],
    ids=lambda path: ".".join(map(str, path)),
)
def test_altered_text_is_found(path: tuple[str | int, ...]) -> None:
    false = altered(true_briefing(), path, lambda text: text[:-1] + ("x" if text[-1] != "x" else "y"))
    assert verify(false, [SOURCE])


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ((*FIGURE, "value"), lambda value: value + 1),
        ((*FIGURE, "unit"), lambda _: "tonne"),
        ((*FIGURE, "status"), lambda _: "denied"),
        ((*FIGURE, "change"), lambda _: "up"),
        ((*FIGURE, "event"), lambda _: None),
        ((*FIGURE, "event_citation"), lambda _: None),
        ((*QUOTE, "kind"), lambda _: "indirect"),
        ((*QUOTE, "marked"), lambda _: False),
        ((*QUOTE, "sourcing"), lambda _: "unnamed"),
        ((*QUOTE, "speaker_citation"), lambda _: None),
        ((*VOICE, "kind"), lambda _: "unnamed"),
        ((*VOICE, "name"), lambda _: None),
        ((*VOICE, "citations"), lambda _: ()),
        ((*VOICE, "citations", 0, "start"), lambda start: start + 1),
        ((*STORY, "sourcing", 1, "citations"), lambda _: ()),
        ((*STORY, "sourcing", 1, "kind"), lambda _: "document"),
        ((*QUOTE, "citation", "start"), lambda start: start + 1),
        ((*QUOTE, "citation", "passage"), lambda _: 99),
        ((*GROUP, "origins"), lambda origins: origins + 1),
        ((*GROUP, "relation"), lambda _: "agree"),
        ((*GROUP, "lines", 0, "citation", "end"), lambda end: end - 1),
        ((*EVENT, "how"), lambda _: "stated"),
        ((*EVENT, "future"), lambda future: not future),
        (("passages", 0, "marks"), lambda _: ()),
        (("references", 0, "publisher"), lambda _: "Another"),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_altered_part_is_found(path: tuple[str | int, ...], change: Callable[[Any], Any]) -> None:
    assert verify(altered(true_briefing(), path, change), [SOURCE])


def test_speaker_may_be_left_out_but_never_added() -> None:
    parts = ("speaker", "speaker_citation", "role", "role_citation", "sourcing", "cue")
    less = altered(true_briefing(), QUOTE, lambda q: dataclasses.replace(q, **dict.fromkeys(parts)))
    assert verify(less, [SOURCE]) == ()
    nobody = dataclasses.replace(SOURCE, quotes=(dataclasses.replace(SOURCE.quotes[0], speaker=None),))
    assert verify(true_briefing(), [nobody])


def test_missing_source_is_named_once_with_the_remedy() -> None:
    [fault] = verify(true_briefing(), [])
    assert "dam.txt" in fault.where
    assert "--sources" in fault.what


def test_event_of_the_edition_day_is_not_in_the_future() -> None:
    [event] = true_briefing().topics[0].timeline
    assert isinstance(event, BriefEvent)
    assert not event.future
