"""Citations as a rendering prints them: what to call a passage, and where each is used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from digest.model import Briefing, BriefQuote, BriefVoice, Citation, Passage

Kind = Literal["plain", "marked", "left out"]
LONGEST_STRETCH = 1200  # characters between marks that a passage shows; proof needs the marks, not a page
LEFT_OUT = "[…]"


@dataclass(frozen=True, slots=True)
class Cite:
    """One printed citation: a link from a statement to a passage."""

    id: str  # of the link itself, for the way back
    label: str  # "3.2": the second passage of reference 3
    passage: str  # id of the passage's element
    kind: str  # what is cited: "summary", "quote", …


def labels(briefing: Briefing) -> Mapping[int, str]:
    """What each passage is called: the number of its reference and its place among that one's passages."""
    counts: dict[int, int] = {}
    named: dict[int, str] = {}
    for passage in briefing.passages:
        counts[passage.reference] = counts.get(passage.reference, 0) + 1
        named[passage.number] = f"{passage.reference}.{counts[passage.reference]}"
    return named


def passages_of(briefing: Briefing, reference: int) -> tuple[Passage, ...]:
    """The passages of one reference, in order."""
    return tuple(passage for passage in briefing.passages if passage.reference == reference)


def segments(passage: Passage) -> tuple[tuple[str, Kind], ...]:
    """A passage cut at its marks, and what each piece is; long unmarked stretches lose their middle."""
    pieces: list[tuple[str, Kind]] = []
    at = 0
    for mark in passage.marks:
        pieces += _plain(passage.text[at : mark.start])
        pieces.append((passage.text[mark.start : mark.end], "marked"))
        at = mark.end
    pieces += _plain(passage.text[at:])
    return tuple(piece for piece in pieces if piece[0])


def _plain(text: str) -> list[tuple[str, Kind]]:
    if len(text) <= LONGEST_STRETCH:
        return [(text, "plain")]
    half = LONGEST_STRETCH // 2
    before, after = text[:half].rpartition(" ")[0], text[-half:].partition(" ")[2]
    return [((before or text[:half]) + " ", "plain"), (LEFT_OUT, "left out"), (" " + after, "plain")]


def distinct(*citations: Citation | None) -> tuple[Citation, ...]:
    """Citations without those that lead to a passage already led to."""
    first: dict[int, Citation] = {}
    for citation in citations:
        if citation is not None:
            first.setdefault(citation.passage, citation)
    return tuple(first.values())


def of_quote(quote: BriefQuote) -> tuple[Citation, ...]:
    """What a quote rests on: its words, its speaker, the role, who relayed it."""
    return distinct(quote.citation, quote.speaker_citation, quote.role_citation, quote.relayed_by_citation)


def of_voice(voice: BriefVoice) -> tuple[Citation, ...]:
    """Where a voice speaks, and where its name stands."""
    return distinct(*voice.citations, voice.name_citation)


class Uses:
    """Numbers the citations of one page as they are printed, so that passages can lead back."""

    def __init__(self, briefing: Briefing) -> None:
        self._labels = labels(briefing)
        self._uses: dict[int, list[Cite]] = {}
        self._count = 0

    def cite(self, citations: Citation | Iterable[Citation], kind: str) -> tuple[Cite, ...]:
        """The links of one statement, each with an id of its own."""
        given = (citations,) if isinstance(citations, Citation) else citations
        return tuple(self._cite(citation, kind) for citation in distinct(*given))

    def of(self, passage: Passage) -> tuple[Cite, ...]:
        """Every link printed so far that leads to a passage."""
        return tuple(self._uses.get(passage.number, ()))

    def _cite(self, citation: Citation, kind: str) -> Cite:
        self._count += 1
        cite = Cite(f"use-{self._count}", self._labels[citation.passage], f"passage-{citation.passage}", kind)
        self._uses.setdefault(citation.passage, []).append(cite)
        return cite
