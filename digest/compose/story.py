"""One story's findings as a briefing prints them."""

from __future__ import annotations

from collections.abc import Mapping

from digest.compose.evidence import Citer
from digest.compose.findings import StoryFindings
from digest.model import (
    BriefFigure,
    BriefGroup,
    BriefQuote,
    BriefRow,
    BriefStory,
    BriefVoice,
    Figure,
    FigureRow,
    Origin,
    Quote,
    QuoteGroup,
    Span,
    Speaker,
    StatementGroup,
    Voice,
)

CERTAIN = 0.95  # least confidence at which a speaker's name is printed

SHORT = 8  # words; fewer than these, cut by the source, say nothing


def compose_story(
    found: StoryFindings, citer: Citer, origin_of: Mapping[str, Origin], *, quotes: int, figures: int
) -> BriefStory:
    """A story with its headline, summary, at most so many quotes and rows of figures, and its sources."""
    printable = [group for group in found.quotes if _printable(group.quotes[group.best][1])]
    return BriefStory(
        id=found.story.id,
        headline=citer.line(found.summary.headline),
        when=min(found.story.why.dates, default=found.story.first),  # of the event, else of its first report
        summary=tuple(citer.line(span) for span in found.summary.sentences),
        quotes=tuple(_quote(group, citer) for group in printable[:quotes]),
        figures=tuple(_row(row, citer) for row in found.figures[:figures]),
        why=found.story.why,
        references=tuple(citer.reference(i) for i in found.story.article_ids),
        origins=len({origin_of[i].id for i in found.story.article_ids}),
        sourcing=tuple(_voice(voice, citer) for voice in found.voices),
        agreement=tuple(_group(group, citer) for group in found.agreement),
    )


def _printable(quote: Quote) -> bool:
    """Words of somebody, not a report of them; with no certain speaker only whole ones in marks.

    A fragment lives in a clause of the reporter's, and says little where nobody says it.
    """
    if quote.text.rstrip().endswith(("...", "…")) and len(quote.text.split()) < SHORT:
        return False  # "The president conveyed to...", cut by the source
    if _certain(quote) is not None:
        return quote.kind != "indirect"
    whole = quote.text[:1].isupper() or not quote.text[:1].isalpha()
    return quote.kind == "direct" and quote.marked and whole


def _certain(quote: Quote) -> Speaker | None:
    speaker = quote.speaker
    return speaker if speaker is not None and speaker.confidence >= CERTAIN else None


def _quote(group: QuoteGroup, citer: Citer) -> BriefQuote:
    article_id, quote = group.quotes[group.best]
    span = Span(article_id, quote.start, quote.end)
    text = citer.proved(span, quote.text)
    citation = citer.cite(span)
    others = [other for i, other in enumerate(group.quotes) if i != group.best]
    also = tuple(citer.cite(Span(i, other.start, other.end)) for i, other in others)
    speaker = _certain(quote)
    if speaker is None:
        return BriefQuote(
            text=text,
            kind=quote.kind,
            marked=quote.marked,
            cue=None,
            citation=citation,
            also=also,
            note=group.note,
        )
    citer.proved(Span(article_id, speaker.name_start, speaker.name_end), speaker.name)
    relayed = speaker.relayed_by
    return BriefQuote(
        text=text,
        kind=quote.kind,
        marked=quote.marked,
        cue=quote.cue,
        citation=citation,
        also=also,
        note=group.note,
        speaker=speaker.name,
        speaker_citation=citer.cite_if(article_id, speaker.name_start, speaker.name_end),
        role=speaker.role,
        role_citation=citer.cite_if(article_id, speaker.role_start, speaker.role_end),
        sourcing=speaker.sourcing,
        unnamed_because=speaker.unnamed_because,
        relayed_by=relayed.name if relayed else None,
        relayed_by_citation=citer.cite_if(article_id, relayed.name_start, relayed.name_end)
        if relayed
        else None,
    )


def _voice(voice: Voice, citer: Citer) -> BriefVoice:
    citations = tuple(citer.cite(Span(i, said.start, said.end)) for i, said in voice.quotes)
    article_id, quote = voice.quotes[voice.fullest or 0]
    speaker = _certain(quote)
    if speaker is None:
        return BriefVoice(voice.kind, None, None, citations)
    named = Span(article_id, speaker.name_start, speaker.name_end)
    return BriefVoice(voice.kind, citer.proved(named, speaker.name), citer.cite(named), citations)


def _group(group: StatementGroup, citer: Citer) -> BriefGroup:
    return BriefGroup(
        relation=group.relation,
        origins=group.origins,
        lines=tuple(citer.line(span) for span in group.spans),
        reason=group.reason,
    )


def _row(row: FigureRow, citer: Citer) -> BriefRow:
    return BriefRow(
        figures=tuple(_figure(article_id, figure, citer) for article_id, figure in row.figures),
        best=row.best,
        relation=row.relation,
        origins=row.origins,
        reason=row.reason,
    )


def _figure(article_id: str, figure: Figure, citer: Citer) -> BriefFigure:
    span = Span(article_id, figure.start, figure.end)
    return BriefFigure(
        text=citer.proved(span, figure.text),
        type=figure.type,
        value=figure.value,
        high=figure.high,
        unit=figure.unit,
        counted=figure.counted,
        counted_citation=citer.cite_if(article_id, figure.counted_start, figure.counted_end),
        qualifier=figure.qualifier,
        change=figure.change,
        as_of=figure.as_of,
        stated_by=figure.stated_by,
        stated_by_citation=citer.cite_if(article_id, figure.stated_by_start, figure.stated_by_end),
        status=figure.status,
        citation=citer.cite(span),
        where=figure.where,
        where_citation=citer.cite_if(article_id, figure.where_start, figure.where_end),
        event=figure.event,
        event_citation=citer.cite_if(article_id, figure.event_start, figure.event_end),
    )
