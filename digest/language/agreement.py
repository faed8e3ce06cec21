"""One name, one label: what a whole document says of its names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from digest.language.lists import words as words_of
from digest.language.lists.calendar import CALENDAR
from digest.language.lists.countries import AMBIGUOUS, CAPITALS, COUNTRIES, DEMONYMS, US_STATES
from digest.language.lists.institutions import INSTITUTIONS
from digest.language.lists.people import ROLES, SUFFIXES, TITLES
from digest.language.mentions import NAMES, NameMention, PhraseIndex, find_phrases, index_phrases

_NAME_TAGS = frozenset({"NNP", "NNPS", "IN", "CC", "DT", "HYPH", "POS"})
_BEFORE_MONTHS = words_of("""
    in on of by since until till from to through during between before after last next this late early mid
    each every and
""")
_NOT_SURNAMES = COUNTRIES | CAPITALS | US_STATES | DEMONYMS


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a document says of its names."""

    label: dict[str, str]  # the label of each name
    people: PhraseIndex  # full names and surnames of people
    institutions: PhraseIndex  # names of institutions with more than one word, and their acronyms
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
                    surnames.update(surname(name))
    label = {name: _elect(name, counts, surnames) for name, counts in votes.items()}
    people = {n for n, known in label.items() if known == "PERSON" and " " in n and n[0].isupper()}
    institutions = {n for n, known in label.items() if known == "ORG" and " " in n}
    return Knowledge(
        label=label,
        people=index_phrases(
            surnames | people | {" ".join(words[-2:]) for n in people if len(words := n.split()) > 2}
        ),
        institutions=index_phrases(
            institutions | {a for n in institutions for a in _acronym(n)} - set(label)
        ),
        countries=index_phrases(n for n, known in label.items() if known == "GPE" and n in COUNTRIES),
    )


def is_date(words: list[str], i: int) -> bool:
    """Whether a month, that may be a surname, is a month where it stands."""
    after = words[i + 1] if i + 1 < len(words) else ""
    return after[:1].isdigit() or (i > 0 and words[i - 1].lower() in _BEFORE_MONTHS)


def surname(name: list[str]) -> Iterator[str]:
    """The surname of a full name; nothing where the name has one word or ends in a place."""
    while len(name) > 1 and name[-1] in SUFFIXES:
        name = name[:-1]
    if len(name) > 1 and name[-1] not in _NOT_SURNAMES and name[-1][0].isupper() and len(name[-1]) > 2:
        yield name[-1]


def _acronym(name: str) -> Iterator[str]:
    """The acronym of a name of three words in capitals or more: ``World Health Organization``, ``WHO``."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    if len(letters) > 2:
        yield letters


def _elect(name: str, counts: Counter[str], surnames: set[str]) -> str:
    """The label of a name: what is known of it the world over, else what most of its mentions have.

    A surname of somebody named in full counts as two mentions of a person. "" where the labels are at
    odds, two thirds for none.
    """
    if name in INSTITUTIONS:
        return "ORG"
    if name in COUNTRIES and name not in AMBIGUOUS:
        return "GPE"
    if name in DEMONYMS and name not in COUNTRIES and (name not in AMBIGUOUS or "PERSON" not in counts):
        return "NORP"
    votes = counts + Counter({"PERSON": 2} if name in surnames else {})
    best = max(votes, key=lambda label: votes[label])
    if best != "ORG" and name not in surnames and (name in CAPITALS or name in US_STATES):
        return "GPE"
    return best if votes[best] * 3 >= 2 * votes.total() else ""


def agree(mentions: list[NameMention], words: list[str], knowledge: Knowledge) -> list[NameMention]:
    """The mentions with the labels that the document has for their names, joined names taken apart."""
    agreed = []
    for m in mentions:
        if m.label not in NAMES:
            agreed.append(m)  # a date or a number is what it is
            continue
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
    """Whether it is part of a longer name: "Hall" of "Hall Foundation"; or a month: "in May"."""
    if words[m.start] in CALENDAR and is_date(words, m.start):
        return True
    if m.end < len(words) and tags[m.end] in ("NNP", "NNPS", "HYPH") and words[m.end] not in CALENDAR:
        return True
    if m.start == 0 or tags[m.start - 1] not in ("NNP", "HYPH"):
        return False
    before = words[m.start - 1]
    return (
        before not in TITLES and before not in CALENDAR and before.lower().removeprefix("then-") not in ROLES
    )
