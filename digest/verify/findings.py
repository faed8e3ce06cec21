"""Quotes, voices, figures, dates and agreement: reading the source again must give the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TypeVar

from digest.model import (
    BriefEvent,
    BriefFigure,
    BriefGroup,
    BriefQuote,
    BriefVoice,
    Citation,
    Figure,
    Quote,
    Reading,
)
from digest.verify.proof import Fault, Proof

Finding = TypeVar("Finding", Quote, Figure)


def quote(proof: Proof, where: str, printed: BriefQuote) -> Iterator[Fault]:
    """The words stand there, and the source read again has them as such a quote of that speaker."""
    yield from proof.cited(where, printed.text, printed.citation)
    yield from proof.part(f"{where}, speaker", printed.speaker, printed.speaker_citation)
    yield from proof.part(f"{where}, role", printed.role, printed.role_citation)
    yield from proof.part(f"{where}, relayed by", printed.relayed_by, printed.relayed_by_citation)
    if printed.citation.reference not in proof.readings:
        return
    found = _found(proof, printed.citation, lambda reading: reading.quotes)
    yield from _again(where, "quote", found and _as_said(found, printed), _as_printed(printed))
    for citation in printed.also:
        known = citation.reference in proof.readings
        if known and _found(proof, citation, lambda reading: reading.quotes) is None:
            yield Fault(where, f"reading source {citation.reference} again finds no such quote")


def voice(proof: Proof, where: str, printed: BriefVoice) -> Iterator[Fault]:
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
        found = _found(proof, citation, lambda reading: reading.quotes)
        speaker = found.speaker if found else None
        same = speaker is not None and speaker.sourcing == printed.kind
        if speaker is None or not same or (printed.name and not _words(speaker.name, printed.name)):
            yield Fault(where, f"reading source {citation.reference} again finds another speaker")
            continue
        names.add((citation.reference, speaker.name_start, speaker.name_end))
    named = printed.name_citation
    if named is not None and (named.reference, named.start, named.end) not in names:
        yield Fault(where, f"none of its passages has {printed.name!r} for its speaker")


def _found(
    proof: Proof, citation: Citation, findings: Callable[[Reading], Iterable[Finding]]
) -> Finding | None:
    """What reading the cited source again finds at just that place."""
    place = (citation.start, citation.end)
    found = findings(proof.readings[citation.reference])
    return next((finding for finding in found if (finding.start, finding.end) == place), None)


def _again(where: str, what: str, read: object, printed: object) -> Iterator[Fault]:
    """Whether a finding reads again as it is printed; ``read`` is None where there is none."""
    if read is None:
        yield Fault(where, f"reading the source again finds no such {what}")
    elif read != printed:
        yield Fault(where, f"reads again as {read}, printed as {printed}")


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


def figure(proof: Proof, where: str, printed: BriefFigure) -> Iterator[Fault]:
    """The number stands there, and the source read again gives it the same value and meaning."""
    yield from proof.cited(where, printed.text, printed.citation)
    yield from proof.part(f"{where}, what is counted", printed.counted, printed.counted_citation)
    yield from proof.part(f"{where}, who states it", printed.stated_by, printed.stated_by_citation)
    yield from proof.part(f"{where}, its place", printed.where, printed.where_citation)
    yield from proof.part(f"{where}, what befell the counted", printed.event, printed.event_citation)
    if printed.citation.reference not in proof.readings:
        return
    found = _found(proof, printed.citation, lambda reading: reading.figures)
    yield from _again(where, "figure", found and _figures_parts(found), _figures_parts(printed))


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


def group(proof: Proof, where: str, group: BriefGroup) -> Iterator[Fault]:
    """Each line stands there, and as many origins as are counted have one."""
    for n, line in enumerate(group.lines, 1):
        yield from proof.line(f"{where}.{n}", line)
    found = len({proof.origins.get(line.citation.reference) for line in group.lines})
    if group.origins != found:
        yield Fault(where, f"counts {group.origins} origins; its lines are of {found}")
    if (group.relation == "single") != (found == 1):
        yield Fault(where, f"{group.relation!r} cannot be said of {found} origins")


def event(proof: Proof, where: str, event: BriefEvent, date: str) -> Iterator[Fault]:
    """The line and its date stand there, and the date reads again as the same day."""
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
