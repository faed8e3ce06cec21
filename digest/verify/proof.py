"""The sources read again, and what is asked of every printed words: that they stand where it is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.model import Article, Citation, Line, Passage, Reading


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a briefing that does not hold."""

    where: str  # "topic 1, story 2, quote 1"
    what: str


@dataclass(frozen=True, slots=True)
class Proof:
    """The sources and their origins by reference number, and the passages by their own."""

    readings: Mapping[int, Reading]
    passages: Mapping[int, Passage]
    origins: Mapping[int, int]

    def article(self, reference: int) -> Article | None:
        """The source of a number, None where it was not found."""
        reading = self.readings.get(reference)
        return reading.article if reading else None

    def passages_hold(self, passages: Sequence[Passage]) -> Iterator[Fault]:
        """Every passage is what its source has there."""
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
        """The line stands at its citation."""
        return self.cited(where, line.text, line.citation)

    def part(self, where: str, text: str | None, citation: Citation | None) -> Iterator[Fault]:
        """A part that may be absent: both are there or neither is."""
        if text is not None and citation is not None:
            yield from self.cited(where, text, citation)
        elif text is not None or citation is not None:
            yield Fault(where, "a text and its citation must stand together")
