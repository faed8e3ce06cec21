"""ROUGE of Digest's summaries beside peers'.

usage: python benchmarks/summaries/compare.py ARTICLES.jsonl REFERENCES.jsonl [--words 80] [--write OUT]

ARTICLES are ``{id, title, text}`` lines, REFERENCES ``{cluster, ids, summary}`` lines: human summaries of the
stories that the ids make up. ROUGE-1/2/L are F1 by rouge-score with stemming (L: summary level), each summary
cut to 100 words. Beside each peer stands how much less its ROUGE-1 is than Digest's, with the 95 % interval
of the paired difference (bootstrap over stories, 1,000 draws).
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from peers import PEERS, Unit, rarity
from rouge_score import rouge_scorer

from digest.annotate import annotate
from digest.extract import extract
from digest.language import load
from digest.model import Article, Paragraph, Reading
from digest.summarize import summarize

CAP = 100  # words of a prediction that are scored
KINDS = ("rouge1", "rouge2", "rougeLsum")
T = TypeVar("T")
Scores = list[tuple[float, ...]]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("references", type=Path)
    parser.add_argument("--words", type=int, default=80)
    parser.add_argument("--write", type=Path, help="where to write Digest's summaries for another scorer")
    options = parser.parse_args()

    references = _lines(options.references)
    articles = [_article(record) for record in _lines(options.articles)]
    nlp = load("embedded")
    readings = {a.article.id: extract(a) for a in annotate(articles, nlp)}
    stories = [[readings[i] for i in reference["ids"]] for reference in references]
    units = [_units(story) for story in stories]
    weights = rarity(units)

    ours, seconds = _timed(lambda: [_ours(story, options.words) for story in stories])
    scored = _score([[text for _, text in summary] for summary in ours], references)
    print(f"{'':40} R-1   R-2   R-L   words  R-1 less than ours (95 %)  CPU ms a story")
    _row("Digest", scored, scored, [[t for _, t in s] for s in ours], seconds / len(stories))
    for name, peer in PEERS.items():
        chosen, seconds = _timed(lambda peer=peer: [peer(story, options.words, weights) for story in units])
        texts = [[unit.text for unit in summary] for summary in chosen]
        _row(name, _score(texts, references), scored, texts, seconds / len(stories))
    if options.write:
        with options.write.open("w", encoding="utf-8") as out:
            for reference, summary in zip(references, ours, strict=True):
                sentences = [{"text": text, "doc_id": article_id} for article_id, text in summary]
                out.write(json.dumps({"cluster": reference["cluster"], "sentences": sentences}) + "\n")


def _lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _article(record: dict) -> Article:
    text = record["text"].strip()
    paragraphs = tuple(Paragraph(m.start(), m.end(), 0) for m in re.finditer(r"\S[^\n]*", text))
    return Article(record["id"], "-", "", record.get("title") or "", text, paragraphs=paragraphs)


def _units(story: Sequence[Reading]) -> list[Unit]:
    return [
        Unit(number, position, reading.article.text[s.start : s.end], s.terms)
        for number, reading in enumerate(story)
        for position, s in enumerate(reading.sentences)
    ]


def _ours(story: Sequence[Reading], words: int) -> list[tuple[str, str]]:
    texts = {reading.article.id: reading.article.text for reading in story}
    spans = summarize("story", story, words=words).sentences
    return [(span.article_id, texts[span.article_id][span.start : span.end]) for span in spans]


def _timed(run: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    return run(), time.process_time() - start


def _score(summaries: Sequence[Sequence[str]], references: Sequence[dict]) -> Scores:
    scorer = rouge_scorer.RougeScorer(KINDS, use_stemmer=True)
    scores = []
    for summary, reference in zip(summaries, references, strict=True):
        gold = "\n".join(re.split(r"(?<=[.!?])\s+", reference["summary"]))
        result = scorer.score(gold, "\n".join(_capped(summary)))
        scores.append(tuple(result[kind].fmeasure for kind in KINDS))
    return scores


def _capped(summary: Sequence[str]) -> list[str]:
    left = CAP
    kept = []
    for sentence in summary:
        words = sentence.split()[:left]
        left -= len(words)
        kept.append(" ".join(words))
    return [sentence for sentence in kept if sentence]


def _row(name: str, scores: Scores, ours: Scores, texts: Sequence[Sequence[str]], seconds: float) -> None:
    mean = [100 * sum(column) / len(scores) for column in zip(*scores, strict=True)]
    words = sum(len(t.split()) for summary in texts for t in summary) / len(texts)
    less = [100 * (mine[0] - theirs[0]) for mine, theirs in zip(ours, scores, strict=True)]
    drawn = random.Random(0)
    means = sorted(sum(drawn.choices(less, k=len(less))) / len(less) for _ in range(1000))
    interval = "" if scores is ours else f"{sum(less) / len(less):5.1f} ({means[25]:.1f} to {means[974]:.1f})"
    rouge = "  ".join(f"{value:.1f}" for value in mean)
    print(f"{name:40} {rouge}  {words:5.1f}  {interval:26} {1000 * seconds:.1f}")


if __name__ == "__main__":
    main()
