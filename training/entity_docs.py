"""Sentences with entities as spaCy documents; BIO columns as entities."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.tokens import Doc, Span

from training.spacing import Entity, guessed_spaces, joined_apostrophes

VOCAB = spacy.blank("en").vocab
UNKNOWN = "?"  # the label of a span of which nobody says what it is: neither learned nor unlearned


@dataclass(slots=True)
class Sentence:
    """The words of a sentence, its entities, and its spacing (None: to be guessed)."""

    words: list[str]
    entities: list[Entity] = field(default_factory=list)
    spaces: list[bool] | None = None


def to_doc(sentences: Iterable[Sentence]) -> Doc | None:
    """One Doc; None where a word is empty or holds a space, or entities overlap."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    entities: list[Entity] = []
    for sentence in sentences:
        own, found, gaps = sentence.words, sentence.entities, sentence.spaces
        if gaps is None:
            own, found = joined_apostrophes(own, found)
            gaps = guessed_spaces(own)
        entities += [(start + len(words), end + len(words), label) for start, end, label in found]
        words += own
        spaces += [*gaps[:-1], True]
        starts += [i == 0 for i in range(len(own))]
    if not words or any(not word or " " in word for word in words):
        return None
    doc = Doc(VOCAB, words=words, spaces=spaces, sent_starts=starts)
    return labelled(doc, entities)


def labelled(doc: Doc, entities: Iterable[Entity]) -> Doc | None:
    """Set the entities of a Doc; spans labelled UNKNOWN are left open. None where entities overlap."""
    spans, unknown = [], []
    for start, end, label in entities:
        (unknown if label == UNKNOWN else spans).append(Span(doc, start, end, label=label))
    try:
        doc.set_ents(spans, missing=unknown, default="outside")
    except ValueError:
        return None
    return doc


def grouped(sentences: Sequence[Sentence], size: int) -> list[Doc]:
    """Documents of ``size`` sentences each."""
    groups = (sentences[i : i + size] for i in range(0, len(sentences), size))
    return [doc for group in groups if (doc := to_doc(group)) is not None]


def column_sentences(path: Path, separator: str | None = None) -> Iterator[list[tuple[str, str]]]:
    """The (word, tag) rows of each sentence of a file of columns: first the word, last the tag."""
    rows: list[tuple[str, str]] = []
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            columns = line.rstrip("\n").split(separator)
            if not line.strip():
                if rows:
                    yield rows
                rows = []
            elif len(columns) > 1:
                rows.append((columns[0], columns[-1]))
    if rows:
        yield rows


def from_tags(tags: Sequence[str], label_of: Callable[[str], str | None]) -> list[Entity]:
    """Entities of BIO (or IO, BIOES) tags; a tag whose label maps to None is outside."""
    entities: list[Entity] = []
    previous = ""  # the corpus's own label of the entity that the last token was in
    for i, tag in enumerate(tags):
        prefix, _, own = tag.partition("-")
        label = label_of(own) if own else None
        if label is None:
            previous = ""
        elif prefix in "IE" and own == previous:
            start, _, _ = entities[-1]
            entities[-1] = (start, i + 1, label)
        else:
            entities.append((i, i + 1, label))
            previous = own
    return entities
