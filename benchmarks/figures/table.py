"""Print the table of figures: ours beside the peers that are installed.

usage: python -m benchmarks.figures.table FOLDER [--peers-python PATH]      (from the root of the project)

FOLDER holds recognizers_figures.jsonl, newsquant_dev.jsonl and score_figures.py, whose docstring says what
is counted. ``--peers-python`` is the interpreter of an environment with quantulum3 and recognizers-text-suite
(the latter needs ``emoji<1.7``); without it only ours is run. The cells are F1 of value; for the news also of
value with unit, and the recall of what is counted.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

COLUMNS = ("number", "percentage", "currency", "dimension", "age", "temperature")
HERE = Path(__file__).parent


def scores(python: str, script: list[str], folder: Path, out: Path) -> dict[str, Any]:
    """The scores of one system over both gold files."""
    found: dict[str, Any] = {}
    for gold in ("recognizers_figures", "newsquant_dev"):
        predicted = out / f"{gold}.jsonl"
        subprocess.run([python, *script, str(folder / f"{gold}.jsonl"), str(predicted)], check=True)
        scorer = [
            sys.executable,
            str(folder / "score_figures.py"),
            str(folder / f"{gold}.jsonl"),
            str(predicted),
        ]
        found |= json.loads(subprocess.run([*scorer, "--json"], check=True, capture_output=True).stdout)
    return found


def row(name: str, found: dict[str, Any]) -> str:
    """One line of the table."""
    news = found["newsquant"]
    cells = [found[column]["value"]["F1"] for column in COLUMNS]
    cells += [news["value"]["F1"], news["value+unit"]["F1"], news["value+concept recall"]]
    return f"| {name} | " + " | ".join(f"{100 * cell:.1f}" for cell in cells) + " |"


def main() -> None:
    """Run what there is and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--peers-python")
    chosen = parser.parse_args()
    systems = [("Digest", sys.executable, ["-m", "benchmarks.figures.run"])]
    if chosen.peers_python:
        peers = [str(HERE / "peers.py")]
        systems += [(name, chosen.peers_python, [*peers, name]) for name in ("quantulum3", "recognizers")]
    lines = []
    for name, python, script in systems:
        with tempfile.TemporaryDirectory() as out:
            lines.append(row(name, scores(python, script, chosen.folder, Path(out))))
    heads = (*COLUMNS, "news: value", "news: value + unit", "news: what is counted (recall)")
    print("| F1 | " + " | ".join(heads) + " |")
    print("|---" * (len(heads) + 1) + "|")
    print(*lines, sep="\n")


if __name__ == "__main__":
    main()
