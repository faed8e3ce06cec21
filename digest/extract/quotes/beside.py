"""The reporting clause beside a marked stretch, and who speaks by it.

Marks and adjacency come first here and the parse second: the clause beside a quotation is short and
regular, and the parse of a sentence with a quotation in it is the least certain of all.
"""

from __future__ import annotations

from dataclasses import dataclass

from digest.extract.quotes.cues import DIRECT_ONLY
from digest.extract.quotes.frames import frame_of
from digest.extract.quotes.gaps import DASHES
from digest.extract.quotes.phrases import Mention, phrase_at, phrase_from
from digest.extract.quotes.subjects import cue_span
from digest.extract.quotes.tokens import Tokens
from digest.language.lists.people import ROLES


@dataclass(frozen=True, slots=True)
class Beside:
    """A reporting clause beside a stretch."""

    cue_first: int
    cue_last: int
    cue: int
    mention: Mention | None
    evidence: str  # the construction, as the confidence table names it
    how: str


def according_to(tokens: Tokens, index: int, stop: int) -> Beside | None:
    """ "…,” according to the report"."""
    if index + 2 >= stop or tokens.lower[index + 1] != "to":
        return None
    near = phrase_from(tokens, index + 2, stop)
    if near is None:
        return None
    mention = phrase_at(tokens, near.head)
    mention = mention if mention.first >= index + 2 else near
    return Beside(index, index + 1, index, mention, "according to", "according to")


def reports_speech(tokens: Tokens, verb: int) -> bool:
    """Whether a verb reports what somebody said."""
    frame = frame_of(tokens, verb)
    return (frame is not None and frame.act == "said") or tokens.lemma[verb] in DIRECT_ONLY


def phrase_after_cue(tokens: Tokens, start: int, stop: int) -> Mention | None:
    """The noun phrase right after an inverted cue: "said the minister"."""
    while start < stop and tokens.tag[start] == "RB":
        start += 1
    comma = next((i for i in range(start, stop) if tokens.word[i] in {",", ":", "("} | DASHES), stop)
    return phrase_from(tokens, start, comma)


def settled(
    tokens: Tokens,
    cue: int,
    found: tuple[Mention, str] | None,
    near: Mention | None,
    pattern: str,
    known: bool,
) -> Beside:
    """One speaker out of what the parse says and what stands next to the cue."""
    mention, how = found if found is not None else (None, f"next to '{tokens.word[cue]}'")
    evidence = pattern
    if mention is not None and near is not None:
        same = mention.first <= near.head <= mention.last or near.first <= mention.head <= near.last
        same = same or _apposed(tokens, near, mention)
        evidence += ", parse agrees" if same else ", parse differs"
        if not same and pattern.startswith("after"):
            mention = near
    elif mention is not None:
        evidence += ", parse only"
    elif near is not None:
        mention, evidence = (
            phrase_at(tokens, near.head) if tokens.tag[near.head] == "PRP" else near,
            evidence + ", neighbour only",
        )
    if how.endswith("of the noun") or "' by '" in how:
        evidence += ", shared subject"
    if not known:
        evidence += ", other verb"
    first, last = cue_span(tokens, cue)
    return Beside(first, last, cue, mention, evidence, how)


def _apposed(tokens: Tokens, role: Mention, name: Mention) -> bool:
    """Whether a role and a name stand side by side for one person: "the minister, Jane Roe, said"."""
    beside = name.first == role.last + 2 and tokens.word[role.last + 1] == ","
    return beside and tokens.lower[role.head] in ROLES and tokens.entity[name.head] == "PERSON"
