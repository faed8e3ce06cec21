"""What earlier editions printed from sources that were edited or withdrawn since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from digest.compose.evidence import Citer
from digest.compose.nearest import maximal, nearest, sentence_at
from digest.compose.series import Series
from digest.compose.since import Since, Told, told
from digest.model import (
    BriefFigure,
    BriefQuote,
    Changed,
    Citation,
    Correction,
    Part,
    Passage,
    Reading,
    Reference,
)
from digest.terms import flat, stands_in

FEWEST_GONE = 2  # sources; one that is gone is told by itself


def gone_at_once(since: Since) -> int:
    """How many of the sources cited before vanished, if half or more did: a cleaned folder; else 0."""
    cited = {
        earlier.briefing.references[passage.reference - 1].article_id
        for earlier in since.earlier
        for passage in earlier.briefing.passages
    }
    gone = cited & since.withdrawn
    return len(gone) if len(gone) >= FEWEST_GONE and 2 * len(gone) >= len(cited) else 0


def corrections(
    series: Series, readings: Mapping[str, Reading], citer: Citer, *, withdrawn: bool
) -> tuple[Correction, ...]:
    """One for each story and source of which printed words stand no more, in the order of the editions.

    ``withdrawn``: whether sources that are gone are told one by one.
    """
    made: list[Correction] = []
    seen: set[tuple[str, str, str]] = set()  # article, story, words
    for earlier in series.since.earlier:
        changed = [r for r in earlier.briefing.references if not series.stands(r)]
        for story in told(earlier) if changed else ():
            for reference in changed:
                now = readings.get(series.now(reference.article_id))
                if now is None and not (withdrawn and reference.article_id in series.since.withdrawn):
                    continue
                fallen = list(_fallen(story, reference, now))
                words = [w for w in fallen if (reference.article_id, story.id, w[0]) not in seen]
                seen.update((reference.article_id, story.id, text) for text, _ in fallen)
                if words:
                    made.append(_correction(story, reference, words, now, citer))
    return tuple(made)


def _correction(
    story: Told,
    reference: Reference,
    words: Sequence[tuple[str, Part]],
    now: Reading | None,
    citer: Citer,
) -> Correction:
    changes = []
    for said, part in words:
        span = nearest(said, now, title=part == "title") if now else None
        changes.append(Changed(said, story.key, citer.line(span) if span else None))
    return Correction(
        kind="edited" if now else "withdrawn",
        story=story.id,
        headline=story.headline,
        source=reference.title or reference.path.rpartition("/")[2],
        publisher=reference.publisher,
        reference=citer.reference(now.article.id) if now else None,
        changes=tuple(changes),
    )


def _fallen(story: Told, reference: Reference, now: Reading | None) -> Iterator[tuple[str, Part]]:
    """What an edition printed of a story from a source that says it no more; the longest stretches alone."""
    fallen: dict[Passage, list[tuple[int, int]]] = {}
    for citation, end, whole in _printed(story, reference.number):
        passage = story.edition.passage(citation)
        start, end = citation.start - passage.start, end - passage.start
        if now is None or not stands_in(passage.text[start:end], now.article.title, now.article.text):
            fallen.setdefault(passage, []).append(
                sentence_at(passage.text, start, end) if whole else (start, end)
            )
    for quote in story.story.quotes if story.story else ():
        if now and quote.citation.reference == reference.number and _other_speaker(quote, now):
            passage = story.edition.passage(quote.citation)
            start, end = quote.citation.start - passage.start, quote.citation.end - passage.start
            fallen.setdefault(passage, []).append(sentence_at(passage.text, start, end))
    for passage, stretches in fallen.items():
        yield from ((passage.text[start:end], passage.part) for start, end in maximal(stretches))


def _other_speaker(quote: BriefQuote, now: Reading) -> bool:
    """Whether the source gives the words to somebody else now, and the printed name is nowhere in it."""
    speakers = [q.speaker for q in now.quotes if flat(q.text) == flat(quote.text)]
    named = [speaker.name for speaker in speakers if speaker is not None]
    gone = quote.speaker is not None and not stands_in(quote.speaker, now.article.text, now.article.title)
    return gone and bool(named) and quote.speaker not in named


def _printed(story: Told, number: int) -> Iterator[tuple[Citation, int, bool]]:
    """What a story printed of one source: its citation, its end, and whether its sentence says what it means.

    A figure is held against the source with what it counts and what befell them: "12 people were hurt".
    """
    whole = story.story
    cited = [story.citation] if story.citation else []
    figures: list[BriefFigure] = []
    if whole is not None:
        cited += [line.citation for line in whole.summary]
        cited += [line.citation for group in whole.agreement for line in group.lines]
        for quote in whole.quotes:
            cited += [quote.citation, *quote.also]
        figures += [figure for row in whole.figures for figure in row.figures]
    yield from ((c, c.end, False) for c in cited if c.reference == number)
    for figure in figures:
        parts = (figure.citation, figure.counted_citation, figure.where_citation, figure.event_citation)
        together = [c for c in parts if c is not None and c.passage == figure.citation.passage]
        if figure.citation.reference == number:
            yield min(together, key=lambda c: c.start), max(c.end for c in together), True
