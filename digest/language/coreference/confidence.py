"""How often links of each kind are right: measured on GUM, see benchmarks/coreference/."""

from __future__ import annotations

CONFIDENCE = {
    "full name": 0.97,
    "surname": 0.97,
    "surname, one of several": 0.6,
    "first name": 0.85,
    "first name, one of several": 0.5,
    "acronym": 0.95,
    "short name": 0.85,
    "other name": 0.97,
    "role": 0.9,
    "role, one of several": 0.6,
    "description": 0.85,
    "body by its noun": 0.8,
    "body just named": 0.6,
    "I in a quotation": 0.85,
}
