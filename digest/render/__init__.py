"""Briefing -> bytes: one file a format.

``RENDERERS`` is the one place to touch for a new format: its name and the function that makes it. Each
is imported when it is asked for, since WeasyPrint alone takes a second to load.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from digest.errors import UsageError
from digest.model import Briefing

Render = Callable[[Briefing, Path | None], bytes]

RENDERERS: Mapping[str, str] = {  # format, which is also the ending of the file: module with ``render``
    "html": "digest.render.html",
    "pdf": "digest.render.pdf",
    "json": "digest.render.json",
    "md": "digest.render.markdown",
    "csv": "digest.render.csv",
}


def render(briefing: Briefing, format: str, *, templates: Path | None = None) -> bytes:
    """One format of a briefing; ``templates`` is the user's own folder, looked in first.

    Raises UsageError for a format that there is not, RenderError where it cannot be made.
    """
    if format not in RENDERERS:
        raise UsageError(f"no format {format!r}; there are {', '.join(RENDERERS)}")
    make: Render = import_module(RENDERERS[format]).render
    return make(briefing, templates)
