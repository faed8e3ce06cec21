"""Briefing -> a tagged PDF (PDF/UA-1 and PDF/A-3a in one file) with the briefing's JSON attached.

The pages are set by ``render/setting.py`` in a process of its own, with a limit of time and of memory.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import digest
from digest.errors import RenderError
from digest.model import Briefing
from digest.render.fonts import FONT_SCHEME, print_fonts
from digest.render.page import page
from digest.serialise import dump

LOG = logging.getLogger(__name__)
PATIENCE = 120.0  # seconds for any edition,
PACE = 2_000.0  # and one more for so many characters of its page: some five times what they take
NO_PANGO = (
    "WeasyPrint cannot load Pango, which sets the text of the PDF. Install it: "
    "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 (Debian, Ubuntu), "
    "dnf install pango (Fedora), apk add pango (Alpine), brew install pango (macOS). "
    "HTML, Markdown and JSON are made without it."
)


def render(briefing: Briefing, templates: Path | None = None) -> bytes:
    """The PDF; the same briefing, templates and fonts give the same bytes.

    Raises RenderError where a font or a template is missing or broken, and where the pages cannot be set
    within the limits.
    """
    stamp = _stamp(briefing)
    fonts = print_fonts(templates)
    addresses = {name: FONT_SCHEME + name for name in fonts}
    source = page(briefing, "print", fonts=addresses, templates=templates)
    order = {
        "page": source,
        "fonts": {name: str(path) for name, path in fonts.items()},
        "attachment": dump(briefing).decode(),
        "stamp": stamp.isoformat(),
    }
    return _set(json.dumps(order).encode(), seconds=PATIENCE + len(source) / PACE)


def _set(order: bytes, *, seconds: float) -> bytes:
    """The pages, from a process of its own that gets no more than ``seconds``."""
    home = str(Path(digest.__file__).parents[1])
    search = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "digest.render.setting"],
            input=order,
            capture_output=True,
            timeout=seconds,
            env=os.environ | {"PYTHONPATH": search, "PYTHONIOENCODING": "utf-8"},
        )
    except subprocess.TimeoutExpired as error:
        raise RenderError(f"the PDF was not done after {seconds:.0f} s; other formats can be made") from error
    said = done.stderr.decode(errors="replace").strip().splitlines()
    if done.returncode == 0:
        for line in said:
            LOG.warning("%s", line.removeprefix("WARNING ").removeprefix("ERROR "))
        return done.stdout
    if any("cannot load library" in line for line in said):
        raise RenderError(NO_PANGO)
    reason = said[-1] if said else f"its process ended with {done.returncode}"
    raise RenderError(f"WeasyPrint cannot set this edition ({reason}); other formats can be made")


def _stamp(briefing: Briefing) -> datetime:
    """Midnight (UTC) of the edition's day: no clock is read, so the bytes are the same every time."""
    try:
        return datetime.strptime(briefing.date, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError as error:
        raise RenderError(f"date of the edition: expected YYYY-MM-DD, found {briefing.date!r}") from error
