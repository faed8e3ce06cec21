"""Annotated -> Reading: everything that is found in one article.

``EXTRACTORS`` is the one place to touch for a new kind of finding: a field of Reading and the
function that fills it. Each takes the Annotated and gives findings in the order of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from digest.annotate import Annotated
from digest.extract.entities import find_entities
from digest.extract.figures import find_figures
from digest.extract.moments import find_moments
from digest.extract.quotes import find_quotes
from digest.extract.sentences import find_sentences, find_title
from digest.model import Reading

EXTRACTORS: Mapping[str, Callable[[Annotated], Any]] = {
    "sentences": find_sentences,
    "title": find_title,
    "entities": find_entities,
    "moments": find_moments,
    "quotes": find_quotes,
    "figures": find_figures,
}


def extract(annotated: Annotated) -> Reading:
    """Run every extractor over one article."""
    found = {name: find(annotated) for name, find in EXTRACTORS.items()}
    return Reading(article=annotated.article, **found)
