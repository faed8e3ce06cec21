"""The deterministic layer over a pipeline's named entities.

A statistical recogniser looks at one sentence at a time; this layer looks at the whole document and at
short lists of what is known the world over. It takes and gives the labels of ``en_core_web_*``, and
works over any pipeline that has entities and tags.

The order of the steps is the order of ``refine``: each takes the mentions and gives them back better.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from digest.language.lists.calendar import CALENDAR
from digest.language.lists.countries import AMBIGUOUS, CAPITALS, COUNTRIES, DEMONYMS, US_STATES
from digest.language.lists.institutions import INSTITUTIONS
from digest.language.lists.people import OFFICES, PARTICLES, ROLES, SUFFIXES, TITLES

PLACES = frozenset({"GPE", "LOC", "FAC"})
NAMES = PLACES | {"PERSON", "ORG", "NORP"}
_EDGES = frozenset("\"'“”‘’«»„()[]{},;:-–—*/|#@&") | {"``", "''", "...", "…"}
_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
_NAME_TAGS = frozenset({"NNP", "NNPS", "IN", "CC", "DT", "HYPH", "POS"})
_HONORIFICS = TITLES - {"Justice", "Judge", "Father", "Brother", "Sister", "Saint", "St."}


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int  # tokens
    end: int
    label: str


def refine(*docs: Doc) -> None:
    """Make the entities of one document's parts (its body, its title) better, in place."""
    parts = [[token.text for token in doc] for doc in docs]
    tags = [[token.tag_ for token in doc] for doc in docs]
    found = [
        _refine_part(words, tag, [_Mention(e.start, e.end, e.label_) for e in doc.ents])
        for doc, words, tag in zip(docs, parts, tags, strict=True)
    ]
    knowledge = _learn(parts, found)
    for doc, words, tag, mentions in zip(docs, parts, tags, found, strict=True):
        mentions = [_agree(m, words, knowledge) for m in mentions]
        mentions = _add(mentions, _repeats(words, tag, knowledge))
        doc.set_ents([Span(doc, m.start, m.end, label=m.label) for m in mentions], default="outside")


def _refine_part(words: list[str], tags: list[str], mentions: list[_Mention]) -> list[_Mention]:
    pieces = (piece for m in mentions for piece in _split(m, words))
    mentions = [m for piece in pieces if (m := _trim(piece, words)) is not None]
    mentions = _add(mentions, _phrases(words, _INSTITUTIONS, "ORG"), over=PLACES | {"PERSON"})
    mentions = _add(mentions, _phrases(words, _DEMONYMS, "NORP"), over=PLACES | {"PERSON", "ORG"})
    mentions = _add(mentions, _phrases(words, _COUNTRIES, "GPE"), over=frozenset({"LOC"}))
    mentions = _add(mentions, _named_after_roles(words, tags), over=PLACES | {"ORG"})
    return [_settle(m, words) for m in mentions]


# ─────────────────────────────────────────────────────────── one mention


def _split(mention: _Mention, words: list[str]) -> Iterator[_Mention]:
    """``U.S.-Russia`` names two, where both sides of the dash are well known."""
    start, end = mention.start, mention.end
    if end - start == 3 and words[start + 1] in ("-", "–") and mention.label != "PERSON":
        sides = words[start], words[start + 2]
        if any(side in COUNTRIES or side in DEMONYMS for side in sides) or mention.label in PLACES:
            yield _Mention(start, start + 1, mention.label)
            yield _Mention(start + 2, end, mention.label)
            return
    yield mention


def _trim(mention: _Mention, words: list[str]) -> _Mention | None:
    """Without marks, possessives and forms of address at its edges; None where no name is left."""
    start, end, label = mention.start, mention.end, mention.label
    if label not in NAMES:
        return mention
    while start < end and (words[start] in _EDGES or not words[start].strip()):
        start += 1
    while start < end and (
        words[end - 1] in _EDGES or words[end - 1] in _POSSESSIVE or not words[end - 1].strip()
    ):
        end -= 1
    if label == "PERSON":
        while end - start > 1 and (words[start] in _HONORIFICS or words[start].lower() in OFFICES):
            start += 1
        if end - start == 1 and words[start] in _HONORIFICS:
            return None
    if start == end or all(word in CALENDAR or word.isdigit() for word in words[start:end]):
        return None
    return _Mention(start, end, label)


def _settle(mention: _Mention, words: list[str]) -> _Mention:
    """A well-known name has its well-known label."""
    name = " ".join(words[mention.start : mention.end])
    if mention.label == "LOC" and (name in COUNTRIES or name in CAPITALS or name in US_STATES):
        return replace(mention, label="GPE")
    return mention


# ─────────────────────────────────────────────────────────── phrases from lists

_Phrases = dict[str, list[tuple[str, ...]]]


def _index(phrases: frozenset[str]) -> _Phrases:
    """Phrases by their first word, longest first."""
    index: _Phrases = defaultdict(list)
    for phrase in phrases:
        words = tuple(phrase.replace("-", " - ").split())
        index[words[0]].append(words)
    return {first: sorted(group, key=lambda p: (-len(p), p)) for first, group in index.items()}


