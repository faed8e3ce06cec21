"""What befell those counted: "14 people have died", "the toll rose to 14", "14 deaths"."""

from __future__ import annotations

import re

from digest.model import Figure
from digest.reconcile.figures.lexicon import AFTER_ONLY, EVENT_OF, ROLE_OF
from digest.reconcile.figures.nouns import noun_of
from digest.reconcile.figures.stems import WORD

_STOP = re.compile(
    r"[;.!?](?=\s|$)|,\s|\sand\s|\sbut\s|\swhile\s|\swith\s|\sincluding\s|\swhen\s|\safter\s|\sas\s"
)
_REACH = 60  # characters
_COORDINATED = re.compile(r"\s(?:and|but|while)\s|[;,]\s")


def _of_people(word: str, figure: Figure) -> str:
    """People who left are people driven out, and soldiers lost are dead; ships that left are neither."""
    event, head = EVENT_OF[word], noun_of(figure.counted).head
    if event == "left" and not head:
        return "displaced"
    return "dead" if word.startswith("los") and head in {"", "soldier"} else event


def event_of(text: str, figure: Figure) -> str | None:
    """The class of the event that a figure counts those of: the counted noun, then the words beside it."""
    if figure.type not in {"number", "percentage"}:
        return None
    counted = WORD.findall((figure.counted or "").lower())
    for word in reversed(counted):
        if word in EVENT_OF and word not in ROLE_OF:
            return EVENT_OF[word]
    for word in _beside(text, figure):
        if word in EVENT_OF:
            return _of_people(word, figure)
    return next((ROLE_OF[word] for word in reversed(counted) if word in ROLE_OF), None)


def _beside(text: str, figure: Figure) -> list[str]:
    """Words after the figure to the end of its clause, then those before it, nearest first."""
    counted_after = figure.counted_end is not None and figure.counted_end > figure.end
    after_from = figure.counted_end if counted_after and figure.counted_end else figure.end
    after = text[after_from : after_from + _REACH]
    stop = _STOP.search(after)
    forward = WORD.findall((after[: stop.start()] if stop else after).lower())[:6]
    before = text[max(0, figure.start - _REACH) : figure.start]
    begin = max((found.end() for found in _COORDINATED.finditer(before)), default=0)
    sentence = max((found.end() for found in re.finditer(r"[.!?]\s", before)), default=0)
    backward = WORD.findall(before[max(begin, sentence) :].lower())
    return [*forward, *(word for word in reversed(backward[-8:]) if word not in AFTER_ONLY)]
