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
from dataclasses import dataclass, field
from pathlib import Path

from gum import GoldDocument, GoldMention, read_gum, split_of

from digest.annotate import Annotated, annotate
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


def nearest(result: Annotated, *, subjects_only: bool) -> tuple[Link, ...]:
    """A peer: each pronoun to the nearest person named before it, or to the nearest that is a subject."""
    people = [e for e in result.doc.ents if e.label_ == "PERSON"]
    if subjects_only:
        people = [e for e in people if e.root.dep_ in ("nsubj", "nsubjpass")]
    links = []
    for token in result.doc:
        if token.lower_ in PRONOUNS:
            name = next((e for e in reversed(people) if e.end <= token.i), None)
            if name is not None:
                end = token.idx + len(token)
                links.append(Link(token.idx, end, name.start_char, name.end_char, 1.0, "pronoun"))
    return tuple(links)


@dataclass(slots=True)
class Tally:
    """What was counted over the documents."""

    kinds: dict[str, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))
    levels: dict[int, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))
    linkable: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    mistakes: list[str] = field(default_factory=list)

    def add(self, document: GoldDocument, links: Iterable[Link]) -> None:
        """Count one document."""
        text = document.article.text
        right: set[tuple[int, int]] = set()
        for link in links:
            good = is_right(document, link)
            self.kinds[link.how + ("" if link.named else ", unnamed")][good] += 1
            if link.how == "pronoun":
                self.levels[int(link.confidence * 10)][good] += 1
            mention = gold_at(document, link.start, link.end)
            if good and mention is not None:
                right.add((mention.start, mention.end))
            else:
                before, after = text[max(link.start - 150, 0) : link.start], text[link.end : link.end + 60]
                name, words = text[link.name_start : link.name_end], text[link.start : link.end]
                self.mistakes.append(
                    f"{document.article.id} {link.how} {link.confidence} → {name!r}: "
                    f"{before!r} [[{words}]] {after!r}"
                )
        for kind, mentions in linkable(document).items():
            self.linkable[kind] += len(mentions)
            self.found[kind] += sum((m.start, m.end) in right for m in mentions)

    def print(self) -> None:
        """The tables."""
        print("| kind | links | right | precision |\n|---|---:|---:|---:|")
        for how, counts in sorted(self.kinds.items()):
            print(f"| {how} | {counts.total()} | {counts[True]} | {counts[True] / counts.total():.3f} |")
        print("\n| could be linked | mentions | recall |\n|---|---:|---:|")
        for kind, n in self.linkable.items():
            print(f"| {kind} | {n} | {self.found[kind] / max(n, 1):.3f} |")
        print("\n| confidence of pronouns | links | right |\n|---|---:|---:|")
        for level, counts in sorted(self.levels.items()):
            print(f"| {level / 10:.1f} | {counts.total()} | {counts[True] / counts.total():.3f} |")


def main() -> None:
    """Read the arguments, score Digest and two peers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("splits", type=Path)
    parser.add_argument("--split", nargs="+", default=["dev"])
    parser.add_argument("--genres", nargs="*", default=["news", "interview", "speech", "bio"])
    parser.add_argument("--pipeline", default="embedded")
    parser.add_argument("--errors", action="store_true", help="print the links that are wrong")
    args = parser.parse_args()
    splits = split_of(args.splits)
    documents = [
        d
        for d in read_gum(args.corpus)
        if splits[d.article.id] in args.split and (not args.genres or d.genre in args.genres)
    ]
    tallies = {"Digest": Tally(), "peer: nearest person": Tally(), "peer: nearest subject": Tally()}
    annotated = annotate((d.article for d in documents), load(args.pipeline))
    for document, result in zip(documents, annotated, strict=True):
        tallies["Digest"].add(document, result.links)
        tallies["peer: nearest person"].add(document, nearest(result, subjects_only=False))
        tallies["peer: nearest subject"].add(document, nearest(result, subjects_only=True))
    if args.errors:
        print("\n".join(tallies["Digest"].mistakes))
    for name, tally in tallies.items():
        print(f"\n## {name}\n")
        tally.print()


if __name__ == "__main__":
    main()
