"""The contents of the parse as things said: fragments in their clause, kinds, evidence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from digest.extract.quotes.carried import is_carried
from digest.extract.quotes.clauses import Content
from digest.extract.quotes.cues import SURE
from digest.extract.quotes.marks import Stretch, sentence_like, title_like
from digest.extract.quotes.said import Said
from digest.extract.quotes.tokens import Tokens
from digest.language.lists.calendar import CALENDAR


def reported(
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
            weak = all(is_carried(direct[k].evidence) for k in inside if k in direct)
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
    if content.mention is not None and _beside(tokens, content.mention.last + 1, content.cue_first):
        evidence += ", subject beside"
    if content.how.startswith(("next to", "near")):
        return evidence + (", neighbour only" if content.how.startswith("next") else ", nearby only")
    return evidence + (", shared subject" if "' by '" in content.how else "")


def _beside(tokens: Tokens, behind: int, cue: int) -> bool:
    """Whether nothing but a day stands between a subject and its verb: "Roe [on Monday] said"."""
    between = range(behind, cue)
    dated = len(between) < 4 and all(
        tokens.lower[i] in ("on", "in", "late", "early") or tokens.word[i] in CALENDAR for i in between
    )
    return behind == cue or (behind < cue and dated)


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
    fragment = not sentence_like(tokens.text, stretch)
    goes_on = end - stretch.end > 3 and (content.frame == "clause" or fragment)
    return (fragment and (lead not in ("", "that") or goes_on)) or goes_on
