"""Sizes, seconds and standards of every format, for a short, a middling and a long edition.

    pip install -e '.[test]'
    python -m benchmarks.render.measure

The editions are those of the tests (invented). Seconds are processor time of one core, the best of three.
"""

from __future__ import annotations

import time
from io import BytesIO

import page
import pypdf

from digest.model import Briefing
from digest.render import RENDERERS, render
from tests.render.sample import empty_sample, long_sample, sample, short_sample

EDITIONS = {
    "empty": empty_sample(),
    "1 topic, 2 stories": short_sample(),
    "2 topics, 4 stories": sample(),
    "12 topics, 60 stories": long_sample(),
}
PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)


def seconds(briefing: Briefing, format: str) -> tuple[float, bytes]:
    """The best of three."""
    best, made = float("inf"), b""
    for _ in range(3):
        start = time.process_time()
        made = render(briefing, format)
        best = min(best, time.process_time() - start)
    return best, made


def main() -> None:
    """Print one row for each edition and format."""
    print(f"{'edition':<24}{'format':<8}{'kB':>7}{'s':>8}{'pages':>7}{'s/page':>8}  standards")
    for name, briefing in EDITIONS.items():
        for format in RENDERERS:
            took, made = seconds(briefing, format)
            row = f"{name:<24}{format:<8}{len(made) / 1000:>7.0f}{took:>8.2f}"
            if format == "pdf":
                pages = len(pypdf.PdfReader(BytesIO(made)).pages)
                held = ", ".join(
                    f"{profile.value} {report.rules.passed}/{report.rules.total}"
                    for profile in PROFILES
                    for report in [page.validate_pdf_bytes(made, profile=profile)]
                )
                row += f"{pages:>7}{took / pages:>8.2f}  {held}"
            print(row)


if __name__ == "__main__":
    main()
