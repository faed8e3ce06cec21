"""Pronouns to people: "he", "she", and the "I" of a quotation.

Each pronoun is given to the person that speaks most for being meant, by a choice model with few weights
(a softmax over the people at hand and "nobody"), in the order of the text: what one pronoun was
linked to counts for the next. The features are those of Lappin and Leass (1994, "An algorithm for
pronominal anaphora resolution") in spirit: nearness, subjects first, what the passage is about.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from digest.language.coreference.confidence import CONFIDENCE, confidence_of_pronoun
from digest.language.coreference.parties import Gender, Mention, Party, gender_of_given_name
from digest.language.coreference.speakers import first_persons, parties_by_head, speech_subjects
from digest.language.coreference.weights import LEAST, WEIGHTS
from digest.language.lists.people import SPEECH_VERBS
from digest.language.tokens import Tokens

_GENDER: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
_RELATIVE = frozenset({"who", "whom", "whose"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_FAR = 5  # sentences back that a pronoun is looked up in
_OPEN_CLAUSES = frozenset({"advcl", "xcomp", "conj", "pcomp", "prep", "acl"})

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun that means one person, and what the choice needs to know of its place."""

    index: int
    gender: Gender
    speaker: Party | None  # whose quotation it stands in
    speaking: bool  # the subject of a verb of saying, outside every quotation
    said: frozenset[int]  # the quotations of its sentence, where it is
    clause_subject: int | None  # the subject, spoken or not, of the verb that it depends on
    before: Party | None  # whom the pronoun of the same gender before it was linked to


def link_pronouns(tokens: Tokens, parties: list[Party]) -> None:
    """Add to each person the pronouns that mean them."""
    people = [p for p in parties if p.kind == "person"]
    subjects = speech_subjects(tokens)
    heads = parties_by_head(people)
    speakers = {q: heads[i][0] for q, i in subjects.items() if i in heads}
    before: dict[Gender, Party] = {}
    for pronoun in pronouns_of(tokens):
        known = place(pronoun, tokens, speakers, before)
        scored = [
            (sum(WEIGHTS[name] * value for name, value in features.items()), party)
            for party, features in candidates(known, tokens, people)
        ]
        if not scored:
            continue
        best, party = max(scored, key=lambda pair: pair[0])
        share = math.exp(best) / (math.exp(WEIGHTS["nobody"]) + sum(math.exp(score) for score, _ in scored))
        if share >= LEAST:
            accept(known, party, confidence_of_pronoun(share))
            before[known.gender] = party
    heads = parties_by_head(people)
    for i in first_persons(tokens):
        subject = subjects.get(tokens.quoted[i])
        if subject in heads:
            party, certainty = heads[subject]
            confidence = round(CONFIDENCE["I in a quotation"] * certainty, 2)
            party.add(Mention(i, i + 1, i, "I in a quotation", confidence))


def link_relatives(tokens: Tokens, parties: list[Party]) -> None:
    """Link "who" to the person that its clause hangs on: "Ruiz, who said …"."""
    heads = parties_by_head([p for p in parties if p.kind == "person"])
    for i, word in enumerate(tokens.lower):
        if word in _RELATIVE:
            person = _noun_of_clause(i, tokens)
            if person in heads:
                party, certainty = heads[person]
                party.add(Mention(i, i + 1, i, "who", round(CONFIDENCE["who"] * certainty, 2)))


def _noun_of_clause(i: int, tokens: Tokens) -> int | None:
    """The noun that the relative clause of a token hangs on."""
    at = i
    while tokens.head[at] != at and at - i < 30:
        if tokens.dep[at] == "relcl":
            return tokens.head[at] if tokens.head[at] < i else None
        at = tokens.head[at]
    return None


def pronouns_of(tokens: Tokens) -> list[int]:
    """The pronouns that are linked."""
    return [i for i, word in enumerate(tokens.lower) if word in _GENDER]


def place(index: int, tokens: Tokens, speakers: dict[int, Party], before: dict[Gender, Party]) -> Pronoun:
    """What the choice needs to know of a pronoun's place."""
    gender = _GENDER[tokens.lower[index]]
    speaking = not tokens.quoted[index] and _speaks(index, tokens)
    return Pronoun(
        index=index,
        gender=gender,
        speaker=speakers.get(tokens.quoted[index]) if tokens.quoted[index] else None,
        speaking=speaking,
        said=_quotations_of_sentence(index, tokens) if speaking else frozenset(),
        clause_subject=_clause_subject(index, tokens),
        before=before.get(gender),
    )


def accept(pronoun: Pronoun, party: Party, confidence: float) -> None:
    """Link a pronoun to a party; it tells the party's gender for what follows."""
    party.add(Mention(pronoun.index, pronoun.index + 1, pronoun.index, "pronoun", confidence))
    if pronoun.gender == "male":
        party.he += 1
    else:
        party.she += 1


