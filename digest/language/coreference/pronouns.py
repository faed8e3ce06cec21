"""Pronouns to people: "he", "she", and the "I" of a quote."""

from __future__ import annotations

import math
from dataclasses import dataclass

from digest.language.coreference.parties import Gender, Mention, Party
from digest.language.lists.people import SPEECH_VERBS
from digest.language.tokens import Tokens

_GENDER: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_FAR = 4  # sentences back that a pronoun is looked up in

WEIGHTS = {
    "none": 0.0,
    "sentences": -0.8,
    "same sentence": 0.0,
    "same paragraph": 0.6,
    "subject": 1.2,
    "both subjects": 0.5,
    "often": 0.5,
    "named": 0.5,
    "gender agrees": 1.0,
    "only in quote": -1.0,
    "speaker goes on": 1.2,
    "possessor is the subject": 1.2,
    "pronoun": 0.3,
}


@dataclass(frozen=True, slots=True)
class _Pronoun:
    index: int
    gender: Gender


def link_pronouns(tokens: Tokens, parties: list[Party]) -> None:
    """Add to each person the pronouns that mean them, in the order of the text."""
    people = [p for p in parties if p.kind == "person"]
    for i, word in enumerate(tokens.lower):
        if word in _GENDER:
            _link(i, _GENDER[word], tokens, people)


def _link(i: int, gender: Gender, tokens: Tokens, people: list[Party]) -> None:
    scored = [
        (sum(WEIGHTS[name] * value for name, value in features.items()), party)
        for party in people
        if (features := pronoun_features(i, gender, tokens, party)) is not None
    ]
    if not scored:
        return
    best, party = max(scored, key=lambda pair: pair[0])
    share = math.exp(best) / (1.0 + sum(math.exp(score) for score, _ in scored))
    if share < 0.4:
        return
    party.add(Mention(i, i + 1, i, "pronoun", round(share, 2)))
    if share > 0.7:
        if gender == "male":
            party.male += 0.5
        else:
            party.female += 0.5


def pronoun_features(i: int, gender: Gender, tokens: Tokens, party: Party) -> dict[str, float] | None:
    """What speaks for and against a party being meant by a pronoun; None where it cannot be."""
    if party.gender not in (None, gender):
        return None
    last = None
    for m in party.mentions:
        if m.start >= i:
            break
        last = m
    if last is None:
        return None
    sentences = tokens.sentence[i] - tokens.sentence[last.head]
    if sentences > _FAR or _bound(i, last, tokens):
        return None
    subject = tokens.dep[i] in _SUBJECT
    was_subject = tokens.dep[last.head] in _SUBJECT
    speaking = subject and tokens.lemma[tokens.head[i]] in SPEECH_VERBS
    spoke = was_subject and tokens.lemma[tokens.head[last.head]] in SPEECH_VERBS
    if tokens.quoted[i] and tokens.quoted[last.head] != tokens.quoted[i] and spoke and sentences <= 1:
        return None  # who is speaking does not say "he" of himself
    possessive = tokens.tag[i] == "PRP$"
    return {
        "sentences": float(sentences),
        "same sentence": float(sentences == 0),
        "same paragraph": float(tokens.paragraph[i] == tokens.paragraph[last.head]),
        "subject": float(was_subject),
        "both subjects": float(subject and was_subject),
        "often": math.log(1 + sum(m.start < i for m in party.mentions)),
        "named": float(party.named),
        "gender agrees": float(party.gender == gender),
        "only in quote": float(bool(tokens.quoted[last.head]) and not tokens.quoted[i]),
        "speaker goes on": float(speaking and spoke),
        "possessor is the subject": float(possessive and was_subject and sentences == 0),
        "pronoun": float(last.how == "pronoun"),
    }


def _bound(i: int, last: Mention, tokens: Tokens) -> bool:
    """Whether grammar forbids it: "Ruiz praised her" is not about Ruiz."""
    if tokens.tag[i] == "PRP$" or tokens.lower[i].endswith("self"):
        return False
    clause = tokens.head[i]
    if tokens.dep[i] == "pobj":
        clause = tokens.head[clause]
    return tokens.head[last.head] == clause and tokens.dep[last.head] in _SUBJECT
