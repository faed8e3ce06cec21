"""A marked stretch that goes on with the speaker of one before or after it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from digest.extract.quotes.before import clause_before
from digest.extract.quotes.frames import frame_of
from digest.extract.quotes.gaps import Gap
from digest.extract.quotes.marks import Stretch, sentence_like
from digest.extract.quotes.said import SAME, Said
from digest.extract.quotes.subjects import cue_span, subject_of
from digest.extract.quotes.tokens import Tokens
from digest.model import Paragraph

_BEFORE = ("sentence before", "paragraph before")


def same_paragraph(evidence: str) -> str:
    """The evidence for a stretch that goes on with the speaker of its paragraph."""
    return evidence if evidence.endswith(SAME) else evidence + SAME


def is_carried(evidence: str) -> bool:
    """Whether a speaker was taken over from another stretch or from words before it."""
    return evidence.endswith(SAME) or evidence.startswith(_BEFORE)


def carried_from_before(
    tokens: Tokens,
    stretches: Sequence[Stretch],
    number: int,
    found: dict[int, Said],
    paragraphs: Sequence[Paragraph],
) -> Said | None:
    """The speaker of the stretch before, where this one goes on."""
    stretch = stretches[number]
    if number and number - 1 in found:
        previous = stretches[number - 1]
        said = found[number - 1]
        if previous.paragraph == stretch.paragraph:
            return replace(said, evidence=same_paragraph(said.evidence))
        runs_on = not previous.closed and previous.end == paragraphs[previous.paragraph].end
        if runs_on and previous.paragraph == stretch.paragraph - 1:
            return replace(said, evidence="runs on")
    opening = paragraphs[stretch.paragraph].start
    if stretch.start > opening + 1:
        gap = Gap(bisect_left(tokens.start, opening), bisect_left(tokens.start, stretch.start))
        spoken = _just_spoken(tokens, stretches, number, found)
        if spoken is not None:
            return replace(spoken, evidence=same_paragraph(spoken.evidence))
        return _last_report(tokens, gap, "sentence before", said_only=True)
    if stretch.paragraph:
        return _paragraph_before(tokens, number, stretches, found, paragraphs)
    return None


def _just_spoken(
    tokens: Tokens, stretches: Sequence[Stretch], number: int, found: dict[int, Said]
) -> Said | None:
    """The quotation of the sentence before: “…,” asked Roe, referring to what he calls a “farce.” “…”"""
    index = bisect_left(tokens.start, stretches[number].start) - 1
    while index > 0 and tokens.word[index].isspace():
        index -= 1
    for earlier in range(number - 1, -1, -1):
        if stretches[earlier].paragraph != stretches[number].paragraph:
            return None
        said = found.get(earlier)
        if said is not None:
            near = said.cue is not None and tokens.sentence[said.cue[0]] == tokens.sentence[index]
            return said if near and said.kind == "direct" else None
    return None


def _paragraph_before(
    tokens: Tokens,
    number: int,
    stretches: Sequence[Stretch],
    found: dict[int, Said],
    paragraphs: Sequence[Paragraph],
) -> Said | None:
    """The speaker of the paragraph before: of a clause that ends in a colon, or of its last report."""
    previous = paragraphs[stretches[number].paragraph - 1]
    gap = Gap(bisect_left(tokens.start, previous.start), bisect_left(tokens.start, previous.end))
    if gap.stop <= gap.first:
        return None
    if tokens.word[gap.stop - 1] == ":":
        outside = gap.stop - 1
        while outside > gap.first and tokens.stretch[outside - 1] < 0:
            outside -= 1
        beside = clause_before(tokens, Gap(outside, gap.stop))
        if beside is not None:
            return Said(
                0,
                0,
                "direct",
                (beside.cue_first, beside.cue_last),
                beside.mention,
                "paragraph before, colon",
                beside.how,
            )
    if number and number - 1 in found and stretches[number - 1].paragraph == stretches[number].paragraph - 1:
        said = found[number - 1]
        return replace(said, evidence="paragraph before, quoted")
    return _last_report(tokens, gap, "paragraph before", said_only=False)


def _last_report(tokens: Tokens, gap: Gap, evidence: str, *, said_only: bool) -> Said | None:
    """The subject of the last reporting verb of some tokens as the speaker of what follows them."""
    for index in range(gap.stop - 1, gap.first - 1, -1):
        frame = frame_of(tokens, index) if tokens.stretch[index] < 0 else None
        finite = tokens.tag[index] in ("VBD", "VBZ", "VBP") or tokens.lower[index] == "saying"
        if frame is None or (said_only and (frame.act != "said" or not finite)):
            continue
        subject = subject_of(tokens, index)
        if subject is not None:
            return Said(0, 0, "direct", cue_span(tokens, index), subject[0], evidence, subject[1])
    return None


def carry_back(tokens: Tokens, stretches: Sequence[Stretch], found: dict[int, Said]) -> None:
    """Give a stretch that opens its paragraph the speaker of the one after it: “No. Never,” he said."""
    for number in range(len(stretches) - 2, -1, -1):
        following = found.get(number + 1)
        stretch, after = stretches[number], stretches[number + 1]
        if following is None or after.paragraph != stretch.paragraph:
            continue
        weak = number not in found or found[number].evidence.startswith("paragraph before")
        between = tokens.text[stretch.end : after.start]
        led = tokens.text[max(0, stretch.start - 2) : stretch.start].strip()
        opens = not led or led[-1] in ".?!:”\"'’"
        if (
            weak
            and opens
            and following.kind == "direct"
            and sentence_like(tokens.text, stretch)
            and not between.strip(" ,.…")
        ):
            found[number] = replace(
                following,
                start=stretch.inner_start,
                end=stretch.inner_end,
                evidence=same_paragraph(following.evidence),
            )
