"""Invented editions, one after the other: a bridge that fell, a ferry that does not sail."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from digest.compose import Earlier, Since, StoryFindings
from digest.model import (
    Article,
    Briefing,
    Figure,
    FigureRow,
    Origin,
    Quote,
    QuoteGroup,
    Reading,
    Span,
    Story,
    StorySummary,
)
from digest.serialise import dump, load
from tests.compose.factory import WHY, quote, reading

FIRST, SECOND, THIRD = "2026-03-03 06:30", "2026-03-04 06:30", "2026-03-05 06:30"

FELL = reading(
    "fell",
    "A bridge falls at Halden",
    "The old bridge at Halden fell on Monday evening.",
    "12 people were hurt, the police said.",
    "“It went without a sound,” said Ida Moe.",
)
SEARCH = reading(
    "search",
    "Search at Halden bridge ends",
    "Divers ended their search under the bridge on Tuesday.",
    "14 people were hurt, the police said.",
    "“Everybody is accounted for,” said Per Lie.",
)
FERRY = reading("ferry", "Ferry stays in port", "The night ferry stayed in port for a third day.")


def place(member: Reading, words: str) -> tuple[int, int]:
    start = member.article.text.index(words)
    return start, start + len(words)


def hurt(member: Reading, text: str) -> Figure:
    """ "12 people were hurt, the police said"."""
    counted, event, police = (place(member, words) for words in ("people", "were hurt", "the police"))
    return Figure(
        *place(member, text),
        text=text,
        type="number",
        value=Decimal(text),
        counted="people",
        counted_start=counted[0],
        counted_end=counted[1],
        event="were hurt",
        event_start=event[0],
        event_end=event[1],
        stated_by="the police",
        stated_by_start=police[0],
        stated_by_end=police[1],
    )


def row(*figures: tuple[Reading, Figure], relation: Any = "single") -> FigureRow:
    pairs = tuple((member.article.id, figure) for member, figure in figures)
    return FigureRow(pairs, len(pairs) - 1, relation, len(pairs), "they count the hurt")


def said(member: Reading, words: str, name: str) -> tuple[str, Quote]:
    return member.article.id, quote(member, words, name, confidence=1.0)


def story(
    story_id: str,
    *members: Reading,
    says: tuple[tuple[Reading, str], ...] = (),
    quotes: tuple[tuple[str, Quote], ...] = (),
    figures: tuple[FigureRow, ...] = (),
) -> StoryFindings:
    """A story of some articles; its summary is the sentences given, else the first of its last article."""
    last = members[-1].article
    chosen = says or ((members[-1], last.text[: last.paragraphs[0].end]),)
    spans = tuple(Span(member.article.id, *place(member, words)) for member, words in chosen)
    return StoryFindings(
        story=Story(story_id, tuple(m.article.id for m in members), "2026-03-02", "2026-03-03", WHY),
        lead=spans[0],
        summary=StorySummary(story_id, Span(last.id, 0, len(last.title), "title"), spans),
        quotes=tuple(QuoteGroup((pair,), best=0) for pair in quotes),
        figures=figures,
        voices=(),
    )


def bridge_at_first() -> StoryFindings:
    return story(
        "bridge",
        FELL,
        says=((FELL, "The old bridge at Halden fell on Monday evening."),),
        quotes=(said(FELL, "It went without a sound,", "Ida Moe"),),
        figures=(row((FELL, hurt(FELL, "12"))),),
    )


def bridge_later(relation: Literal["development", "differ"] = "development") -> StoryFindings:
    return story(
        "bridge",
        FELL,
        SEARCH,
        says=((SEARCH, "Divers ended their search under the bridge on Tuesday."),),
        quotes=(
            said(FELL, "It went without a sound,", "Ida Moe"),
            said(SEARCH, "Everybody is accounted for,", "Per Lie"),
        ),
        figures=(row((FELL, hurt(FELL, "12")), (SEARCH, hurt(SEARCH, "14")), relation=relation),),
    )


def frozen(key: str, briefing: Briefing) -> Earlier:
    """An edition as the store gives it back."""
    return Earlier(key, load(dump(briefing)))


def since(
    *earlier: Earlier,
    edition: str = SECOND,
    new: tuple[Reading, ...] = (),
    revised: dict[str, Article] | None = None,
    withdrawn: tuple[str, ...] = (),
    late: bool = False,
) -> Since:
    return Since(
        edition=edition,
        after=earlier[0].key.replace(" ", "T"),
        until=edition.replace(" ", "T"),
        late=late,
        files=41,
        new=frozenset(member.article.id for member in new),
        earlier=earlier,
        revised=revised or {},
        withdrawn=frozenset(withdrawn),
    )


def origins(*members: Reading) -> list[Origin]:
    return [Origin(m.article.id, (m.article.id,), "own words") for m in members]
