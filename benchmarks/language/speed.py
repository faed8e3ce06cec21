"""Words a second of each pipeline on one core, beside a blank pipeline's tokenizer, in one run.

    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python -m benchmarks.language.speed --text FILE [PIPELINE ...]

``FILE`` is plain text, a paragraph a line; without it the articles of ``memory.py`` are read. ``embedded`` is
always measured, with either matrix backend; add the names or folders of other pipelines.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import use_ops

from benchmarks.language.memory import articles
from digest.language.load import EMBEDDED, MODEL, load


def words_a_second(nlp: Language, texts: list[str]) -> float:
    """White-space separated words a CPU second: the best of three runs."""
    words = sum(len(text.split()) for text in texts)
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        for _ in nlp.pipe(texts):
            pass
        best = max(best, words / (time.process_time() - start))
    return best


def main() -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path)
    parser.add_argument("pipelines", nargs="*")
    arguments = parser.parse_args()
    if arguments.text:
        texts = [line for line in arguments.text.read_text(encoding="utf-8").split("\n") if line.strip()]
    else:
        texts = [part for article in articles(2_000) for part in article.text.split("\n\n")]
    tokenizer = words_a_second(spacy.blank("en"), texts)
    print("| pipeline | load, s | words a second | tokenizer's time |")
    print("|---|---|---|---|")
    print(f"| tokenizer only | | {tokenizer:,.0f} | 1 |")
    sources = [("embedded, BLIS", str(MODEL), True), ("embedded", str(MODEL), False)]
    sources += [(name, name, False) for name in arguments.pipelines]
    for name, source, use_blis in sources:
        with use_ops("numpy", use_blis=use_blis):
            start = time.process_time()
            nlp = spacy.load(source)
            load_time = time.process_time() - start
        speed = words_a_second(nlp, texts)
        print(f"| {name} | {load_time:.2f} | {speed:,.0f} | {tokenizer / speed:.1f} |", flush=True)
    start = time.process_time()
    nlp = load(EMBEDDED)
    load_time = time.process_time() - start
    speed = words_a_second(nlp, texts)
    print(f"| embedded, as `load` gives it | {load_time:.2f} | {speed:,.0f} | {tokenizer / speed:.1f} |")


if __name__ == "__main__":
    main()
