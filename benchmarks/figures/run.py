"""Find the figures of a gold file with Digest.   usage: python -m benchmarks.figures.run GOLD.jsonl OUT.jsonl

Reads ``{id, input}`` lines, makes an article of each, and writes ``{id, results: [{start, end, type,
value, unit, concept}]}`` as score_figures.py wants them. Only names differ from what the product says: ISO
4217 codes are written out, a count has the noun that it counts as its unit, and the span is the number with
its unit, without its qualifier.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from pathlib import Path

from digest.annotate import annotate
from digest.extract.figures import find_figures
from digest.extract.figures.money import NAME_OF
from digest.language.load import load
from digest.model import Article, Figure, Paragraph

_STOP = re.compile(
    r"\s(?:of|in|at|on|near|along|from|for|around|inside|across|between|among|under|over|into|to|against|with)\s"
)
_RATE = re.compile(r"(?:\s(?:a|an|per|each|every)\s|\s?/\s?|\s?-\s?an?\s?-\s?|\san?-).*$")


def article_of(identifier: str, text: str) -> Article:
    """One article of one paragraph a line."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(at, at + len(line), 0))
        at += len(line) + 1
    return Article(identifier, "-", "", "", text, paragraphs=tuple(paragraphs))


def results_of(figures: tuple[Figure, ...]) -> list[dict[str, object]]:
    """Figures with a value, as the scorer wants them; an elided noun is that of the figure before."""
    results: list[dict[str, object]] = []
    for before, figure in zip((None, *figures), figures, strict=False):
        if figure.value is None and figure.type != "percentage":
            continue
        result = result_of(figure)
        alike = before is not None and figure.type == before.type == "number" and figure.unit is None
        if (
            before
            and alike
            and figure.counted_start is not None
            and figure.counted_start == before.counted_start
        ):
            result["unit"] = _noun(figure)
        results.append(result)
    return results


def result_of(figure: Figure) -> dict[str, object]:
    """A figure as the scorer wants it."""
    start, end = _core(figure)
    value: object = float(figure.value) if figure.value is not None else "null"  # the word of the specs
    if figure.value is not None and figure.high is not None:
        value = [float(figure.value), float(figure.high)]
    return {
        "start": start,
        "end": end,
        "type": "number" if figure.type == "multiple" else figure.type,
        "value": value,
        "unit": _unit(figure),
        "concept": " ".join(filter(None, (figure.counted, figure.subject))) or None,
    }


def _core(figure: Figure) -> tuple[int, int]:
    start, end, text = figure.start, figure.end, figure.text
    if figure.qualifier and text.startswith(figure.qualifier):
        start += len(figure.qualifier)
    elif figure.qualifier and text.endswith(figure.qualifier):
        end -= len(figure.qualifier)
    inner = text[start - figure.start : end - figure.start]
    start += len(inner) - len(inner.lstrip())
    end -= len(inner) - len(inner.rstrip())
    if figure.type == "currency" and (
        rate := _RATE.search(text[: end - figure.start], start - figure.start + 1)
    ):
        end = figure.start + rate.start()
    return start, end


def _unit(figure: Figure) -> str | None:
    if figure.unit and figure.unit.startswith("times"):
        return figure.unit.replace("times", "count")
    if figure.type == "age":
        return f"{figure.unit} of age" if figure.unit == "year" else figure.unit
    if figure.type == "currency" and figure.unit:
        code, _, rate = figure.unit.partition(" ")
        name = {"USD": "dollar", "ILS": "shekel", "SGD": "Singaporean dollar"}.get(
            code, NAME_OF.get(code, code)
        )
        return f"{name} {rate}".strip().lower()
    if figure.unit:
        named = {"tonne": "metric ton", "pound": "pound-mass", "gigatonne": "gigaton", "fluid ounce": "ounce"}
        head, _, rate = figure.unit.partition(" per ")
        name = (
            named.get(head, head)
            .replace("degree Celsius", "celsius")
            .replace("degree Fahrenheit", "fahrenheit")
        )
        return f"{name} per {rate}" if rate else name
    if figure.type == "number" and figure.counted and (figure.counted_start or 0) >= figure.end - 6:
        return _noun(figure)
    return None


def _noun(figure: Figure) -> str:
    return _singular(_STOP.split(f"{figure.counted} ")[0].strip())


_IRREGULAR = {
    "people": "people",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
}


def _singular(phrase: str) -> str:
    *rest, noun = phrase.split(" ")
    lower = noun.lower()
    if lower in _IRREGULAR:
        noun = _IRREGULAR[lower]
    elif lower.endswith("ies") and len(noun) > 4:
        noun = noun[:-3] + "y"
    elif lower.endswith(("sses", "shes", "ches", "xes")):
        noun = noun[:-2]
    return " ".join([*rest, noun])


def main() -> None:
    """Write the predictions for one gold file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pipeline", default="embedded")
    options = parser.parse_args()
    rows = [
        json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    nlp = load(options.pipeline)
    articles = (article_of(row["id"], row["input"]) for row in rows)
    words, spent = 0, 0.0
    with options.out.open("w", encoding="utf-8") as out:
        for annotated in annotate(articles, nlp):
            begun = time.process_time()
            figures = find_figures(annotated)
            spent += time.process_time() - begun
            words += len(annotated.article.text.split())
            results = results_of(figures)
            out.write(json.dumps({"id": annotated.article.id, "results": results}, ensure_ascii=False) + "\n")
    print(f"{words} words, {words / spent:,.0f} words a second beyond the language pipeline")


if __name__ == "__main__":
    main()
