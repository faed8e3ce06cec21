"""Memory over many articles: ``annotate`` beside ``annotate_each``.

    python -m benchmarks.language.memory --articles 20000

Each article is invented on the spot with names that never come again, so every one brings new strings.
Prints the resident memory after each tenth, and the growth from the second tenth on, over 100,000 articles.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

from digest.annotate import Annotated, annotate, annotate_each
from digest.language import load
from digest.model import Article, Paragraph

SYLLABLES = (
    "ba",
    "cor",
    "del",
    "fen",
    "gar",
    "hul",
    "ist",
    "jor",
    "kal",
    "lin",
    "mon",
    "nor",
    "pel",
    "rav",
    "sil",
    "tor",
    "vik",
    "zan",
)


def articles(number: int) -> Iterator[Article]:
    """Invented articles of two short paragraphs."""
    rng = random.Random(0)

    def name() -> str:
        return "".join(rng.choice(SYLLABLES) for _ in range(4)).capitalize()

    for i in range(number):
        first = f"{name()} {name()} of the {name()} Institute met {name()} in {name()} on Tuesday."
        second = f"“The {name()} plan will cost ${rng.randrange(10**6)} million,” {name()} told reporters."
        spans = (Paragraph(0, len(first), 1), Paragraph(len(first) + 2, len(first) + 2 + len(second), 3))
        yield Article(
            id=str(i),
            path=str(i),
            source_sha256="",
            title=name(),
            text=f"{first}\n\n{second}",
            paragraphs=spans,
        )


def resident() -> float:
    """Resident memory of this process, in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def read(annotated: Annotated) -> int:
    """Plain data, as an extractor makes it."""
    return sum(token.dep_ == "nsubj" for token in annotated.doc)


def main() -> None:
    """Run one way and print memory as it goes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--plain", action="store_true", help="annotate, without memory zones")
    arguments = parser.parse_args()
    nlp = load("embedded")
    source = articles(arguments.articles)
    results = (map(read, annotate(source, nlp))) if arguments.plain else annotate_each(source, nlp, read)
    tenth = arguments.articles // 10
    marks: list[float] = []
    start = time.process_time()
    for count, _ in enumerate(results, start=1):
        if count % tenth == 0:
            marks.append(resident())
            print(f"{count:7} articles {marks[-1]:7.0f} MB {time.process_time() - start:6.0f} s", flush=True)
    growth = (marks[-1] - marks[1]) / (arguments.articles * 0.8)
    print(f"growth {growth * 100_000:.0f} MB over 100,000 articles")


if __name__ == "__main__":
    main()
