"""Reporting verbs in the parse: who reports, and the stretch of text that is the content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digest.extract.quotes.cues import FRAMES, SAID_FORMS, SURE, Act, Frame
from digest.extract.quotes.extents import (
    clause_start,
    content_end,
    finite,
    past_marks,
    sentence_limit,
    strip_end,
    strip_start,
)
from digest.extract.quotes.phrases import Mention
from digest.extract.quotes.subjects import cue_span, subject_of
from digest.extract.quotes.tokens import NOMINAL, Tokens
from digest.language.lists.calendar import CALENDAR

_CLAUSES = frozenset({"ccomp", "xcomp", "dep", "parataxis", "acomp", "relcl", "acl"})
_STEMS = {"sa": "say", "to": "tell", "te": "tell", "ad": "add", "wr": "write", "tw": "tweet"}
_NOUN_LIKE = frozenset({"reports", "claims", "notes", "reveals", "argues", "warns", "states", "vows"})
_ADDRESSEE = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "POS"})
_LITTLE = frozenset(
    {"little", "nothing", "so", "much", "something", "anything", "more", "enough", "yes", "no", "to"}
)
_TOLD = frozenset({"tell", "remind", "assure", "warn"})
_URGES = frozenset(
    {"urge", "ask", "tell", "warn", "order", "beg", "encourage", "implore", "advise", "invite", "press"}
)
_BARE = frozenset(
    {"said", "says", "say", "announced", "claimed", "claims", "added", "noted", "believes", "argues"}
)
_OPENERS = NOMINAL | {"JJ", "PRP$", "NNPS", "VBG", "JJR", "JJS", "PDT", "RB", "WP"}
_NAMING_TAGS = frozenset({"NNP", "NNPS", "PRP", "NN"})
_CIRCUMSTANCE = frozenset({"as", "while", "after", "before", "because"})  # "said as the talks began"
_FAR, _NEAR = 22, 10  # tokens between a cue and its "that"
_CHARGES = frozenset({"of", "for", "as", "over", "with", "to"})


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


def frame_of(tokens: Tokens, index: int) -> Frame | None:
    """The frame of a reporting verb; None for any other token."""
    if (index and tokens.word[index - 1] == "-") or tokens.dep[index] == "prep":
        return None  # "so-called", "regarding"
    if tokens.lower[index] in SAID_FORMS:
        if tokens.lower[index : index + 2] == ["said", "to"] and tokens.tag[index + 2 : index + 3] == ["VB"]:
            return None  # "the road said to be the oldest"
        return FRAMES[_STEMS[tokens.lower[index][:2]]]
    if tokens.tag[index].startswith("VB"):
        return FRAMES.get(tokens.lemma[index])
    following = tokens.lower[index + 1] if index + 1 < len(tokens) else ""
    if (
        tokens.lower[index] in _NOUN_LIKE
        and following == "that"
        and index
        and tokens.tag[index - 1][:3] == "NNP"
    ):
        return FRAMES[tokens.lower[index][:-1]]  # "The Post reports that", read as a noun
    return None


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
        rest = _resumed(tokens, verb, mention)
        whole = _before(tokens, verb, mention, interrupts=rest is not None, certain=True)
        if whole is not None and tokens.word[whole[1] + 1] == ",":
            yield content(*whole, "preposed")
            if rest is not None:
                yield content(*rest, "resumed")
            return
    after = _clause_after(tokens, verb, mention) if frame.clause else None
    if after is not None:
        yield content(*after, "clause")
        return
    if mention is None:
        return
    if sure:
        rest = _resumed(tokens, verb, mention)
        before = _before(tokens, verb, mention, interrupts=rest is not None)
        if before is not None:
            yield content(*before, "preposed")
            if rest is not None:
                yield content(*rest, "resumed")
            return
        if rest is not None and tokens.lower[mention.first - 1] == "as":
            yield content(*rest, "resumed")  # "As she noted, …"
            return
    for span, name in _phrases_after(tokens, verb, frame):
        if not _is_report(tokens, *span):
            yield content(span[0], past_marks(tokens, verb, *span), name)
            return


def interjected(tokens: Tokens, verb: int, mention: Mention) -> bool:
    """Whether a finite verb and its subject stand between commas or at the end: "…, she said."."""
    if tokens.tag[verb] not in ("VBD", "VBZ", "VBP") or mention.first < 1 or mention.last > verb:
        return False
    if tokens.word[mention.first - 1] != "," or mention.last < verb - 3:
        return False
    at = verb + 1
    end = sentence_limit(tokens, verb)
    while tokens.lemma[verb] in _TOLD and at < min(end, verb + 7) and tokens.tag[at] in _ADDRESSEE:
        at += 1
    while at < end and tokens.word[at] in CALENDAR:
        at += 1
    return at >= end or tokens.word[at] in (",", ".", ";", "—", "–", "--")


def _has_subject(tokens: Tokens, verb: int) -> bool:
    return any(tokens.dep[c] in ("nsubj", "nsubjpass", "agent") for c in tokens.children[verb])


def _is_report(tokens: Tokens, first: int, last: int) -> bool:
    """Whether what looks like an object is a reporting clause: "…, the ministry said"."""
    return tokens.lower[last] in SAID_FORMS and tokens.tag[last] in ("VBD", "VBZ")


def _urged(tokens: Tokens, verb: int, obj: int) -> int | None:
    """The "to" of what somebody is urged to do, right after the object, whatever it hangs on."""
    limit = min(sentence_limit(tokens, verb), obj + 16)
    for index in range(obj + 1, limit - 1):
        if tokens.lower[index] == "to" and tokens.lemma[verb] in _URGES:
            follows = tokens.stretch[index + 1] >= 0 or tokens.tag[index + 1] == "VB"
            return index if follows else None
        if tokens.word[index] in (",", ";") or tokens.tag[index] in ("VBD", "VBZ", "VBP"):
            return None
    return None


def _clause_after(tokens: Tokens, verb: int, mention: Mention | None) -> tuple[int, int] | None:
    """The complement clause that follows the verb: first and last token."""
    sure = tokens.lemma[verb] in SURE or tokens.lower[verb] in SAID_FORMS
    paused = verb + 1 < len(tokens) and tokens.word[verb + 1] == ","
    if paused and tokens.lower[verb] not in SAID_FORMS:
        return None  # "after the talks concluded, …"
    for child in tokens.children[verb]:
        dep = tokens.dep[child]
        if child < verb or dep not in _CLAUSES or (dep == "xcomp" and _to_of(tokens, child) is not None):
            continue
        if tokens.lower[tokens.left[child]] in _CIRCUMSTANCE:
            continue
        if dep in ("relcl", "acl", "dep", "parataxis", "acomp", "xcomp") and not _finite_head(tokens, child):
            continue
        if dep == "ccomp" and tokens.tag[child] == "VBG" and not _finite_head(tokens, child):
            continue
        first = clause_start(tokens, verb, child)
        core = tokens.right[child]
        said = sure or tokens.dep[child] == "ccomp"
        last = content_end(tokens, verb, first, core) if said else strip_end(tokens, first, core)
        return (first, last) if last > first else None
    end = sentence_limit(tokens, verb)
    that = _that(tokens, verb, min(end, verb + (_FAR if sure else _NEAR)), sure=sure)
    if that is not None and not sure and not _quotes(tokens, that, end):
        return None
    if that is not None and end - that > 3:
        last = content_end(tokens, verb, that, None)
        return (that, last) if last > that + 1 else None
    if not sure:
        return None
    first = verb + 1
    while first < end - 1 and tokens.word[first] in CALENDAR:
        first += 1
    plain = mention is not None and mention.last < verb and tokens.lower[verb] in _BARE
    plain = (
        plain and first < end and (tokens.lower[first] not in _LITTLE or tokens.lower[first + 1] == "than")
    )
    if (
        plain
        and first < end
        and tokens.tag[first] in _OPENERS
        and (finite(tokens, first, end - 1, any_clause=True) or _quotes(tokens, first, end))
    ):
        last = content_end(tokens, verb, first, None)
        whole = finite(tokens, first, last, any_clause=True) or _quotes(tokens, first, last + 1)
        return (first, last) if whole else None
    return None


def _that(tokens: Tokens, verb: int, stop: int, *, sure: bool) -> int | None:
    """The "that" that opens the content, though the parse hangs it elsewhere; after a verb that is not
    ``sure`` only where nothing but an addressee, a place or a time stands between.
    """
    for index in range(verb + 1, stop):
        if tokens.lower[index] == "that" and tokens.tag[index] in ("IN", "WDT") and tokens.stretch[index] < 0:
            return index if sure or tokens.tag[index] == "IN" else None
        if not sure and (tokens.tag[index][:2] in ("VB", "CC") or tokens.word[index] in (",", ";", ":")):
            return None
    return None


def _quotes(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether some tokens are marked, after one that is not: "that she would “act”"."""
    return tokens.stretch[first] < 0 and any(tokens.stretch[i] >= 0 for i in range(first, stop))


