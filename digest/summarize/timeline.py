"""A timeline: what happened, or will, on which date, from sentences that say so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from digest.matching import matching_form
from digest.model import DatedStatement, Moment, Origin, Reading, Span
from digest.summarize.material import Candidate, Material, gather
from digest.summarize.salience import DAY, NEWS, VAGUE, Mention, centrality, days_between, importance
from digest.summarize.sameness import NEARLY, overlap
from digest.summarize.weights import term_weights

FEWEST = 8  # lines that a topic may have however few the days on which it was reported
LONGEST_SPAN = 3  # days; "last week" dates nothing to the day, and a span has no date to be sorted by
ANOTHER = 8.0  # importance of a date that may have more than one statement
AGAIN = 0.1  # what each statement leaves of the importance of its date: new dates come first
FORETOLD = 0.7  # worth of a sentence that still looks forward to a date that has passed
UNCONFIRMED = 2.0  # importance of a date below which a plan for it that has passed is left out
ASIDE = 0.5  # worth of a sentence that dates something beside its main clause: ", following … in 2014"

NEXT = 2  # days within which two reports of nearly the same words tell of one event,
WORD_FOR_WORD = 0.6  # which they do where they share so much: one of them has the day wrong

_OF_SPEECH = re.compile(r"today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening)", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"\b(?:since|until|till|by|before|after|as of|every|each|than|from|to|through|ended|ending|between"
    r"|(?<!\bday )(?<!week )(?<!weekend )(?<!night )(?<!morning )(?<!afternoon )(?<!evening )(?<!hours )of)"
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
_KNOWN = re.compile(r"(?:\b(?:her|his|its|my|our|that|the|their|this|your)|['’]s?)\s+$", re.IGNORECASE)
_NAMES_WHICH = re.compile(
    r",?\s+(?!(?:after|and|as|at|before|but|by|during|for|from|if|in|into|is|near|of|on|or|over|that|to|was"
    r"|when|where|which|while|who|with|morning|afternoon|evening|night)\b)[a-z]"
)  # "the Sept. 11 attacks": the date says which attacks


def timeline_length(readings: Iterable[Reading], *, most: int) -> int:
    """The lines that a topic is worth: one for each day on which it was reported, within bounds."""
    days = {r.article.published.when[:DAY] for r in readings if r.article.published}
    return min(most, max(FEWEST, len(days)))


def timeline(
    readings: Sequence[Reading], origins: Sequence[Origin] = (), *, limit: int
) -> tuple[DatedStatement, ...]:
    """At most ``limit`` dated statements of a topic, earliest first, each event once.

    The dates are those that matter most (``salience``); the sentence that stands for a date is the one that
    says most of what the origins share.
    """
    material = gather(readings, origins)
    weights = term_weights(material)
    mentions = _mentions(material)
    matter = importance(mentions, material, weights)
    latest = max((c.published for c in material.candidates if c.published), default="")
    fit = [
        m
        for m in mentions
        if m.dates
        and m.candidate.unfit is None
        and m.day in matter
        and not _in_passing(m)
        and not (_foretold(m, latest) and matter[m.day] < UNCONFIRMED)
    ]
    left = sorted(fit, key=lambda m: (-_worth(m, weights, latest), m.day, *_place(m)))
    chosen: list[Mention] = []
    taken: Counter[str] = Counter()
    while left and len(chosen) < limit:
        best = max(left, key=lambda mention: matter[mention.day] * AGAIN ** taken[mention.day])
        chosen.append(best)
        taken[best.day] += 1
        more = matter[best.day] >= ANOTHER
        left = [m for m in left if not _same_event(m, best) and (m.day != best.day or (more and _is_news(m)))]
    chosen.sort(key=lambda m: (m.moment.when, *_place(m)))
    return tuple(_statement(mention) for mention in chosen)


def _place(mention: Mention) -> tuple[str, int]:
    return mention.candidate.article_id, mention.candidate.position


def _mentions(material: Material) -> list[Mention]:
    """Every date in a sentence, whether the sentence can be printed or not."""
    by_article: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in material.candidates:
        by_article[candidate.article_id].append(candidate)
    found: list[Mention] = []
    for reading in material.readings:
        candidates = by_article[reading.article.id]
        starts = [candidate.sentence.start for candidate in candidates]
        text = matching_form(reading.article.text)
        for moment in reading.moments:
            at = bisect_right(starts, moment.start) - 1
            if moment.part != "text" or at < 0 or moment.end > candidates[at].sentence.end:
                continue
            before = text[starts[at] : moment.start]
            dates = _dates_an_event(moment, text) and not (_OF_SPEECH.match(moment.text) and _quoted(before))
            found.append(Mention(candidates[at], moment, before, dates))
    return found


def _worth(mention: Mention, weights: Mapping[str, float], latest: str) -> float:
    """How well a sentence stands for its date."""
    candidate, moment = mention.candidate, mention.moment
    worth = centrality(candidate, weights) * VAGUE[moment.precision]
    worth *= FORETOLD if _foretold(mention, latest) else 1.0
    return worth * (ASIDE if _ASIDE.search(mention.before) else 1.0)


def _in_passing(mention: Mention) -> bool:
    """Whether a year stands in a clause beside the main one: "Oakley, who met her in 1991, played"."""
    return mention.moment.precision == "year" and bool(_ASIDE.search(mention.before))


def _foretold(mention: Mention, latest: str) -> bool:
    """Whether the sentence still looks forward to a date that had passed by the last report of the topic."""
    published = mention.candidate.published
    ahead = mention.candidate.announces or (
        published is not None and mention.day > published[: len(mention.day)]
    )
    return ahead and mention.moment.when < latest[: len(mention.moment.when)]


def _dates_an_event(moment: Moment, text: str) -> bool:
    """Whether the expression says when something happened rather than since when, how often or whose."""
    before = text[max(0, moment.start - 20) : moment.start]
    if _BACKGROUND.search(before) or _POSSESSIVE.match(text, moment.end):
        return False
    if _KNOWN.search(before) and _NAMES_WHICH.match(text, moment.end):
        return False
    if moment.precision in ("year", "month") and _BARE.fullmatch(moment.text):
        return bool(_DATES.search(before))
    return moment.until is None or days_between(moment.when, moment.until) <= LONGEST_SPAN


def _quoted(before: str) -> bool:
    """Whether what follows stands within quotation marks."""
    return before.count("“") > before.count("”") or before.count('"') % 2 > 0


def _same_event(one: Mention, other: Mention) -> bool:
    if one.candidate.span == other.candidate.span:
        return True
    shared = overlap(one.candidate.terms, other.candidate.terms)
    if len(one.day) == len(other.day) == DAY and abs(days_between(one.day, other.day)) <= NEXT:
        return shared > (NEARLY if one.day == other.day else WORD_FOR_WORD)
    return shared > NEARLY and (one.day.startswith(other.day) or other.day.startswith(one.day))


def _is_news(mention: Mention) -> bool:
    """Whether an article opens with the date as news, so that it may tell another event of the same day."""
    candidate = mention.candidate
    recent = not candidate.published or 0 <= days_between(mention.day, candidate.published) <= NEWS
    return candidate.position == 0 and recent


def _statement(mention: Mention) -> DatedStatement:
    moment = mention.moment
    return DatedStatement(
        span=mention.candidate.span,
        moment=Span(mention.candidate.article_id, moment.start, moment.end),
        when=moment.when,
        precision=moment.precision,
        how=moment.how,
    )
