"""Counts right speakers by kind of evidence, and the precision of what a briefing prints with a name.

usage: calibrate.py GOLD.jsonl FOLDER_OF_THE_SCORER [--first N] [--last N] [--parses FILE]

Only quotes that match an annotated one with a source are counted. Annotated sources that are a
relative pronoun ("Roe, who said") are left out: the rules give its antecedent.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from corpus import annotated, article_of, records_of, scorer

from digest.extract.quotes import find_quotes
from digest.extract.quotes.gather import gather
from digest.extract.quotes.marks import find_stretches
from digest.extract.quotes.tokens import read_tokens

CERTAIN = 0.95
RELATIVE = frozenset({"who", "which", "that"})


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--last", type=int, default=10**6)
    parser.add_argument("--parses", type=Path)
    options = parser.parse_args()
    score = scorer(options.scorer)
    records = records_of(options.gold)
    counts: dict[bool, Counter[tuple[str, bool]]] = {True: Counter(), False: Counter()}
    printed: Counter[bool] = Counter()
    for number, one in enumerate(annotated([article_of(r) for r in records], parses=options.parses), 1):
        if not options.first <= number <= options.last:
            continue
        article, record = one.article, records[number - 1]
        stretches = find_stretches(one.doc.text, article.paragraphs)
        saids = gather(read_tokens(one.doc, article.paragraphs, stretches), stretches, article.paragraphs)
        quotes = find_quotes(one)
        gold = score.spans_of(record, article.text)
        found = [
            {"s": s, "e": e, "n": n}
            for n, q in enumerate(quotes)
            for s, e in [score.trim(article.text, q.start, q.end)]
            if e > s
        ]
        _, matched = score.match(gold, found, lambda overlap: overlap >= 0.8)
        for place, at in matched.items():
            source = gold[at].get("speaker")
            speaker = quotes[found[place]["n"]].speaker
            if not source or speaker is None or source.lower() in RELATIVE:
                continue
            right = score.same_speaker(speaker.text, source)
            quoted = quotes[found[place]["n"]].kind != "indirect"
            counts[quoted][saids[found[place]["n"]].evidence, right] += 1
            if quoted and speaker.confidence >= CERTAIN:
                printed[right] += 1
    for quoted, counted in counts.items():
        print("quotations and fragments" if quoted else "indirect speech")
        evidences = sorted({e for e, _ in counted}, key=lambda e: (-counted[e, True] - counted[e, False], e))
        for evidence in evidences:
            right, wrong = counted[evidence, True], counted[evidence, False]
            print(f"  {right:>4} of {right + wrong:<4} {evidence}")
    total = sum(printed.values())
    print(f"named in print (confidence >= {CERTAIN}): {printed[True]} of {total} right, "
          f"{100 * printed[True] / max(total, 1):.1f} %")  # fmt: skip


if __name__ == "__main__":
    main()
