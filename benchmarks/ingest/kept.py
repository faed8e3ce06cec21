"""How much of clean text is wrongly set aside.

    python benchmarks/ingest/kept.py RECORDS.jsonl ...

Each record's "text" is an article's body that somebody has cleaned, a paragraph a line. It is read as if
it had been saved from the web; every line that is set aside is printed with its reason, to be judged by
eye: what is printed and is body is a loss.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from digest.ingest.clean import clean
from digest.ingest.lines import lines_of


def main() -> None:
    """Print what is set aside, and the counts by reason."""
    reasons: Counter[str] = Counter()
    articles = lines = 0
    for path in sys.argv[1:]:
        for row in Path(path).read_text(encoding="utf-8").splitlines():
            record = json.loads(row)
            text = "\n\n".join([record.get("title") or "", *record["text"].split("\n")])
            found = lines_of(text)
            if not found:
                continue
            articles, lines = articles + 1, lines + len(found)
            for aside in clean(found).set_aside:
                reasons[aside.reason] += 1
                print(f"{aside.reason:24} {aside.text[:120]}")
    print(f"\n{articles} articles, {lines} lines, set aside: {reasons.total()}")
    for reason, number in reasons.most_common():
        print(f"{number:6} {reason}")


if __name__ == "__main__":
    main()
