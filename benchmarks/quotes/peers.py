"""What else one could install, on the same texts and the same parses.

usage: peers.py GOLD.jsonl FOLDER_OF_THE_SCORER [--marks MARKS.jsonl] [--parses FILE]

Rows: a regular expression for marked stretches with the nearest name; textacy's
``direct_quotations``, where textacy is installed, once a paragraph as it asks for balanced marks; ours.
Prints the columns of the table in README.md.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from corpus import annotated, article_of, records_of, scorer
from run import predictions

from digest.annotate import Annotated
from digest.extract.quotes import find_quotes

MARKED = re.compile(r"“[^“”\n]{1,2000}”|\"(?=\S)[^\"\n]{1,2000}?\"|''(?=\S)[^\n]{1,2000}?''")
Found = list[dict[str, Any]]


def nearest_name(one: Annotated, *, stretches: bool) -> Found:
    """Every marked stretch of more than two words, said by the person or institution named nearest."""
    text = one.doc.text
    names = [(e.start_char, e.end_char) for e in one.doc.ents if e.label_ in ("PERSON", "ORG")]
    found: Found = []
    for match in MARKED.finditer(text):
        start, end = match.span()
        if len(match.group().split()) < 3:
            continue
        outside = [n for n in names if n[1] <= start or n[0] >= end]
        near = min(outside, key=lambda n: min(abs(n[0] - end), abs(start - n[1])), default=None)
        found.append({"start": start, "end": end, "speaker": text[slice(*near)] if near else None})
    return found


def textacy_quotes(one: Annotated, *, stretches: bool) -> Found:
    """textacy's direct quotations, paragraph by paragraph; it gives up on unbalanced marks."""
    from textacy.extract import direct_quotations

    found: Found = []
    for paragraph in one.article.paragraphs:
        span = one.doc.char_span(paragraph.start, paragraph.end, alignment_mode="expand")
        try:
            quotes = list(direct_quotations(span.as_doc())) if span is not None else []
        except ValueError:
            continue
        for speaker, _, content in quotes:
            at = span.start_char + content.start_char
            who = " ".join(token.text for token in speaker)
            found.append({"start": at, "end": at + len(content.text), "speaker": who})
    return found


def ours(one: Annotated, *, stretches: bool) -> Found:
    """This project."""
    return list(predictions(one.article, find_quotes(one), stretches=stretches, name=False))


def rows() -> Iterator[tuple[str, Callable[..., Found]]]:
    """The systems that can run here."""
    yield "regular expression, nearest name", nearest_name
    if find_spec("textacy"):
        yield "textacy, per paragraph", textacy_quotes
    yield "Digest", ours


def main() -> None:
    """Run every row and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--marks", type=Path)
    parser.add_argument("--parses", type=Path)
    options = parser.parse_args()
    score = scorer(options.scorer)
    gold = records_of(options.gold)
    marks = records_of(options.marks) if options.marks else None
    texts = list(annotated([article_of(record) for record in gold], parses=options.parses))
    words = sum(len(one.article.text.split()) for one in texts)
    print("| | direct, overlap F1 | direct, joint F1 | direct + fragments, joint F1 | speaker right, direct "
          "| all incl. indirect, overlap F1 | marked stretches, joint F1 | words/s |")  # fmt: skip
    print("|---" * 8 + "|")
    for name, system in rows():
        began = time.process_time()
        found = [{"doc_id": one.article.id, "quotes": system(one, stretches=False)} for one in texts]
        seconds = time.process_time() - began
        result = score.score(gold, found)
        views = result["views"]
        cells = [
            views["direct"]["overlap"]["F1"],
            views["direct"]["joint"]["F1"],
            views["direct+mixed"]["joint"]["F1"],
            result["speaker"]["direct"]["acc"],
            views["all"]["overlap"]["F1"],
        ]
        if marks is not None:
            parts = [{"doc_id": one.article.id, "quotes": system(one, stretches=True)} for one in texts]
            cells.append(score.score(marks, parts)["views"]["direct"]["joint"]["F1"])
        shown = " | ".join(f"{100 * (cell or 0):.1f}" for cell in cells)
        print(f"| {name} | {shown} | {words / max(seconds, 1e-9):.0f} |")


if __name__ == "__main__":
    main()
