"""Briefing -> one self-contained HTML file: no script, no file or address to load."""

from __future__ import annotations

from pathlib import Path

from digest.model import Briefing
from digest.render.fonts import web_fonts
from digest.render.page import page


def render(briefing: Briefing, templates: Path | None = None) -> bytes:
    """The web page in UTF-8; raises RenderError where a template or a font is missing or broken."""
    return page(briefing, "screen", fonts=web_fonts(templates), templates=templates).encode()
