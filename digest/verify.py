"""Briefing + sources -> what does not hold.

Two proofs. *Verbatim*: the source is the same bytes, the text at every span is the text printed, every
span is marked in the passage that is shown for it. *Derived*: reading the sources again gives the same
quotes with the same speakers, the same figures with the same values, the same dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from digest.model import (
    Article,
    BriefEvent,
    BriefFigure,
    BriefGroup,
    Briefing,
    BriefQuote,
    BriefStory,
    BriefVoice,
    Citation,
    Figure,
    Line,
    Passage,
    Quote,
    Reading,
    Reference,
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a briefing that does not hold."""

    where: str  # "topic 1, story 2, quote 1"
    what: str


def verify(briefing: Briefing, readings: Sequence[Reading]) -> tuple[Fault, ...]:
    """Everything that does not hold; empty where the whole briefing is proved.

    ``readings`` are the sources read again with the pipeline that the briefing names.
    """
    again = {reading.article.id: reading for reading in readings}
    known = [r for r in briefing.references if r.article_id in again]
    faults = [*_references(briefing.references, again)]
    proof = _Proof(
        readings={r.number: again[r.article_id] for r in known},
        passages={passage.number: passage for passage in briefing.passages},
        origins={r.number: r.copies_of or r.number for r in briefing.references},
    )
    faults += proof.passages_hold(briefing.passages)
    for number, line in enumerate(briefing.in_brief, 1):
        faults += proof.line(f"in brief {number}", line)
    for t, topic in enumerate(briefing.topics, 1):
        faults += proof.line(f"topic {t}, headline", topic.headline)
        for s, story in enumerate(topic.stories, 1):
            faults += _story(proof, f"topic {t}, story {s}", story)
        for e, event in enumerate(topic.timeline, 1):
            faults += _event(proof, f"topic {t}, timeline {e}", event, briefing.date)
    return tuple(faults)


def _story(proof: _Proof, where: str, story: BriefStory) -> Iterator[Fault]:
    yield from proof.line(f"{where}, headline", story.headline)
    for n, line in enumerate(story.summary, 1):
        yield from proof.line(f"{where}, sentence {n}", line)
    for n, quote in enumerate(story.quotes, 1):
        yield from _quote(proof, f"{where}, quote {n}", quote)
    for n, voice in enumerate(story.sourcing, 1):
        yield from _voice(proof, f"{where}, voice {n}", voice)
    for n, row in enumerate(story.figures, 1):
        for m, figure in enumerate(row.figures, 1):
            yield from _figure(proof, f"{where}, figure {n}.{m}", figure)
    for n, group in enumerate(story.agreement, 1):
        yield from _group(proof, f"{where}, agreement {n}", group)


def _references(references: Sequence[Reference], again: Mapping[str, Reading]) -> Iterator[Fault]:
    for reference in references:
        where = f"source {reference.number} ({reference.path})"
        reading = again.get(reference.article_id)
        if reading is None:
            yield Fault(where, "not found among the sources, or changed: name its folder with --sources")
            continue
        article = reading.article
        expected = {
            "bytes of the source": (reference.source_sha256, article.source_sha256),
            "text": (reference.text_sha256, article.text_sha256),
            "title": (reference.title, article.title),
            "publisher": (reference.publisher, article.publisher),
            "address": (reference.url, article.url),
            "date": (reference.published, article.published),
        }
        for name, (printed, found) in expected.items():
            if printed != found:
                yield Fault(where, f"the {name} of the source is {found!r}, the briefing has {printed!r}")


