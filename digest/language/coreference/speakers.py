"""Who speaks in each quotation, as far as the sentence around it says."""

from __future__ import annotations

from digest.language.coreference.parties import Party
from digest.language.lists.people import SPEECH_VERBS
from digest.language.tokens import Tokens

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})


def speech_subjects(tokens: Tokens) -> dict[int, int]:
    """For each quotation, the token that is the subject of the verb of saying nearest to it.

    The verb stands outside every quotation, in a sentence that the quotation touches; failing that, in
    the sentence before of the same paragraph, when that sentence runs up to the quotation.
    """
    by_sentence: dict[int, list[int]] = {}
    for i, dep in enumerate(tokens.dep):
        if dep in _SUBJECT and not tokens.quoted[i]:
            verb = tokens.head[i]
            if tokens.lemma[verb] in SPEECH_VERBS and not tokens.quoted[verb]:
                by_sentence.setdefault(tokens.sentence[i], []).append(i)
    extent: dict[int, tuple[int, int]] = {}
    for i, quotation in enumerate(tokens.quoted):
        if quotation:
            first, _ = extent.get(quotation, (i, i))
            extent[quotation] = (first, i)
    subjects = {}
    for quotation, (first, last) in extent.items():
        near = [
            i
            for sentence in range(tokens.sentence[first], tokens.sentence[last] + 1)
            for i in by_sentence.get(sentence, ())
        ]
        if not near and last - first > 3:
            near = [
                i
                for i in by_sentence.get(tokens.sentence[first] - 1, ())
                if tokens.paragraph[i] == tokens.paragraph[first]
            ]
        if near:
            subjects[quotation] = min(near, key=lambda i: min(abs(i - first), abs(i - last)))
    return subjects


def parties_by_head(parties: list[Party]) -> dict[int, tuple[Party, float]]:
    """The party that each head token is a mention of, and how certain that is."""
    return {m.head: (party, m.confidence) for party in parties for m in party.mentions}


def first_persons(tokens: Tokens) -> list[int]:
    """The words by which somebody speaks of themselves in a quotation."""
    return [i for i, word in enumerate(tokens.lower) if tokens.quoted[i] and word in _FIRST_PERSON]
