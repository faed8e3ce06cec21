"""Readings built by hand: capitalised words are names, longer words and numbers are terms."""

from __future__ import annotations

import re

from digest.model import Article, Entity, Moment, Paragraph, Published, Reading, Sentence

_SENTENCE = re.compile(r"\S.*?[.!?]+[\"”]?(?=\s|$)|\S.+$")
_TERM = re.compile(r"[a-z]{4,}|\d[\d,.]*\d|\d")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_EMPTY = {"that", "with", "from", "they", "this", "have", "were", "would", "said", "their", "been", "after"}


def reading(
    id: str, text: str, *, title: str = "", published: str | None = None, days: tuple[str, ...] = ()
) -> Reading:
    """A reading of a one-paragraph article that tells of some days."""
    sentences = tuple(
        Sentence(match.start(), match.end(), 0, _terms(match.group())) for match in _SENTENCE.finditer(text)
    )
    names = tuple(
        Entity(match.start(), match.end(), match.group(), "PERSON", match.group())
        for match in _NAME.finditer(text)
    )
    precision = {10: "day", 7: "month", 4: "year"}[len(published)] if published else "day"
    return Reading(
        article=Article(
            id=id,
            path=f"{id}.txt",
            source_sha256="0" * 64,
            title=title,
            text=text,
            published=Published(published, precision, published, "stated") if published else None,  # type: ignore[arg-type]
            paragraphs=(Paragraph(0, len(text), 1),),
        ),
        sentences=sentences,
        title=Sentence(0, len(title), -1, _terms(title), part="title") if title else None,
        entities=names,
        moments=tuple(Moment(0, 0, "", day, "day", "inferred") for day in days),
    )


def _terms(text: str) -> tuple[str, ...]:
    return tuple(word for word in _TERM.findall(text.lower()) if word not in _EMPTY)