@dataclass(frozen=True, slots=True)
class _Proof:
    """The sources and their origins by reference number, and the passages by their own."""

    readings: Mapping[int, Reading]
    passages: Mapping[int, Passage]
    origins: Mapping[int, int]

    def article(self, reference: int) -> Article | None:
        reading = self.readings.get(reference)
        return reading.article if reading else None

    def passages_hold(self, passages: Sequence[Passage]) -> Iterator[Fault]:
        for passage in passages:
            article = self.article(passage.reference)
            if article is None:
                continue  # told once, at its reference
            whole = article.part(passage.part)
            if whole[passage.start : passage.end] != passage.text:
                yield Fault(f"passage {passage.number}", "the source has another text there")

    def cited(self, where: str, text: str, citation: Citation) -> Iterator[Fault]:
        """The text stands at the citation, and its passage shows it marked."""
        article = self.article(citation.reference)
        if article is None:
            return
        whole = article.part(citation.part)
        if whole[citation.start : citation.end] != text:
            yield Fault(where, f"printed {text!r}; the source says {whole[citation.start : citation.end]!r}")
        yield from self.marked(where, citation)

    def marked(self, where: str, citation: Citation) -> Iterator[Fault]:
        """The passage of a citation shows it marked."""
        passage = self.passages.get(citation.passage)
        if passage is None or (passage.reference, passage.part) != (citation.reference, citation.part):
            yield Fault(where, f"its passage {citation.passage} is missing or of another source")
            return
        start, end = citation.start - passage.start, citation.end - passage.start
        if not any(mark.start <= start and end <= mark.end for mark in passage.marks):
            yield Fault(where, f"is not marked in passage {citation.passage}")

    def line(self, where: str, line: Line) -> Iterator[Fault]:
        return self.cited(where, line.text, line.citation)

    def part(self, where: str, text: str | None, citation: Citation | None) -> Iterator[Fault]:
        """A part that may be absent: both are there or neither is."""
        if text is not None and citation is not None:
            yield from self.cited(where, text, citation)
        elif text is not None or citation is not None:
            yield Fault(where, "a text and its citation must stand together")


def _quote(proof: _Proof, where: str, printed: BriefQuote) -> Iterator[Fault]:
    yield from proof.cited(where, printed.text, printed.citation)
    yield from proof.part(f"{where}, speaker", printed.speaker, printed.speaker_citation)
    yield from proof.part(f"{where}, role", printed.role, printed.role_citation)
    yield from proof.part(f"{where}, relayed by", printed.relayed_by, printed.relayed_by_citation)
    reading = proof.readings.get(printed.citation.reference)
    if reading is None:
        return
    place = (printed.citation.start, printed.citation.end)
    found = next((quote for quote in reading.quotes if (quote.start, quote.end) == place), None)
    if found is None:
        yield Fault(where, "reading the source again finds no such quote")
    elif _as_said(found, printed) != _as_printed(printed):
        yield Fault(where, f"reads again as {_as_said(found, printed)}, printed as {_as_printed(printed)}")
    for citation in printed.also:
        other = proof.readings.get(citation.reference)
        spans = (
            {(quote.start, quote.end) for quote in other.quotes}
            if other
            else {(citation.start, citation.end)}
        )
        if (citation.start, citation.end) not in spans:
            yield Fault(where, f"reading source {citation.reference} again finds no such quote")


def _voice(proof: _Proof, where: str, printed: BriefVoice) -> Iterator[Fault]:
    """Each citation reads again as words of such a source, and one of them has the name that is printed."""
    yield from proof.part(where, printed.name, printed.name_citation)
    if not printed.citations:
        yield Fault(where, "no passage shows it")
    names = set()
    for citation in printed.citations:
        reading = proof.readings.get(citation.reference)
        if reading is None:
            return
        yield from proof.marked(where, citation)
        speaker = next(
            (q.speaker for q in reading.quotes if (q.start, q.end) == (citation.start, citation.end)), None
        )
        same = speaker is not None and speaker.sourcing == printed.kind
        if speaker is None or not same or (printed.name and not _words(speaker.name, printed.name)):
            yield Fault(where, f"reading source {citation.reference} again finds another speaker")
            continue
        names.add((citation.reference, speaker.name_start, speaker.name_end))
    named = printed.name_citation
    if named is not None and (named.reference, named.start, named.end) not in names:
        yield Fault(where, f"none of its passages has {printed.name!r} for its speaker")


