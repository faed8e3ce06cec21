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
    "nobody": 0.47,
    "same sentence": 1.05,
    "one sentence back": -0.20,
    "sentences back": -0.56,
    "same paragraph": 0.26,
    "nearest": -0.16,
    "subject": 0.30,
    "subject of the sentence before": 0.71,
    "both subjects": 0.27,
    "share of mentions": -0.28,
    "first of the text": 0.54,
    "named": 0.98,
    "gender said": 0.67,
    "pronouns agree": 1.10,
    "pronoun before": -0.21,
    "last by pronoun": 0.03,
    "left a quotation": 0.04,
    "entered a quotation": -0.72,
    "possessor in reach": 0.82,
    "possessor": 0.43,
    "joined": 0.38,
    "spoke last": 1.5,
    "given name against": -2.0,
}
