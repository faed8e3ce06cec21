"""Reads the quote fixtures: one pattern a block, with a twin that looks like it and must not match.

::

    = name of the pattern
    + a text in which the pattern stands; " / " begins a new paragraph
      kind | content | mention of the speaker | name=…; role=…; sourcing=…; because=…; relay=…
    - its trap, with the quotes that it has all the same, if any

A field of ``-`` says that there is none; a ``?`` after the mention that the line may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from digest.annotate import annotate
from digest.extract.quotes import find_quotes
from digest.language import load
from digest.model import Article, Paragraph, Quote

FOLDER = Path(__file__).parents[1] / "fixtures" / "quotes"
BREAK = "\n\n"


@dataclass(frozen=True)
class Expected:
    """One quote that a text has."""

    kind: str
    content: str
    mention: str
    fields: dict[str, str]
    optional: bool = False


@dataclass
class Case:
    """A text and its quotes."""

    name: str
    text: str
    trap: bool
    expected: list[Expected] = field(default_factory=list)


def read_cases(name: str) -> Iterator[Case]:
    """The cases of a fixture file, pattern and trap in turn."""
    pattern, case = "", None
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            pattern = line[2:]
        elif line.startswith(("+ ", "- ")):
            if case is not None:
                yield case
            case = Case(pattern, line[2:].replace(" / ", BREAK), line.startswith("- "))
        elif line.startswith("  "):
            assert case is not None
            case.expected.append(_expected(line))
    if case is not None:
        yield case


def _expected(line: str) -> Expected:
    kind, content, mention, *rest = (part.strip() for part in line.split("|"))
    fields = dict(pair.strip().split("=", 1) for pair in rest[0].split(";")) if rest else {}
    return Expected(
        kind, content.replace(" / ", BREAK), mention.removesuffix(" ?"), fields, mention.endswith(" ?")
    )


def quotes_of(text: str) -> tuple[Quote, ...]:
    """The quotes of a text, a paragraph for each line."""
    paragraphs = tuple(Paragraph(m.start(), m.end(), 1) for m in re.finditer(r"[^\n]+", text))
    article = Article(id="a", path="a", source_sha256="", title="", text=text, paragraphs=paragraphs)
    (annotated,) = annotate([article], load("embedded"))
    return find_quotes(annotated)


def faults(case: Case, *, kinds: tuple[str, ...]) -> list[str]:
    """What is wrong with the quotes that were found in a case; edges are compared without their stops."""
    found = [q for q in quotes_of(case.text) if q.kind in kinds and q.act == "said"]
    wrong = []
    for wanted in case.expected:
        quote = next((q for q in found if _bare(q.text) == _bare(wanted.content)), None)
        if quote is None:
            if not wanted.optional:
                wrong.append(f"missing {wanted.content!r}")
            continue
        found.remove(quote)
        wrong += list(_differences(quote, wanted))
    wrong += [f"too many: {quote.text!r}" for quote in found]
    return wrong


def _bare(text: str) -> str:
    return text.strip(" .,“”\"'‘’«»„")


def _differences(quote: Quote, wanted: Expected) -> Iterator[str]:
    speaker = quote.speaker
    if quote.kind != wanted.kind:
        yield f"{quote.kind}, not {wanted.kind}: {quote.text!r}"
    if speaker is None or speaker.text.removesuffix(".") != wanted.mention.removesuffix("."):
        yield f"said by {speaker and speaker.text!r}, not {wanted.mention!r}"
        return
    given = {
        "name": speaker.name,
        "role": speaker.role or "-",
        "sourcing": speaker.sourcing,
        "because": speaker.unnamed_because or "-",
        "relay": speaker.relayed_by.name if speaker.relayed_by else "-",
    }
    for key, value in wanted.fields.items():
        if given[key] != value:
            yield f"{key} is {given[key]!r}, not {value!r}"
