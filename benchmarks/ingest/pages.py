"""How well the text of real pages is found, beside trafilatura where that is installed.

    python benchmarks/ingest/pages.py FOLDER [NAME ...]

FOLDER holds ``html/NAME.html`` and the text a person took from it in ``txt/NAME.txt``, as the folder
``tests/data`` of newspaper4k's source distribution does (MIT). Printed is the share of the words that
were found which belong to the text (precision), of the text's words which were found (recall), and the
processor time.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from digest.ingest import read
from digest.model import Article


def ours(page: Path) -> str:
    """The text that Digest reads from the page."""
    return next((item.text for item in read([page]) if isinstance(item, Article)), "")


def readers() -> dict[str, Callable[[Path], str]]:
    """Digest, and the peers that are installed."""
    found: dict[str, Callable[[Path], str]] = {"digest": ours}
    try:
        import trafilatura
    except ImportError:
        return found
    found["trafilatura"] = lambda page: trafilatura.extract(page.read_bytes(), include_comments=False) or ""
    return found


def overlap(got: str, gold: str) -> tuple[float, float]:
    """Precision and recall of words, with repeats."""
    one, other = (Counter(re.findall(r"\w+", text.lower())) for text in (got, gold))
    common = (one & other).total()
    return common / max(1, one.total()), common / max(1, other.total())


def main() -> None:
    """Print a row for each page and the mean."""
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    pages = sorted(
        page for page in (folder / "html").glob("*.html") if (folder / "txt" / f"{page.stem}.txt").exists()
    )
    pages = [page for page in pages if not names or page.stem in names]
    for name, reader in readers().items():
        rows = []
        for page in pages:
            began = time.process_time()
            text = reader(page)
            seconds = time.process_time() - began
            precision, recall = overlap(
                text, (folder / "txt" / f"{page.stem}.txt").read_text(encoding="utf-8")
            )
            rows.append((precision, recall, seconds))
            print(f"{name:12} {page.stem:28} precision {precision:.2f} recall {recall:.2f} {seconds:6.2f} s")
        means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
        mean = f"mean of {len(rows)}"
        print(f"{name:12} {mean:28} precision {means[0]:.3f} recall {means[1]:.3f} {means[2]:6.2f} s\n")


if __name__ == "__main__":
    main()