def _finite_head(tokens: Tokens, verb: int) -> bool:
    """Whether a clause has a finite verb."""
    return tokens.tag[verb] in ("VBD", "VBZ", "VBP") or any(
        tokens.dep[c] in ("aux", "auxpass", "cop", "nsubj", "nsubjpass", "expl")
        for c in tokens.children[verb]
    )


def _to_of(tokens: Tokens, verb: int) -> int | None:
    return next((c for c in tokens.children[verb] if tokens.lower[c] == "to" and c < verb), None)


def _before(
    tokens: Tokens, verb: int, mention: Mention, *, interrupts: bool, certain: bool = False
) -> tuple[int, int] | None:
    """The content before a reporting clause that ends its sentence, or ``interrupts`` it."""
    first = min(mention.first, cue_span(tokens, verb)[0])
    start = tokens.sentence[verb]
    comma = first - 1
    if comma - start < (1 if interrupts else 3) or tokens.word[comma] not in (
        ",",
        "”",
        '"',
        "''",
        "—",
        "–",
        "--",
    ):
        return None
    if any(tokens.dep[c] == "mark" and c >= first for c in tokens.children[verb]):
        return None
    if not certain and any(
        tokens.dep[c] in ("dobj", "ccomp", "xcomp") and c > max(verb, mention.last)
        for c in tokens.children[verb]
    ):
        return None
    whole = _after_dateline(tokens, strip_start(tokens, start, comma)), strip_end(tokens, start, comma)
    return whole if interrupts or finite(tokens, *whole) else None


