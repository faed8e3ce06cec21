"""Readers of the corpora of named entities: each gives documents labelled PERSON, ORG and LOC."""

from __future__ import annotations

import json
import re
from pathlib import Path

from spacy.tokens import Doc

from training.demonyms import is_demonym
from training.entity_docs import UNKNOWN, Sentence, column_sentences, from_tags, grouped

THREE = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
# WNUT's groups are bands and clubs among others: organisations to some corpora.
SOCIAL = {"person": "PERSON", "location": "LOC", "corporation": "ORG", "group": UNKNOWN, **THREE}
CROSSNER = {
    "politician": "PERSON", "person": "PERSON", "scientist": "PERSON", "musicalartist": "PERSON",
    "writer": "PERSON", "researcher": "PERSON", "politicalparty": "ORG", "organisation": "ORG",
    "university": "ORG", "band": "ORG", "country": "LOC", "location": "LOC",
}  # fmt: skip
# A newspaper or a journal is an organisation to one corpus and none to the next.
CROSSNER_UNSURE = {"magazine": UNKNOWN, "academicjournal": UNKNOWN, "conference": UNKNOWN}


def universal_ner(path: Path) -> list[Doc]:
    """Read Universal NER's ``.iob2``: six sentences of one document at a time."""
    docs: list[Doc] = []
    sentences: list[Sentence] = []
    text = ""
    rows: list[tuple[str, str]] = []

    def close() -> None:
        docs.extend(grouped(sentences, 6))
        sentences.clear()

    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc"):
            close()
        elif line.startswith("# text ="):
            text = line.partition("= ")[2]
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            rows.append((columns[1], columns[2]))
        elif not line and rows:
            words = [word for word, _ in rows]
            entities = from_tags([tag for _, tag in rows], THREE.get)
            sentences.append(Sentence(words, entities, _spaces_in(text, words)))
            rows = []
    close()
    return docs


def _spaces_in(text: str, words: list[str]) -> list[bool] | None:
    spaces: list[bool] = []
    at = 0
    for word in words:
        found = text.find(word, at)
        if found < 0:
            return None
        at = found + len(word)
        spaces.append(text[at : at + 1] == " ")
    return spaces


def crossner(path: Path) -> list[Doc]:
    """Read a part of CrossNER: one sentence a document."""
    politics = path.parent.name == "politics"
    labels = CROSSNER if politics else CROSSNER | CROSSNER_UNSURE
    return _columns(path, labels, size=1)


def wikigold(path: Path) -> list[Doc]:
    """Read WikiGold, whose tags are plain IO."""
    sentences = [
        Sentence([word for word, _ in rows], from_tags([tag for _, tag in rows], THREE.get))
        for rows in column_sentences(path)
        if rows[0][0] != "-DOCSTART-"
    ]
    return grouped(sentences, 5)


def social(path: Path) -> list[Doc]:
    """Read the Broad Twitter Corpus or WNUT 17, without messages to somebody by name."""
    docs = _columns(path, SOCIAL, size=1, separator="\t")
    return [doc for doc in docs if not any(token.text.startswith("@") for token in doc)]


def _columns(path: Path, labels: dict[str, str], *, size: int, separator: str | None = None) -> list[Doc]:
    sentences = [
        Sentence([word.replace(" ", "") for word, _ in rows], from_tags([tag for _, tag in rows], labels.get))
        for rows in column_sentences(path, separator)
    ]
    return grouped(sentences, size)


def redocred(path: Path, places: frozenset[str]) -> list[Doc]:
    """Read Re-DocRED: six sentences at a time.

    The corpus calls demonyms locations; those that are not also in ``places`` are dropped. The article
    before a name is not part of it.
    """
    docs: list[Doc] = []
    for record in json.loads(path.read_text(encoding="utf-8")):
        sentences = [
            Sentence([re.sub(r"\s", "", token) or "-" for token in tokens]) for tokens in record["sents"]
        ]
        mentions: dict[int, set[tuple[int, int, str]]] = {}
        for vertex in record["vertexSet"]:
            for mention in vertex:
                if mention["type"] in THREE:
                    start, end = mention["pos"]
                    mentions.setdefault(mention["sent_id"], set()).add((start, end, THREE[mention["type"]]))
        for number, found in mentions.items():
            sentence = sentences[number]
            taken: set[int] = set()
            for start, end, label in sorted(found, key=lambda mention: (mention[0] - mention[1], mention)):
                if taken & set(range(start, end)):
                    continue
                taken |= set(range(start, end))
                first = sentence.words[start]
                if label == "LOC" and end - start == 1 and first not in places and is_demonym(first):
                    continue
                if first.lower() == "the" and end - start > 1:
                    start += 1
                sentence.entities.append((start, end, label))
        docs += grouped([sentence for sentence in sentences if sentence.words], 6)
    return docs
