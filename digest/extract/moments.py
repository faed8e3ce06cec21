"""Moments of an article."""

from __future__ import annotations

from digest.annotate import Annotated
from digest.dates import find_dates
from digest.model import Moment


def find_moments(annotated: Annotated) -> tuple[Moment, ...]:
    """The moments of the body, in order, read from the article's date of publication."""
    article = annotated.article
    return find_dates(article.text, anchor=article.published)
