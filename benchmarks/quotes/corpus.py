"""Articles of a JSON-lines corpus, and its scorer."""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from spacy.tokens import Doc, DocBin

from digest.annotate import Annotated, annotate
from digest.language import load
from digest.language.coreference import find_links
from digest.model import Article, Paragraph


def records_of(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def article_of(record: dict[str, Any]) -> Article:
    """The article of a record: its text as it is, a paragraph for each line."""
    text = record["text"]
    paragraphs = tuple(
        Paragraph(m.start(), m.end(), number)
        for number, m in enumerate(re.finditer(r"[^\n]*", text), 1)
        if m.group().strip()
    )
    return Article(
        id=record["doc_id"], path="-", source_sha256="", title="", text=text, paragraphs=paragraphs
    )


def annotated(
    articles: Sequence[Article], *, pipeline: str = "embedded", parses: Path | None = None
) -> Iterator[Annotated]:
    """The articles with their parses; ``parses`` keeps them in a file between runs."""
    nlp = load(pipeline)
    if parses is not None and parses.exists():
        docs = DocBin().from_disk(parses).get_docs(nlp.vocab)
        for article, doc in zip(articles, docs, strict=True):
            yield Annotated(article=article, doc=doc, title=Doc(nlp.vocab), links=find_links(doc))
        return
    attributes = ["LEMMA", "TAG", "POS", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START", "MORPH"]
    kept = DocBin(attrs=attributes)
    for one in annotate(articles, nlp):
        kept.add(one.doc)
        yield one
    if parses is not None:
        kept.to_disk(parses)


def scorer(folder: Path) -> ModuleType:
    """The scorer that comes with a corpus: ``score_quotes.py`` of its folder."""
    sys.path.insert(0, str(folder))
    return importlib.import_module("score_quotes")
