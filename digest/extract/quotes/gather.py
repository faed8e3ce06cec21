"""From stretches and contents to what was said: one list, nothing twice, fragments in their clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from digest.extract.quotes.lost import find_lost
from digest.extract.quotes.marks import Stretch
from digest.extract.quotes.quotations import find_quotations
from digest.extract.quotes.reported import reported
from digest.extract.quotes.reports import find_contents
from digest.extract.quotes.said import Said
from digest.extract.quotes.tokens import Tokens
from digest.extract.quotes.transcripts import find_transcript
from digest.model import Paragraph


def gather(tokens: Tokens, stretches: Sequence[Stretch], paragraphs: Sequence[Paragraph]) -> list[Said]:
    """Everything said, in order of the text; no two overlap."""
    turns = find_transcript(tokens, stretches, paragraphs)
    direct = find_quotations(tokens, stretches, paragraphs, turns)
    contents = list(find_contents(tokens))
    clauses = reported(tokens, stretches, contents, direct)
    lost = find_lost(tokens, stretches, paragraphs, contents)
    _join_paragraphs(direct)
    found = _outermost([*turns.values(), *direct.values(), *lost], clauses)
    return [_trimmed(tokens.text, said) for said in found]


def _trimmed(text: str, said: Said) -> Said:
    """Without the comma that only the reporting clause after it asks for."""
    comma = said.kind == "direct" and text[said.end - 1 : said.end] == "," and said.end - 1 > said.start
    return replace(said, end=said.end - 1) if comma else said


def _join_paragraphs(found: dict[int, Said]) -> None:
    """Make one quotation of a stretch that runs over paragraphs, each of which opens with a mark."""
    for number in sorted(found, reverse=True):
        if found[number].evidence == "runs on" and number - 1 in found:
            said = found.pop(number)
            found[number - 1] = replace(found[number - 1], end=said.end)


def _outermost(beside: Sequence[Said], clauses: Sequence[Said]) -> list[Said]:
    """Without those that lie in another or overlap one; whole quotations go before clauses."""
    ranked = [((0 if said.kind == "direct" else 1), said) for said in beside]
    ranked += [((2 if said.kind == "indirect" else 1), said) for said in clauses]
    kept: list[Said] = []
    for _, said in sorted(ranked, key=lambda pair: (pair[0], pair[1].start, -pair[1].end)):
        at = bisect_left(kept, said.start, key=lambda one: one.start)
        before = kept[at - 1] if at else None
        after = kept[at] if at < len(kept) else None
        if (before is None or before.end <= said.start) and (after is None or said.end <= after.start):
            kept.insert(at, said)
    return kept
