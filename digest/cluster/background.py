"""How common a word is in English at large, so that three articles are weighed as well as three thousand."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

TABLE = Path(__file__).with_name("background.tsv")


KINDS = ("l", "w", "n", "c")  # kinds of features that may be words of the table


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


@cache
def coded() -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The codes of the features that the table knows, ascending, and the number of documents of each."""
    counts, _ = background()
    table = {code(f"{kind}:{lemma}"): count for lemma, count in counts.items() for kind in KINDS}
    codes = np.array(sorted(table), dtype=np.uint32)
    return codes, np.array([table[int(known)] for known in codes], dtype=np.int64)


@lru_cache(maxsize=50_000)
def code(feature: str) -> int:
    """The 32-bit code of a feature, in which case does not count."""
    return zlib.crc32(feature.lower().encode())


def holders(codes: NDArray[np.uint32]) -> NDArray[np.int64]:
    """In how many documents of the table each feature stands; 1 where it does not know it."""
    known, counts = coded()
    at = np.minimum(np.searchsorted(known, codes), len(known) - 1)
    found: NDArray[np.int64] = np.where(known[at] == codes, counts[at], 1)
    return found
