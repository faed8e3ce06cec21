"""What a summary chooses from: the sentences of a story, with what is needed to weigh them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from digest.matching import matching_form
from digest.model import Origin, Reading, Sentence, Span
from digest.summarize.fitness import TAKES_UP, UNNAMED_BODY, adds, discount, leans, unfit
from digest.summarize.wording import announces, dateline, is_opinion

OPINION = 0.5  # worth of a sentence of an article that gives itself out as opinion
OWN_VOICE = 0.2  # share of the sentences that say "I" or "we" outside quotations: above it, a column


@dataclass(frozen=True, slots=True)
class Candidate:
    """One sentence that could be printed."""

    article_id: str
    origin: str  # id of the origin of its article
    published: str | None  # ISO 8601, of its article
    position: int  # 0-based place among the sentences of its article
    sentence: Sentence
    words: int
    terms: frozenset[str]
    bare: frozenset[str]  # surnames, lower-cased, of people whom it does not name in full
    discount: float  # what remains of its worth for what is not wrong, only less good to print
    announces: bool  # speaks of what is to come
    unfit: str | None  # why it should not be printed by itself; None: it can be
    leans: bool  # what it lacks is said in the sentence before it
    adds: bool  # fit, but not to lead

    @property
    def span(self) -> Span:
        """The citation of the sentence."""
        return Span(self.article_id, self.sentence.start, self.sentence.end, self.sentence.part)


@dataclass(frozen=True, slots=True)
class Material:
    """The readings of one story, in an order that does not depend on how they were given."""

    readings: tuple[Reading, ...]  # earliest first
    candidates: tuple[Candidate, ...]  # in the order of the readings and of their texts
    origin_of: Mapping[str, str]  # article id -> origin id
    rare: Mapping[str, float]  # content word -> how much it tells: more, the fewer sentences have it


def gather(readings: Sequence[Reading], origins: Sequence[Origin] = ()) -> Material:
    """Every sentence of a story; an article that no origin names is an origin of its own."""
    named = {article_id: origin.id for origin in origins for article_id in origin.article_ids}
    ordered = tuple(sorted(readings, key=_earliest_first))
    origin_of = {r.article.id: named.get(r.article.id, r.article.id) for r in ordered}
    candidates = tuple(c for reading in ordered for c in _candidates(reading, origin_of[reading.article.id]))
    return Material(ordered, candidates, origin_of, _rarity(candidates))


def _rarity(candidates: Sequence[Candidate]) -> dict[str, float]:
    found = Counter(term for candidate in candidates for term in candidate.terms)
    return {term: log((1 + len(candidates)) / count) for term, count in found.items()}


def _earliest_first(reading: Reading) -> tuple[bool, str, str]:
    published = reading.article.published
    return (published is None, published.when if published else "", reading.article.id)


def _candidates(reading: Reading, origin: str) -> list[Candidate]:
    article = reading.article
    opinion = is_opinion(article) or _own_voice(reading)
    found = []
    for position, sentence in enumerate(reading.sentences):
        text = matching_form(article.text[sentence.start : sentence.end])
        why = unfit(reading, sentence)
        start = sentence.start + dateline(text)
        found.append(
            Candidate(
                article_id=article.id,
                origin=origin,
                published=article.published.when if article.published else None,
                position=position,
                sentence=replace(sentence, start=start),
                words=len(article.text[start : sentence.end].split()),
                terms=frozenset(sentence.terms),
                bare=_bare_names(reading, sentence),
                discount=discount(text) * (OPINION if opinion else 1.0),
                announces=announces(text),
                unfit=why,
                leans=why in (TAKES_UP, UNNAMED_BODY) or (why == sentence.dangling and leans(sentence)),
                adds=adds(sentence),
            )
        )
    return found


def _own_voice(reading: Reading) -> bool:
    """Whether an article speaks as its writer rather than of its matter."""
    own = sum(bool(s.dangling and s.dangling.startswith("speaks as")) for s in reading.sentences)
    return own > OWN_VOICE * len(reading.sentences)


def _bare_names(reading: Reading, sentence: Sentence) -> frozenset[str]:
    """The people whom a sentence names by one word, though the article knows a fuller name."""
    text = reading.article.text[sentence.start : sentence.end]
    return frozenset(
        entity.text.lower().removesuffix("’s").removesuffix("'s")
        for entity in reading.entities
        if entity.part == "text"
        and entity.label == "PERSON"
        and sentence.start <= entity.start < sentence.end
        and " " not in entity.text
        and entity.text in entity.name.split()
        and entity.name not in text
    )
