"""Read the evaluation corpora as Readings, through a cache of pickled annotation."""

from __future__ import annotations

import hashlib
import json
import pickle
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from digest.annotate import annotate
from digest.extract import extract
from digest.language import load
from digest.model import Article, Paragraph, Published, Reading

CORPORA = ("ecbplus", "basil", "allsides", "neus")
DATED = frozenset({"allsides"})


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus with its gold: ``stories[i]`` and ``topics[i]`` belong to ``readings[i]``."""

    name: str
    readings: tuple[Reading, ...]
    stories: tuple[str, ...]
    topics: tuple[str, ...]


def read_corpus(folder: Path, name: str, *, cache: Path, keep_dates: bool | None = None) -> Corpus:
    """One development corpus; annotated once and then read from ``cache``."""
    path = folder / name / "dev.jsonl"
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    dated = name in DATED if keep_dates is None else keep_dates
    stamp = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    stored = cache / f"{name}-{'dated' if dated else 'undated'}-{stamp}.pickle"
    if stored.exists():
        readings = pickle.loads(stored.read_bytes())
    else:
        articles = [article_of(record, dated=dated) for record in _named(records)]
        readings = tuple(extract(a) for a in annotate(articles, load("embedded")))
        cache.mkdir(parents=True, exist_ok=True)
        stored.write_bytes(pickle.dumps(readings, protocol=5))
    return Corpus(
        name=name,
        readings=readings,
        stories=tuple(record["gold_cluster"] for record in records),
        topics=tuple(record.get("gold_topic") or "" for record in records),
    )


def _named(records: Sequence[dict[str, str | None]]) -> list[dict[str, str | None]]:
    """The records with ids of their own: BASIL gives four of its articles the same one."""
    seen: Counter[str] = Counter()
    named = []
    for record in records:
        name = str(record["id"])
        named.append(record | {"id": f"{name}#{seen[name]}" if seen[name] else name})
        seen[name] += 1
    return named


def article_of(record: dict[str, str | None], *, dated: bool) -> Article:
    """A record of a corpus as an article; every line of its text is a paragraph."""
    lines = [line.strip() for line in (record["text"] or "").split("\n") if line.strip()]
    if len(lines) > 1 and lines[0] == (record["title"] or "").strip():
        lines = lines[1:]
    paragraphs, at = [], 0
    for number, line in enumerate(lines):
        paragraphs.append(Paragraph(at, at + len(line), number + 1))
        at += len(line) + 2
    when = record.get("date") if dated else None
    return Article(
        id=str(record["id"]),
        path="-",
        source_sha256="0" * 64,
        title=record["title"] or "",
        text="\n\n".join(lines),
        publisher=record.get("source"),
        published=Published(when[:10], "day", "given", "stated") if when else None,
        paragraphs=tuple(paragraphs),
    )


def jitter(readings: Sequence[Reading], *, days: int = 2, seed: int = 6) -> tuple[Reading, ...]:
    """The same readings, each published up to ``days`` days earlier or later."""
    chance = random.Random(seed)
    return tuple(_moved(reading, chance.randint(-days, days)) for reading in readings)


def _moved(reading: Reading, days: int) -> Reading:
    published = reading.article.published
    if published is None:
        return reading
    when = (date.fromisoformat(published.when[:10]) + timedelta(days=days)).isoformat()
    return replace(reading, article=replace(reading.article, published=replace(published, when=when)))