def candidates(pronoun: Pronoun, tokens: Tokens, people: list[Party]) -> list[tuple[Party, Features]]:
    """The people that a pronoun can mean, with what speaks for and against each."""
    near = []
    for party in people:
        if party is pronoun.speaker or party.gender not in (None, pronoun.gender):
            continue
        seen = _seen(pronoun, tokens, party)
        if seen is not None and not _barred(pronoun, seen.last, tokens):
            near.append((party, seen))
    if not near:
        return []
    nearest = max(seen.last.start for _, seen in near)
    most = max(seen.count for _, seen in near)
    spoke_last = max(seen.spoke for _, seen in near)
    return [
        (
            party,
            _features(pronoun, tokens, party, seen.last)
            | {
                "nearest": float(nearest == seen.last.start),
                "share of mentions": seen.count / most,
                "spoke last": float(pronoun.speaking and seen.spoke == spoke_last >= 0),
            },
        )
        for party, seen in near
    ]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A person as the text before a pronoun has them."""

    last: Mention
    count: int
    spoke: int  # token at which they were last the subject of a verb of saying, -1: never


def _seen(pronoun: Pronoun, tokens: Tokens, party: Party) -> _Seen | None:
    """The mentions of a party before a pronoun; None where there are none near enough to be meant.

    The subject of a verb of saying is nobody whom the words said name: who is quoted says "I".
    """
    last = None
    count = 0
    spoke = -1
    for m in party.mentions:
        if m.start >= pronoun.index:
            break
        quoted = tokens.quoted[m.head]
        if quoted and pronoun.speaking:
            if quoted in pronoun.said:
                return None
            continue
        last = m
        count += 1
        if not quoted and _speaks(m.head, tokens):
            spoke = m.head
    if last is None or tokens.sentence[pronoun.index] - tokens.sentence[last.head] > _FAR:
        return None
    return _Seen(last, count, spoke)


def _features(pronoun: Pronoun, tokens: Tokens, party: Party, last: Mention) -> Features:
    i = pronoun.index
    sentences = tokens.sentence[i] - tokens.sentence[last.head]
    subject = tokens.dep[i] in _SUBJECT
    was_subject = tokens.dep[_apposed_to(last.head, tokens)] in _SUBJECT
    possessive = tokens.tag[i] == "PRP$"
    same = sentences == 0
    agrees = party.he - party.she if pronoun.gender == "male" else party.she - party.he
    given = gender_of_given_name(tokens.text[party.name.start])
    return {
        "same sentence": float(same),
        "one sentence back": float(sentences == 1),
        "sentences back": float(max(sentences - 1, 0)),
        "same paragraph": float(tokens.paragraph[i] == tokens.paragraph[last.head]),
        "subject": float(was_subject),
        "subject of the sentence before": float(was_subject and sentences == 1),
        "both subjects": float(subject and was_subject),
        "first of the text": float(party.first),
        "named": float(party.named),
        "gender said": float(party.gender == pronoun.gender),
        "pronouns agree": float(max(min(agrees, 2), -2)),
        "pronoun before": float(party is pronoun.before),
        "last by pronoun": float(last.how == "pronoun"),
        "left a quotation": float(bool(tokens.quoted[last.head]) and not tokens.quoted[i]),
        "entered a quotation": float(bool(tokens.quoted[i]) and not tokens.quoted[last.head]),
        "possessor in reach": float(possessive and same and pronoun.clause_subject == last.head),
        "possessor": float(tokens.dep[last.head] == "poss"),
        "joined": float(possessive and _joined(tokens.head[i], last.head, tokens)),
        "given name against": float(given is not None and given != pronoun.gender),
    }


def _joined(thing: int, person: int, tokens: Tokens) -> bool:
    """Whether a thing is named in one breath with a person: "Ruiz and her campaign"."""
    return tokens.dep[thing] == "conj" and tokens.head[thing] == person


def _quotations_of_sentence(i: int, tokens: Tokens) -> frozenset[int]:
    first = last = i
    while first and tokens.sentence[first - 1] == tokens.sentence[i]:
        first -= 1
    while last + 1 < len(tokens) and tokens.sentence[last + 1] == tokens.sentence[i]:
        last += 1
    return frozenset(tokens.quoted[first : last + 1]) - {0}


def _speaks(i: int, tokens: Tokens) -> bool:
    i = _apposed_to(i, tokens)
    return tokens.dep[i] in _SUBJECT and tokens.lemma[tokens.head[i]] in SPEECH_VERBS


def _apposed_to(i: int, tokens: Tokens) -> int:
    """The noun whose place a name in apposition shares: "leader" of "Opposition leader Ana Ruiz said".

    A compound that stands after its head is such a name too, read otherwise by the parser.
    """
    while tokens.dep[i] in ("appos", "compound") and tokens.head[i] < i:
        i = tokens.head[i]
    return i


def _clause_subject(i: int, tokens: Tokens) -> int | None:
    """The subject of the verb over a token; a clause without one borrows that of the verb above it."""
    at = i
    for _ in range(12):
        above = tokens.head[at]
        if above == at:
            return None
        if tokens.dep[at] not in _SUBJECT:
            for child in tokens.children[above]:
                if tokens.dep[child] in _SUBJECT and child != i:
                    return child
            if tokens.tag[above].startswith("VB") and tokens.dep[above] not in _OPEN_CLAUSES:
                return None
        at = above
    return None


def _barred(pronoun: Pronoun, last: Mention, tokens: Tokens) -> bool:
    """Whether grammar forbids it: "Ruiz praised her" is not about Ruiz."""
    i = pronoun.index
    if tokens.tag[i] == "PRP$" or tokens.lower[i].endswith("self") or tokens.dep[i] in _SUBJECT:
        return False
    return pronoun.clause_subject == last.head
