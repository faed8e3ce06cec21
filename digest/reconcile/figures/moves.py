"""What an article itself says of an earlier value: "from 12 to 19", "19, up from 12"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.model import Figure

_FROM = re.compile(
    r"\bfrom[ ](?:(?:about|around|some|nearly|roughly|just|an?|the|revised|preliminary|record)[ ])*$",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\b(?:up|down|higher|lower|ris(?:e|es|en|ing)|rose|rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|bring(?:s|ing)?"
    r"|brought|increas(?:e|es|ed|ing)|grow(?:s|n|ing)?|grew|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?|took|taking"
    r"|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)"
    r"|slow(?:s|ed|ing)?|eas(?:e|es|ed|ing)|narrow(?:s|ed|ing)?|wid(?:en|ens|ened)|swell(?:s|ed)?|slip(?:s|ped)?"
    r"|declin(?:e|es|ed|ing)|slid|sank|shr[aiu]nk(?:s|ing)?|revis(?:e|ed|es|ing)|chang(?:e|ed|es|ing))\b"
    r"(?:[^.;:,\d]{0,50}|[^.;:,\d]{0,30}\bby[ ]\S{0,3}[\d.,]+[^.;:,\d]{0,20}"
    r"|[^.;:]{0,30}\bto[ ]\S{0,3}[\d.,]+[^.;:,\d]{0,30})$",
    re.IGNORECASE,
)
_THEN = re.compile(r"\bcompared[ ](?:with|to)[ ](?:(?:just|only|about|some)[ ])?$", re.IGNORECASE)
_ENDS = re.compile(r"[.!?;]\s")
_SO_FAR = 90  # characters between an earlier value and the one that it led to


def moved(text: str, figure: Figure) -> bool:
    """Whether a figure with two values goes from the one to the other, and is no range."""
    if figure.value is None or figure.high is None:
        return False
    if figure.high < figure.value or " from " in figure.text:
        return True
    before = text[max(0, figure.start - 80) : figure.start]
    return bool(_FROM.search(before)) and bool(_TURN.search(_FROM.sub("", before)))


def earlier_of(text: str, figure: Figure, others: Sequence[Figure]) -> Figure | None:
    """The figure among ``others`` that this one was before: of "19 …, up from 12" the 19."""
    before = text[max(0, figure.start - 80) : figure.start]
    turned = _FROM.search(before) and _TURN.search(_FROM.sub("", before))
    if not (turned or _THEN.search(before)):
        return None
    for other in reversed(others):
        near = 0 < figure.start - other.end <= _SO_FAR
        if (
            near
            and (other.type, other.unit) == (figure.type, figure.unit)
            and not _ENDS.search(text, other.end, figure.start)
        ):
            return other
    return None
