"""The weights of the choice of a pronoun's person, fitted on GUM by benchmarks/coreference/fit.py.

One is set by hand: "given name against". Most people of GUM's biographies have been called by a pronoun
before, so the fit gives it little; in news, where people come and go, it more than halved the links that
a given name speaks against. A given name that agrees counts for nothing: many are in no list.
"""

from __future__ import annotations

LEAST = 0.5
"""The least probability at which a pronoun is linked."""

WEIGHTS = {
    "nobody": 0.36,
    "same sentence": 1.01,
    "one sentence back": -0.25,
    "sentences back": -0.61,
    "same paragraph": 0.20,
    "nearest": -0.14,
    "subject": 0.37,
    "subject of the sentence before": 0.62,
    "both subjects": 0.24,
    "share of mentions": -0.20,
    "first of the text": 0.57,
    "named": 0.94,
    "gender said": 0.70,
    "pronouns agree": 1.00,
    "pronoun before": -0.02,
    "last by pronoun": -0.11,
    "left a quotation": 0.02,
    "entered a quotation": -0.71,
    "speaks again": 0.27,
    "possessor in reach": 0.68,
    "possessor": 0.34,
    "joined": 0.36,
    "given name against": -2.0,
}
