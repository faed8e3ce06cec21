"""Quotes of a JSON-lines corpus, as predictions for its scorer.

usage: run.py GOLD.jsonl PRED.jsonl [--stretches] [--speaker mention|name] [--pipeline NAME] [--parses FILE]

Each line of GOLD has ``doc_id`` and ``text``; nothing else of it is read. ``--stretches`` writes one
prediction for each marked stretch of a quote. ``--speaker name`` writes the fullest name in the article
and not the mention at the quote, which is what PolNeAR annotates. Prints the speed of quote finding
beyond the language pipeline.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus import annotated, article_of, records_of

from digest.extract.quotes import find_quotes
from digest.extract.quotes.marks import find_stretches
from digest.model import Article, Quote


def spans(article: Article, quote: Quote, *, stretches: bool) -> list[tuple[int, int]]:
    """What to predict for a quote: its span, or the marked stretches in it."""
    if not stretches:
        return [(quote.start, quote.end)]
    return [
        (s.start, s.end)
        for s in find_stretches(article.text, article.paragraphs)
        if not s.single and min(s.end, quote.end) - max(s.start, quote.start) > 0.5 * (s.end - s.start)
    ]


def predictions(article: Article, quotes: tuple[Quote, ...], *, stretches: bool, name: bool) -> Iterator[Any]:
    """The predictions for one article."""
    for quote in quotes:
        speaker = quote.speaker
        who = None if speaker is None else speaker.name if name else speaker.text
        for start, end in spans(article, quote, stretches=stretches):
            found = {"start": start, "end": end, "speaker": who, "cue": quote.cue}
            if not stretches and quote.marked:
                found["kind"] = quote.kind
            yield found


def main() -> None:
    """Read, find, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--stretches", action="store_true")
    parser.add_argument("--speaker", choices=("mention", "name"), default="mention")
    parser.add_argument("--pipeline", default="embedded")
    parser.add_argument("--parses", type=Path)
    options = parser.parse_args()
    articles = [article_of(record) for record in records_of(options.gold)]
    seconds = 0.0
    with options.predictions.open("w", encoding="utf-8") as out:
        for one in annotated(articles, pipeline=options.pipeline, parses=options.parses):
            began = time.process_time()
            quotes = find_quotes(one)
            seconds += time.process_time() - began
            found = predictions(
                one.article, quotes, stretches=options.stretches, name=options.speaker == "name"
            )
            out.write(json.dumps({"doc_id": one.article.id, "quotes": list(found)}) + "\n")
    words = sum(len(article.text.split()) for article in articles)
    print(f"{words} words, {seconds:.1f} s for the quotes: {words / max(seconds, 1e-9):.0f} words/s")


if __name__ == "__main__":
    main()
