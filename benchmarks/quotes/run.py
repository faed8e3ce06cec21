"""Quotes of a JSON-lines corpus, as predictions for the scorer.

usage: run.py GOLD.jsonl PRED.jsonl [--stretches] [--speaker mention|name] [--pipeline NAME] [--parses FILE]

Each line of GOLD has ``doc_id`` and ``text``; nothing else of it is read. ``--stretches`` writes one
prediction for each marked stretch of a quote. ``--parses`` keeps the parses in a file between runs.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, DocBin

from digest.annotate import Annotated, annotate
from digest.extract.quotes import find_quotes
from digest.extract.quotes.marks import find_stretches
from digest.language import load
from digest.model import Article, Paragraph, Quote


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


def parsed(articles: list[Article], pipeline: str, parses: Path | None) -> Iterator[Annotated]:
    """The articles with their parses, from the file ``parses`` where it exists."""
    nlp = load(pipeline)
    if parses is not None and parses.exists():
        docs = DocBin().from_disk(parses).get_docs(nlp.vocab)
        yield from (
            Annotated(article=a, doc=d, title=Doc(nlp.vocab)) for a, d in zip(articles, docs, strict=True)
        )
        return
    attributes = ["LEMMA", "TAG", "POS", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START", "MORPH"]
    kept = DocBin(attrs=attributes)
    for annotated in annotate(articles, nlp):
        kept.add(annotated.doc)
        yield annotated
    if parses is not None:
        kept.to_disk(parses)


def spans(text: str, article: Article, quote: Quote, *, stretches: bool) -> list[tuple[int, int]]:
    """What to predict for a quote: its span, or the marked stretches in it."""
    if not stretches:
        return [(quote.start, quote.end)]
    return [
        (s.start, s.end)
        for s in find_stretches(text, article.paragraphs)
        if not s.single and min(s.end, quote.end) - max(s.start, quote.start) > 0.5 * (s.end - s.start)
    ]


def main() -> None:
    """Read, find, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--stretches", action="store_true")
    parser.add_argument("--speaker", choices=("mention", "name"), default="mention")
    parser.add_argument("--pipeline", default="embedded")
    parser.add_argument("--parses", type=Path)
    options = parser.parse_args()
    records = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line]
    seconds = 0.0
    words = 0
    with options.predictions.open("w", encoding="utf-8") as out:
        for annotated in parsed([article_of(r) for r in records], options.pipeline, options.parses):
            began = time.process_time()
            quotes = find_quotes(annotated)
            seconds += time.process_time() - began
            article = annotated.article
            words += len(article.text.split())
            found = []
            for quote in quotes:
                speaker = quote.speaker
                said_by = (
                    None
                    if speaker is None
                    else (speaker.text if options.speaker == "mention" else speaker.name)
                )
                for start, end in spans(article.text, article, quote, stretches=options.stretches):
                    found.append({"start": start, "end": end, "speaker": said_by, "cue": quote.cue,
                                  "confidence": speaker.confidence if speaker else None})  # fmt: skip
                    if not options.stretches:
                        found[-1]["kind"] = quote.kind if quote.marked else None
            out.write(json.dumps({"doc_id": article.id, "quotes": found}) + "\n")
    print(f"{words} words, {seconds:.1f} s for the quotes: {words / max(seconds, 1e-9):.0f} words/s")


if __name__ == "__main__":
    main()
