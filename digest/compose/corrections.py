"""What earlier editions printed from sources that were edited or withdrawn since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from digest.compose.evidence import Citer
from digest.compose.nearest import maximal, nearest
from digest.compose.series import Series
from digest.compose.since import Earlier, Since, Told, told
from digest.model import BriefFigure, Changed, Citation, Correction, Reading, Reference
from digest.terms import stands_in

FEWEST_GONE = 2  # sources; one that is gone is told by itself
_Place = tuple[int, str]  # number of a reference and part


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
                words = [
                    said
                    for said in _printed(story, earlier, reference)
                    if now is None or not stands_in(said, now.article.title, now.article.text)
                ]
                words = [w for w in words if (reference.article_id, story.id, w) not in seen]
                seen.update((reference.article_id, story.id, w) for w in words)
                if words:
                    made.append(_correction(story, reference, words, now, citer))
    return tuple(made)


def _correction(
    story: Told, reference: Reference, words: Sequence[str], now: Reading | None, citer: Citer
) -> Correction:
    changes = []
    for said in words:
        span = nearest(said, now) if now else None
        changes.append(Changed(said, story.key, citer.line(span) if span else None))
    return Correction(
        kind="edited" if now else "withdrawn",
        story=story.id,
        headline=story.headline.text,
        source=reference.title or reference.path.rpartition("/")[2],
        publisher=reference.publisher,
        reference=citer.reference(now.article.id) if now else None,
        changes=tuple(changes),
    )


def _printed(story: Told, earlier: Earlier, reference: Reference) -> Iterator[str]:
    """What an edition printed of a story from one source; of words within others, the others alone."""
    stretches: dict[str, list[tuple[int, int]]] = {"title": [], "text": []}
    for start, end, part in _stretches(story, reference.number):
        stretches[part].append((start, end))
    for part, found in stretches.items():
        for start, end in maximal(found):
            text = next(
                (
                    passage.text[start - passage.start : end - passage.start]
                    for passage in earlier.briefing.passages
                    if passage.reference == reference.number
                    and passage.part == part
                    and passage.start <= start
                    and end <= passage.end
                ),
                None,
            )
            if text:
                yield text


def _stretches(story: Told, number: int) -> Iterator[tuple[int, int, str]]:
    """Where the printed words of a story stand in one source."""
    whole = story.story
    cited: list[Citation] = [story.headline.citation]
    if whole is not None:
        cited += [line.citation for line in whole.summary]
        cited += [line.citation for group in whole.agreement for line in group.lines]
        for quote in whole.quotes:
            cited += [quote.citation, *quote.also]
        for row in whole.figures:
            for figure in row.figures:
                if figure.citation.reference == number:
                    yield _around(figure)
    for citation in cited:
        if citation.reference == number:
            yield citation.start, citation.end, citation.part


def _around(figure: BriefFigure) -> tuple[int, int, str]:
    """A figure with what it counts and what befell them: "12 people were hurt"."""
    parts = (figure.citation, figure.counted_citation, figure.where_citation, figure.event_citation)
    cited = [citation for citation in parts if citation is not None]
    return min(c.start for c in cited), max(c.end for c in cited), figure.citation.part
