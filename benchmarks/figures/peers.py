"""Run a peer over a gold file.   usage: python benchmarks/figures/peers.py quantulum3|recognizers
GOLD.jsonl OUT.jsonl

Needs ``pip install quantulum3 recognizers-text-suite``, in an environment of its own (their
dependencies are not
ours). What they find is written as score_figures.py wants it; where two findings of recognizers overlap, the
longer stays, as its own merged model does.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Found = list[dict[str, Any]]


def quantulum3() -> Callable[[str], Found]:
    """The parser of quantulum3, by its regular expressions (its classifier needs a model of its own)."""
    from quantulum3 import parser

    kinds = {
        "dimensionless": "number",
        "currency": "currency",
        "temperature": "temperature",
        "time": "duration",
    }

    def find(text: str) -> Found:
        found = []
        for quantity in parser.parse(text):
            entity = quantity.unit.entity.name
            kind = "percentage" if quantity.unit.name == "percentage" else kinds.get(entity, "dimension")
            found.append(
                {
                    "start": quantity.span[0],
                    "end": quantity.span[1],
                    "type": "age" if "old" in quantity.surface else kind,
                    "value": quantity.value,
                    "unit": quantity.unit.name,
                    "concept": None,
                }
            )
        return found

    return find


def recognizers() -> Callable[[str], Found]:
    """Microsoft Recognizers-Text, its number and number-with-unit models."""
    from recognizers_number import Culture, recognize_number, recognize_ordinal, recognize_percentage
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )

    models = {
        "percentage": recognize_percentage,
        "currency": recognize_currency,
        "age": recognize_age,
        "temperature": recognize_temperature,
        "dimension": recognize_dimension,
        "ordinal": recognize_ordinal,
        "number": recognize_number,
    }

    def find(text: str) -> Found:
        found: Found = []
        for kind, recognize in models.items():
            for result in recognize(text, Culture.English):
                resolution = result.resolution or {}
                found.append(
                    {
                        "start": result.start,
                        "end": result.end + 1,
                        "type": kind,
                        "value": _number(resolution.get("value")),
                        "unit": "percentage" if kind == "percentage" else resolution.get("unit"),
                        "concept": None,
                    }
                )
        found.sort(key=lambda one: one["start"] - one["end"])
        kept: Found = []
        for one in found:
            if all(one["end"] <= other["start"] or other["end"] <= one["start"] for other in kept):
                kept.append(one)
        return sorted(kept, key=lambda one: one["start"])

    return find


def _number(value: str | None) -> float | str | None:
    try:
        return float((value or "").rstrip("%"))
    except ValueError:
        return value


def main() -> None:
    """Write the predictions of one peer for one gold file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("peer", choices=["quantulum3", "recognizers"])
    options.add_argument("gold", type=Path)
    options.add_argument("out", type=Path)
    chosen = options.parse_args()
    find = {"quantulum3": quantulum3, "recognizers": recognizers}[chosen.peer]()
    with chosen.out.open("w", encoding="utf-8") as out:
        for line in chosen.gold.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            try:
                results = find(row["input"])
            except Exception as error:  # a peer that fails on a text finds nothing in it
                print(f"{chosen.peer} failed on {row['id']}: {error!r}")
                results = []
            out.write(json.dumps({"id": row["id"], "results": results}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
