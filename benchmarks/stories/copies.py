"""Near-duplicates: edited copies of every article of the development corpora are to be found again.

PYTHONPATH=. python benchmarks/stories/copies.py FOLDER [--cache FOLDER]

Each article gets one copy with 5 to 30 % of it changed, with a fixed seed: words replaced, dropped and
added, or paragraphs cut, or both. Precision counts pairs of an article and its copy among all pairs of
one origin; pairs of two originals are counted beside it, since the corpora hold real copies.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from corpora import CORPORA, read_corpus

from digest.duplicates import find_origins

MARK = "~copy"


def edited(text: str, share: float, chance: random.Random, vocabulary: list[str]) -> str:
    """A copy with about ``share`` of it changed."""
    paragraphs = text.split("\n\n")
    way = chance.choice(["words", "words", "cut", "both"])
    if way != "words" and len(paragraphs) > 3:
        for _ in range(int(len(paragraphs) * share * (1 if way == "cut" else 0.5))):
            paragraphs.pop(chance.randrange(len(paragraphs)))
        if way == "cut":
            return "\n\n".join(paragraphs)
        share /= 2
    return "\n\n".join(_words_changed(paragraph, share, chance, vocabulary) for paragraph in paragraphs)


def _words_changed(paragraph: str, share: float, chance: random.Random, vocabulary: list[str]) -> str:
    words: list[str] = []
    for word in paragraph.split(" "):
        what = chance.random()
        if what < share * 0.6:
            words.append(chance.choice(vocabulary))
        elif what < share * 0.8:
            continue
        elif what < share:
            words += [word, chance.choice(vocabulary)]
        else:
            words.append(word)
    return " ".join(words)


def main() -> None:
    """Print recall, precision and speed for each corpus."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "digest-annotation")
    given = arguments.parse_args()
    corpora = [read_corpus(given.folder, name, cache=given.cache) for name in CORPORA]
    vocabulary = [word for corpus in corpora for r in corpus.readings for word in r.article.text.split()]
    for corpus in corpora:
        chance = random.Random(5)
        told = list(corpus.readings)
        for reading in corpus.readings:
            text = edited(reading.article.text, chance.uniform(0.05, 0.3), chance, vocabulary)
            article = replace(reading.article, id=reading.article.id + MARK, text=text)
            told.append(replace(reading, article=article))
        start = time.process_time()
        origins = find_origins(told)
        spent = time.process_time() - start
        pairs = [(a, b) for o in origins for k, b in enumerate(o.article_ids) for a in o.article_ids[:k]]
        right = sum(a.removesuffix(MARK) == b.removesuffix(MARK) for a, b in pairs)
        originals = sum(MARK not in a and MARK not in b for a, b in pairs)
        recall, precision, speed = right / len(corpus.readings), right / len(pairs), len(told) / spent
        print(
            f"{corpus.name:10} recall {recall:.2%}, precision {precision:.2%}, "
            f"pairs of two originals {originals}, {speed:.0f} articles a second of CPU"
        )


if __name__ == "__main__":
    main()
