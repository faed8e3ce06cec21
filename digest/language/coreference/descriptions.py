"""Descriptions to parties: "the president", "the press secretary", "the official", "the ministry"."""

from __future__ import annotations

from dataclasses import dataclass

from digest.language.coreference.confidence import CONFIDENCE
from digest.language.coreference.parties import Mention, Party, Role
from digest.language.lists import words
from digest.language.lists.countries import COUNTRY_OF
from digest.language.lists.people import FEMALE_ROLES, MALE_ROLES, ROLES
from digest.language.tokens import Tokens

_SAME_OFFICE = {
    "spokeswoman": "spokesperson",
    "spokesman": "spokesperson",
    "chairwoman": "chair",
    "chairman": "chair",
    "chairperson": "chair",
    "premier": "minister",
    "advisor": "adviser",
    "neighbour": "neighbor",
    "councillor": "councilor",
}
_LEADERS = words("""
    president premier chancellor minister king queen leader prince emir sultan pope chief chair chairman
""")
_FAR = 12  # sentences over which an unnamed person is remembered
_PLAIN = frozenset({"the", "this", "that", "same"})


@dataclass(frozen=True, slots=True)
class _Description:
    """A noun phrase that describes one person."""

    start: int  # tokens
    end: int
    head: int
    noun: str
    words: frozenset[str]
    country: str | None
    definite: bool
    restricted: bool  # something after it says which: "who briefed reporters"


def link_descriptions(tokens: Tokens, parties: list[Party]) -> list[Party]:
    """Link descriptions to the parties they fit; returns the people that are only described."""
    named = [p for p in parties if p.kind == "person"]
    names = {i for p in named for m in p.mentions for i in range(m.start, m.end)}
    taken = {i for p in named for r in p.roles for i in range(r.start, r.end)}
    unnamed: list[Party] = []
    for d in _descriptions(tokens, names):
        if d.head in taken:
            continue
        if d.definite:
            party, how = _named(d, named)
            if party is None:
                party, how = _unnamed(d, unnamed, tokens), "description"
            if party is not None:
                party.add(Mention(d.start, d.end, d.head, how, CONFIDENCE[how]))
                continue
        party = Party("person", Mention(d.start, d.end, d.head), named=False)
        party.mentions.append(party.name)
        party.roles.append(Role(d.start, d.end, d.noun, d.words, d.country))
        party.male += 2.0 * (d.noun in MALE_ROLES)
        party.female += 2.0 * (d.noun in FEMALE_ROLES)
        unnamed.append(party)
    return unnamed


def _descriptions(tokens: Tokens, names: set[int]) -> list[_Description]:
    found = []
    for i, word in enumerate(tokens.lower):
        if word not in ROLES or tokens.tag[i] not in ("NN", "NNP") or i in names or i + 1 in names:
            continue
        if tokens.dep[i] in ("compound", "attr", "amod", "nmod", "npadvmod") or "\n" in tokens.text[i]:
            continue
        if any(c in names for c in tokens.children[i] if tokens.dep[c] == "appos"):
            continue
        first = i
        article = None
        words = []
        for c in tokens.children[i]:
            if c < i:
                first = min(first, _edge(c, tokens))
                if tokens.dep[c] == "det":
                    article = tokens.lower[c]
        if tokens.dep[i] == "appos" and article != "the":
            continue
        last = i
        restricted = False
        for c in tokens.children[i]:
            if c > i and tokens.dep[c] == "prep" and tokens.lower[c] in ("of", "for", "at", "from"):
                last = max(last, _right_edge(c, tokens))
            restricted |= c > i and tokens.dep[c] in ("relcl", "acl")
        words = [
            tokens.text[k]
            for k in range(first, last + 1)
            if k != i and tokens.tag[k] not in ("DT", "IN", "POS")
        ]
        possessed = any(tokens.dep[c] == "poss" for c in tokens.children[i])
        pronoun = any(tokens.dep[c] == "poss" and tokens.tag[c] == "PRP$" for c in tokens.children[i])
        if pronoun or (article is None and not possessed and not words):
            continue
        found.append(
            _Description(
                start=first,
                end=last + 1,
                head=i,
                noun=word,
                words=frozenset(w.lower() for w in words),
                country=next((COUNTRY_OF[w] for w in words if w in COUNTRY_OF), None),
                definite=article in _PLAIN or possessed,
                restricted=restricted,
            )
        )
    return found


def _edge(i: int, tokens: Tokens) -> int:
    return min([i, *(_edge(c, tokens) for c in tokens.children[i] if c < i)])


def _right_edge(i: int, tokens: Tokens) -> int:
    return max(
        [i, *(_right_edge(c, tokens) for c in tokens.children[i] if c > i and tokens.dep[c] != "relcl")]
    )


def _office(noun: str) -> str:
    return _SAME_OFFICE.get(noun, noun)


def _named(d: _Description, parties: list[Party]) -> tuple[Party | None, str]:
    """The named person whose role a description repeats."""
    strong, weak = [], []
    for party in parties:
        fit = max((_fit(d, role) for role in party.roles), default=0)
        if fit == 2:
            strong.append(party)
        elif fit == 1:
            weak.append(party)
    for found in (strong, weak):
        if len(found) == 1:
            return found[0], "role"
        if found:
            before = [p for p in found if p.mentions[0].start < d.start] or found
            nearest = max(
                before, key=lambda p: max((m.start for m in p.mentions if m.start < d.start), default=-1)
            )
            return nearest, "role, one of several"
    return None, ""


def _fit(d: _Description, role: Role) -> int:
    """2: the role says all that the description says; 1: it does not speak against it; 0: it does."""
    same = _office(d.noun) == _office(role.head)
    if not same and not (d.noun == "leader" and d.country and role.head in _LEADERS):
        return 0
    if d.country is not None:
        if role.country == d.country:
            return 2
        return 1 if role.country is None and same else 0
    others = d.words - {role.head}
    if others <= role.words:
        return 2 if role.country is None or others else 1
    return 0


def _unnamed(d: _Description, parties: list[Party], tokens: Tokens) -> Party | None:
    """The person that was last described by the same noun, where the words agree."""
    if d.restricted:
        return None
    for party in reversed(parties):
        if tokens.sentence[d.start] - tokens.sentence[party.mentions[-1].start] > _FAR:
            continue
        role = party.roles[0]
        if _office(role.head) == _office(d.noun) and d.words <= role.words:
            return party
    return None
