"""Citations: numbered references, numbered passages, and the check that a span says what is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from digest.errors import EvidenceError
from digest.model import Article, Citation, Line, Mark, Passage, Reading, Reference, Span

LONG = 900  # characters: of a longer paragraph, a passage shows the sentences around the span


class Citer:
    """Gives references and passages their numbers, in the order of first use, and gathers the marks."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = {reading.article.id: reading for reading in readings}
        self._references: dict[str, int] = {}
        self._passages: dict[Span, int] = {}
        self._marks: dict[Span, set[tuple[int, int]]] = {}
        self._carried: dict[str, Reference] = {}
        self._shown: dict[Span, Passage] = {}  # passages of an earlier edition, by their window

    @property
    def carried(self) -> Mapping[str, Reference]:
        """By article id, the sources cited as an earlier edition gave them: they were not read again."""
        return self._carried

    @property
    def numbers(self) -> dict[str, int]:
        """Reference number of each article id, in order."""
        return dict(self._references)

    def reference(self, article_id: str) -> int:
        """The number of an article, given at its first use."""
        return self._references.setdefault(article_id, len(self._references) + 1)

    def cite(self, span: Span) -> Citation:
        """A citation of a span, marked in its passage; raises EvidenceError where there is no such span."""
        self._text(span)
        return self._cite(span, self._window(span))

    def carry(self, reference: Reference, passage: Passage, citation: Citation) -> Citation:
        """A citation of an earlier edition, in this one: of the source, where it is among the readings,
        else of the passage as that edition showed it."""
        span = Span(reference.article_id, citation.start, citation.end, citation.part)
        if reference.article_id in self._readings:
            return self.cite(span)
        self._carried.setdefault(reference.article_id, reference)
        window = Span(reference.article_id, passage.start, passage.end, passage.part)
        self._shown.setdefault(window, passage)
        return self._cite(span, window)

    def _cite(self, span: Span, window: Span) -> Citation:
        number = self._passages.setdefault(window, len(self._passages) + 1)
        self._marks.setdefault(window, set()).add((span.start, span.end))
        return Citation(self.reference(span.article_id), number, span.start, span.end, span.part)

    def cite_if(self, article_id: str, start: int | None, end: int | None) -> Citation | None:
        """A citation of characters of the text, or None where there are none."""
        if start is None or end is None:
            return None
        return self.cite(Span(article_id, start, end))

    def line(self, span: Span) -> Line:
        """The text at a span, cited."""
        return Line(self._text(span), self.cite(span))

    def proved(self, span: Span, text: str) -> str:
        """The text, if it is what stands at the span; else raises EvidenceError."""
        found = self._text(span)
        if found != text:
            raise EvidenceError(f"{span}: the source says {found!r}, the finding {text!r}")
        return text

    def passages(self) -> tuple[Passage, ...]:
        """Every passage used, in order, with its marks merged."""
        return tuple(self._passage(number, window) for window, number in self._passages.items())

    def _passage(self, number: int, window: Span) -> Passage:
        marks = _merge(self._marks[window], window.start)
        reference = self._references[window.article_id]
        if window in self._shown:
            return replace(self._shown[window], number=number, reference=reference, marks=marks)
        return Passage(
            number=number,
            reference=reference,
            part=window.part,
            start=window.start,
            end=window.end,
            line=self._line(window),
            text=self._text(window),
            marks=marks,
        )

    def _article(self, span: Span) -> Article:
        return self._readings[span.article_id].article

    def _text(self, span: Span) -> str:
        whole = self._article(span).part(span.part)
        if not 0 <= span.start < span.end <= len(whole):
            raise EvidenceError(f"{span}: no such characters; the {span.part} has {len(whole)}")
        return whole[span.start : span.end]

    def _window(self, span: Span) -> Span:
        """The paragraphs that the span touches; of a long stretch, the sentences around the span."""
        article = self._article(span)
        if span.part == "title":
            return Span(span.article_id, 0, len(article.title), "title")
        touched = [p for p in article.paragraphs if p.start < span.end and span.start < p.end]
        start = min([p.start for p in touched], default=span.start)
        end = max([p.end for p in touched], default=span.end)
        if end - start > LONG:
            sentences = self._readings[span.article_id].sentences
            near = [i for i, s in enumerate(sentences) if s.start < span.end and span.start < s.end]
            if near:
                first, last = sentences[max(near[0] - 1, 0)], sentences[min(near[-1] + 1, len(sentences) - 1)]
                start, end = max(start, min(first.start, span.start)), min(end, max(last.end, span.end))
        return Span(span.article_id, min(start, span.start), max(end, span.end))

    def _line(self, window: Span) -> int:
        if window.part == "title":
            return 0
        paragraphs = self._article(window).paragraphs
        return next((p.line for p in paragraphs if p.start <= window.start < p.end), 0)


def _merge(marks: set[tuple[int, int]], offset: int) -> tuple[Mark, ...]:
    """Overlapping marks made one, as offsets from the start of the passage."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(Mark(start - offset, end - offset) for start, end in merged)
