"""The mean of the weights of several passes of one training, each of which went on from the one before."""

from __future__ import annotations

import argparse
from pathlib import Path

from spacy.language import Language
from thinc.api import Model, NumpyOps, set_current_ops

from training.vectors import load_trained, look_up_in_lower_case


def averaged(passes: list[Language]) -> Language:
    """The last pipeline, every weight the mean of all; they must be of one shape, as such passes are."""
    *_, last = passes
    for name, pipe in last.pipeline:
        if isinstance(getattr(pipe, "model", None), Model):
            models = [list(nlp.get_pipe(name).model.walk()) for nlp in passes]  # type: ignore[attr-defined]
            for nodes in zip(*models, strict=True):
                for key in nodes[-1].param_names:
                    if nodes[-1].has_param(key):
                        nodes[-1].set_param(key, sum(node.get_param(key) for node in nodes) / len(nodes))
    return last


def main() -> None:
    """Average and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passes", type=Path, nargs="+", help="trained pipelines, the first pass first")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    set_current_ops(NumpyOps(use_blis=False))
    averaged([load_trained(folder) for folder in arguments.passes]).to_disk(arguments.out)
    look_up_in_lower_case(arguments.out)


if __name__ == "__main__":
    main()
