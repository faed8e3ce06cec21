"""Read re3d, reports on defence and security with entities as character spans."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, Span

from training.entity_docs import UNKNOWN, labelled
from training.entity_gum import TITLES

TYPES = {"Person": "PERSON", "Organisation": "ORG", "Location": "LOC"}
OFFICES = TITLES | frozenset(("Foreign", "State", "Defence", "Deputy"))
# The corpus also marks pronouns and common nouns.
COMMON = frozenset("we they it he she i our their us them his soldiers who".split())
INNER = frozenset("al bin de van -".split())


def re3d(folder: Path) -> list[Doc]:
    """Read every source of the corpus; a document keeps its own paragraphs."""
    nlp = spacy.blank("en")
    docs: list[Doc] = []
    for source in sorted(path for path in folder.iterdir() if path.is_dir()):
        entities: dict[str, list[dict[str, Any]]] = {}
        for entity in _lines(source / "entities.json"):
            entities.setdefault(entity["documentId"], []).append(entity)
        for document in _lines(source / "documents.json"):
            doc = nlp.make_doc(document["text"])
            found = _names(doc, entities.get(document["_id"], []))
            if labelled(doc, found) is not None:
                docs.append(doc)
    return docs


def _lines(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def _names(doc: Doc, entities: list[dict[str, Any]]) -> list[tuple[int, int, str]]:
    names: list[tuple[int, int, str]] = []
    taken: set[int] = set()
    for entity in sorted(entities, key=lambda entity: entity["begin"] - entity["end"]):
        label = TYPES.get(entity["type"])
        span = doc.char_span(entity["begin"], entity["end"], alignment_mode="expand")
        if label is None or span is None or not len(span):
            continue
        span = _trimmed(span, label)
        if taken & {token.i for token in span}:
            continue
        taken |= {token.i for token in span}
        if len(span) == 1 and (span[0].lower_ in COMMON or re.search("(ans|is)$", span.text)):
            continue
        names.append((span.start, span.end, label if _is_name(span, label) else UNKNOWN))
    return names


def _trimmed(span: Span, label: str) -> Span:
    if span[0].lower_ == "the" and len(span) > 1:
        span = span[1:]
    while label == "PERSON" and len(span) > 1 and span[0].text in OFFICES:
        span = span[1:]
    return span


def _is_name(span: Span, label: str) -> bool:
    """Whether every end is capitalised and nothing but a name is inside."""
    if not (span[0].text[:1].isupper() and span[-1].text[:1].isupper()):
        return False
    if any(token.text in TITLES or token.text in ("and", "Representative", "Envoy") for token in span):
        return False
    return label != "PERSON" or all(token.text[:1].isupper() or token.lower_ in INNER for token in span)
