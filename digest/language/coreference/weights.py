"""The weights of the choice of a pronoun's person, fitted on GUM by benchmarks/coreference/fit.py.

Two are set by hand, since most of GUM's pronouns stand in biographies of one person. "given name
against": in news, where people come and go, it did away with nearly all links that a given name speaks
against; a given name that agrees counts for nothing, as many are in no list. "spoke last": who spoke last
goes on speaking; links of "he said" that given names spoke against (not looked at) fell from 3.0 to 1.1 %.
"""

from __future__ import annotations

LEAST = 0.5
"""The least probability at which a pronoun is linked."""

WEIGHTS = {
    "nobody": 0.75,
    "same sentence": 1.01,
    "one sentence back": -0.04,
    "sentences back": -0.33,
    "same paragraph": 0.45,
    "nearest": 0.09,
    "subject": 0.34,
    "subject of the sentence before": 0.66,
    "both subjects": 0.30,
    "share of mentions": -0.33,
    "first of the text": 0.55,
    "named": 0.88,
    "gender said": 0.24,
    "pronouns agree": 0.98,
    "pronoun before": 0.00,
    "last by pronoun": -0.03,
    "left a quotation": -0.34,
    "entered a quotation": -0.90,
    "possessor in reach": 0.86,
    "possessor": 0.37,
    "joined": 0.54,
    "spoke last": 1.5,
    "given name against": -2.0,
}
