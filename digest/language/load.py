"""Load a spaCy pipeline: the embedded one, or an installed larger one."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, set_current_ops

from digest.errors import LanguageError

EMBEDDED = Path(__file__).parent / "model"
LARGER = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")


@cache
def load(name: str = "auto") -> Language:
    """Load the pipeline ``name``.

    ``auto`` prefers an installed ``en_core_web_*`` (the largest) to the embedded one; ``embedded``
    is always there; anything else is the name of an installed spaCy package or a folder.

    Raises LanguageError where there is no such pipeline.
    """
    if name == "auto":
        name = next((n for n in LARGER if find_spec(n)), "embedded")
    # NumPy's own BLAS (OpenBLAS) multiplied these small matrices up to 3.7 times faster than BLIS.
    set_current_ops(NumpyOps(use_blis=False))
    try:
        return spacy.load(EMBEDDED if name == "embedded" else name)
    except OSError as error:
        raise LanguageError(
            f"the language pipeline {name!r} is not installed: install it with pip, "
            'or set pipeline = "embedded" in digest.toml'
        ) from error


def describe(nlp: Language) -> str:
    """Name and version of a pipeline, as the colophon prints it."""
    return f"{nlp.lang}_{nlp.meta['name']} {nlp.meta['version']}"