def _after_dateline(tokens: Tokens, start: int) -> int:
    """``start`` moved over a place before a dash: "WASHINGTON — …"."""
    for index in range(start, min(start + 12, len(tokens))):
        if (
            tokens.word[index] in ("—", "–", "―", "--")
            and tokens.word[start].isupper()
            and index - start < 12
        ):
            return index + 1
    return start


def _resumed(tokens: Tokens, verb: int, mention: Mention) -> tuple[int, int] | None:
    """The content that goes on after a reporting clause in its middle."""
    after = max(mention.last, verb) + 1
    end = sentence_limit(tokens, verb)
    if after + 3 >= end or tokens.word[after] != "," or mention.last > verb:
        return None
    first, last = after + 1, strip_end(tokens, after + 1, end - 1)
    opening = tokens.tag[first] in ("VBG", "WP", "WDT", "WRB", "IN", "CC") or tokens.dep[first] == "mark"
    own = mention.last < verb and not opening and last - first > 2
    whole = _main_verb(tokens, first, last) or _quotes(tokens, first, last + 1)
    return (first, last) if own and whole else None


def _main_verb(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a stretch has a finite verb outside relative clauses and inserted phrases."""
    return any(
        tokens.tag[i] in ("VBD", "VBZ", "VBP", "MD")
        and tokens.dep[i] not in ("relcl", "acl", "advcl")
        and tokens.dep[tokens.head[i]] not in ("relcl", "advcl")
        for i in range(first, last + 1)
    )


def _phrases_after(tokens: Tokens, verb: int, frame: Frame) -> Iterator[tuple[tuple[int, int], str]]:
    """Contents that are no clauses: what is urged, promised, denied, called for or called a name."""
    children = [c for c in tokens.children[verb] if c > verb]
    infinitive = next(
        (c for c in children if tokens.dep[c] in ("xcomp", "ccomp", "advcl") and _to_of(tokens, c)), None
    )
    obj = next(
        (
            c
            for c in children
            if tokens.dep[c] in ("dobj", "dative") and tokens.tag[c] in (*NOMINAL, "JJ", "VBG")
        ),
        None,
    )
    named = obj if not any(tokens.lower[c] in ("on", "upon", "for") for c in children[:1]) else None
    if named is None and frame.naming and not any(tokens.lower[c] in ("on", "upon", "for") for c in children):
        named = next((c for c in children if tokens.tag[c] in NOMINAL and tokens.dep[c] != "npadvmod"), None)
    if frame.naming and named is not None:
        first = max(tokens.left[named], verb + 1)
        yield (first, content_end(tokens, verb, first, tokens.right[named], plain=True)), "naming"
    if obj is None and tokens.lemma[verb] == "call":
        preposition = next((c for c in children if tokens.lower[c] in ("on", "upon")), None)
        called = tokens.children[preposition] if preposition is not None else ()
        obj = next((c for c in called if tokens.dep[c] == "pobj"), None)
    urges = obj is not None and frame.act == "said" and (frame.object or tokens.lemma[verb] == "call")
    marked = _urged(tokens, verb, obj) if urges and obj is not None else None
    if marked is not None and obj is not None:
        first = max(tokens.left[obj], verb + 1)
        yield (first, content_end(tokens, verb, first, max(marked, tokens.right[obj]))), "urging"
    if infinitive is not None and obj is not None and obj < infinitive and frame.object:
        first = max(tokens.left[obj], verb + 1)
        yield (first, strip_end(tokens, first, tokens.right[infinitive])), "urging"
    if infinitive is not None and (frame.infinitive or frame.act == "said"):
        first = max(_to_of(tokens, infinitive) or verb + 1, verb + 1)
        if first - verb <= 3 or frame.act == "said":
            yield (first, content_end(tokens, verb, first, tokens.right[infinitive])), "infinitive"
    if obj is not None and frame.object:
        first, last = max(tokens.left[obj], verb + 1), tokens.right[obj]
        charge = next(
            (c for c in children if c > obj and tokens.lower[c] in _CHARGES and tokens.left[c] == last + 1),
            None,
        )
        if charge is not None and frame.act == "said":
            last = tokens.right[charge]
        yield (first, strip_end(tokens, first, last)), "object"
    for child in children:
        prepositional = tokens.dep[child] in ("prep", "prt") and tokens.right[child] > child
        if prepositional and tokens.lower[child] in frame.prepositions:
            last = tokens.right[child]
            if last + 2 < len(tokens) and tokens.lower[last + 1] == "as":  # "referred to him as …"
                last = content_end(tokens, verb, child + 1, last + 1, plain=True)
            yield (child + 1, strip_end(tokens, child + 1, last)), f"preposition {tokens.lower[child]}"
