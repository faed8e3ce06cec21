"""Precision and recall of coreference links on GUM, by kind of link.

Usage::

    python benchmarks/coreference/score.py gum.conllu.gz splits.md --split test

The text goes through the whole pipeline (own tokens, own parse, own entities). A link is right when
its mention and its name are mentions of one gold chain. Recall is of gold mentions that could be
linked: third-person singular pronouns whose person is named or described before; short forms of a
person's name whose chain has a longer one; definite descriptions of people whose chain has a name.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from gum import GoldDocument, GoldMention, read_gum, split_of

from digest.annotate import annotate
from digest.language import load
from digest.model import Link

PRONOUNS = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})


def gold_at(document: GoldDocument, start: int, end: int) -> GoldMention | None:
    """The gold mention that a stretch is.

    The one of just this stretch; else the smallest that holds it and has its head in it; else the longest
    within it; else the smallest around it ("Ruiz" of "Minister Ana Ruiz" hangs on "Minister").
    """
    exact = [m for m in document.mentions if (m.start, m.end) == (start, end)]
    if exact:
        return exact[0]
    inside = [m for m in document.mentions if start <= m.head_start and m.head_end <= end]
    over = [m for m in inside if m.start <= start and end <= m.end]
    if over:
        return min(over, key=lambda m: m.end - m.start)
    if inside:
        return max(inside, key=lambda m: m.end - m.start)
    around = [m for m in document.mentions if m.start <= start and end <= m.end]
    return min(around, key=lambda m: m.end - m.start, default=None)


def is_right(document: GoldDocument, link: Link) -> bool:
    """Whether mention and name belong to one chain."""
    mention = gold_at(document, link.start, link.end)
    name = gold_at(document, link.name_start, link.name_end)
    return mention is not None and name is not None and mention.chain == name.chain


def linkable(document: GoldDocument) -> dict[str, list[GoldMention]]:
    """Gold mentions that could be linked, by kind."""
    chains: dict[str, list[GoldMention]] = defaultdict(list)
    for m in document.mentions:
        chains[m.chain].append(m)
    found: dict[str, list[GoldMention]] = {"pronoun": [], "short name": [], "description": []}
    for chain in chains.values():
        if chain[0].kind != "person":
            continue
        names = [m for m in chain if m.pos == "PROPN"]
        for m in chain:
            words = m.text.lower().split()
            if m.text.lower() in PRONOUNS:
                if any(o.pos in ("PROPN", "NOUN") and o.start < m.start for o in chain):
                    found["pronoun"].append(m)
            elif m.pos == "PROPN" and len(words) == 1:
                if any(len(n.text.split()) > 1 and m.text in n.text for n in names):
                    found["short name"].append(m)
            elif m.pos == "NOUN" and words[0] == "the" and len(words) < 6 and names:
                found["description"].append(m)
    return found


def kind_of(how: str) -> str:
    """The row of the recall table that a kind of link counts in."""
    if how.startswith(("pronoun",)):
        return "pronoun"
    if how.startswith(("surname", "first name", "full name")):
        return "short name"
    return "description"


def score(
    documents: Iterable[GoldDocument], *, pipeline: str = "embedded", show_errors: bool = False
) -> None:
    """Print the tables."""
    documents = list(documents)
    kinds: dict[str, Counter[bool]] = defaultdict(Counter)
    levels: dict[int, Counter[bool]] = defaultdict(Counter)
    recalled: Counter[str] = Counter()
    total: Counter[str] = Counter()
    annotated = annotate((d.article for d in documents), load(pipeline))
    for document, result in zip(documents, annotated, strict=True):
        text = document.article.text
        right: set[tuple[int, int]] = set()
        for link in result.links:
            good = is_right(document, link)
            how = link.how + ("" if link.named else ", unnamed")
            kinds[how][good] += 1
            if link.how.startswith("pronoun"):
                levels[int(link.confidence * 10)][good] += 1
            if good:
                mention = gold_at(document, link.start, link.end)
                assert mention is not None
                right.add((mention.start, mention.end))
            elif show_errors:
                around = (
                    text[max(link.start - 150, 0) : link.start] + "[[" + text[link.start : link.end] + "]]"
                )
                around += text[link.end : link.end + 60]
                gold = gold_at(document, link.start, link.end)
                first = next((m.text for m in document.mentions if gold and m.chain == gold.chain), None)
                name = text[link.name_start : link.name_end]
                print(f"{document.article.id} {how} {link.confidence} → {name!r}, gold {first!r}: {around!r}")
        for kind, mentions in linkable(document).items():
            total[kind] += len(mentions)
            recalled[kind] += sum((m.start, m.end) in right for m in mentions)
            if show_errors:
                for m in mentions:
                    if (m.start, m.end) not in right:
                        print(f"{document.article.id} MISSED {kind} {text[max(m.start - 100, 0) : m.end]!r}")
    print("| kind | links | right | precision |\n|---|---:|---:|---:|")
    for how in sorted(kinds):
        n = kinds[how].total()
        print(f"| {how} | {n} | {kinds[how][True]} | {kinds[how][True] / n:.3f} |")
    print("\n| could be linked | mentions | recall |\n|---|---:|---:|")
    for kind, n in total.items():
        print(f"| {kind} | {n} | {recalled[kind] / max(n, 1):.3f} |")
    print("\n| confidence of pronouns | links | right |\n|---|---:|---:|")
    for level in sorted(levels):
        n = levels[level].total()
        print(f"| {level / 10:.1f} | {n} | {levels[level][True] / n:.3f} |")


def main() -> None:
    """Read the arguments and score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("splits", type=Path)
    parser.add_argument("--split", nargs="+", default=["dev"])
    parser.add_argument("--genres", nargs="*", default=["news", "interview", "speech", "bio"])
    parser.add_argument("--pipeline", default="embedded")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    splits = split_of(args.splits)
    documents = [
        d
        for d in read_gum(args.corpus)
        if splits[d.article.id] in args.split and (not args.genres or d.genre in args.genres)
    ]
    score(documents, pipeline=args.pipeline, show_errors=args.errors)


if __name__ == "__main__":
    main()
