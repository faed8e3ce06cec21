"""Reporting verbs in the parse: who reports, and the stretch of text that is the content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digest.extract.quotes.cues import FRAMES, NOUNS, SAID_FORMS, SURE, Act, Frame
from digest.extract.quotes.phrases import Mention, phrase_at
from digest.extract.quotes.tokens import NOMINAL, Tokens

_SUBJECTS = frozenset({"nsubj", "csubj"})
_RELATIVE = frozenset({"who", "which", "that"})
_NAMES = frozenset({"oprd", "attr", "xcomp", "ccomp", "prep", "acomp"})
_NOUN_CLAUSES = frozenset({"acl", "ccomp", "relcl"})
_INHERIT = frozenset({"conj", "xcomp", "advcl", "acl", "ccomp", "dep", "parataxis", "pcomp"})


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


def find_contents(tokens: Tokens) -> Iterator[Content]:
    """Every reported content that the parse shows, in order of the cue; they may overlap."""
    for index in range(len(tokens)):
        if tokens.stretch[index] >= 0:
            continue
        frame = frame_of(tokens, index)
        if frame is not None:
            yield from _of_verb(tokens, index, frame)
        elif tokens.lower[index] == "according":
            yield from _according(tokens, index)
        elif tokens.lemma[index] in NOUNS and tokens.tag[index] in ("NN", "NNS"):
            yield from _of_noun(tokens, index)


def frame_of(tokens: Tokens, index: int) -> Frame | None:
    """The frame of a reporting verb; None for any other token."""
    if tokens.lower[index] in SAID_FORMS:
        return FRAMES[
            {"sa": "say", "to": "tell", "te": "tell", "ad": "add", "wr": "write"}[tokens.lower[index][:2]]
        ]
    if not tokens.tag[index].startswith("VB"):
        return None
    return FRAMES.get(tokens.lemma[index])


def subject_of(tokens: Tokens, verb: int, depth: int = 0) -> tuple[Mention, str] | None:
    """Who does what a verb says, and how that is known."""
    word = tokens.word[verb]
    passive = any(tokens.dep[c] in ("nsubjpass", "auxpass") for c in tokens.children[verb])
    if passive and depth == 0:
        return _agent(tokens, verb)
    subjects = [c for c in tokens.children[verb] if tokens.dep[c] in _SUBJECTS and tokens.stretch[c] < 0]
    if not subjects and passive:
        subjects = [c for c in tokens.children[verb] if tokens.dep[c] == "nsubjpass"]
    if subjects:
        nearest = min(subjects, key=lambda c: abs(c - verb))
        if tokens.lower[nearest] in _RELATIVE and tokens.tag[nearest] in ("WP", "WDT", "IN"):
            head = tokens.head[verb]
            if tokens.dep[verb] in ("relcl", "acl", "ccomp") and tokens.tag[head] in NOMINAL and head < verb:
                return phrase_at(tokens, head), f"subject of '{word}'"
            return None
        if tokens.tag[nearest] in NOMINAL or tokens.tag[nearest] in ("JJ", "JJR", "JJS"):
            return phrase_at(tokens, nearest), f"subject of '{word}'"
        return None
    agent = _agent(tokens, verb)
    if agent is not None:
        return agent
    head, dep = tokens.head[verb], tokens.dep[verb]
    if depth < 4 and head != verb and dep in _INHERIT:
        if tokens.tag[head] in NOMINAL and dep in ("acl", "relcl"):
            return phrase_at(tokens, head), f"'{word}' of the noun"
        if tokens.tag[head].startswith("VB") or tokens.tag[head] in ("JJ", "MD", "NN"):
            if dep in ("xcomp", "ccomp"):
                objects = [
                    c for c in tokens.children[head] if tokens.dep[c] in ("dobj", "dative") and c < verb
                ]
                if objects and tokens.tag[verb] == "VB":
                    return phrase_at(tokens, objects[-1]), f"object of '{tokens.word[head]}'"
            found = subject_of(tokens, head, depth + 1)
            return None if found is None else (found[0], f"subject of '{word}' by '{tokens.word[head]}'")
    return None


def _agent(tokens: Tokens, verb: int) -> tuple[Mention, str] | None:
    for child in tokens.children[verb]:
        if child > verb and (
            tokens.dep[child] == "agent" or (tokens.lower[child] == "by" and tokens.tag[verb] == "VBN")
        ):
            objects = [c for c in tokens.children[child] if tokens.dep[c] == "pobj"]
            if objects:
                return phrase_at(tokens, objects[0]), f"'{tokens.word[verb]} by'"
    return None


def cue_span(tokens: Tokens, verb: int) -> tuple[int, int]:
    """The verb with its auxiliaries, as long as they are neighbours."""
    first = verb
    while (
        first > 0
        and tokens.head[first - 1] == verb
        and tokens.dep[first - 1] in ("aux", "auxpass", "neg", "advmod")
    ):
        first -= 1
    return first, verb


def _of_verb(tokens: Tokens, verb: int, frame: Frame) -> Iterator[Content]:
    found = subject_of(tokens, verb)
    mention, how = found if found is not None else (None, "no subject")
    cue_first, cue_last = cue_span(tokens, verb)

    def content(first: int, last: int, name: str) -> Content:
        return Content(first, last, cue_first, cue_last, verb, mention, name, frame.act, how)

    end = tokens.sentence_end[verb]
    clause = _clause_after(tokens, verb, frame)
    if clause is not None and frame.clause:
        yield content(*clause, "clause")
        return
    if mention is not None and frame.act == "said" and frame.clause:
        before = _before(tokens, verb, mention)
        if before is not None:
            yield content(*before, "preposed")
            after = max(mention.last, verb) + 1
            if after + 3 < end and tokens.word[after] == ",":
                rest = (after + 1, _strip_end(tokens, after + 1, end - 1))
                if (
                    rest[1] - rest[0] > 2
                    and frame_of(tokens, after + 1) is None
                    and tokens.dep[after + 1] != "mark"
                ):
                    yield content(*rest, "resumed")
            return
    if mention is None:
        return
    infinitive = next(
        (c for c in tokens.children[verb] if c > verb and tokens.dep[c] == "xcomp" and _has_to(tokens, c)),
        None,
    )
    obj = next((c for c in tokens.children[verb] if c > verb and tokens.dep[c] in ("dobj", "dative")), None)
    if frame.naming and obj is not None:
        names = [c for c in tokens.children[verb] if c > obj and tokens.dep[c] in _NAMES]
        last = max(tokens.right[c] for c in [obj, *names])
        yield content(tokens.left[obj], _strip_end(tokens, verb + 1, last), "naming")
    elif infinitive is not None and obj is not None and obj < infinitive and frame.object:
        yield content(tokens.left[obj], tokens.right[infinitive], "urging")
    elif infinitive is not None and (frame.infinitive or frame.act == "said"):
        yield content(_to_before(tokens, infinitive), tokens.right[infinitive], "infinitive")
    elif obj is not None and frame.object and tokens.tag[obj] in NOMINAL:
        yield content(tokens.left[obj], tokens.right[obj], "object")
    else:
        for child in tokens.children[verb]:
            if (
                child > verb
                and tokens.dep[child] in ("prep", "prt")
                and tokens.lower[child] in frame.prepositions
                and tokens.right[child] > child
            ):
                yield content(child + 1, tokens.right[child], f"preposition {tokens.lower[child]}")
                return


def _clause_after(tokens: Tokens, verb: int, frame: Frame) -> tuple[int, int] | None:
    """The complement clause that follows the verb: first and last token."""
    for child in tokens.children[verb]:
        if child < verb or tokens.dep[child] not in ("ccomp", "xcomp", "dep", "parataxis", "acomp"):
            continue
        if tokens.dep[child] == "xcomp" and _has_to(tokens, child):
            continue
        if tokens.dep[child] in ("dep", "parataxis", "acomp") and not _finite(tokens, child):
            continue
        if tokens.dep[child] == "ccomp" and tokens.tag[child] == "VBG" and not _finite(tokens, child):
            continue
        first = max(tokens.left[child], verb + 1)
        last = tokens.right[child]
        return _strip_start(tokens, first, last), _strip_end(tokens, first, last)
    end = tokens.sentence_end[verb]
    that = next((i for i in range(verb + 1, min(end, verb + 14)) if tokens.lower[i] == "that"
                 and tokens.tag[i] in ("IN", "WDT") and tokens.stretch[i] < 0), None)  # fmt: skip
    if that is not None and tokens.lemma[verb] in SURE and end - that > 3:
        return that, _strip_end(tokens, that, end - 1)
    return None


def _finite(tokens: Tokens, verb: int) -> bool:
    """Whether a clause has a finite verb."""
    return tokens.tag[verb] in ("VBD", "VBZ", "VBP") or any(
        tokens.dep[c] in ("aux", "auxpass", "cop", "nsubj", "nsubjpass", "expl")
        for c in tokens.children[verb]
    )


def _has_to(tokens: Tokens, verb: int) -> bool:
    return any(tokens.lower[c] == "to" and c < verb for c in tokens.children[verb])


def _to_before(tokens: Tokens, verb: int) -> int:
    return next(c for c in tokens.children[verb] if tokens.lower[c] == "to" and c < verb)


def _before(tokens: Tokens, verb: int, mention: Mention) -> tuple[int, int] | None:
    """The content before a reporting clause that ends or interrupts its sentence."""
    first = min(mention.first, cue_span(tokens, verb)[0])
    start = tokens.sentence[verb]
    comma = first - 1
    if comma - start < 3 or tokens.word[comma] not in (",", "”", '"', "—", "–", "--"):
        return None
    if any(tokens.dep[c] == "mark" and c >= first for c in tokens.children[verb]):
        return None
    after = tokens.word[max(verb, mention.last) + 1 : tokens.sentence_end[verb]]
    if not after:
        return None
    return _strip_start(tokens, start, comma), _strip_end(tokens, start, comma)


def _strip_start(tokens: Tokens, first: int, last: int) -> int:
    while first < last and tokens.word[first] in (",", ":", ";", "—", "–", "--", "-", ")", "”", " "):
        first += 1
    return first


def _strip_end(tokens: Tokens, first: int, last: int) -> int:
    while last > first and (
        tokens.word[last] in (",", ".", ";", ":", "—", "–", "--", "-", "(") or tokens.word[last].isspace()
    ):
        last -= 1
    return last


def _according(tokens: Tokens, index: int) -> Iterator[Content]:
    """ "According to the ministry, …" and "…, according to the ministry"."""
    if index + 2 >= len(tokens) or tokens.lower[index + 1] != "to":
        return
    start, end = tokens.sentence[index], tokens.sentence_end[index]
    noun = next(
        (i for i in range(index + 2, end) if tokens.tag[i] in NOMINAL and tokens.dep[i] == "pobj"), None
    )
    if noun is None:
        return
    mention = phrase_at(tokens, noun)
    if mention.first <= index + 1:
        mention = Mention(index + 2, mention.last, noun)
    last = max(tokens.right[noun], mention.last)
    if index - start <= 1:
        comma = next((i for i in range(mention.last + 1, end) if tokens.word[i] == ","), None)
        while comma is not None and comma < tokens.right[noun] and tokens.right[noun] < end - 4:
            comma = next((i for i in range(comma + 1, end) if tokens.word[i] == ","), None)
        if comma is None:
            return
        first, final = comma + 1, _strip_end(tokens, comma + 1, end - 1)
    else:
        first, final = start, _strip_end(tokens, start, index - 1)
    if final - first >= 1:
        yield Content(first, final, index, index + 1, index, mention, "according to", "said", "according to")
    if index - start > 1 and last + 2 < end and tokens.word[last + 1] == ",":
        rest = _strip_end(tokens, last + 2, end - 1)
        if rest - last > 4:
            yield Content(
                last + 2,
                rest,
                index,
                index + 1,
                index,
                mention,
                "according to, resumed",
                "said",
                "according to",
            )


def _of_noun(tokens: Tokens, noun: int) -> Iterator[Content]:
    """ "the minister's claim that …", "made a promise to …"."""
    clause = next((c for c in tokens.children[noun] if c > noun and tokens.dep[c] in _NOUN_CLAUSES), None)
    if clause is None:
        return
    opener = tokens.left[clause]
    if tokens.lower[opener] not in ("that", "to") or tokens.dep[opener] not in ("mark", "aux"):
        return
    owner = next(
        (c for c in tokens.children[noun] if tokens.dep[c] == "poss" and tokens.tag[c] in (*NOMINAL, "PRP$")),
        None,
    )
    if owner is not None:
        mention, how = phrase_at(tokens, owner), f"owner of '{tokens.word[noun]}'"
    else:
        verb = tokens.head[noun]
        found = subject_of(tokens, verb) if tokens.dep[noun] == "dobj" else None
        if found is None:
            return
        mention, how = found
    first = tokens.left[clause]
    yield Content(first, tokens.right[clause], noun, noun, noun, mention, "noun", "held", how)
