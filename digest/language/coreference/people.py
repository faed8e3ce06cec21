"""People's names to parties: which full names, surnames and given names are one person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from spacy.tokens import Span

from digest.language.coreference.confidence import CONFIDENCE
from digest.language.coreference.parties import Gender, Mention, Party, gender_of_given_name
from digest.language.coreference.roles import roles_of
from digest.language.lists.people import (
    FEMALE_ROLES,
    FEMALE_TITLES,
    KIN,
    MALE_ROLES,
    MALE_TITLES,
    OFFICES,
    SUFFIXES,
    TITLE_OFFICES,
)
from digest.language.tokens import Tokens


@dataclass(slots=True)
class _Register:
    """The people of a text by the words of their names."""

    parties: list[Party] = field(default_factory=list)
    words: list[list[str]] = field(default_factory=list)  # of the fullest name of each party
    surnames: dict[str, list[Party]] = field(default_factory=lambda: defaultdict(list))
    given: dict[str, list[Party]] = field(default_factory=lambda: defaultdict(list))
    alone: dict[str, Party] = field(default_factory=dict)  # people who have only one word

    def add_alone(self, word: str, ent: Span) -> Party:
        """A new person of whom the text gives one word."""
        party = Party("person", mention_of(ent))
        self.alone[word] = party
        self.parties.append(party)
        return party


def mention_of(ent: Span, how: str = "") -> Mention:
    """An entity as a mention; ``how`` is a key of CONFIDENCE, or "" for a name read as it stands."""
    return Mention(ent.start, ent.end, ent.root.i, how, CONFIDENCE[how] if how else 1.0)


def find_people(ents: list[Span], tokens: Tokens) -> list[Party]:
    """The named people of a text with every mention by name, each with its roles and gender."""
    register = _Register()
    short = []
    for ent in ents:
        words = _name_words(tokens.text[ent.start : ent.end])
        if len(words) > 1:
            _add_full_name(ent, words, tokens, register)
        else:
            short.append((ent, words[0]))
    for party, words in zip(register.parties, register.words, strict=True):
        register.surnames[words[-1]].append(party)
        register.given[words[0]].append(party)
    for ent, word in short:
        _add_short_name(ent, word, tokens, register)
    if register.parties:
        min(register.parties, key=lambda p: p.mentions[0].start).first = True
    names = {i for party in register.parties for m in party.mentions for i in range(m.start, m.end)}
    for party in register.parties:
        _read_roles(party, tokens, names)
    return register.parties


def _add_full_name(ent: Span, words: list[str], tokens: Tokens, register: _Register) -> None:
    how = "full name"
    for k, known in enumerate(register.words):
        if known[-1] == words[-1] and _same_person(known, words):
            party = register.parties[k]
            how = "surname" if known[-len(words) :] == words != known else how  # "Ki Roe" of "Ann Ki Roe"
            if len(words) > len(known):
                party.name = mention_of(ent)
                register.words[k] = words
            break
    else:
        party = Party("person", mention_of(ent))
        register.parties.append(party)
        register.words.append(words)
    party.add(mention_of(ent, how))
    _vote(party, _gender_of_title(ent.start, tokens), 3.0)


def _add_short_name(ent: Span, word: str, tokens: Tokens, register: _Register) -> None:
    gender = _gender_of_title(ent.start, tokens)
    same = register.surnames.get(word)
    if same and gender and word not in register.alone and all(_is_other(p, gender, tokens) for p in same):
        same.append(register.add_alone(word, ent))  # "Mr. Hall" where only "Mary Hall" has a full name
    elif same and word not in register.alone and _is_kin(ent, same, tokens):
        same.append(register.add_alone(word, ent))  # "President Hall's daughters … Mary Hall"
    if same:
        party, how = _choose(same, gender, "surname", tokens)
    elif word in register.given:
        party, how = _choose(register.given[word], gender, "first name", tokens)
    else:
        party, how = register.alone.get(word) or register.add_alone(word, ent), ""
    party.add(mention_of(ent, "" if party is register.alone.get(word) else how))
    _vote(party, gender, 3.0)


def _is_kin(ent: Span, same: list[Party], tokens: Tokens) -> bool:
    """Whether an office stands before a surname whose full names come later, without one and as kin."""
    if not _in_office(ent.start, tokens) or any(p.mentions[0].start < ent.start for p in same):
        return False
    if any(_in_office(m.start, tokens) for p in same for m in p.mentions):
        return False
    after = tokens.lower[ent.end : ent.end + 4]
    return after[:1] in (["'s"], ["’s"]) and any(word.removesuffix("s") in KIN for word in after)


def _in_office(start: int, tokens: Tokens) -> bool:
    before = tokens.text[start - 1] if start else ""
    return before in TITLE_OFFICES or (before[:1].isupper() and before.lower() in OFFICES)


def _name_words(words: list[str]) -> list[str]:
    """The words of a name without what follows the surname; hyphens joined, capitals as elsewhere."""
    name: list[str] = []
    for word in words:
        if word.isupper() and word.isalpha() and len(word) > 3:
            word = word.capitalize()  # "RAHIMI:" in a transcript
        if name and (word == "-" or name[-1].endswith("-")):
            name[-1] += word
        else:
            name.append(word)
    while len(name) > 1 and (name[-1] in SUFFIXES or name[-1] == ","):
        name.pop()
    return name


def _same_person(known: list[str], words: list[str]) -> bool:
    """Whether two full names with one surname are one person: equal, or one shortens the other."""
    short, long = sorted((known, words), key=len)
    if long[-len(short) :] == short:
        return True
    one, two = known[0], words[0]
    return one == two or (one[0] == two[0] and (len(one.rstrip(".")) == 1 or len(two.rstrip(".")) == 1))


def _choose(parties: list[Party], gender: Gender | None, how: str, tokens: Tokens) -> tuple[Party, str]:
    """The party of a short name; where several share it, the one that the text names first.

    News and biographies call their main person by the surname, and relatives by full or given names.
    """
    if gender is not None and len(parties) > 1:
        parties = [p for p in parties if not _is_other(p, gender, tokens)] or parties
    if len(parties) == 1:
        return parties[0], how
    return min(parties, key=lambda p: p.name.start), f"{how}, one of several"


def _is_other(party: Party, gender: Gender, tokens: Tokens) -> bool:
    """Whether a party is of the other gender, as its titles or, failing them, its given name say."""
    known = party.gender or gender_of_given_name(tokens.text[party.name.start])
    return known is not None and known != gender


def _gender_of_title(start: int, tokens: Tokens) -> Gender | None:
    title = tokens.text[start - 1] if start else ""
    if title in MALE_TITLES:
        return "male"
    return "female" if title in FEMALE_TITLES else None


def _vote(party: Party, gender: Gender | None, votes: float) -> None:
    if gender == "male":
        party.male += votes
    elif gender == "female":
        party.female += votes


def _read_roles(party: Party, tokens: Tokens, names: set[int]) -> None:
    """Note what the text calls a person; not where the name or the role could be another's."""
    for m in party.mentions:
        if m.how.endswith("one of several"):
            continue
        for role in roles_of(m, tokens):
            if role.end - 1 in names:
                continue  # "Minister Ana Ruiz", parsed as if it stood beside another name
            party.roles.append(role)
            if role.head in MALE_ROLES:
                _vote(party, "male", 2.0)
            elif role.head in FEMALE_ROLES:
                _vote(party, "female", 2.0)
