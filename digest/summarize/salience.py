"""How much a date matters to a topic, from what its articles say of it and when.

The signs are those that date selection for timelines has found (Kessler et al., 2012, "Finding salient dates
for building thematic timelines"; Tran et al., 2013; Ghalandari and Ifrim, 2020, "Examining the state of the
art in news timeline summarization"): how many speak of a day, how many report on it, whether they open with
it, and whether they still name it long afterwards. The weights were set on the four development topics of
``benchmarks/summaries/data``; each may be halved or doubled there with little effect.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

from digest.model import Moment
from digest.summarize.material import Candidate, Material
from digest.summarize.sameness import weigh

DAY = len("2021-12-30")
MONTH = len("2021-12")
VAGUE = {"minute": 1.0, "day": 1.0, "month": 0.25, "year": 0.2}  # worth of a date by its precision
LEAD = 2.0  # a date in the first sentence of an article counts as so many
RECAP = 14  # days: an article so long after a date that still names it says that the date matters
FROM_AFAR = 2.0  # such a mention counts as so many
AHEAD = 0.5  # worth of a date that still lies ahead of the article: much that is planned never matters
SPOKEN = 0.7  # worth of the day on which somebody merely said something
REPORTED = 1.0  # an article counts so much for the day that it reports on
NEWS = 3  # days before publication within which the day of the lead is what the article reports on
CENTRAL = 1.0  # the most central sentence of a date counts as so much: decides where few speak of each date
ANNIVERSARY = 0.5  # worth of a day that repeats a weightier one of an earlier year
DAYS_KNOWN = 0.1  # worth of a month or year in which the articles were published: they give its days
YEAR_BY = 2  # origins that must speak of a bare year, in a topic of more: one alone mentions it in passing

_SAID = re.compile(r"\b(?:said|told|says|added|warned)\b[^,;.]{0,25}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in a sentence."""

    candidate: Candidate
    moment: Moment
    before: str  # the words of the sentence that stand before the date
    dates: bool  # it says when something happened, rather than since when, how often or whose

    @property
    def day(self) -> str:
        """The date without a clock time."""
        return self.moment.when[:DAY]


def importance(
    mentions: Sequence[Mention], material: Material, weights: Mapping[str, float]
) -> dict[str, float]:
    """Per date that is spoken of, how much it matters; copies of one report count once."""
    spoken: dict[str, dict[str, float]] = defaultdict(dict)
    central: dict[str, float] = defaultdict(float)
    for mention in mentions:
        if len(mention.day) < DAY and not mention.dates:
            continue
        by_origin, origin = spoken[mention.day], mention.candidate.origin
        by_origin[origin] = max(_weight(mention), by_origin.get(origin, 0.0))
        central[mention.day] = max(centrality(mention.candidate, weights), central[mention.day])
    most = max(central.values(), default=0.0) or 1.0
    reports = _reports(mentions, material)
    enough = YEAR_BY if len(set(material.origin_of.values())) > YEAR_BY else 1
    found = {
        day: _clearness(day, reports)
        * (fsum(by_origin.values()) + REPORTED * len(reports.get(day, ())) + CENTRAL * central[day] / most)
        for day, by_origin in spoken.items()
        if len(day) >= MONTH or len(by_origin) >= enough
    }
    return {day: value * _anew(day, found) for day, value in found.items()}


def centrality(candidate: Candidate, weights: Mapping[str, float]) -> float:
    """How much of what the origins share a sentence says, for its length."""
    return (1 + weigh(candidate.terms, weights)) / (candidate.words + 10)


def days_between(one: str, other: str) -> int:
    """Days from one date to another, of which parts that are not given count as the first."""
    first, second = (date.fromisoformat((when + "-01-01")[:DAY]) for when in (one[:DAY], other[:DAY]))
    return (second - first).days


def _weight(mention: Mention) -> float:
    """What one mention says for its date."""
    candidate = mention.candidate
    passed = days_between(mention.day, candidate.published) if candidate.published else 0
    value = LEAD if candidate.position == 0 else 1.0
    if passed >= RECAP:
        value *= FROM_AFAR
    if passed < 0:
        value *= AHEAD
    return value * (SPOKEN if _SAID.search(mention.before) else 1.0)


def _reports(mentions: Sequence[Mention], material: Material) -> dict[str, set[str]]:
    """Day -> the origins that report on it: the day that the lead names, else that of publication."""
    about: dict[str, str] = {}
    for mention in mentions:
        candidate = mention.candidate
        if candidate.position > 0 or not candidate.published or len(mention.day) < DAY or not mention.dates:
            continue
        if 0 <= days_between(mention.day, candidate.published) <= NEWS:
            about.setdefault(candidate.article_id, mention.day)
    found: dict[str, set[str]] = defaultdict(set)
    for reading in material.readings:
        article = reading.article
        if article.published:
            day = about.get(article.id, article.published.when[:DAY])
            found[day].add(material.origin_of[article.id])
    return found


def _clearness(day: str, reported: Iterable[str]) -> float:
    """What a date is worth by its precision: a day most, a month or year that has known days least."""
    if len(day) == DAY:
        return 1.0
    known = any(other.startswith(day) for other in reported)
    return VAGUE["month" if len(day) == MONTH else "year"] * (DAYS_KNOWN if known else 1.0)


def _anew(day: str, found: Mapping[str, float]) -> float:
    """Less than one for the anniversary of a weightier day."""
    if len(day) < DAY:
        return 1.0
    same = (other for other in found if len(other) == DAY and other[4:] == day[4:] and other < day)
    return ANNIVERSARY if any(found[other] > found[day] for other in same) else 1.0
