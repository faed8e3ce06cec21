"""Load a spaCy pipeline: the embedded one, or an installed one that is larger."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from thinc.api import NumpyOps, get_current_ops, use_ops

from digest.errors import LanguageError
from digest.language.lists.abbreviations import ABBREVIATIONS
from digest.language.trees import TREES

AUTO = "auto"
EMBEDDED = "embedded"
MODEL = Path(__file__).parent / "model"
# From the most to the least accurate, as their authors publish them.
LARGER = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")


def load(name: str = AUTO, *, without: tuple[str, ...] = ()) -> Language:
    """Load the pipeline ``name``, once for each choice of components.

    ``auto`` prefers an installed ``en_core_web_*`` (the largest) to the embedded one; ``embedded`` is
    always there; anything else is the name of an installed spaCy package or a folder. Components named
    in ``without`` (``ner``, ``parser``) are neither loaded nor run.

    Raises LanguageError where there is no such pipeline, or it does not fit the installed spaCy.
    """
    return _load(choose(name), frozenset(without))


def choose(name: str = AUTO) -> str:
    """The pipeline that ``name`` stands for: what ``auto`` finds, any other name as it is."""
    if name != AUTO:
        return name
    return next((larger for larger in LARGER if find_spec(larger)), EMBEDDED)


def describe(nlp: Language) -> str:
    """Name and version of a pipeline, as the colophon prints it."""
    return f"{nlp.lang}_{nlp.meta['name']} {nlp.meta['version']}"


@cache
def _load(name: str, without: frozenset[str]) -> Language:
    source = MODEL if name == EMBEDDED else name
    try:
        with _matrix_backend():
            nlp = spacy.load(source, exclude=without)
    except (OSError, ValueError, ImportError) as error:
        raise LanguageError(_explain(name, error)) from error
    if isinstance(nlp.tokenizer, Tokenizer):
        for abbreviation in sorted(ABBREVIATIONS):
            nlp.tokenizer.add_special_case(abbreviation, [{"ORTH": abbreviation}])
    if "parser" in nlp.pipe_names:
        nlp.add_pipe(TREES, last=True)
    return nlp


def _matrix_backend() -> AbstractContextManager[None]:
    """The context in which a pipeline's networks are made; they keep their backend for good.

    NumPy's own BLAS (OpenBLAS) multiplies matrices as small as ours up to 3.7 times faster than BLIS,
    spaCy's default (benchmarks/language). A backend that somebody else has chosen, say a GPU's, is
    kept, and the choice ends with the context, so nothing changes for other users of thinc in the process.
    It is safe to fork afterwards: OpenBLAS sets up its threads anew in the child.
    """
    if type(get_current_ops()) is NumpyOps:
        return use_ops("numpy", use_blis=False)
    return nullcontext()


def _explain(name: str, error: Exception) -> str:
    if name == EMBEDDED:
        return f"the embedded language pipeline is damaged: install digest again ({error})"
    if isinstance(error, OSError) and "[E050]" in str(error):
        return (
            f"the language pipeline {name!r} is not installed: install it with pip, "
            'or set pipeline = "embedded" in digest.toml'
        )
    return (
        f"the language pipeline {name!r} does not load with spaCy {version('spacy')}: install a version "
        f'of it that fits, or set pipeline = "embedded" in digest.toml ({error})'
    )
