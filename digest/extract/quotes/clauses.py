"""Reporting verbs in the parse: who reports, and the stretch of text that is the content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digest.extract.quotes.behind import clause_behind
from digest.extract.quotes.cues import SAID_FORMS, SURE, Act, Frame
from digest.extract.quotes.extents import past_marks
from digest.extract.quotes.objects import phrases_after
from digest.extract.quotes.phrases import Mention
from digest.extract.quotes.preposed import content_before, content_resumed, interjected, names_alone
from digest.extract.quotes.subjects import cue_span, subject_of
from digest.extract.quotes.tokens import Tokens

_HIDDEN = frozenset({"named", "identified", "quoted"})
_SELVES = frozenset({"himself", "herself", "itself", "themselves"})


@dataclass(frozen=True, slots=True)
class Content:
    """A reported content: tokens ``first`` to ``last`` (included), its cue and who reports."""

    first: int
    last: int
    cue_first: int
    cue_last: int
    cue: int
    mention: Mention | None
    frame: str  # the construction: "clause", "infinitive", "object", "preposed", "according to", …
    act: Act
    how: str


def contents_of(tokens: Tokens, verb: int, frame: Frame) -> Iterator[Content]:
    """What a reporting verb reports."""
    if (
        tokens.tag[verb] == "VBN"
        and tokens.dep[verb] in ("acl", "amod", "relcl")
        and not _has_subject(tokens, verb)
    ):
        return  # "considered one of the best"
    found = subject_of(tokens, verb)
    mention, how = found if found is not None else (None, "no subject")
    cue_first, cue_last = cue_span(tokens, verb)

    def content(first: int, last: int, name: str) -> Content:
        return Content(first, last, cue_first, cue_last, verb, mention, name, frame.act, how)

    sure = tokens.lemma[verb] in SURE or tokens.lower[verb] in SAID_FORMS
    if sure and mention is not None and interjected(tokens, verb, mention):
        rest = content_resumed(tokens, verb, mention)
        whole = content_before(tokens, verb, mention, interrupts=rest is not None, certain=True)
        if whole is not None and tokens.word[whole[1] + 1] == ",":
            yield content(*whole, "preposed")
            if rest is not None:
                yield content(*rest, "resumed")
            return
    after = clause_behind(tokens, verb, mention) if frame.clause else None
    itself = verb + 1 < len(tokens) and tokens.lower[verb + 1] in _SELVES and tokens.lemma[verb] != "say"
    if itself or (after is not None and _is_empty(tokens, after[0])):
        return
    if after is not None:
        yield content(*after, "clause")
        return
    if mention is None:
        return
    if sure and tokens.tag[verb] != "VB":  # "Roe will insist on it" reports nothing before it
        rest = content_resumed(tokens, verb, mention)
        before = content_before(tokens, verb, mention, interrupts=rest is not None)
        if before is not None:
            yield content(*before, "preposed")
            if rest is not None:
                yield content(*rest, "resumed")
            return
        if rest is not None and tokens.lower[mention.first - 1] == "as":
            yield content(*rest, "resumed")  # "As she noted, …"
            return
    for span, name in phrases_after(tokens, verb, frame):
        if not (_is_empty(tokens, span[0]) or _is_report(tokens, *span) or names_alone(tokens, *span)):
            yield content(span[0], past_marks(tokens, verb, *span), name)
            return


def _is_empty(tokens: Tokens, first: int) -> bool:
    """Whether a content tells nothing: "found [himself caught]", "asked [not to be named]"."""
    at = first + 1 if tokens.lower[first] == "not" else first
    hidden = tokens.lower[at - 1 : at + 2] == ["not", "to", "be"] and at + 2 < len(tokens)
    return tokens.lower[first] in _SELVES or (hidden and tokens.lower[at + 2] in _HIDDEN)


def _has_subject(tokens: Tokens, verb: int) -> bool:
    return any(tokens.dep[c] in ("nsubj", "nsubjpass", "agent") for c in tokens.children[verb])


def _is_report(tokens: Tokens, first: int, last: int) -> bool:
    """Whether what looks like an object is a reporting clause: "…, the ministry said"."""
    return tokens.lower[last] in SAID_FORMS and tokens.tag[last] in ("VBD", "VBZ")
