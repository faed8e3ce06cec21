"""A content that is a clause behind its reporting verb."""

from __future__ import annotations

from digest.extract.quotes.cues import SAID_FORMS, SURE
from digest.extract.quotes.edges import finite, sentence_limit, strip_end
from digest.extract.quotes.extents import content_end
from digest.extract.quotes.openings import after_time, clause_start
from digest.extract.quotes.phrases import Mention
from digest.extract.quotes.tokens import NOMINAL, Tokens

_CLAUSES = frozenset({"ccomp", "xcomp", "dep", "parataxis", "acomp", "relcl", "acl"})
_LITTLE = frozenset(
    {"little", "nothing", "so", "much", "something", "anything", "more", "enough", "yes", "no", "to"}
)
_BARE = frozenset(
    {"said", "says", "say", "announced", "claimed", "claims", "added", "noted", "believes", "argues"}
)
_OPENERS = NOMINAL | {"JJ", "PRP$", "NNPS", "VBG", "JJR", "JJS", "PDT", "RB", "WP"}
_CIRCUMSTANCE = frozenset({"as", "while", "after", "before", "because"})  # "said as the talks began"
_FAR, _NEAR = 22, 10  # tokens between a cue and its "that"


def clause_behind(tokens: Tokens, verb: int, mention: Mention | None) -> tuple[int, int] | None:
    """The complement clause that follows the verb: first and last token."""
    sure = tokens.lemma[verb] in SURE or tokens.lower[verb] in SAID_FORMS
    paused = verb + 1 < len(tokens) and tokens.word[verb + 1] == ","
    if paused and tokens.lower[verb] not in SAID_FORMS:
        return None  # "after the talks concluded, …"
    for child in tokens.children[verb]:
        dep = tokens.dep[child]
        if child < verb or dep not in _CLAUSES or (dep == "xcomp" and to_of(tokens, child) is not None):
            continue
        if tokens.lower[tokens.left[child]] in _CIRCUMSTANCE:
            continue
        if dep in ("relcl", "acl", "dep", "parataxis", "acomp", "xcomp") and not finite_head(tokens, child):
            continue
        if dep == "ccomp" and tokens.tag[child] == "VBG" and not finite_head(tokens, child):
            continue
        first = clause_start(tokens, verb, child)
        first += tokens.word[first] == ","
        core = tokens.right[child]
        said = sure or tokens.dep[child] == "ccomp"
        last = content_end(tokens, verb, first, core) if said else strip_end(tokens, first, core)
        return (first, last) if last > first else None
    end = sentence_limit(tokens, verb)
    inverted = mention is not None and mention.first > verb
    that = _that(tokens, verb, min(end, verb + (_FAR if sure else _NEAR)), sure=sure, inverted=inverted)
    if that is not None and not sure and not has_marks(tokens, that, end):
        return None
    if that is not None and end - that > 3:
        last = content_end(tokens, verb, that, None)
        return (that, last) if last > that + 1 else None
    if not sure:
        return None
    first = after_time(tokens, verb + 1, end)
    plain = mention is not None and mention.last < verb and tokens.lower[verb] in _BARE
    plain = (
        plain and first < end and (tokens.lower[first] not in _LITTLE or tokens.lower[first + 1] == "than")
    )
    if (
        plain
        and first < end
        and tokens.tag[first] in _OPENERS
        and (finite(tokens, first, end - 1, any_clause=True) or has_marks(tokens, first, end))
    ):
        last = content_end(tokens, verb, first, None)
        whole = finite(tokens, first, last, any_clause=True) or has_marks(tokens, first, last + 1)
        return (first, last) if whole else None
    return None


def _that(tokens: Tokens, verb: int, stop: int, *, sure: bool, inverted: bool) -> int | None:
    """The "that" that opens the content, though the parse hangs it elsewhere; after a verb that is not
    ``sure`` only where nothing but an addressee, a place or a time stands between; behind a subject that is
    itself behind the verb none that the parse has for a relative: "said Roe, who won a seat [that] was lost".
    """
    for index in range(verb + 1, stop):
        if inverted and tokens.tag[index] == "WDT" and tokens.dep[tokens.head[index]] == "relcl":
            continue
        if tokens.lower[index] == "that" and tokens.tag[index] in ("IN", "WDT") and tokens.stretch[index] < 0:
            return index if sure or tokens.tag[index] == "IN" else None
        if not sure and (tokens.tag[index][:2] in ("VB", "CC") or tokens.word[index] in (",", ";", ":")):
            return None
    return None


def has_marks(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether some tokens are marked, after one that is not: "that she would “act”"."""
    return tokens.stretch[first] < 0 and any(tokens.stretch[i] >= 0 for i in range(first, stop))


def finite_head(tokens: Tokens, verb: int) -> bool:
    """Whether a clause has a finite verb."""
    return tokens.tag[verb] in ("VBD", "VBZ", "VBP") or any(
        tokens.dep[c] in ("aux", "auxpass", "cop", "nsubj", "nsubjpass", "expl")
        for c in tokens.children[verb]
    )


def to_of(tokens: Tokens, verb: int) -> int | None:
    """The "to" of an infinitive."""
    return next((c for c in tokens.children[verb] if tokens.lower[c] == "to" and c < verb), None)
