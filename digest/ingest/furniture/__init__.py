"""Page furniture: what news sites print around their articles, as patterns by reason.

Written by hand from what sites put around their articles; nothing here is taken from a list of
another project. One pattern a line, a deeper line continues the one above; ``<name>`` stands for
the alternatives of ``PIECES``. A pattern must match a whole line, in any case of letters, so that a
sentence that only contains such words stays body. The number is the most words that such a line has.
Of several patterns that match a line, the first gives the reason.
"""

from digest.ingest.furniture.notes import NOTES
from digest.ingest.furniture.offers import OFFERS
from digest.ingest.furniture.pieces import PIECES

__all__ = ["FURNITURE", "PIECES"]

_MARKS: tuple[tuple[str, int, str], ...] = (
    (
        "separator",
        60,
        r"""
            [\W_]+
        """,
    ),
    (
        "dateline",
        8,
        r"""
            (?-i:[A-Z])[\w .,/'’-]{2,50}(?:\([\w ]{2,20}\))?\s?[–—-]+
        """,
    ),
    (
        "stray number",
        1,
        r"""
            \W*[\d.,]+[km]?\W*
        """,
    ),
)
FURNITURE = _MARKS + OFFERS + NOTES
