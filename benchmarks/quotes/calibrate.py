"""Counts right speakers by kind of evidence, and the precision of what a briefing prints with a name.

usage: calibrate.py FOLDER_OF_THE_SCORER GOLD.jsonl [GOLD.jsonl …] [--parses FILE …] [--folds 5] [--write]

The documents of all files are dealt into folds, one after the other. The names of each fold are judged
with confidences counted on the other folds, so no document is judged by counts that it is part of.
``--write`` prints the counts of all documents as ``digest/extract/quotes/confidence.py`` has them.

Only quotes that match an annotated one with a source are counted. Left out are annotated sources that are a
reporting verb ("said" for Roe in "…," said Roe: a slip of the annotation that no mention can equal); how
many is printed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from corpus import annotated, article_of, records_of, scorer

from digest.extract.quotes import find_quotes
from digest.extract.quotes.confidence import confidence_of
from digest.extract.quotes.cues import SAID_FORMS
from digest.extract.quotes.gather import gather
from digest.extract.quotes.marks import find_stretches
from digest.extract.quotes.tokens import read_tokens

CERTAIN = 0.95
Counts = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Case:
    """A speaker that was found where the annotation has one."""

    document: int
    file: str
    quoted: bool  # a quotation or a fragment, not indirect speech
    evidence: str
    linked: float  # the share of right links to the fullest name
    right: bool
    slip: bool  # the annotated source is a reporting verb
    text: str


def cases_of(path: Path, parses: Path | None, score: ModuleType, first: int) -> Iterator[Case]:
    """The cases of one file; its documents are numbered from ``first``."""
    records = records_of(path)
    for number, one in enumerate(annotated([article_of(r) for r in records], parses=parses)):
        article = one.article
        stretches = find_stretches(one.doc.text, article.paragraphs)
        saids = gather(read_tokens(one.doc, article.paragraphs, stretches), stretches, article.paragraphs)
        quotes = find_quotes(one)
        gold = score.spans_of(records[number], article.text)
        found = [
            {"s": s, "e": e, "n": n}
            for n, q in enumerate(quotes)
            for s, e in [score.trim(article.text, q.start, q.end)]
            if e > s
        ]
        _, matched = score.match(gold, found, lambda overlap: overlap >= 0.8)
        for place, at in matched.items():
            source, n = gold[at].get("speaker"), found[place]["n"]
            speaker = quotes[n].speaker
            if not source or speaker is None:
                continue
            quoted = quotes[n].kind != "indirect"
            kind = saids[n].evidence
            yield Case(
                document=first + number,
                file=path.stem,
                quoted=quoted,
                evidence=kind,
                linked=speaker.confidence / confidence_of(kind, quoted=quoted),
                right=score.same_speaker(speaker.text, source),
                slip=source.lower() in SAID_FORMS,
                text=f"{speaker.text!r}, annotated {source!r}",
            )


def counts_of(cases: Sequence[Case], *, quoted: bool) -> Counts:
    """(right, all) of each kind of evidence, most frequent first."""
    every = Counter(c.evidence for c in cases if c.quoted == quoted)
    right = Counter(c.evidence for c in cases if c.quoted == quoted and c.right)
    return {kind: (right[kind], every[kind]) for kind in sorted(every, key=lambda kind: (-every[kind], kind))}


def printed(cases: Sequence[Case], counted: Sequence[Case], *, quoted: bool) -> list[Case]:
    """The cases that are printed with a name, by what other documents say of their kind."""
    tables = counts_of(counted, quoted=True), counts_of(counted, quoted=False)
    sure = {
        kind: confidence_of(kind, quoted=quoted, tables=tables)
        for kind in {c.evidence for c in cases if c.quoted == quoted}
    }
    return [c for c in cases if c.quoted == quoted and sure[c.evidence] * c.linked >= CERTAIN]


def share(cases: Sequence[Case]) -> str:
    """ "882 of 890, 99.1 %"."""
    right = sum(c.right for c in cases)
    return f"{right} of {len(cases)}, {100 * right / max(1, len(cases)):.1f} %"


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--parses", type=Path, nargs="*", default=())
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    score = scorer(options.scorer)
    everything: list[Case] = []
    documents = 0
    for number, path in enumerate(options.gold):
        parses = options.parses[number] if options.parses else None
        everything += cases_of(path, parses, score, documents)
        documents += len(records_of(path))
    cases = [c for c in everything if not c.slip]
    print(f"{documents} documents; {len(everything) - len(cases)} annotated sources are a reporting verb")
    for quoted, name in ((True, "quotations and fragments"), (False, "indirect speech")):
        held: list[Case] = []
        for fold in range(options.folds):
            inside = [c for c in cases if c.document % options.folds == fold]
            outside = [c for c in cases if c.document % options.folds != fold]
            judged = printed(inside, outside, quoted=quoted)
            print(f"{name}, fold {fold + 1}: {share(judged)}")
            held += judged
        print(f"{name}, all folds: {share(held)}")
        for file in dict.fromkeys(c.file for c in cases):
            print(f"{name}, of {file}: {share([c for c in held if c.file == file])}")
        for case in held:
            if not case.right:
                print(f"  wrong in document {case.document + 1}: {case.text}; {case.evidence}")
        for kind, (right, total) in counts_of(cases, quoted=quoted).items():
            form = (
                f'    "{kind}": ({right}, {total}),'
                if options.write
                else f"  {right:>4} of {total:<4} {kind}"
            )
            print(form)


if __name__ == "__main__":
    main()
