"""Briefing -> its canonical JSON, and back."""

from __future__ import annotations

from pathlib import Path

from digest.model import Briefing
from digest.serialise import dump, load

__all__ = ["dump", "load", "render"]


def render(briefing: Briefing, templates: Path | None = None) -> bytes:
    """The canonical bytes; there is no template in this."""
    return dump(briefing)
