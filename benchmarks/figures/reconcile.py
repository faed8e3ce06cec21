"""Score the reconciliation of figures on the story groups of the tests.

usage: python -m benchmarks.figures.reconcile [PATTERN]      (from the root of the project)
"""

from __future__ import annotations

import sys

from digest.language.load import load
from tests.reconcile.groups import score


def main() -> None:
    """Print precision and recall of each relation, then every pair that is wrong."""
    pattern = sys.argv[1] if len(sys.argv) > 1 else "*.txt"
    scores, wrong = score(load("embedded"), pattern)
    print(f"{'relation':<10}{'precision':>11}{'recall':>9}{'expected':>10}{'found':>7}")
    for name, found in scores.items():
        print(f"{name:<10}{found.precision:>11.3f}{found.recall:>9.3f}{found.expected:>10}{found.found:>7}")
    print(*wrong, sep="\n")


if __name__ == "__main__":
    main()
