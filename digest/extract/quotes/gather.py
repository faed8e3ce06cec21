"""From stretches and contents to what was said: one list, nothing twice, fragments in their clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Literal

from digest.extract.quotes.beside import Gap, clause_after, clause_before, gaps_around, last_sentence
from digest.extract.quotes.clauses import Content, frame_of
from digest.extract.quotes.cues import SURE
from digest.extract.quotes.lost import find_lost
from digest.extract.quotes.marks import Stretch, title_like
from digest.extract.quotes.reports import find_contents
from digest.extract.quotes.said import SAME, Said
from digest.extract.quotes.subjects import cue_span, subject_of
from digest.extract.quotes.tokens import Tokens
from digest.extract.quotes.transcripts import find_transcript
from digest.model import Paragraph

_CARRIED = ("sentence before", "paragraph before")


def gather(tokens: Tokens, stretches: Sequence[Stretch], paragraphs: Sequence[Paragraph]) -> list[Said]:
    """Everything said, in order of the text; no two overlap."""
    turns = find_transcript(tokens, stretches, paragraphs)
    direct = _direct(tokens, stretches, paragraphs, turns)
    contents = list(find_contents(tokens))
    clauses = _clauses(tokens, stretches, contents, direct)
    lost = find_lost(tokens, stretches, paragraphs, contents)
    _join_paragraphs(direct)
    found = _outermost([*turns.values(), *direct.values(), *lost], clauses)
    return [_trimmed(tokens.text, said) for said in found]


def _same(evidence: str) -> str:
    """The evidence for a stretch that goes on with the speaker of its paragraph."""
    return evidence if evidence.endswith(SAME) else evidence + SAME


def _carried_over(evidence: str) -> bool:
    return evidence.endswith(SAME) or evidence.startswith(_CARRIED)


def _trimmed(text: str, said: Said) -> Said:
    """Without the comma that only the reporting clause after it asks for."""
    comma = said.kind == "direct" and text[said.end - 1 : said.end] == "," and said.end - 1 > said.start
    return replace(said, end=said.end - 1) if comma else said


def _direct(
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
            if leading or not _sentence_like(tokens.text, stretch):
                continue
            carried = _carried(tokens, stretches, number, found, paragraphs)
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
    _carry_back(tokens, stretches, found)
    return found


def _join_paragraphs(found: dict[int, Said]) -> None:
    """Make one quotation of a stretch that runs over paragraphs, each of which opens with a mark."""
    for number in sorted(found, reverse=True):
        if found[number].evidence == "runs on" and number - 1 in found:
            said = found.pop(number)
            found[number - 1] = replace(found[number - 1], end=said.end)


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
        ended = tokens.text[earlier.inner_end - 1] in ".?!" or _sentence_like(tokens.text, earlier)
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


def _sentence_like(text: str, stretch: Stretch) -> bool:
    """Whether a stretch reads as a sentence of its own."""
    inner = text[stretch.inner_start : stretch.inner_end].strip("’'‘ ")
    if stretch.single or not inner:
        return False
    stops = (
        inner[-1] in ".?!,…—-" or text[stretch.end : stretch.end + 1] in (".", "?", "!") or not stretch.closed
    )
    opens = inner[0].isupper() or inner[0] in "[($…." or inner[0].isdigit()
    return opens and (stops or len(inner.split()) > 6)


def _carried(
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
            return replace(said, evidence=_same(said.evidence))
        runs_on = not previous.closed and previous.end == paragraphs[previous.paragraph].end
        if runs_on and previous.paragraph == stretch.paragraph - 1:
            return replace(said, evidence="runs on")
    opening = paragraphs[stretch.paragraph].start
    if stretch.start > opening + 1:
        gap = Gap(bisect_left(tokens.start, opening), bisect_left(tokens.start, stretch.start))
        spoken = _just_spoken(tokens, stretches, number, found)
        if spoken is not None:
            return replace(spoken, evidence=_same(spoken.evidence))
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


def _carry_back(tokens: Tokens, stretches: Sequence[Stretch], found: dict[int, Said]) -> None:
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
            and _sentence_like(tokens.text, stretch)
            and not between.strip(" ,.…")
        ):
            found[number] = replace(
                following,
                start=stretch.inner_start,
                end=stretch.inner_end,
                evidence=_same(following.evidence),
            )


def _clauses(
    tokens: Tokens, stretches: Sequence[Stretch], contents: Sequence[Content], direct: dict[int, Said]
) -> list[Said]:
    """The contents of the parse as things said; takes over fragments, gives way to whole quotations."""
    out: list[Said] = []
    starts = [stretch.start for stretch in stretches]
    for content in contents:
        start, end = tokens.start[content.first], tokens.end[content.last]
        inside = [
            k
            for k in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end))
            if stretches[k].end > start
        ]
        cue = _cue(content)
        if not inside:
            out.append(
                Said(
                    start,
                    end,
                    "indirect",
                    cue,
                    content.mention,
                    _evidence(tokens, content) + _by_name(tokens, content),
                    content.how,
                    content.act,
                    False,
                )
            )
            continue
        if content.frame in ("preposed", "resumed") and any(k in direct for k in inside):
            first = stretches[inside[0]]
            weak = all(_carried_over(direct[k].evidence) for k in inside if k in direct)
            if not (weak and abs(first.start - start) < 3 and end - first.end > 8):
                continue
            for k in inside:
                direct.pop(k, None)
        first = stretches[inside[0]]
        if (
            first.start <= start + 1
            and title_like(tokens.text, first)
            and tokens.lemma[content.cue] in ("write", "read")
        ):
            continue
        start = min([start, *(stretches[k].inner_start for k in inside if stretches[k].start < start)])
        end = max([end, *(stretches[k].inner_end for k in inside)])
        whole = [k for k in inside if k in direct]
        lead = tokens.text[start : stretches[inside[0]].start].strip(" ,:“\"‘'").lower()
        if any(not _gives_way(tokens, direct[k], stretches[k], content, lead, end) for k in whole):
            continue
        for k in whole:
            del direct[k]
        inner = _report_inside(tokens, content, contents, stretches[inside[0]].start)
        teller, relay = content, None
        if inner is not None:
            teller, relay, start, cue = inner, content.mention, tokens.start[inner.first], _cue(inner)
        kind, start, end = _shape(tokens.text, start, end, [stretches[k] for k in inside])
        out.append(
            Said(
                start,
                end,
                kind,
                cue,
                teller.mention,
                _evidence(tokens, teller),
                teller.how,
                teller.act,
                relay=relay,
            )
        )
    return out


def _evidence(tokens: Tokens, content: Content) -> str:
    """The construction, how sure its cue is, and how directly the parse gives its subject."""
    evidence = content.frame.split(" ")[0] if content.frame.startswith("preposition") else content.frame
    if content.frame == "clause" and tokens.lemma[content.cue] not in SURE:
        evidence += ", other cue"
    if content.mention is not None and content.mention.last + 1 == content.cue_first:
        evidence += ", subject beside"
    if content.how.startswith(("next to", "near")):
        return evidence + (", neighbour only" if content.how.startswith("next") else ", nearby only")
    return evidence + (", shared subject" if "' by '" in content.how else "")


def _by_name(tokens: Tokens, content: Content) -> str:
    """Whether who reports is a person by name or pronoun: the parse errs less on these."""
    head = content.mention.head if content.mention is not None else None
    named = head is not None and (tokens.entity[head] == "PERSON" or tokens.tag[head] == "PRP")
    return ", by name" if named else ""


def _cue(content: Content) -> tuple[int, int]:
    return content.cue_first, content.cue_last


def _report_inside(tokens: Tokens, outer: Content, contents: Sequence[Content], marks: int) -> Content | None:
    """The report that a relayed sentence is: "Roe told Poe he would “act”, according to the ministry".

    Its content ends with the outer one and holds the marked words, so they are its speaker's.
    """
    if outer.frame not in ("according to", "preposed"):
        return None
    for inner in contents[bisect_left(contents, outer.first, key=lambda c: c.cue) :]:
        if inner.cue > outer.last:
            return None
        whole = inner.last >= outer.last - 1 and tokens.start[inner.first] <= marks
        if inner is not outer and whole and inner.frame == "clause" and inner.act == "said" and inner.mention:
            return inner
    return None


def _shape(
    text: str, start: int, end: int, inside: Sequence[Stretch]
) -> tuple[Literal["direct", "mixed"], int, int]:
    """The kind of a content with marked stretches in it, and its edges with marks that pair."""
    marked = sum(_letters(text, max(start, s.start), min(end, s.end)) for s in inside)
    if marked >= 0.95 * _letters(text, start, end) and len(inside) == 1:
        return "direct", max(start, inside[0].inner_start), inside[0].inner_end
    if inside[0].start <= start <= inside[0].inner_start:
        start = inside[0].start
    if inside[-1].inner_end <= end <= inside[-1].end:
        end = inside[-1].end
    return "mixed", start, end


def _letters(text: str, start: int, end: int) -> int:
    return sum(char.isalnum() for char in text[start:end])


def _gives_way(tokens: Tokens, said: Said, stretch: Stretch, content: Content, lead: str, end: int) -> bool:
    """Whether a stretch with a reporting clause beside it is but a part of a content of the parse."""
    if not said.evidence.startswith("before") or "colon" in said.evidence or said.cue is None:
        return False
    if content.first <= said.cue[0] <= content.last:
        return content.frame in ("clause", "infinitive", "urging", "naming")  # a report in a report
    if said.cue[1] != content.cue_last:
        return False
    if content.frame == "naming" and lead:
        return True  # "described the city as “Swiss cheese.”"
    fragment = not _sentence_like(tokens.text, stretch)
    goes_on = end - stretch.end > 3 and (content.frame == "clause" or fragment)
    return (fragment and (lead not in ("", "that") or goes_on)) or goes_on


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
