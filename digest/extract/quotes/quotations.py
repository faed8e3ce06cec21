"""The marked stretches that have a reporting clause beside them or follow one that has."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Literal

from digest.extract.quotes.after import clause_after
from digest.extract.quotes.before import clause_before
from digest.extract.quotes.carried import carried_from_before, carry_back
from digest.extract.quotes.gaps import Gap, gaps_around, last_sentence
from digest.extract.quotes.marks import Stretch, sentence_like, title_like
from digest.extract.quotes.said import Said
from digest.extract.quotes.tokens import Tokens
from digest.model import Paragraph


def find_quotations(
    tokens: Tokens, stretches: Sequence[Stretch], paragraphs: Sequence[Paragraph], turns: Container[int]
) -> dict[int, Said]:
    """The stretches that have a reporting clause beside them or follow one that has."""
    found: dict[int, Said] = {}
    for number, stretch in enumerate(stretches):
        if stretch.paragraph in turns:
            continue
        paragraph = paragraphs[stretch.paragraph]
        before, after = gaps_around(tokens, stretches, number, paragraph.start, paragraph.end)
        leading = _leading(tokens, before)
        if leading and _is_subject(tokens, after):
            continue
        title = title_like(tokens.text, stretch)
        beside = clause_before(tokens, before, title=title) if leading else None
        if beside is not None and "colon" in beside.evidence:  # "He was blunt: “…,” he said."
            beside = clause_after(tokens, stretch, after, strict=True) or beside
        start = stretch.inner_start
        kind: Literal["direct", "mixed"] = "direct"
        if beside is None:
            colon = tokens.text[max(0, stretch.start - 3) : stretch.start].rstrip().endswith(":")
            resumes = _resumes(tokens, stretches, number, found, before)
            inside = leading and not colon and not resumes
            beside = clause_after(tokens, stretch, after, strict=inside)
            if beside is not None and inside:
                start, kind = tokens.start[_opening(tokens, stretches, number, found, before)], "mixed"
        if beside is None:
            if leading or not sentence_like(tokens.text, stretch):
                continue
            carried = carried_from_before(tokens, stretches, number, found, paragraphs)
            if carried is None:
                continue
            found[number] = replace(carried, start=start, end=stretch.inner_end, kind="direct")
            continue
        found[number] = Said(
            start,
            stretch.inner_end if kind == "direct" else stretch.end,
            kind,
            (beside.cue_first, beside.cue_last),
            beside.mention,
            beside.evidence,
            beside.how,
        )
    carry_back(tokens, stretches, found)
    return found


def _is_subject(tokens: Tokens, after: Gap) -> bool:
    """Whether a stretch is the subject of a clause of the reporter's: "that “In Roe We Trust” is a motto"."""
    first = after.first
    finite = first < after.stop and tokens.lower[first] in ("is", "are", "was", "were")
    inside = tokens.text[: tokens.start[first]].rstrip(" ”\"’'")[-1:] if finite else ""
    return finite and inside.isalnum()


def _leading(tokens: Tokens, gap: Gap) -> bool:
    """Whether words of the same sentence stand before a stretch."""
    last = last_sentence(tokens, gap)
    dashed = last.stop - 1 > last.first and tokens.word[last.stop - 1] in ("—", "–", "―", "--")
    if dashed and tokens.word[last.first].isupper() and last.stop - last.first < 12:
        return False  # "VELMORA — “…"
    return any(tokens.word[i][:1].isalnum() for i in range(last.first, last.stop))


def _opening(
    tokens: Tokens, stretches: Sequence[Stretch], number: int, found: dict[int, Said], before: Gap
) -> int:
    """The first token of the sentence around a stretch, over fragments that stand in it before."""
    first = last_sentence(tokens, before).first
    while number and first == before.first and number - 1 not in found:
        earlier = stretches[number - 1]
        ended = tokens.text[earlier.inner_end - 1] in ".?!" or sentence_like(tokens.text, earlier)
        if ended or earlier.paragraph != stretches[number].paragraph:
            break
        number -= 1
        opening = tokens.sentence[bisect_left(tokens.start, earlier.start)]
        before = Gap(
            max(opening, _stop_of(tokens, stretches, number)), bisect_left(tokens.start, earlier.start)
        )
        first = last_sentence(tokens, before).first
    return first


def _stop_of(tokens: Tokens, stretches: Sequence[Stretch], number: int) -> int:
    """The token after the stretch before one."""
    return bisect_left(tokens.start, stretches[number - 1].end) if number else 0


def _resumes(
    tokens: Tokens, stretches: Sequence[Stretch], number: int, found: dict[int, Said], before: Gap
) -> bool:
    """Whether the words before a stretch are the reporting clause of the stretch before it."""
    said = found.get(number - 1)
    if said is None or said.cue is None or stretches[number - 1].paragraph != stretches[number].paragraph:
        return False
    return last_sentence(tokens, before).first <= said.cue[0] < before.stop
