"""Moments of an article."""

from __future__ import annotations

from digest.annotate import Annotated
from digest.model import Moment


def find_moments(annotated: Annotated) -> tuple[Moment, ...]:
    """The moments of the body, in order."""
    return ()
