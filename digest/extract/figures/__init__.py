"""Figures of an article: what is counted, how many, who says so.

The stages, in order: numerals → amounts (numbers with units) → what is no figure is left out → ranges →
qualifier and change → what is counted → who states it, when, and how sure.
"""

from __future__ import annotations

from digest.annotate import Annotated
from digest.extract.figures.places import Places
from digest.extract.figures.scan import find_amounts
from digest.extract.figures.understand import understand
from digest.model import Figure

__all__ = ["find_figures"]


def find_figures(annotated: Annotated) -> tuple[Figure, ...]:
    """The figures of the body, in order."""
    places = Places(annotated.doc)
    return understand(annotated, places, find_amounts(places))
