"""Named entities."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from digest.annotate import Annotated
from digest.model import Entity, Link, Part


def find_entities(annotated: Annotated) -> tuple[Entity, ...]:
    """The named entities of the title, then of the body, in order."""
    article = annotated.article
    names = _fullest(annotated.links, article.text)
    by_text = {article.text[start:end]: name for (start, end), name in names.items()}
    return (
        *_entities(annotated.title, article.title, "title", {}, by_text),
        *_entities(annotated.doc, article.text, "text", names, {}),
    )


def _fullest(links: tuple[Link, ...], text: str) -> Mapping[tuple[int, int], str]:
    """The fullest form of the name at each linked stretch."""
    return {(link.start, link.end): text[link.name_start : link.name_end] for link in links if link.named}


def _entities(
    doc: Doc,
    text: str,
    part: Part,
    names: Mapping[tuple[int, int], str],
    by_text: Mapping[str, str],
) -> tuple[Entity, ...]:
    """The entities of one part; ``names`` goes by place and ``by_text`` by the words themselves."""
    found = []
    for ent in doc.ents:
        words = text[ent.start_char : ent.end_char]
        name = names.get((ent.start_char, ent.end_char)) or by_text.get(words) or words
        found.append(Entity(ent.start_char, ent.end_char, words, ent.label_, name, part=part))
    return tuple(found)
