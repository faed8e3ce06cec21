"""How common a word is in English at large, so that three articles are weighed as well as three thousand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("background.tsv")


@cache
def background() -> tuple[Mapping[str, int], int]:
    """Lemma -> number of documents with it, and the number of documents counted.

    Lemmas seen in a single document are not listed.
    """
    counts: dict[str, int] = {}
    with TABLE.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("# "):
                lemma, count = line.rstrip("\n").split("\t")
                counts[lemma] = int(count)
    return counts, counts.pop("")
