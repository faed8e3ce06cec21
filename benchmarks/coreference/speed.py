"""Words a second of the entity layer and of the links, apart from the parse that they read.

Usage::

    python benchmarks/coreference/speed.py gum.conllu.gz
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from gum import read_gum

from digest.annotate import annotate
from digest.language import load
from digest.language.coreference import find_links
from digest.language.entities import refine


def main() -> None:
    """Time both over the whole corpus, the best of five."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    args = parser.parse_args()
    docs = [a.doc for a in annotate((d.article for d in read_gum(args.corpus)), load("embedded"))]
    words = sum(len(doc) for doc in docs)
    print("| step | words a second |\n|---|---:|")
    for name, step in (("entity layer", refine), ("links", find_links)):
        best = min(_seconds(step, docs) for _ in range(5))
        print(f"| {name} | {words / best:,.0f} |")


def _seconds(step: object, docs: list[object]) -> float:
    start = time.perf_counter()
    for doc in docs:
        step(doc)  # type: ignore[operator]
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
