"""The headline of a story: the best of its members' own, else a short central sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from math import fsum, pow

from digest.matching import matching_form
from digest.model import Reading, Span
from digest.summarize.material import Candidate, Material
from digest.summarize.weights import TITLE
from digest.summarize.wording import announces, is_furniture, is_unbalanced

FEWEST, MOST = 4, 16  # words of a headline that informs and can be taken in at a glance
LENGTH = 0.3  # exponent of the words: coverage of the story counts, but not by length alone
POOR = 0.4  # what remains of the worth of a headline for each fault

_TEASER = re.compile(
    r"\?|!|\.\.\.|…|\b(?:here[’']?s (?:why|what|how)|what (?:you need )?to know|what we know|need to know"
    r"|you won[’']?t believe|this is (?:why|what|how)|everything you|things to|takeaways|explained|explainer"
    r"|live updates?|live blog|as it happened|fact[ -]check(?:ing)?)\b"
    r"|^(?:why|how|what|when|where|(?-i:Who))\b|^(?:it|that|this|there)(?:['’]s| is| was)\b"
    r"|^\W*\d+ (?:\w+ )?(?:reasons|ways|things|takeaways|moments|facts|lessons|highlights)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\W*(?:opinion|analysis|editorial|commentary|column|review|watch|photos?|video|podcast|listen|quiz|live)\s*[:|–—-]"
    r"|[|–—(\[-]\s*(?:opinion|analysis|editorial|commentary|photos?|video|podcast|live)[)\]]?$",
    re.IGNORECASE,
)
_QUOTED_START = re.compile(r"^[“\"‘']")


def best_headline(
    material: Material,
    weights: Mapping[str, float],
    chosen: Sequence[Candidate],
    *,
    avoid: Collection[Span] = (),
    fresh: Collection[str] = (),
) -> Span:
    """The title that covers most of the story and tells it plainly, else a short sentence of it.

    Titles of ``fresh`` articles that are not in ``avoid`` go before all others, if they tell it plainly.
    """
    lead = chosen[0] if chosen else None
    titled = [(reading, _worth(reading, weights, lead)) for reading in material.readings if reading.title]
    plain = [pair for pair in titled if pair[0].article.id in fresh and _title_span(pair[0]) not in avoid]
    titled = [pair for pair in plain if pair[1] > 0] or titled
    best = max(titled, key=lambda pair: pair[1], default=None)
    if best and best[1] > 0:
        return _title_span(best[0])
    sentences = [c for c in chosen if c.words <= 2 * MOST] or list(chosen)
    if sentences:
        return sentences[0].span
    if best:
        return _title_span(best[0])
    if material.candidates:
        return material.candidates[0].span
    article = material.readings[0].article
    return Span(article.id, 0, len(article.text))


def headline_terms(material: Material, weights: Mapping[str, float]) -> frozenset[str]:
    """The content words of the title that would be the headline whatever the lead; empty: no title."""
    titled = [
        (_worth(reading, weights, None), reading.title) for reading in material.readings if reading.title
    ]
    best = max(titled, key=lambda pair: pair[0], default=None)
    return frozenset(best[1].terms) if best else frozenset()


def _title_span(reading: Reading) -> Span:
    assert reading.title is not None
    return Span(reading.article.id, reading.title.start, reading.title.end, "title")


def _worth(reading: Reading, weights: Mapping[str, float], lead: Candidate | None) -> float:
    """What a title covers of the story, its own say in the weights left out, less for each fault."""
    assert reading.title is not None
    text = matching_form(reading.article.title[reading.title.start : reading.title.end])
    words = len(text.split())
    coverage = fsum(max(0.0, weights[term] - TITLE) for term in set(reading.title.terms))
    faults = _faults(text, words)
    if lead is not None and not lead.announces and _looks_ahead(reading):
        faults.append("announces what the lead reports as done")
    return coverage / pow(max(words, FEWEST), LENGTH) * pow(POOR, len(faults))


def _looks_ahead(reading: Reading) -> bool:
    """Whether the title speaks of what is to come, in full or as "Okoro, Brandt to meet"."""
    title = reading.article.title
    if announces(title):
        return True
    subject, to, _ = title.partition(" to ")
    names = [e for e in reading.entities if e.part == "title" and e.end <= len(subject)]
    rest = [c for at, c in enumerate(subject) if not any(e.start <= at < e.end for e in names)]
    return bool(to) and bool(names) and not "".join(rest).replace("and", "").strip(" ,&")


def _faults(text: str, words: int) -> list[str]:
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    found = {
        "too short to inform": words < FEWEST,
        "too long to take in": words > MOST,
        "written to tease": bool(_TEASER.search(text)),
        "labelled as something else than news": bool(_LABEL.search(text)) or is_furniture(text),
        "all in capitals": capitals > 0.6 * max(1, len(letters)),
        "opens with somebody's words": bool(_QUOTED_START.match(text)),
        "holds half of a quotation or bracket": is_unbalanced(text),
    }
    return [fault for fault, holds in found.items() if holds]
