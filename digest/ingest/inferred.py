"""A date of publication worked out from the text's own evidence, where nothing states it."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import Published


def infer_date(title: str, lines: Sequence[str]) -> Published | None:
    """The date that the evidence carries, cut to what is sure; None where it carries none."""
    return None
