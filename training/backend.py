"""The code file of every training run: registers the augmenters and sets the matrix backend."""

from __future__ import annotations

from thinc.api import NumpyOps, set_current_ops

from training import annotated, augment_names, augment_trees  # noqa: F401  they register what they have

set_current_ops(NumpyOps(use_blis=False))
