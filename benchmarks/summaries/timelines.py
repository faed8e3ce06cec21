"""Date F1 of timelines beside counts of dates.

usage: python benchmarks/summaries/timelines.py ARTICLES.jsonl TIMELINES.jsonl

ARTICLES are ``{id, title, text, date, topic}`` lines, TIMELINES ``{topic, dates}`` lines: the days
(YYYY-MM-DD) of a timeline that people wrote for the topic. Each method may name as many days as the timeline
has; F1 is of the days that are the same, averaged over timelines.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from digest.annotate import annotate
from digest.extract import extract
from digest.language import load
from digest.model import Article, Paragraph, Published, Reading
from digest.summarize import timeline

DAY = len("2021-12-30")
Method = Callable[[Sequence[Reading], int], set[str]]


def ours(readings: Sequence[Reading], limit: int) -> set[str]:
    """The days of Digest's timeline of so many lines; a line that gives only a month names none."""
    statements = timeline(readings, limit=limit)
    return {statement.when[:DAY] for statement in statements if len(statement.when) >= DAY}


def publication_counts(readings: Sequence[Reading], limit: int) -> set[str]:
    """The days on which most articles were published."""
    counts = Counter(r.article.published.when[:DAY] for r in readings if r.article.published)
    return {day for day, _ in counts.most_common(limit)}


def mention_counts(readings: Sequence[Reading], limit: int) -> set[str]:
    """The days that most articles speak of."""
    spoken = {(m.when[:DAY], r.article.id) for r in readings for m in r.moments if len(m.when) >= DAY}
    return {day for day, _ in Counter(day for day, _ in sorted(spoken)).most_common(limit)}


def both_counts(readings: Sequence[Reading], limit: int) -> set[str]:
    """The days with most sentences that name them and articles published on them.

    The unsupervised baseline of date selection: Ghalandari and Ifrim, 2020, "Examining the state of the
    art in news timeline summarization"; Kessler et al., 2012.
    """
    counts = Counter(r.article.published.when[:DAY] for r in readings if r.article.published)
    for reading in readings:
        starts = [sentence.start for sentence in reading.sentences]
        days = {(m.when[:DAY], bisect_right(starts, m.start)) for m in reading.moments if len(m.when) >= DAY}
        counts.update(day for day, _ in days)
    return set(sorted(counts, key=lambda day: (-counts[day], day))[:limit])


METHODS: Mapping[str, Method] = {
    "Digest": ours,
    "counts of publications": publication_counts,
    "counts of mentions": mention_counts,
    "both, by sentence": both_counts,
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("timelines", type=Path)
    options = parser.parse_args()

    records = _lines(options.articles)
    readings = [extract(a) for a in annotate((_article(record) for record in records), load("embedded"))]
    topics: dict[str, list[Reading]] = defaultdict(list)
    for record, reading in zip(records, readings, strict=True):
        topics[record["topic"]].append(reading)
    gold = [(line["topic"], {day[:DAY] for day in line["dates"]}) for line in _lines(options.timelines)]

    print(f"{'':24} date F1  CPU ms a timeline")
    for name, method in METHODS.items():
        start = time.process_time()
        scores = [_f1(method(topics[topic], len(days)), days) for topic, days in gold]
        seconds = (time.process_time() - start) / len(gold)
        print(f"{name:24} {sum(scores) / len(scores):.3f}    {1000 * seconds:.0f}")


def _lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _article(record: dict) -> Article:
    text = record["text"].strip()
    paragraphs = tuple(Paragraph(m.start(), m.end(), 0) for m in re.finditer(r"\S[^\n]*", text))
    day = (record.get("date") or "")[:DAY]
    published = Published(day, "day", day, "stated") if len(day) == DAY else None
    title = record.get("title") or ""
    return Article(record["id"], "-", "", title, text, published=published, paragraphs=paragraphs)


def _f1(found: set[str], gold: set[str]) -> float:
    return 2 * len(found & gold) / (len(found) + len(gold)) if found or gold else 0.0


if __name__ == "__main__":
    main()
