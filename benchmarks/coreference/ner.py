"""Named entities before and after the deterministic layer, on corpora with gold entities.

Usage::

    python benchmarks/coreference/ner.py folder --pipeline embedded

The folder holds Universal NER (``uner_ewt/*.iob2``), CrossNER (``crossner/<domain>/<split>.txt``) and
WikiGold (``wikigold/wikigold.conll.txt``), as published. Labels are compared as people, organisations
and places; NORP is no label of these corpora and is left out. Exact spans.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from digest.language import load
from digest.language.entities import refine

GOLD = {
    "PER": "PERSON", "ORG": "ORG", "LOC": "LOC",
    "politician": "PERSON", "person": "PERSON", "scientist": "PERSON", "musicalartist": "PERSON",
    "writer": "PERSON", "researcher": "PERSON", "politicalparty": "ORG", "organisation": "ORG",
    "university": "ORG", "band": "ORG", "country": "LOC", "location": "LOC",
}  # fmt: skip
OURS = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
CLOSE = frozenset([",", ".", ";", ":", "!", "?", ")", "]", "%", "'s", "n't", "''", "’s", "'", "...", "”"])
OPEN = frozenset(["(", "[", "$", "``", "“"])

Spans = set[tuple[int, int, str]]


def read_columns(path: Path, word: int, tag: int) -> Iterator[list[list[tuple[str, str]]]]:
    """Documents of sentences of (word, tag)."""
    document: list[list[tuple[str, str]]] = []
    sentence: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith(("# newdoc", "-DOCSTART-")):
            if document:
                yield document
            document = []
        elif line.startswith("# "):
            continue
        elif not line.strip():
            if sentence:
                document.append(sentence)
            sentence = []
        else:
            cells = line.split("\t") if "\t" in line else line.split()
            sentence.append((cells[word], cells[tag]))
    if document:
        yield document


def text_and_gold(document: list[list[tuple[str, str]]]) -> tuple[str, Spans]:
    """The text of a document with its gold spans, one paragraph."""
    text = ""
    spans: list[list[int | str]] = []
    for sentence in document:
        before = "O"
        for word, tag in sentence:
            if text and word not in CLOSE and text[-1] not in OPEN:
                text += " "
            start = len(text)
            text += word
            label = GOLD.get(tag[2:]) if tag != "O" else None
            if label is not None:
                if tag[0] == "I" and before[2:] == tag[2:]:
                    spans[-1][1] = len(text)
                else:
                    spans.append([start, len(text), label])
            before = tag
    return text, {(int(s), int(e), str(label)) for s, e, label in spans}


def ours(doc: Doc) -> Spans:
    """The entities of a Doc in the labels of the corpora."""
    return {(e.start_char, e.end_char, OURS[e.label_]) for e in doc.ents if e.label_ in OURS}


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pipeline", default="embedded")
    parser.add_argument("--changes", action="store_true", help="print what the layer changed")
    args = parser.parse_args()
    nlp = load(args.pipeline)
    corpora = {
        "UNER-EWT dev": read_columns(args.folder / "uner_ewt/en_ewt-ud-dev.iob2", 1, 2),
        "UNER-EWT test": read_columns(args.folder / "uner_ewt/en_ewt-ud-test.iob2", 1, 2),
        "CrossNER politics dev": (
            [s] for d in read_columns(args.folder / "crossner/politics/dev.txt", 0, 1) for s in d
        ),
        "CrossNER science dev": (
            [s] for d in read_columns(args.folder / "crossner/science/dev.txt", 0, 1) for s in d
        ),
        "WikiGold": read_columns(args.folder / "wikigold/wikigold.conll.txt", 0, 1),
    }
    print("| corpus | before | after | person | organisation | place |\n|---|---:|---:|---:|---:|---:|")
    for name, documents in corpora.items():
        counts: dict[str, Counter[str]] = {"before": Counter(), "after": Counter()}
        data = [text_and_gold(document) for document in documents]
        docs = nlp.pipe(text for text, _ in data)
        for doc, (text, gold) in zip(docs, data, strict=True):
            before = ours(doc)
            refine(doc)
            after = ours(doc)
            for when, found in (("before", before), ("after", after)):
                for label in ("PERSON", "ORG", "LOC"):
                    mine = {s for s in found if s[2] == label}
                    right = {s for s in gold if s[2] == label}
                    counts[when].update({label + " right": len(mine & right), label: len(mine) + len(right)})
            if args.changes:
                for sign, spans in (("-", before - after), ("+", after - before)):
                    for s in sorted(spans):
                        good = (s in gold) == (sign == "+")
                        around = (
                            text[max(s[0] - 40, 0) : s[0]]
                            + "[["
                            + text[s[0] : s[1]]
                            + "]]"
                            + text[s[1] : s[1] + 30]
                        )
                        print(name, "good" if good else "BAD", sign, s[2], repr(around))

        def f(when: str, *labels: str) -> str:
            right = sum(counts[when][label + " right"] for label in labels)  # noqa: B023 (called at once)
            return f"{200 * right / max(sum(counts[when][label] for label in labels), 1):.1f}"  # noqa: B023

        parts = [f"{f('before', label)} → {f('after', label)}" for label in ("PERSON", "ORG", "LOC")]
        every = ("PERSON", "ORG", "LOC")
        print(
            "|",
            name,
            "|",
            f("before", *every),
            "|",
            f("after", *every),
            "|",
            " | ".join(parts),
            "|",
            flush=True,
        )


if __name__ == "__main__":
    main()
