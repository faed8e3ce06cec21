"""A timeline: what happened, or will, on which date, from sentences that say so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

from digest.matching import matching_form
from digest.model import DatedStatement, Moment, Origin, Reading, Span
from digest.summarize.material import Candidate, Material, gather
from digest.summarize.sameness import NEARLY, overlap, weigh
from digest.summarize.weights import term_weights

LONGEST_SPAN = 3  # days; "last week" dates nothing to the day, and a span has no date to be sorted by
FAR = 3  # days: an article so far from a date that still names it says that the date matters
FROM_AFAR = 2.0  # such a mention counts as so many
RELEASED = 1.0  # an article published on a date counts so much for it
VAGUE = {"minute": 1.0, "day": 1.0, "month": 0.25, "year": 0.2}  # worth of a date by its precision
ANOTHER = 4.0  # importance of a date that may have more than one statement
AGAIN = 0.1  # what each statement leaves of the importance of its date: new dates come first
DAYS_KNOWN = 0.1  # importance of a month or year in which the articles were published: they give its days
FORETOLD = 0.7  # worth of a sentence that still looks forward to a date that has passed
ASIDE = 0.5  # worth of a sentence that dates something beside its main clause: ", following … in 2014"
YEAR_BY = 2  # articles that must speak of a bare year, in a topic of more: one alone mentions it in passing

_BACKGROUND = re.compile(
    r"\b(?:since|until|till|by|before|after|as of|every|each|than|from|to|through|ended|ending|between)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_DATES = re.compile(
    r"(?:^|\b(?:in|during|back in|early|late|mid|(?:end|start|beginning|middle) of)[\s-]+)$", re.I
)
_BARE = re.compile(r"\d{4}|[A-Z][a-z]+\.?")  # "2014", "April": a name of a year or month and no more
_ASIDE = re.compile(
    r"(?:^|[,;:—–]\s+(?:and\s+)?)(?:after|although|amid|as|before|despite|following|given|including|since|though|when"
    r"|where|which|while|who|whose|with)\b[^;]*$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?\b")


@dataclass(frozen=True, slots=True)
class _Entry:
    candidate: Candidate
    moment: Moment
    worth: float

    @property
    def day(self) -> str:
        return self.moment.when[:10]


def timeline(
    readings: Sequence[Reading], origins: Sequence[Origin] = (), *, limit: int
) -> tuple[DatedStatement, ...]:
    """At most ``limit`` dated statements of a topic, earliest first, each event once.

    A date counts as much as origins speak of it or published on it, more where they speak of it from
    afar (Kessler et al., 2012, "Finding salient dates for building thematic timelines"); the sentence
    that stands for a date is the one that says most of what the origins share.
    """
    material = gather(readings, origins)
    mentions = _mentions(material)
    importance = _importance(mentions, material)
    left = [entry for entry in mentions if entry.candidate.unfit is None and entry.day in importance]
    left.sort(key=lambda e: (-e.worth, e.day, e.candidate.article_id, e.candidate.position))
    chosen: list[_Entry] = []
    taken: Counter[str] = Counter()
    while left and len(chosen) < limit:
        best = max(left, key=lambda entry: importance[entry.day] * AGAIN ** taken[entry.day])
        chosen.append(best)
        taken[best.day] += 1
        more = importance[best.day] >= ANOTHER
        left = [e for e in left if not _same_event(e, best) and (more or e.day != best.day)]
    chosen.sort(key=lambda e: (e.moment.when, e.candidate.article_id, e.candidate.position))
    return tuple(_statement(entry) for entry in chosen)


def _mentions(material: Material) -> list[_Entry]:
    """Every date that a sentence gives to an event, whether the sentence can be printed or not."""
    weights = term_weights(material)
    latest = max((c.published for c in material.candidates if c.published), default="")
    by_article: dict[str, list[Candidate]] = defaultdict(list)
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
            if _dates_an_event(moment, text):
                before = text[candidates[at].sentence.start : moment.start]
                aside = ASIDE if _ASIDE.search(before) else 1.0
                worth = _worth(candidates[at], moment, weights, latest) * aside
                found.append(_Entry(candidates[at], moment, worth))
    return found


def _worth(candidate: Candidate, moment: Moment, weights: Mapping[str, float], latest: str) -> float:
    foretold = candidate.announces and moment.when < latest[: len(moment.when)]
    worth = (1 + weigh(candidate.terms, weights)) / (candidate.words + 10)
    return worth * VAGUE[moment.precision] * (FORETOLD if foretold else 1.0)


def _dates_an_event(moment: Moment, text: str) -> bool:
    """Whether the expression says when something happened rather than since when, how often or whose."""
    before = text[max(0, moment.start - 20) : moment.start]
    if _BACKGROUND.search(before) or _POSSESSIVE.match(text, moment.end):
        return False
    if moment.precision in ("year", "month") and _BARE.fullmatch(moment.text):
        return bool(_DATES.search(before))
    return moment.until is None or _days(moment.when, moment.until) <= LONGEST_SPAN


def _days(one: str, other: str) -> int:
    """Days between two dates, of which parts that are not given count as the first."""
    first, second = (date.fromisoformat((when + "-01-01")[:10]) for when in (one[:10], other[:10]))
    return abs((second - first).days)


def _importance(mentions: Sequence[_Entry], material: Material) -> dict[str, float]:
    """Per date: the origins that speak of it, and those that published on it."""
    spoken: dict[str, dict[str, float]] = defaultdict(dict)
    for entry in mentions:
        origin, published = entry.candidate.origin, entry.candidate.published
        value = FROM_AFAR if published and _days(entry.day, published) >= FAR else 1.0
        spoken[entry.day][origin] = max(value, spoken[entry.day].get(origin, 0.0))
    released = {(c.published[:10], c.origin) for c in material.candidates if c.published}
    reports = Counter(day for day, _ in released)
    enough = YEAR_BY if len(set(material.origin_of.values())) > YEAR_BY else 1
    return {
        day: (fsum(by_origin.values()) + RELEASED * reports[day]) * _clearness(day, reports)
        for day, by_origin in spoken.items()
        if len(day) > len("2014") or len(by_origin) >= enough
    }


def _clearness(day: str, published: Iterable[str]) -> float:
    """What a date is worth by its precision: a day most, a month or year that has known days least."""
    if len(day) == len("2021-12-30"):
        return 1.0
    known = any(other.startswith(day) for other in published)
    return VAGUE["month" if len(day) == len("2021-12") else "year"] * (DAYS_KNOWN if known else 1.0)


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
