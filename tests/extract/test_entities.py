"""Entities of a Reading: labels, places, and the fullest form of each name."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from digest.annotate import Annotated
from digest.extract.entities import find_entities
from digest.model import Article, Link, Paragraph

VOCAB = Vocab()


def make_doc(text: str, *entities: tuple[str, str]) -> Doc:
    words = text.split(" ")
    doc = Doc(VOCAB, words=words, spaces=[True] * (len(words) - 1) + [False])
    spans = []
    for name, label in entities:
        span = doc.char_span(text.index(name), text.index(name) + len(name), label=label)
        assert span is not None
        spans.append(span)
    doc.set_ents(spans)
    return doc


@pytest.fixture
def annotated() -> Annotated:
    title = "Ruiz leaves Oslo"
    text = "Ana Ruiz spoke ; Ruiz left Oslo"
    doc = make_doc(text, ("Ana Ruiz", "PERSON"), ("Oslo", "GPE"))
    doc.set_ents([*doc.ents, Span(doc, 4, 5, label="PERSON")])
    article = Article("a", "a", "", title=title, text=text, paragraphs=(Paragraph(0, len(text), 1),))
    at = text.rindex("Ruiz")
    links = (
        Link(at, at + 4, 0, 8, 0.9, "surname"),
        Link(27, 31, 0, 8, 0.9, "description", named=False),
    )
    title_doc = make_doc(title, ("Ruiz", "PERSON"), ("Oslo", "GPE"))
    return Annotated(article=article, doc=doc, title=title_doc, links=links)


def test_names_are_the_fullest_of_the_article(annotated: Annotated) -> None:
    found = [(e.part, e.text, e.label, e.name) for e in find_entities(annotated)]
    assert found == [
        ("title", "Ruiz", "PERSON", "Ana Ruiz"),
        ("title", "Oslo", "GPE", "Oslo"),
        ("text", "Ana Ruiz", "PERSON", "Ana Ruiz"),
        ("text", "Ruiz", "PERSON", "Ana Ruiz"),
        ("text", "Oslo", "GPE", "Oslo"),
    ]


def test_the_text_of_an_entity_is_the_text_at_its_place(annotated: Annotated) -> None:
    for entity in find_entities(annotated):
        source = annotated.article.title if entity.part == "title" else annotated.article.text
        assert source[entity.start : entity.end] == entity.text
