"""Reports without a verb: "according to", "the claim that …", and every reported content of a text."""

from __future__ import annotations

from collections.abc import Iterator

from digest.extract.quotes.clauses import Content, contents_of
from digest.extract.quotes.cues import FRAMES, NOUNS
from digest.extract.quotes.edges import finite, sentence_limit, strip_end, strip_start
from digest.extract.quotes.frames import frame_of
from digest.extract.quotes.phrases import Mention, phrase_at
from digest.extract.quotes.preposed import interjected
from digest.extract.quotes.subjects import cue_span, subject_of
from digest.extract.quotes.tokens import NOMINAL, Tokens
from digest.language.lists import words

_NO_SOURCES = words(
    "size rank plan pattern schedule rules rule custom tradition taste need needs scale order"
)


def find_contents(tokens: Tokens) -> Iterator[Content]:
    """Every reported content that the parse shows, in order of the cue; they may overlap."""
    for index in range(len(tokens)):
        if tokens.stretch[index] >= 0:
            continue
        frame = frame_of(tokens, index)
        if frame is not None:
            yield from contents_of(tokens, index, frame)
            if tokens.tag[index] == "VBN" and tokens.lemma[index] in _EXPECTED:
                yield from _seems(tokens, index)
        elif tokens.lower[index] == "continued" and tokens.tag[index] == "VBD":
            yield from _continued(tokens, index)
        elif tokens.lemma[index] in ("seem", "appear") and tokens.tag[index] in ("VBD", "VBZ", "VBP"):
            yield from _seems(tokens, index)
        elif tokens.lower[index] == "according":
            yield from _according(tokens, index)
        elif tokens.lemma[index] in NOUNS and tokens.tag[index] in ("NN", "NNS"):
            yield from _of_noun(tokens, index)


_EXPECTED = words("expect believe consider think know say report suppose accuse")


def _seems(tokens: Tokens, verb: int) -> Iterator[Content]:
    """ "[The vote] is expected [to be close]": held by nobody in particular."""
    to = next((i for i in range(verb + 1, min(verb + 4, len(tokens))) if tokens.lower[i] == "to"), None)
    subject = next(
        (c for c in tokens.children[verb] if tokens.dep[c] in ("nsubj", "nsubjpass") and c < verb), None
    )
    if to is None or subject is None or tokens.lower[subject] in ("it", "there") or tokens.head[to] <= to:
        return
    last = strip_end(tokens, to, tokens.right[tokens.head[to]])
    first, final = cue_span(tokens, verb)
    for span in (
        (tokens.left[subject], strip_end(tokens, tokens.left[subject], tokens.right[subject])),
        (to, last),
    ):
        yield Content(*span, first, final, verb, None, "seems", "held", "nobody named")


def _continued(tokens: Tokens, verb: int) -> Iterator[Content]:
    """ "…, the official continued.": a report only where it is interjected."""
    found = subject_of(tokens, verb)
    if found is not None and interjected(tokens, verb, found[0]):
        for content in contents_of(tokens, verb, FRAMES["say"]):
            if content.frame == "preposed":
                yield content


def _according(tokens: Tokens, index: int) -> Iterator[Content]:
    """ "According to the ministry, …" and "…, according to the ministry"."""
    if index + 2 >= len(tokens) or tokens.lower[index + 1] != "to":
        return
    start, end = tokens.sentence[index], sentence_limit(tokens, index)
    noun = _object_of(tokens, index, end)
    if noun is None:
        return
    if tokens.lower[noun] in _NO_SOURCES:
        return
    mention = phrase_at(tokens, noun)
    mention = Mention(max(mention.first, index + 2), mention.last, noun)

    def content(first: int, last: int, frame: str) -> Content:
        return Content(first, last, index, index + 1, index, mention, frame, "said", "according to")

    if index - start <= 1:
        comma = _comma_after(tokens, noun, mention, end)
        if comma is not None:
            yield content(comma + 1, strip_end(tokens, comma + 1, end - 1), "according to")
        return
    first = _reach_back(tokens, start, index)
    last = strip_end(tokens, first, index - 1)
    if last - first >= 1:
        yield content(first, last, "according to")
    after = max(tokens.right[noun], mention.last) + 1
    if after + 4 < end and tokens.word[after] == "," and finite(tokens, after + 1, end - 1):
        yield content(after + 1, strip_end(tokens, after + 1, end - 1), "according to, resumed")


def _object_of(tokens: Tokens, index: int, end: int) -> int | None:
    """The noun that follows "according to"."""
    inside = range(index + 2, min(end, index + 14))
    by_parse = next((i for i in inside if tokens.tag[i] in NOMINAL and tokens.dep[i] == "pobj"), None)
    if by_parse is not None:
        return by_parse
    nouns = [i for i in inside if tokens.tag[i] in NOMINAL - {"DT", "CD"}]
    return nouns[0] if nouns else None


def _comma_after(tokens: Tokens, noun: int, mention: Mention, end: int) -> int | None:
    """The comma that ends "according to …," before its content."""
    commas = [i for i in range(mention.last + 1, end) if tokens.word[i] == ","]
    for comma in commas:
        following = comma + 1
        ends = following < end - 2 and finite(tokens, following, end - 1)
        apposition = following < tokens.right[noun] < end - 4 and comma != commas[-1]
        if ends and not apposition:
            return comma
    return None


def _reach_back(tokens: Tokens, start: int, index: int) -> int:
    """Where the content before ", according to" begins: at its sentence, or after a report that ended."""
    return strip_start(tokens, start, index - 1)


def _of_noun(tokens: Tokens, noun: int) -> Iterator[Content]:
    """ "the minister's claim that …", "made a promise to …"."""
    opener = noun + 1
    if opener >= len(tokens) or tokens.lower[opener] not in ("that", "to") or tokens.stretch[opener] >= 0:
        return
    clause = tokens.head[opener]
    if (
        clause <= opener
        or not tokens.tag[clause].startswith("VB")
        or tokens.dep[opener] not in ("mark", "aux")
    ):
        return
    owner = next(
        (c for c in tokens.children[noun] if tokens.dep[c] == "poss" and tokens.tag[c] in (*NOMINAL, "PRP$")),
        None,
    )
    if owner is not None:
        mention, how = phrase_at(tokens, owner), f"owner of '{tokens.word[noun]}'"
    else:
        found = subject_of(tokens, tokens.head[noun]) if tokens.dep[noun] == "dobj" else None
        if found is None:
            return
        mention, how = found
    last = strip_end(tokens, opener, tokens.right[clause])
    yield Content(opener, last, noun, noun, noun, mention, "noun", "held", how)
