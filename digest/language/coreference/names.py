"""Names to parties: which names of a text name the same person, institution or country."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc, Span

from digest.language.coreference.confidence import CONFIDENCE
from digest.language.coreference.parties import Gender, Mention, Party
from digest.language.coreference.roles import roles_of
from digest.language.lists.countries import COUNTRY_OF
from digest.language.lists.institutions import INSTITUTIONS
from digest.language.lists.people import FEMALE_ROLES, FEMALE_TITLES, MALE_ROLES, MALE_TITLES, SUFFIXES
from digest.language.tokens import Tokens

_SMALL = frozenset({"of", "for", "the", "and", "in", "on", "to", "de", "&"})


def find_parties(doc: Doc, tokens: Tokens) -> list[Party]:
    """The named parties of a text with every mention by name, each with its roles and gender."""
    people = _people([e for e in doc.ents if e.label_ == "PERSON"], tokens)
    institutions = _institutions([e for e in doc.ents if e.label_ == "ORG"], tokens)
    countries = _countries([e for e in doc.ents if e.label_ in ("GPE", "LOC")])
    for party in people:
        _read_roles(party, tokens)
    return people + institutions + countries


def _mention(ent: Span, how: str = "") -> Mention:
    return Mention(ent.start, ent.end, ent.root.i, how, CONFIDENCE[how] if how else 1.0)


# ─────────────────────────────────────────────────────────── people


def _people(ents: list[Span], tokens: Tokens) -> list[Party]:
    parties: list[Party] = []
    named: list[tuple[Party, list[str]]] = []  # with the words of the fullest name
    by_word: dict[str, list[int]] = defaultdict(list)
    full = [(e, words) for e in ents if len(words := _name_words(tokens.text[e.start : e.end])) > 1]
    for ent, words in full:
        for k in by_word.get(words[-1], ()):
            party, known = named[k]
            if _same_person(known, words):
                party.add(_mention(ent, "full name"))
                if len(words) > len(known):
                    party.name = _mention(ent)
                    named[k] = (party, words)
                break
        else:
            party = Party("person", _mention(ent), mentions=[_mention(ent)])
            by_word[words[-1]].append(len(named))
            named.append((party, words))
            parties.append(party)
    surnames: dict[str, list[Party]] = defaultdict(list)
    firsts: dict[str, list[Party]] = defaultdict(list)
    for party, words in named:
        surnames[words[-1]].append(party)
        firsts[words[0]].append(party)
    alone: dict[str, Party] = {}
    for ent in ents:
        words = _name_words(tokens.text[ent.start : ent.end])
        if len(words) != 1:
            continue
        word = words[0]
        gender = _gender_of_title(ent.start, tokens)
        if word in surnames:
            one, how = _choose(surnames[word], ent, gender, "surname")
        elif word in firsts:
            one, how = _choose(firsts[word], ent, gender, "first name")
        else:
            if word not in alone:
                alone[word] = Party("person", _mention(ent))
                parties.append(alone[word])
            one, how = alone[word], ""
        one.add(_mention(ent, how))
    if parties:
        min(parties, key=lambda p: p.mentions[0].start).first = True
    for party in parties:
        for m in party.mentions:
            _vote(party, _gender_of_title(m.start, tokens), 3.0)
    return parties


def _name_words(words: list[str]) -> list[str]:
    """The words of a name without what follows the surname; hyphens joined."""
    name: list[str] = []
    for word in words:
        if name and (word == "-" or name[-1].endswith("-")):
            name[-1] += word
        else:
            name.append(word)
    while len(name) > 1 and (name[-1] in SUFFIXES or name[-1] == ","):
        name.pop()
    return name


def _same_person(known: list[str], words: list[str]) -> bool:
    """Whether two full names with one surname are one person: equal, or one abbreviates the other."""
    one, two = known[0], words[0]
    return one == two or (one[0] == two[0] and (len(one.rstrip(".")) == 1 or len(two.rstrip(".")) == 1))


def _choose(parties: list[Party], ent: Span, gender: Gender | None, how: str) -> tuple[Party, str]:
    """The party of a short name; where several share it, the one that the text named first.

    News and biographies call their main person by the surname and relatives by full or given names.
    """
    if gender is not None and len(parties) > 1:
        parties = [p for p in parties if p.gender in (None, gender)] or parties
    if len(parties) == 1:
        return parties[0], how
    return min(parties, key=lambda p: p.mentions[0].start), f"{how}, one of several"


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


def _read_roles(party: Party, tokens: Tokens) -> None:
    for m in party.mentions:
        for role in roles_of(m, tokens):
            party.roles.append(role)
            if role.head in MALE_ROLES:
                _vote(party, "male", 2.0)
            elif role.head in FEMALE_ROLES:
                _vote(party, "female", 2.0)


# ─────────────────────────────────────────────────────────── institutions and countries


def _institutions(ents: list[Span], tokens: Tokens) -> list[Party]:
    forms: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    for ent in ents:
        words = tokens.text[ent.start : ent.end]
        if len(words) > 1 and words[0].lower() == "the":
            words = words[1:]
        forms[tuple(words)].append(ent)
    long_forms = sorted(forms, key=lambda f: (-len(f), forms[f][0].start))
    parties: dict[tuple[str, ...], Party] = {}
    for form in long_forms:
        spans = forms[form]
        target, how = _fuller(form, list(parties))
        if target is None:
            party = Party("institution", _mention(spans[0]), mentions=[_mention(e) for e in spans])
        else:
            party = parties[target]
            for ent in spans:
                party.add(_mention(ent, how))
        parties[form] = party
    return list({id(party): party for party in parties.values()}.values())


def _fuller(form: tuple[str, ...], others: list[tuple[str, ...]]) -> tuple[tuple[str, ...] | None, str]:
    """The fuller name that a short one stands for, if one and only one fits."""
    if len(form) == 1:
        letters = form[0].replace(".", "")
        if letters.isupper() and len(letters) > 1:
            long_forms = [o for o in others if letters in _initials(o)]
            if len(long_forms) == 1:
                return long_forms[0], "acronym"
    begun = [o for o in others if len(o) > len(form) and o[: len(form)] == form]
    if len(begun) == 1 and " ".join(form) not in INSTITUTIONS:
        return begun[0], "short name"
    return None, ""


def _initials(words: tuple[str, ...]) -> set[str]:
    """What the initials of a name may be, with and without its small words."""
    words = tuple(w for w in words if w[0].isalpha() or w == "&")
    return {
        "".join(w[0] for w in words if w[0].isupper()),
        "".join(w[0].upper() for w in words),
        "".join(w[0].upper() for w in words if w not in _SMALL),
    }


def _countries(ents: list[Span]) -> list[Party]:
    """Countries that one text names in several ways: ``U.S.`` and ``United States``."""
    groups: dict[str, list[Span]] = defaultdict(list)
    for ent in ents:
        country = COUNTRY_OF.get(ent.text.removeprefix("the "))
        if country is not None:
            groups[country].append(ent)
    parties = []
    for spans in groups.values():
        fullest = max(spans, key=lambda e: (len(e.text.replace(".", "")), -e.start))
        parties.append(
            Party("institution", _mention(fullest), mentions=[_mention(e, "other name") for e in spans])
        )
    return parties
