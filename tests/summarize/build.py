"""Readings built by hand: a paragraph a line, a sentence where one ends, words of four letters as terms."""

from __future__ import annotations

import re

from digest.model import Article, Paragraph, Published, Reading, Sentence

_SENTENCE = re.compile(r"\S.*?(?<!\b[A-Z])[.!?]+[\"”]?(?=\s|$)|\S.+$")
_TERM = re.compile(r"[a-z]{4,}|\d[\d,.]*\d|\d")
_EMPTY = {"that", "with", "from", "they", "this", "have", "were", "would", "said", "their", "been", "after"}


def reading(
    id: str, *paragraphs: str, title: str = "", published: str | None = None, dangling: str | None = None
) -> Reading:
    """A reading of an article; sentences that open with ``dangling`` are marked as leaning."""
    text = "\n\n".join(paragraphs)
    found: list[Paragraph] = []
    sentences: list[Sentence] = []
    at = 0
    for number, paragraph in enumerate(paragraphs):
        found.append(Paragraph(at, at + len(paragraph), number + 1))
        for match in _SENTENCE.finditer(paragraph):
            leans = dangling is not None and match.group().startswith(dangling + " ")
            sentences.append(
                Sentence(
                    at + match.start(),
                    at + match.end(),
                    number,
                    terms(match.group()),
                    dangling=f"opens with {dangling!r}" if leans else None,
                )
            )
        at += len(paragraph) + 2
    article = Article(
        id=id,
        path=f"{id}.txt",
        source_sha256="0" * 64,
        title=title,
        text=text,
        published=Published(published, "day", published, "stated") if published else None,
        paragraphs=tuple(found),
    )
    head = Sentence(0, len(title), -1, terms(title), part="title") if title else None
    return Reading(article=article, sentences=tuple(sentences), title=head)


def terms(text: str) -> tuple[str, ...]:
    """The words of a text that tell something, roughly."""
    return tuple(word for word in _TERM.findall(text.lower()) if word not in _EMPTY)
