"""One name, one label: what a whole document says of its names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from digest.language.lists.countries import AMBIGUOUS, CAPITALS, COUNTRIES, DEMONYMS, US_STATES
from digest.language.lists.institutions import INSTITUTIONS
from digest.language.lists.people import ROLES, SUFFIXES, TITLES
from digest.language.mentions import NAMES, NameMention, PhraseIndex, find_phrases, index_phrases

_NAME_TAGS = frozenset({"NNP", "NNPS", "IN", "CC", "DT", "HYPH", "POS"})
_NOT_SURNAMES = COUNTRIES | CAPITALS | US_STATES | DEMONYMS


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a document says of its names."""

    label: dict[str, str]  # the label of each name
    people: PhraseIndex  # full names and surnames of people
    institutions: PhraseIndex  # names of institutions with more than one word
    countries: PhraseIndex


def learn(parts: Iterable[tuple[list[str], list[NameMention]]]) -> Knowledge:
    """What the parts of a document say of its names."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    surnames: set[str] = set()
    for words, mentions in parts:
        for m in mentions:
            if m.label in NAMES:
                name = words[m.start : m.end]
                votes[" ".join(name)][m.label] += 1
                if m.label == "PERSON":
                    surnames.update(_surname(name))
    label = {name: _elect(name, counts, surnames) for name, counts in votes.items()}
    return Knowledge(
        label=label,
        people=index_phrases(
            surnames | {n for n, known in label.items() if known == "PERSON" and " " in n and n[0].isupper()}
        ),
        institutions=index_phrases(n for n, known in label.items() if known == "ORG" and " " in n),
        countries=index_phrases(n for n, known in label.items() if known == "GPE" and n in COUNTRIES),
    )


def _surname(name: list[str]) -> Iterator[str]:
    while len(name) > 1 and name[-1] in SUFFIXES:
        name = name[:-1]
    if len(name) > 1 and name[-1] not in _NOT_SURNAMES and name[-1][0].isupper() and len(name[-1]) > 2:
        yield name[-1]


def _elect(name: str, counts: Counter[str], surnames: set[str]) -> str:
    """The label of a name: what is known of it the world over, else what most of its mentions have.

    "" where they are at odds, two thirds for none.
    """
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
    best = max(counts, key=lambda label: counts[label])
    return best if counts[best] * 3 >= 2 * counts.total() else ""


def agree(mentions: list[NameMention], words: list[str], knowledge: Knowledge) -> list[NameMention]:
    """The mentions with the labels that the document has for their names, joined names taken apart."""
    agreed = []
    for m in mentions:
        pieces = _sides(m, words, knowledge) or [m]
        agreed += [replace(p, label=_label(p, words, knowledge)) for p in pieces]
    return agreed


def _label(mention: NameMention, words: list[str], knowledge: Knowledge) -> str:
    return knowledge.label.get(" ".join(words[mention.start : mention.end])) or mention.label


def _sides(mention: NameMention, words: list[str], knowledge: Knowledge) -> list[NameMention]:
    """Both names of ``Ruiz-Hall`` or ``Chile-Peru``, where the document has each by itself."""
    start, end = mention.start, mention.end
    if end - start != 3 or words[start + 1] not in ("-", "–"):
        return []
    one, two = words[start], words[start + 2]
    labels = [knowledge.label.get(w) or ("PERSON" if w in knowledge.people else None) for w in (one, two)]
    if labels[0] is None or labels[1] is None or mention.label == "PERSON":
        return []
    return [NameMention(start, start + 1, labels[0]), NameMention(start + 2, end, labels[1])]


def repeats(words: list[str], tags: list[str], knowledge: Knowledge) -> Iterator[NameMention]:
    """People, institutions and countries of the document, wherever their names stand by themselves."""
    for index, label in (
        (knowledge.people, "PERSON"),
        (knowledge.institutions, "ORG"),
        (knowledge.countries, "GPE"),
    ):
        for m in find_phrases(words, index, label):
            if all(tag in _NAME_TAGS for tag in tags[m.start : m.end]) and not _is_part(m, words, tags):
                yield m


def _is_part(m: NameMention, words: list[str], tags: list[str]) -> bool:
    """Whether a single word is part of a longer name: "Hall" of "Hall Foundation"."""
    if m.end - m.start > 1:
        return False
    if m.end < len(words) and tags[m.end] in ("NNP", "NNPS", "HYPH"):
        return True
    before = words[m.start - 1] if m.start else ""
    return (
        m.start > 0
        and tags[m.start - 1] in ("NNP", "HYPH")
        and not (before in TITLES or before.lower() in ROLES)
    )
