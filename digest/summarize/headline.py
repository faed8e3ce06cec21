"""The headline of a story: the best of its members' own, else a short central sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import fsum, pow

from digest.matching import matching_form
from digest.model import Reading, Span
from digest.summarize.fitness import is_furniture
from digest.summarize.material import Candidate, Material

FEWEST, MOST = 4, 16  # words of a headline that informs and can be taken in at a glance
LENGTH = 0.6  # exponent of the words: coverage of the story counts, but not by length alone
POOR = 0.4  # what remains of the worth of a headline for each fault

_TEASER = re.compile(
    r"\?|!|\.\.\.|…|\b(?:here[’']?s (?:why|what|how)|what (?:you need )?to know|what we know|need to know"
    r"|you won[’']?t believe|this is (?:why|what|how)|everything you|things to|takeaways|explained|explainer"
    r"|live updates?|live blog|as it happened|fact check|opinion|analysis|editorial|commentary|column"
    r"|review|watch|photos?|video|podcast|listen|quiz|slams?|blasts?|destroys?|eviscerates?)\b"
    r"|^(?:why|how|what|who|when|where)\b|^\W*\d+ (?:reasons|ways|things|takeaways)\b|\|",
    re.IGNORECASE,
)
_QUOTED_START = re.compile(r"^[“\"‘']")


def best_headline(material: Material, weights: Mapping[str, float], chosen: Sequence[Candidate]) -> Span:
    """The title that covers most of the story and tells it plainly, else a short sentence of it."""
    titled = [(reading, _worth(reading, weights)) for reading in material.readings if reading.title]
    best = max(titled, key=lambda pair: pair[1], default=None)
    if best and best[1] > 0:
        return _title_span(best[0])
    short = [c for c in chosen if c.words <= 2 * MOST] or list(chosen[:1])
    if short:
        return short[0].span
    if best:
        return _title_span(best[0])
    article = material.readings[0].article
    return Span(article.id, 0, len(article.text))


def _title_span(reading: Reading) -> Span:
    assert reading.title is not None
    return Span(reading.article.id, reading.title.start, reading.title.end, "title")


def _worth(reading: Reading, weights: Mapping[str, float]) -> float:
    assert reading.title is not None
    text = matching_form(reading.article.title[reading.title.start : reading.title.end])
    words = len(text.split())
    coverage = fsum(weights[term] for term in set(reading.title.terms))
    return coverage / pow(max(words, FEWEST), LENGTH) * pow(POOR, len(_faults(text, words)))


def _faults(text: str, words: int) -> list[str]:
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    found = {
        "too short to inform": words < FEWEST,
        "too long to take in": words > MOST,
        "written to tease": bool(_TEASER.search(text)),
        "a page's furniture": is_furniture(text),
        "all in capitals": capitals > 0.6 * max(1, len(letters)),
        "opens with somebody's words": bool(_QUOTED_START.match(text)),
    }
    return [fault for fault, holds in found.items() if holds]
