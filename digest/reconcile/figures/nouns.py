"""What is counted, taken apart: its head, what stands before it, what belongs to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.reconcile.figures.lexicon import MEASURES, PEOPLE, STOP, THING_OF
from digest.reconcile.figures.stems import WORD, stem
from digest.reconcile.figures.synonyms import meaning

_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_JOIN = re.compile(
    r"\s(?:of|in|at|on|near|along|from|for|around|inside|across|between|among|under|over|into|to|against|with|by"
    r"|aboard|without|through|about|since|during)\s"
)


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun: ``core inflation in January``."""

    head: str  # made alike: that of "troops" for soldiers; "" for people of whatever kind
    word: str  # the stem of the word itself: "passenger"
    modifiers: frozenset[str]  # stems before the head, without names: "core"
    complement: frozenset[str]  # stems of what belongs to it, without names
    places: frozenset[str]  # names in what belongs to it, lower case


_COINS = frozenset(["marks", "crowns", "francs", "pounds", "euros", "dollars", "cents", "pesos", "rupees"])
NOTHING = Noun("", "", frozenset(), frozenset(), frozenset())


def noun_of(words: str | None, where: str | None = None) -> Noun:
    """The parts of the words that name what is counted, and of the place given with it."""
    if not words:
        return Noun("", "", frozenset(), frozenset(), names(where or ""))
    if words in _COINS:
        return NOTHING  # a unit, and not what is counted
    core, *rest = _JOIN.split(_BY_SOMEBODY.sub(" ", words))
    last = _head_word(core)
    if last in MEASURES and rest:  # the number of people killed
        core, *rest = rest
        last = _head_word(core)
    before = core[: max(0, core.lower().rfind(last))]
    belonging = " ".join([*rest, where or ""])
    return Noun(
        word=meaning(stem(last)),
        head="" if last in PEOPLE else meaning(stem(THING_OF.get(last, last))),
        modifiers=stems(_NAME.sub(" ", before)),
        complement=stems(_NAME.sub(" ", belonging)),
        places=names(belonging),
    )


def _head_word(core: str) -> str:
    found = WORD.findall(core.lower())
    while len(found) > 1 and (found[-1].endswith(("ed", "ing")) or found[-1] in _PARTICIPLES):
        if not (found[-2].endswith("s") or found[-2] in PEOPLE):
            break
        found.pop()  # people killed, jewels stolen
    return found[-1].removesuffix("’s").removesuffix("'s") if found else ""


_BY_SOMEBODY = re.compile(r"\sby\s(?:the\s)?(?:[A-Z][\w’'-]+\s?)+")
_IRREGULAR = "stolen taken held sent made found lost sold given shot hit left built hurt"
_PARTICIPLES = frozenset(_IRREGULAR.split())
_PLACED = re.compile(
    r"\b(?:in|at|near|on|from|outside|across|around|to)\s(?:[a-z]+\s){0,3}([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)"
)


def places(text: str) -> frozenset[str]:
    """The names of a text that say where: those after "in", "at", "near the town of"."""
    return frozenset(name for found in _PLACED.findall(text) for name in names(found))


def names(text: str) -> frozenset[str]:
    """The capitalised words of a text, in lower case, without possessive endings."""
    found = (name.lower().removesuffix("’s").removesuffix("'s") for name in _NAME.findall(text))
    return frozenset(name for name in found if name not in STOP)


def stems(text: str) -> frozenset[str]:
    """Stems of the content words of a text, one for all words of one meaning."""
    return frozenset(
        meaning(stem(word))
        for word in WORD.findall(text.lower())
        if len(word) > 2 and not STOP.issuperset(word.split("-"))
    )
