"""Named entities."""

from __future__ import annotations

from spacy.tokens import Doc

from digest.annotate import Annotated
from digest.model import Entity, Part


def find_entities(annotated: Annotated) -> tuple[Entity, ...]:
    """The named entities of the title, then of the body, in order."""
    article = annotated.article
    return (
        *_entities(annotated.title, article.title, "title"),
        *_entities(annotated.doc, article.text, "text"),
    )


def _entities(doc: Doc, text: str, part: Part) -> tuple[Entity, ...]:
    return tuple(
        Entity(e.start_char, e.end_char, text[e.start_char : e.end_char], e.label_, e.text, part=part)
        for e in doc.ents
    )
