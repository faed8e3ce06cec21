"""Marked stretches and the reporting clauses beside them: “…,” she said; Smith told reporters: “…”.

Marks and adjacency come first here and the parse second: the clause beside a quotation is short and
regular, and the parse of a sentence with a quotation in it is the least certain of all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from digest.extract.quotes.clauses import frame_of
from digest.extract.quotes.cues import DIRECT_ONLY, SAID_FORMS, SURE
from digest.extract.quotes.extents import finite
from digest.extract.quotes.marks import Stretch, title_like
from digest.extract.quotes.phrases import Mention, phrase_at, phrase_before, phrase_from
from digest.extract.quotes.subjects import cue_span, subject_of
from digest.extract.quotes.tokens import NOMINAL, Tokens
from digest.language.lists.people import ROLES

DASHES = frozenset({"—", "–", "―", "--", "-", "~"})
_WORKS = frozenset({"write", "read", "sing", "publish", "post", "show", "recite", "broadcast"})
_SUBORDINATE = frozenset({"that", "as", "when", "while", "after", "before", "who", "which", "if", "because"})
_SKIPPED = frozenset({",", "”", '"', "’", "'", ".", "“", "''"})
STOPS = frozenset({".", "!", "?", ".,", ";"})


@dataclass(frozen=True, slots=True)
class Gap:
    """The tokens between two marked stretches of a paragraph: ``first`` up to ``stop`` (excluded)."""

    first: int
    stop: int


@dataclass(frozen=True, slots=True)
class Beside:
    """A reporting clause beside a stretch."""

    cue_first: int
    cue_last: int
    cue: int
    mention: Mention | None
    evidence: str  # the construction, as the confidence table names it
    how: str


def gaps_around(
    tokens: Tokens, stretches: Sequence[Stretch], number: int, start: int, end: int
) -> tuple[Gap, Gap]:
    """The gaps before and after a stretch, inside its paragraph (characters ``start`` to ``end``)."""
    stretch = stretches[number]
    before_from, after_to = start, end
    if number and stretches[number - 1].paragraph == stretch.paragraph:
        before_from = stretches[number - 1].end
    if number + 1 < len(stretches) and stretches[number + 1].paragraph == stretch.paragraph:
        after_to = stretches[number + 1].start
    return (
        Gap(bisect_left(tokens.start, before_from), bisect_left(tokens.start, stretch.start)),
        Gap(bisect_left(tokens.start, stretch.end), bisect_left(tokens.start, after_to)),
    )


def last_sentence(tokens: Tokens, gap: Gap) -> Gap:
    """The part of a gap after its last full stop."""
    first = gap.first
    for index in range(gap.first, gap.stop):
        if tokens.word[index] in STOPS or tokens.word[index].isspace():
            first = index + 1
    return Gap(first, gap.stop)


def first_sentence(tokens: Tokens, gap: Gap) -> Gap:
    """The part of a gap before its first full stop."""
    for index in range(gap.first, gap.stop):
        if tokens.word[index] in STOPS and index > gap.first:
            return Gap(gap.first, index)
    return gap


def clause_after(tokens: Tokens, stretch: Stretch, gap: Gap, *, strict: bool = False) -> Beside | None:
    """The reporting clause that follows a stretch.

    With ``strict`` only a clause that can do nothing else counts: a finite reporting verb right beside
    its subject, as after a fragment inside a sentence of the reporter's.
    """
    whole, gap = gap, first_sentence(tokens, gap)
    first = gap.first
    while first < gap.stop and (tokens.word[first] in _SKIPPED or tokens.word[first].isspace()):
        first += 1
    if first >= gap.stop:
        return None
    if tokens.text[stretch.end : tokens.start[first] + 1].strip(" \xa0")[:1] in DASHES:
        return _signature(tokens, Gap(first + (tokens.word[first] in DASHES), whole.stop))
    ending = _ending(tokens.text, stretch)
    if tokens.lower[first] == "according" and not strict:
        return _according(tokens, first, gap.stop)
    if tokens.tag[first] == "CC" and ending != ",":
        return None
    named = title_like(tokens.text, stretch)
    cue = _first_cue(tokens, Gap(first, gap.stop), open_class=ending == "," and not named)
    if cue is None:
        return None
    inverted = all(
        tokens.tag[i] in ("RB", "MD") or tokens.dep[i] in ("aux", "advmod", "cc") for i in range(first, cue)
    )
    known = _reports(tokens, cue)
    if strict and not (
        known and cue - first <= 8 and _plain(tokens, first, cue) and _nothing_else(tokens, cue, gap.stop)
    ):
        return None
    brief = known and _plain(tokens, first, cue) and cue - first <= 4 and cue == gap.stop - 1
    if ending == "." and not brief and not (inverted and known and tokens.word[first][:1].islower()):
        return None
    if ending == "" and not (known and (inverted or cue - first <= 4)):
        return None
    if not _parenthetical(tokens, cue, gap.stop, inverted=inverted, asked=ending == "?"):
        return None
    found = subject_of(tokens, cue)
    if inverted:
        near = _after_cue(tokens, cue + 1, gap.stop)
        pattern = "after, cue first"
    else:
        near = phrase_from(tokens, first, cue)
        pattern = "after, name first"
    if inverted and near is None and found is None:
        return None  # “Who Will Pay?” opened at the theatre
    return _settle(tokens, cue, found, near, pattern, known)


def _according(tokens: Tokens, index: int, stop: int) -> Beside | None:
    """ "…,” according to the report"."""
    if index + 2 >= stop or tokens.lower[index + 1] != "to":
        return None
    near = phrase_from(tokens, index + 2, stop)
    if near is None:
        return None
    mention = phrase_at(tokens, near.head)
    mention = mention if mention.first >= index + 2 else near
    return Beside(index, index + 1, index, mention, "according to", "according to")


def _plain(tokens: Tokens, first: int, cue: int) -> bool:
    """Whether nothing but a subject stands between the mark and a finite cue."""
    if tokens.tag[cue] not in ("VBD", "VBZ", "VBP") and tokens.lower[cue] not in ("said", "says"):
        return False
    before = [tokens.tag[i] for i in range(first, cue)]
    return not any(tag in ("IN", "WRB", "TO", "VBG", "WP", "WDT", "CC") for tag in before[:1]) and not any(
        tag.startswith("VB") for tag in before
    )


def _nothing_else(tokens: Tokens, cue: int, stop: int) -> bool:
    """Whether a cue has no object or clause of its own."""
    if tokens.lemma[cue] not in SURE and tokens.lower[cue] not in SAID_FORMS:
        return False
    addressed = tokens.lemma[cue] in ("tell", "ask", "warn", "remind", "assure")
    following = tokens.lower[cue + 1] if cue + 1 < stop else ""
    own = any(
        c > cue
        and tokens.dep[c] in ("dobj", "ccomp", "xcomp")
        and not addressed
        and tokens.tag[c] not in ("NNP", "NNPS")
        for c in tokens.children[cue]
        if c < stop and not any(tokens.word[i] == "," for i in range(cue, c))
    )
    return not own and following not in (
        "if",
        "that",
        "to",
        "for",
        "about",
        "of",
        "he",
        "she",
        "they",
        "it",
        "there",
    )


def _parenthetical(tokens: Tokens, cue: int, stop: int, *, inverted: bool, asked: bool) -> bool:
    """Whether a clause reports what stands before it: no content of its own follows the cue."""
    if inverted:
        return True
    for index in range(cue + 1, stop):
        if tokens.word[index] in {",", ":", "(", "—", "–", "--"}:
            return True
        if tokens.lower[index] in _SUBORDINATE:
            return tokens.lower[index] != "that" or asked
        if tokens.tag[index] in ("VBD", "VBZ", "VBP", "MD"):
            return False
    return True


def clause_before(tokens: Tokens, gap: Gap, *, title: bool = False) -> Beside | None:
    """The reporting clause that leads up to a stretch; ``title`` says that it may be one."""
    gap = last_sentence(tokens, gap)
    last = gap.stop - 1
    while last >= gap.first and tokens.word[last] in {"“", '"', "‘", "'"}:
        last -= 1
    if last < gap.first:
        return None
    label = _label(tokens, Gap(gap.first, last + 1))
    if label is not None:
        return label
    colon = tokens.word[last] == ":"
    if colon and tokens.lower[gap.first] == "according":
        return _according(tokens, gap.first, last)
    comma = tokens.word[last] == ","
    cues = [i for i in range(gap.first, last + 1) if _speaks(tokens, i)]
    if not cues and not colon:
        return None
    if not cues:
        if title:
            return None
        verbs = [i for i in range(gap.first, last + 1) if tokens.tag[i].startswith("VB")]
        verbs = [i for i in verbs if subject_of(tokens, i)]
        if not verbs:
            return None
        cues = verbs[:1]
    cue = _led_by(tokens, cues[-1], last) if comma else cues[-1]
    if title and not colon and tokens.lemma[cue] in _WORKS:
        return None
    if not colon:
        between = range(cue + 1, last + (0 if comma else 1))
        if comma and any(tokens.word[i] == "," for i in between) and len(between) > 12:
            return None
        if not comma and not _leads_on(tokens, cue, last):
            return None
    found = subject_of(tokens, cue)
    inverted = cue == gap.first  # "Said Roe: “…”"
    if inverted:
        near = _after_cue(tokens, cue + 1, last)
    else:
        near = phrase_before(tokens, cue_span(tokens, cue)[0]) or phrase_from(tokens, gap.first, cue)
    if inverted and near is not None:
        found = None
    return _settle(tokens, cue, found, near, "before, colon" if colon else "before", _reports(tokens, cue))


def _led_by(tokens: Tokens, cue: int, last: int) -> int:
    """The verb of the clause that a comma leads on from: "After Roe spoke, Poe shot back, “…”"."""
    comma = False
    for index in range(cue + 1, last):
        comma = comma or tokens.word[index] == ","
        finite = tokens.tag[index] in ("VBD", "VBZ", "VBP") and tokens.lemma[index] not in (
            "be",
            "have",
            "do",
        )
        if (
            comma
            and finite
            and any(tokens.dep[c] == "nsubj" and cue < c < index for c in tokens.children[index])
        ):
            return index
    return cue


def _leads_on(tokens: Tokens, cue: int, last: int) -> bool:
    """Whether nothing but an addressee, a time or 'that' stands between the cue and the mark."""
    if last == cue:
        return True
    return (
        last - cue <= 8
        and tokens.lower[last] in ("that", "reporters", "as")
        and not any(tokens.tag[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(cue + 1, last + 1))
    )


def _speaks(tokens: Tokens, verb: int) -> bool:
    """Whether a verb can lead up to a quotation."""
    if not tokens.tag[verb].startswith("VB") and tokens.lower[verb] not in ("said", "says"):
        return False
    frame = frame_of(tokens, verb)
    return (frame is not None and frame.act == "said") or tokens.lemma[verb] in (
        "continue",
        "explain",
        "recall",
    )


def _reports(tokens: Tokens, verb: int) -> bool:
    frame = frame_of(tokens, verb)
    return (frame is not None and frame.act == "said") or tokens.lemma[verb] in DIRECT_ONLY


def _ending(text: str, stretch: Stretch) -> str:
    """How a stretch ends: "," (the sentence goes on), "?" (it may), "." (it ends) or "" (no stop)."""
    last = text[stretch.inner_end - 1 : stretch.inner_end]
    after = text[stretch.end : stretch.end + 1]
    if last == "," or after == ",":
        return ","
    if (last and last in "?!—–-…") or text[stretch.inner_end - 3 : stretch.inner_end] == "...":
        return "?"
    return "." if last in (".", ";", ":") or after == "." else ""


def _first_cue(tokens: Tokens, gap: Gap, *, open_class: bool) -> int | None:
    """The first reporting verb of a gap; with ``open_class`` the first finite verb, if there is none."""
    fallback: int | None = None
    for index in range(gap.first, gap.stop):
        verb = tokens.tag[index].startswith("VB") or tokens.lower[index] in ("said", "says")
        if not verb or _relative(tokens, index):
            continue
        if _reports(tokens, index):
            return index
        if (
            tokens.tag[index] in ("VBD", "VBZ", "VBP")
            and fallback is None
            and tokens.lemma[index] not in ("be", "have", "do")
        ):
            fallback = index
    return fallback if open_class and fallback is not None and fallback - gap.first < 12 else None


def _relative(tokens: Tokens, verb: int) -> bool:
    """Whether a verb stands in a relative clause."""
    if any(tokens.tag[c] in ("WP", "WDT", "WP$") and c < verb for c in tokens.children[verb]):
        return True
    return tokens.dep[verb] == "relcl" or (tokens.dep[verb] == "acl" and tokens.tag[verb] in ("VBN", "VBG"))


def _after_cue(tokens: Tokens, start: int, stop: int) -> Mention | None:
    """The noun phrase right after an inverted cue: "said the minister"."""
    while start < stop and tokens.tag[start] == "RB":
        start += 1
    comma = next((i for i in range(start, stop) if tokens.word[i] in {",", ":", "("} | DASHES), stop)
    return phrase_from(tokens, start, comma)


def _settle(
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


def _signature(tokens: Tokens, gap: Gap) -> Beside | None:
    """“…” — Jane Roe, teacher."""
    mention = phrase_from(tokens, gap.first, gap.stop)
    if mention is None or not tokens.word[mention.first][:1].isupper():
        return None
    if mention.first > gap.first + 1 or finite(tokens, gap.first, min(mention.last + 3, gap.stop - 1)):
        return None
    return Beside(gap.first - 1, gap.first - 1, gap.first - 1, mention, "signature", "name after a dash")


def _label(tokens: Tokens, gap: Gap) -> Beside | None:
    """ "Jane Roe: “…”": a name and a colon, nothing else."""
    if tokens.word[gap.stop - 1] != ":":
        return None
    dash = max((i for i in range(gap.first, gap.stop) if tokens.word[i] in DASHES), default=gap.first - 1)
    spaced = dash >= gap.first and tokens.start[dash] > tokens.end[dash - 1] if dash > 0 else False
    gap = Gap(dash + 1 if spaced else gap.first, gap.stop)  # "NEW POLL OUT - Jane Roe: “…”"
    if gap.stop - gap.first < 2 or gap.stop - gap.first > 8:
        return None
    inside = range(gap.first, gap.stop - 1)
    if not all(tokens.tag[i] in NOMINAL | {"JJ"} and tokens.word[i][:1].isupper() for i in inside):
        return None
    head = gap.stop - 2
    return Beside(
        gap.stop - 1,
        gap.stop - 1,
        gap.stop - 1,
        Mention(gap.first, head, head),
        "label",
        "name before a colon",
    )
