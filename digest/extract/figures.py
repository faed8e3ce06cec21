"""Figures of an article."""

from __future__ import annotations

from digest.annotate import Annotated
from digest.model import Figure


def find_figures(annotated: Annotated) -> tuple[Figure, ...]:
    """The figures of the body, in order."""
    return ()
