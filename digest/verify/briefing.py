"""A whole briefing against its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from digest.model import Briefing, BriefStory, Reading, Reference, Watched
from digest.terms import find_term
from digest.verify import findings, series
from digest.verify.proof import Fault, Proof


def verify(briefing: Briefing, readings: Sequence[Reading]) -> tuple[Fault, ...]:
    """Everything that does not hold; empty where the whole briefing is proved.

    ``readings`` are the sources read again with the pipeline that the briefing names.
    """
    again = {reading.article.id: reading for reading in readings}
    known = [r for r in briefing.references if r.article_id in again]
    faults = [*_references(briefing.references, again)]
    proof = Proof(
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
            faults += findings.event(proof, f"topic {t}, timeline {e}", event, briefing.date)
    for n, named in enumerate(briefing.more, 1):
        faults += proof.line(f"named story {n}", named.headline)
    faults += series.series_holds(proof, briefing)
    return tuple(faults)


def _story(proof: Proof, where: str, story: BriefStory) -> Iterator[Fault]:
    yield from proof.line(f"{where}, headline", story.headline)
    for n, line in enumerate(story.summary, 1):
        yield from proof.line(f"{where}, sentence {n}", line)
    for n, quote in enumerate(story.quotes, 1):
        yield from findings.quote(proof, f"{where}, quote {n}", quote)
    for n, voice in enumerate(story.sourcing, 1):
        yield from findings.voice(proof, f"{where}, voice {n}", voice)
    for n, row in enumerate(story.figures, 1):
        for m, figure in enumerate(row.figures, 1):
            yield from findings.figure(proof, f"{where}, figure {n}.{m}", figure)
    for n, group in enumerate(story.agreement, 1):
        yield from findings.group(proof, f"{where}, agreement {n}", group)
    for n, watched in enumerate(story.watched, 1):
        yield from _watched(proof, f"{where}, watched term {n}", watched)
    if story.news is not None:
        yield from series.story_news(proof, where, story, story.news)


def _watched(proof: Proof, where: str, watched: Watched) -> Iterator[Fault]:
    """The words stand in the source, they are the term, and they are whole words there."""
    yield from proof.line(where, watched.line)
    article = proof.article(watched.line.citation.reference)
    if article is None:
        return
    cited = watched.line.citation
    around = article.part(cited.part)[max(cited.start - 1, 0) : cited.end + 2]
    at = min(cited.start, 1)
    if find_term(watched.term, around) != (at, at + len(watched.line.text)):
        yield Fault(where, f"{watched.line.text!r} is not the whole words {watched.term!r}")


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
