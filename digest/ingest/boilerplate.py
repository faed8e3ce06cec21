"""Lines that are never body, known by their own words alone."""

from __future__ import annotations

from digest.ingest.furniture import FURNITURE, PIECES
from digest.ingest.patterns import table

_RULES = tuple((reason, most, table(rows, PIECES, any_case=True)) for reason, most, rows in FURNITURE)


def reason_of(form: str, *, words: int) -> str | None:
    """Why a line, in its matching form, is not body; None where its words alone do not say so."""
    for reason, most, pattern in _RULES:
        if words <= most and pattern.fullmatch(form):
            return reason
    return None
