"""Descriptions to people: "the president", "the press secretary", "the official"."""

from __future__ import annotations

from digest.language.coreference.confidence import CONFIDENCE
from digest.language.coreference.parties import Mention, Party, Role
from digest.language.coreference.phrases import Description, find_descriptions
from digest.language.lists import words
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
_LEADERS = words("president premier chancellor minister king queen leader prince emir sultan pope")
_OTHER_OFFICE = words("vice deputy assistant under former ex elect associate junior")
"""Words that make another office of one: the vice president is not "the president"."""

_FAR = 12  # sentences over which an unnamed person is remembered


def link_descriptions(tokens: Tokens, parties: list[Party]) -> list[Party]:
    """Link descriptions to the people they fit; returns the people that are only described."""
    named = [p for p in parties if p.kind == "person"]
    names = {i for p in named for m in p.mentions for i in range(m.start, m.end)}
    taken = {i for p in named for r in p.roles for i in range(r.start, r.end)}
    unnamed: list[Party] = []
    for d in find_descriptions(tokens, ROLES, names):
        if d.head in taken:
            continue
        if d.definite:
            party, how = _named(d, named)
            if party is None:
                party, how = _unnamed(d, unnamed, tokens), "description"
            if party is not None:
                party.add(Mention(d.start, d.end, d.head, how, CONFIDENCE[how]))
                continue
        unnamed.append(_new(d))
    return unnamed


def _new(d: Description) -> Party:
    """A person who is only described so far."""
    name = Mention(d.start, d.end, d.head)
    return Party(
        "person",
        name,
        named=False,
        mentions=[name],
        roles=[Role(d.start, d.end, d.noun, d.words, d.country)],
        male=2.0 * (d.noun in MALE_ROLES),
        female=2.0 * (d.noun in FEMALE_ROLES),
    )


def _named(d: Description, parties: list[Party]) -> tuple[Party | None, str]:
    """The named person whose role a description repeats."""
    fits = [(max((_fit(d, role) for role in party.roles), default=0), party) for party in parties]
    best = max((fit for fit, _ in fits), default=0)
    found = [party for fit, party in fits if fit == best]
    if best == 0:
        return None, ""
    if len(found) == 1:
        return found[0], "role"
    before = [p for p in found if p.mentions[0].start < d.start] or found
    return max(before, key=lambda p: _last_before(p, d.start)), "role, one of several"


def _last_before(party: Party, at: int) -> int:
    return max((m.start for m in party.mentions if m.start < at), default=-1)


def _fit(d: Description, role: Role) -> int:
    """3: the role says all that the description says; 2, 1: nothing speaks against it; 0: something does."""
    same = _office(d.noun) == _office(role.head)
    if not same and not (d.noun == "leader" and d.country and role.head in _LEADERS):
        return 0
    if (role.words & _OTHER_OFFICE) != (d.words & _OTHER_OFFICE):
        return 0
    if d.country is not None:
        if role.country == d.country:
            return 3
        return 1 if role.country is None and same and d.noun in _LEADERS - {"leader"} else 0
    if not d.words <= role.words:
        return 0
    return 3 if d.words else 2 if role.country is None else 1


def _office(noun: str) -> str:
    return _SAME_OFFICE.get(noun, noun)


def _unnamed(d: Description, parties: list[Party], tokens: Tokens) -> Party | None:
    """The person that was last described by the same noun, where the words agree."""
    if d.restricted:
        return None
    for party in reversed(parties):
        role = party.roles[0]
        if tokens.sentence[d.start] - tokens.sentence[party.mentions[-1].start] > _FAR:
            continue
        if _office(role.head) == _office(d.noun) and d.words <= role.words:
            return party
    return None
