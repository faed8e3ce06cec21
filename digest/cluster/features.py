"""Reading -> Profile: the words, names and numbers that an article is compared by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from digest.cluster.state import Profile
from digest.model import Entity, Reading

NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART"})
TITLE_WEIGHT = 2.0  # a word of the title counts as often as this


def profile(reading: Reading) -> Profile:
    """The features of one article, counted."""
    weights: defaultdict[str, float] = defaultdict(float)
    for sentence in reading.sentences:
        for term in sentence.terms:
            weights[f"w:{term}"] += 1
    if reading.title is not None:
        for term in reading.title.terms:
            weights[f"w:{term}"] += TITLE_WEIGHT
    for name in _names(reading.entities):
        weights[name] += 1
    published = reading.article.published
    return Profile(
        id=reading.article.id,
        published=published.when[:10] if published else None,
        weights=dict(sorted(weights.items())),
        days={},
    )


def _names(entities: tuple[Entity, ...]) -> Iterator[str]:
    for entity in entities:
        if entity.label in NAMED:
            yield f"n:{plain_name(entity.name)}"


def plain_name(name: str) -> str:
    """A name without its article and genitive, in lower case."""
    plain = " ".join(name.lower().replace("’", "'").split())
    return plain.removeprefix("the ").removesuffix("'s")
