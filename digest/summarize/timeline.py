"""A timeline: what happened, or will, on which date, from sentences that say so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, log

from digest.matching import matching_form
from digest.model import DatedStatement, Moment, Reading, Span
from digest.summarize.material import Candidate, Material, gather
from digest.summarize.sameness import NEARLY, overlap
from digest.summarize.weights import term_weights

LONGEST_SPAN = 7  # days; "the past two months" dates nothing

_BACKGROUND = re.compile(r"\b(?:since|until|till|as of|every|each|than)\s+(?:the\s+)?$", re.IGNORECASE)
_DATES_A_YEAR = re.compile(r"\b(?:in|during|back in|of|early|late|mid)[\s-]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Entry:
    candidate: Candidate
    moment: Moment
    worth: float

    @property
    def day(self) -> str:
        return self.moment.when[:10]


def timeline(readings: Sequence[Reading], *, limit: int) -> tuple[DatedStatement, ...]:
    """At most ``limit`` dated statements of a topic, earliest first, each event once.

    A date counts as much as articles speak of it or were published on it; the sentence that stands for
    a date is the one that says most of what the articles share.
    """
    material = gather(readings)
    entries = _entries(material)
    importance = _importance(entries, material)
    chosen: list[_Entry] = []
    for entry in sorted(
        entries,
        key=lambda e: (-importance[e.day] * e.worth, e.day, e.candidate.article_id, e.candidate.position),
    ):
        if len(chosen) == limit:
            break
        if not any(_same_event(entry, other) for other in chosen):
            chosen.append(entry)
    chosen.sort(key=lambda e: (e.moment.when, e.candidate.article_id, e.candidate.position))
    return tuple(_statement(entry) for entry in chosen)


def _entries(material: Material) -> list[_Entry]:
    weights = term_weights(material)
    by_article: Mapping[str, list[Candidate]] = defaultdict(list)
    for candidate in material.candidates:
        by_article[candidate.article_id].append(candidate)
    found: list[_Entry] = []
    for reading in material.readings:
        candidates = by_article[reading.article.id]
        starts = [candidate.sentence.start for candidate in candidates]
        text = matching_form(reading.article.text)
        for moment in reading.moments:
            at = bisect_right(starts, moment.start) - 1
            if moment.part != "text" or at < 0 or moment.end > candidates[at].sentence.end:
                continue
            if candidates[at].unfit is None and _dates_an_event(moment, text):
                found.append(_Entry(candidates[at], moment, _worth(candidates[at], weights)))
    return found


def _worth(candidate: Candidate, weights: Mapping[str, float]) -> float:
    return (1 + fsum(weights[term] for term in candidate.terms)) / (candidate.words + 10)


def _dates_an_event(moment: Moment, text: str) -> bool:
    """Whether the expression says when something happened rather than since when or how often."""
    before = text[max(0, moment.start - 20) : moment.start]
    if _BACKGROUND.search(before):
        return False
    if moment.precision == "year":
        return bool(_DATES_A_YEAR.search(before)) or not moment.text.strip().isdigit()
    return moment.until is None or _days(moment.when, moment.until) <= LONGEST_SPAN


def _days(first: str, last: str) -> int:
    """Days from one date to another, months taken as 31 days: only their order of size matters."""
    a, b = ([*map(int, day[:10].split("-")), 1, 1][:3] for day in (first, last))
    return (b[0] - a[0]) * 372 + (b[1] - a[1]) * 31 + b[2] - a[2]


def _importance(entries: Sequence[_Entry], material: Material) -> dict[str, float]:
    """Per date: the articles that speak of it, and those that were published on it."""
    speak = Counter(day for day, _ in {(e.day, e.candidate.article_id) for e in entries})
    published = Counter(r.article.published.when[:10] for r in material.readings if r.article.published)
    return {day: log(1 + count) + 0.5 * log(1 + published[day]) for day, count in speak.items()}


def _same_event(one: _Entry, other: _Entry) -> bool:
    if one.candidate.span == other.candidate.span:
        return True
    same_date = one.day.startswith(other.day) or other.day.startswith(one.day)
    return same_date and overlap(one.candidate.terms, other.candidate.terms) > NEARLY


def _statement(entry: _Entry) -> DatedStatement:
    moment = entry.moment
    return DatedStatement(
        span=entry.candidate.span,
        moment=Span(entry.candidate.article_id, moment.start, moment.end),
        when=moment.when,
        precision=moment.precision,
        how=moment.how,
    )
