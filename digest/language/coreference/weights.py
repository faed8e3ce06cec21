"""The weights of the choice of a pronoun's person, fitted on GUM by benchmarks/coreference/fit.py."""

from __future__ import annotations

LEAST = 0.5
"""The least probability at which a pronoun is linked."""

WEIGHTS = {
    "nobody": 0.41,
    "same sentence": 1.02,
    "one sentence back": -0.22,
    "sentences back": -0.55,
    "same paragraph": 0.27,
    "nearest": -0.19,
    "subject": 0.15,
    "subject of the sentence before": 0.54,
    "both subjects": 0.39,
    "share of mentions": -0.20,
    "first of the text": 0.47,
    "named": 0.99,
    "gender said": 0.43,
    "pronouns agree": 1.00,
    "pronoun before": 0.02,
    "last by pronoun": -0.06,
    "left a quotation": -0.09,
    "entered a quotation": -0.76,
    "speaks again": 0.34,
    "possessor in reach": 0.77,
    "possessor": 0.26,
}
