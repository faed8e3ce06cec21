"""Count in how many documents of open treebanks each lemma occurs: writes digest/cluster/background.tsv.

python benchmarks/stories/make_background.py EWT.gz GUM.gz > digest/cluster/background.tsv

UD English EWT (CC BY-SA 4.0) and the open genres of GUM (CC BY 4.0 and CC BY-SA); documents longer
than ``LENGTH`` words are cut into pieces, so that one document counts about as much as one article.
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

LENGTH = 400
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
NOTICE = """\
# Number of documents that each lemma occurs in, of {documents} documents of about {length} words.
# Counted from UD English EWT (train part, https://universaldependencies.org) and the openly licensed
# genres of GUM (https://gucorpling.org/gum/), both by their annotators and authors under CC BY-SA 4.0
# or freer. This table is derived from them and is itself under CC BY-SA 4.0:
# https://creativecommons.org/licenses/by-sa/4.0/
"""


def pieces(path: Path) -> Iterator[set[str]]:
    """The sets of content lemmas of the documents, long ones in pieces."""
    lemmas: set[str] = set()
    words = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc") or (line.startswith("# sent_id") and words >= LENGTH):
                if lemmas:
                    yield lemmas
                lemmas, words = set(), 0
            fields = line.split("\t")
            if len(fields) > 3 and fields[0].isdigit():
                words += 1
                if fields[3] in CONTENT:
                    lemmas.add(fields[2].lower())
    if lemmas:
        yield lemmas


def main() -> None:
    """Print the table."""
    counts: Counter[str] = Counter()
    documents = 0
    for name in sys.argv[1:]:
        for lemmas in pieces(Path(name)):
            documents += 1
            counts.update(lemmas)
    print(NOTICE.format(documents=documents, length=LENGTH), end="")
    print(f"\t{documents}")
    for lemma, count in sorted(counts.items()):
        if count > 1 and "\t" not in lemma:
            print(f"{lemma}\t{count}")


if __name__ == "__main__":
    main()
