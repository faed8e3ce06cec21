"""Briefing -> Markdown (CommonMark with tables and footnotes, as GitHub and Pandoc read them)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from digest.model import Briefing, Citation, Passage
from digest.render import citations
from digest.render.page import headlines, set_aside
from digest.render.templates import environment, run
from digest.render.vocabulary import add_vocabulary

# What means something to Markdown anywhere in a line, and what does at its beginning only.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~&{}$])")
_AT_START = re.compile(r"^(\d+(?=[.)](?:\s|$)))?([#.)+=-])")  # a heading, a list, a rule
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # marks that would turn the text after them around
_ADDRESS = re.compile(r"[()<>\[\]\\\s|`*_]")


def render(briefing: Briefing, templates: Path | None = None) -> bytes:
    """The Markdown in UTF-8; raises RenderError where the template is broken."""
    env = environment(templates, escape=False)
    named = citations.labels(briefing)
    add_vocabulary(env)
    env.filters.update(
        address=address,
        escape=escape,
        notes=partial(notes, named),
        marked=marked,
    )
    made = run(
        env,
        "briefing.md.j2",
        briefing=briefing,
        references={reference.number: reference for reference in briefing.references},
        headline_of=headlines(briefing),
        passage_label=named,
        set_aside=set_aside(briefing),
    )
    return re.sub(r"\n{3,}", "\n\n", made).encode()


def escape(text: str) -> str:
    """Text that reads in Markdown as it stands: no markup, no HTML, on one line."""
    flat = " ".join(text.split())
    flat = _AT_START.sub(lambda found: f"{found[1] or ''}\\{found[2]}", _ANYWHERE.sub(r"\\\1", flat))
    return _TURNING.sub(lambda sign: f"&#x{ord(sign[0]):X};", flat)


def address(url: str) -> str:
    """An address with the signs that would end a Markdown link percent-encoded."""
    return _ADDRESS.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), url)


def notes(named: Mapping[int, str], given: Citation | Iterable[Citation]) -> str:
    """The footnote marks of a statement: ``[^3.2]``."""
    wanted = (given,) if isinstance(given, Citation) else given
    return "".join(f"[^{named[citation.passage]}]" for citation in citations.distinct(*wanted))


def marked(passage: Passage) -> str:
    """A passage with its marked stretches in bold."""
    return "".join(
        _bold(text) if kind == "marked" else _piece(text) for text, kind in citations.segments(passage)
    )


def _bold(text: str) -> str:
    """Bold cannot begin or end with white space, so that stays outside."""
    inner = text.strip()
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{_piece(before)}**{escape(inner)}**{_piece(after)}" if inner else _piece(text)


def _piece(text: str) -> str:
    """Escaped, with one blank kept where the text begins or ends with white space."""
    if not text.strip():
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{escape(text)}{' ' if text[-1].isspace() else ''}"
