"""Descriptions to institutions: "the ministry", "the agency", "the company"."""

from __future__ import annotations

from digest.language.coreference.confidence import CONFIDENCE
from digest.language.coreference.parties import Mention, Party
from digest.language.coreference.phrases import Description, find_descriptions
from digest.language.lists import words
from digest.language.tokens import Tokens

BODIES = words("""
    academy administration agency airline alliance army assembly association authority bank board bureau
    carrier chamber charity church club coalition college commission committee company conglomerate
    congress cooperative corporation council court department embassy federation firm force foundation
    front fund giant government group hospital institute institution league magazine maker ministry
    mission movement museum network newspaper office operator organisation organization parliament party
    publisher retailer school secretariat senate service society startup supplier team tribunal union
    university utility watchdog
""")
"""Head nouns of institutions, lower-case."""

_ANY_BODY = words("agency company firm group organisation organization institution giant carrier maker")
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_FAR = 3  # sentences


def link_bodies(tokens: Tokens, parties: list[Party]) -> None:
    """Link descriptions of institutions to the named ones."""
    institutions = [p for p in parties if p.kind == "institution" and p.body]
    if not institutions:
        return
    names = {i for p in institutions for m in p.mentions for i in range(m.start, m.end)}
    for d in find_descriptions(tokens, BODIES, names):
        if d.definite and not d.restricted:
            party, how = _fitting(d, institutions, tokens)
            if party is not None:
                party.add(Mention(d.start, d.end, d.head, how, CONFIDENCE[how]))


def _fitting(d: Description, institutions: list[Party], tokens: Tokens) -> tuple[Party | None, str]:
    """The institution with that noun in its name, named last; else the one that was just spoken of."""
    before = [p for p in institutions if p.mentions[0].start < d.start]
    wanted = d.words | {d.noun}
    by_noun = [p for p in before if wanted <= _words_of(p, tokens)]
    if by_noun:
        return max(by_noun, key=lambda p: _last_before(p, d.start)), "body by its noun"
    if d.words or d.noun not in _ANY_BODY:
        return None, ""
    near = [p for p in before if tokens.sentence[d.start] - tokens.sentence[_last_before(p, d.start)] <= _FAR]
    subjects = [p for p in near if tokens.dep[_last_head(p, d.start)] in _SUBJECT]
    if len(near) == 1:
        return near[0], "body just named"
    if len(subjects) == 1:
        return subjects[0], "body just named"
    return None, ""


def _words_of(party: Party, tokens: Tokens) -> set[str]:
    return set(tokens.lower[party.name.start : party.name.end])


def _last_before(party: Party, at: int) -> int:
    return max(m.start for m in party.mentions if m.start < at)


def _last_head(party: Party, at: int) -> int:
    return max((m for m in party.mentions if m.start < at), key=lambda m: m.start).head
