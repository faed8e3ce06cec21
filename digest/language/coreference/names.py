"""Names to parties: which names of a text name the same person, institution or country."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc, Span

from digest.language.coreference.parties import Party
from digest.language.coreference.people import find_people, mention_of
from digest.language.lists.countries import COUNTRY_OF
from digest.language.lists.institutions import INSTITUTIONS
from digest.language.tokens import Tokens

_SMALL = frozenset({"of", "for", "the", "and", "in", "on", "to", "de", "&"})


def find_parties(doc: Doc, tokens: Tokens) -> list[Party]:
    """The named parties of a text with every mention by name."""
    people = find_people([e for e in doc.ents if e.label_ == "PERSON"], tokens)
    institutions = _institutions([e for e in doc.ents if e.label_ == "ORG"], tokens)
    return people + institutions + _countries([e for e in doc.ents if e.label_ in ("GPE", "LOC")])


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
            party = Party(
                "institution", mention_of(spans[0]), body=True, mentions=[mention_of(e) for e in spans]
            )
        else:
            party = parties[target]
            for ent in spans:
                party.add(mention_of(ent, how))
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
            Party("institution", mention_of(fullest), mentions=[mention_of(e, "other name") for e in spans])
        )
    return parties