_INSTITUTIONS = _index(INSTITUTIONS)
_DEMONYMS = _index(DEMONYMS - AMBIGUOUS)
_COUNTRIES = _index(COUNTRIES - AMBIGUOUS)


def _phrases(words: list[str], index: _Phrases, label: str) -> list[_Mention]:
    """Where phrases of an index stand, the longest at each place."""
    found = []
    for i, word in enumerate(words):
        for phrase in index.get(word, ()):
            if tuple(words[i : i + len(phrase)]) == phrase:
                found.append(_Mention(i, i + len(phrase), label))
                break
    return found


def _add(
    mentions: list[_Mention], more: list[_Mention], *, over: frozenset[str] = frozenset()
) -> list[_Mention]:
    """Mentions with more; a new one replaces those that lie within it and have a label of ``over``."""
    at = {i: m for m in mentions for i in range(m.start, m.end)}
    for new in more:
        old = {at[i] for i in range(new.start, new.end) if i in at}
        if all(m.label in over and new.start <= m.start and m.end <= new.end for m in old):
            at.update((i, new) for i in range(new.start, new.end))
    return sorted(set(at.values()), key=lambda m: m.start)


# ─────────────────────────────────────────────────────────── people after their role


def _named_after_roles(words: list[str], tags: list[str]) -> list[_Mention]:
    """``Mr. Hall``, ``President Ana Ruiz``, ``spokesman Li Wei``: the name after the word for a person."""
    found = []
    for i, word in enumerate(words[:-1]):
        title = word in _HONORIFICS
        if not title and word.lower().removeprefix("then-") not in ROLES:
            continue
        end = i + 1
        while end < len(words) and end - i <= 4 and _is_name_word(words[end], tags[end]):
            end += 1
        while end > i + 1 and (words[end - 1] in PARTICLES or words[end - 1] == "-"):
            end -= 1
        length = end - i - 1
        if length and (title or (length > 1 and word[0].isupper())):
            found.append(_Mention(i + 1, end, "PERSON"))
    return found


def _is_name_word(word: str, tag: str) -> bool:
    """Whether a word can be part of the name of a person."""
    if word in PARTICLES or word in SUFFIXES:
        return True
    return (
        tag in ("NNP", "NNPS")
        and word[0].isupper()
        and word.lower() not in ROLES
        and word not in CALENDAR
        and word not in COUNTRIES
        and word not in DEMONYMS
        and (word[-1] != "." or len(word) == 2)
    )


# ─────────────────────────────────────────────────────────── one name, one label


@dataclass(frozen=True, slots=True)
class _Knowledge:
    """What the whole document says of its names."""

    label: dict[str, str]  # the label of each name
    surnames: frozenset[str]  # last words of people's full names


def _learn(parts: list[list[str]], found: list[list[_Mention]]) -> _Knowledge:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    surnames: set[str] = set()
    for words, mentions in zip(parts, found, strict=True):
        for m in mentions:
            if m.label not in NAMES:
                continue
            name = words[m.start : m.end]
            votes[" ".join(name)][m.label] += 1
            if m.label == "PERSON":
                while len(name) > 1 and name[-1] in SUFFIXES:
                    name = name[:-1]
                if len(name) > 1 and name[-1] not in COUNTRIES and name[-1] not in CAPITALS:
                    surnames.add(name[-1])
    label = {name: _elect(name, counts, surnames) for name, counts in votes.items()}
    label.update((name, "PERSON") for name in surnames if name not in label)
    return _Knowledge(label=label, surnames=frozenset(surnames))


def _elect(name: str, counts: Counter[str], surnames: set[str]) -> str:
    """The label of a name: what is known of it the world over, else what most of its mentions have."""
    if name in INSTITUTIONS:
        return "ORG"
    if name in COUNTRIES and name not in AMBIGUOUS:
        return "GPE"
    if name in DEMONYMS and name not in COUNTRIES and (name not in AMBIGUOUS or "PERSON" not in counts):
        return "NORP"
    if name in surnames:
        return "PERSON"
    if name in CAPITALS or name in US_STATES:
        return "GPE"
    return max(counts.items(), key=lambda item: (item[1], item[0]))[0]


def _agree(mention: _Mention, words: list[str], knowledge: _Knowledge) -> _Mention:
    name = " ".join(words[mention.start : mention.end])
    return replace(mention, label=knowledge.label.get(name, mention.label))


def _repeats(words: list[str], tags: list[str], knowledge: _Knowledge) -> list[_Mention]:
    """People and institutions of the document where the recogniser passed over their names."""
    found = []
    for label in ("PERSON", "ORG"):
        names = (n for n, known in knowledge.label.items() if known == label and n[0].isupper())
        index = _index(frozenset(n for n in names if " " in n or n in knowledge.surnames))
        found += [
            m for m in _phrases(words, index, label) if all(t in _NAME_TAGS for t in tags[m.start : m.end])
        ]
    return found
