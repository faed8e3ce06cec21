"""Quotes of an article."""

from __future__ import annotations

from digest.annotate import Annotated
from digest.model import Quote


def find_quotes(annotated: Annotated) -> tuple[Quote, ...]:
    """The quotes of the body, in order."""
    return ()
