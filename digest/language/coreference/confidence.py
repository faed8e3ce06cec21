"""How often links of each kind are right.

Measured on GUM (news, interviews, speeches, biographies; see benchmarks/coreference/README.md), where
wrong links were read and those that only the scoring made wrong were left out. Kinds of which the
corpus has few, and surnames, were read by eye in news articles as well. A pronoun's confidence is its
probability, save that those of 0.95 and more count as ``SURE``: in news about one in a hundred is wrong.
"""

from __future__ import annotations

CONFIDENCE = {
    "full name": 0.9,
    "surname": 0.98,
    "surname, one of several": 0.9,
    "first name": 0.9,
    "first name, one of several": 0.85,
    "acronym": 0.97,
    "short name": 0.8,
    "other name": 0.97,
    "role": 0.85,
    "role, one of several": 0.7,
    "description": 0.85,
    "body by its noun": 0.85,
    "body just named": 0.55,
    "who": 0.95,
    "I in a quotation": 0.85,
}

SURE = 0.98


def confidence_of_pronoun(probability: float) -> float:
    """How often pronouns linked with that probability are right."""
    return SURE if probability >= 0.95 else round(probability, 2)