def _words(name: str, other: str) -> set[str]:
    """The words that two names share."""
    first, second = ({word.strip(".,’'\"()") for word in n.casefold().split()} for n in (name, other))
    return first & second


def _as_printed(printed: BriefQuote) -> tuple[object, ...]:
    return (
        printed.kind,
        printed.marked,
        printed.cue,
        printed.speaker,
        printed.role,
        printed.sourcing,
        printed.unnamed_because,
        printed.relayed_by,
    )


def _as_said(found: Quote, printed: BriefQuote) -> tuple[object, ...]:
    speaker = found.speaker
    if speaker is None or printed.speaker is None:  # less than what was found may be printed, never more
        return (found.kind, found.marked, printed.cue and found.cue, None, None, None, None, None)
    return (
        found.kind,
        found.marked,
        found.cue,
        speaker.name,
        speaker.role,
        speaker.sourcing,
        speaker.unnamed_because,
        speaker.relayed_by.name if speaker.relayed_by else None,
    )


def _figure(proof: _Proof, where: str, printed: BriefFigure) -> Iterator[Fault]:
    yield from proof.cited(where, printed.text, printed.citation)
    yield from proof.part(f"{where}, what is counted", printed.counted, printed.counted_citation)
    yield from proof.part(f"{where}, who states it", printed.stated_by, printed.stated_by_citation)
    yield from proof.part(f"{where}, its place", printed.where, printed.where_citation)
    yield from proof.part(f"{where}, what befell the counted", printed.event, printed.event_citation)
    reading = proof.readings.get(printed.citation.reference)
    if reading is None:
        return
    place = (printed.citation.start, printed.citation.end)
    found = next((figure for figure in reading.figures if (figure.start, figure.end) == place), None)
    if found is None:
        yield Fault(where, "reading the source again finds no such figure")
    elif _figures_parts(found) != _figures_parts(printed):
        yield Fault(where, f"reads again as {_figures_parts(found)}, printed as {_figures_parts(printed)}")


def _figures_parts(figure: Figure | BriefFigure) -> tuple[str | Decimal | None, ...]:
    return (
        figure.type,
        figure.value,
        figure.high,
        figure.unit,
        figure.counted,
        figure.qualifier,
        figure.change,
        figure.as_of,
        figure.stated_by,
        figure.status,
        figure.where,
        figure.event,
    )


def _group(proof: _Proof, where: str, group: BriefGroup) -> Iterator[Fault]:
    for n, line in enumerate(group.lines, 1):
        yield from proof.line(f"{where}.{n}", line)
    found = len({proof.origins.get(line.citation.reference) for line in group.lines})
    if group.origins != found:
        yield Fault(where, f"counts {group.origins} origins; its lines are of {found}")
    if (group.relation == "single") != (found == 1):
        yield Fault(where, f"{group.relation!r} cannot be said of {found} origins")


def _event(proof: _Proof, where: str, event: BriefEvent, date: str) -> Iterator[Fault]:
    yield from proof.line(where, event.line)
    yield from proof.cited(f"{where}, date", event.date_text, event.date_citation)
    if event.future != (event.when > date[: len(event.when)]):
        yield Fault(where, f"{event.when} is marked on the wrong side of the edition's date, {date}")
    reading = proof.readings.get(event.date_citation.reference)
    if reading is None:
        return
    place = (event.date_citation.start, event.date_citation.end, event.date_citation.part)
    found = {
        (moment.when, moment.precision, moment.how)
        for moment in reading.moments
        if (moment.start, moment.end, moment.part) == place
    }
    if (event.when, event.precision, event.how) not in found:
        yield Fault(where, f"{event.date_text!r} reads again as {sorted(found)}, printed as {event.when}")
