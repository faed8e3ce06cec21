"""What befell those counted: "14 people have died", "the toll rose to 14", "14 deaths"."""

from __future__ import annotations

import re

from digest.model import Figure
from digest.reconcile.figures.lexicon import AFTER_ONLY, EVENT_OF, ROLE_OF
from digest.reconcile.figures.nouns import noun_of
from digest.reconcile.figures.stems import WORD, stem
from digest.reconcile.figures.synonyms import meaning

_STOP = re.compile(
    r"[;.!?](?=\s|$)|,\s|\sand\s|\sbut\s|\swhile\s|\swith\s|\sincluding\s|\swhen\s|\safter\s|\sas\s"
)
_REACH = 60  # characters
_NEAR = 40  # characters on either side in which somebody's home or work is named
_COORDINATED = re.compile(r"\s(?:and|but|while)\s|[;,]\s")


_LOST = re.compile(r"\b(?:los(?:e|es|ing|t)|cost(?:s|ing)?)\b")
_WORK = re.compile(r"\b(?:jobs?|posts?|work|positions?|livelihoods?)\b")
_FROM_HOME = re.compile(
    r"\b(?:from|los(?:e|es|ing|t)|le(?:ft|ave|aving)|abandon\w*|out[ ]of|flee\w*|fled)"
    r"[ ](?:\w+[ ]){0,2}homes\b"
)
_SOLDIER = meaning(stem("soldier"))


def _of_people(word: str, figure: Figure, near: str) -> str | None:
    """What a word says of people: those who left are driven out, those lost are dead, ships are neither."""
    event, head = EVENT_OF[word], noun_of(figure.counted).head
    if event == "left" and not head:
        return "displaced"
    if event == "fired" and _LOST.match(word):
        if _WORK.search(near):
            return "fired"
        return "dead" if word.startswith("los") and head in {"", _SOLDIER} else None
    return event


def event_of(text: str, figure: Figure) -> str | None:
    """The class of the event that a figure counts those of: the counted noun, then the words beside it."""
    if figure.type not in {"number", "percentage"}:
        return None
    counted = WORD.findall((figure.counted or "").lower())
    for word in reversed(counted):
        if word in EVENT_OF and word not in ROLE_OF:
            return EVENT_OF[word]
    near = text[max(0, figure.start - _NEAR) : max(figure.end, figure.counted_end or 0) + _NEAR]
    if _FROM_HOME.search(near):
        return "displaced"
    for word in _beside(text, figure):
        if word in EVENT_OF and (event := _of_people(word, figure, near)):
            return event
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
