"""What several origins agree on, where they differ, and what only one of them reports.

A wrong group is worse than none, so each is held to what can be checked in the words: what is printed as
agreed is borne out by a sentence of every origin counted, with the same numbers; what differs is one
quantity with two values; what only one reports has a name or a number that no other origin has at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from digest.model import Figure, FigureRow, Origin, Reading, Span, StatementGroup
from digest.summarize.choose import stale, worth
from digest.summarize.difference import apart
from digest.summarize.fitness import QUOTATION
from digest.summarize.likeness import Content, contents, contradicted
from digest.summarize.material import Candidate, Material, gather
from digest.summarize.sameness import FEWEST_SHARED, alike, borne_out, says_the_same, weigh
from digest.summarize.weights import term_weights

BORNE_OUT = 0.5  # share of the telling words of a sentence: the other says all that matters in it
BEYOND_NAMES = 0.4  # the same for its words outside names: one man can do two things
ALIKE = 0.4  # cosine of the telling words: the two tell of the same fact
SHORTEST = 10  # words; of a shorter sentence, a name and a verb in common make half
TELLING = 10  # sentences: what one origin alone reports is told where it stands so early in the article
APART = 0.18  # share of a sentence that another origin may have, where it is told as one origin's alone
FEW = 3  # a number as small is told in other words, and a word as short may be an abbreviation
NEW = 0.5  # share of its telling words that no other origin may have anywhere


# Openings of a sequel, a concession or a comment: what such a sentence tells leans on the one before.
_SEQUEL = frozenset(
    {"also", "although", "and", "but", "even", "from", "however", "if", "instead", "later", "meanwhile"}
    | {"so", "still", "then", "there", "though", "while", "yet"}
)
_WORD = re.compile(r"[^\W\d_]+")
_TITLED = re.compile(
    r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)+"
)  # "the Super Bowl": a name, known as one or not


@dataclass(frozen=True, slots=True)
class _Desk:
    """The sentences of a story that can be printed, weightiest first, and what is needed to compare them."""

    material: Material
    fit: tuple[Candidate, ...]
    summary: tuple[Candidate, ...]  # printed already
    content: Mapping[Span, Content]
    weights: Mapping[str, float]
    cast: frozenset[str]  # words of all titles and first sentences

    def repeats(self, candidate: Candidate) -> bool:
        """Whether the summary says the same, in these words or in others."""
        return any(
            c.span == candidate.span or says_the_same(candidate, c, self.weights, self.material.rare)
            for c in self.summary
        )


def agreement(
    readings: Sequence[Reading],
    origins: Sequence[Origin] = (),
    *,
    figures: Sequence[FigureRow] = (),
    printed: Sequence[Span] = (),
    limit: int = 2,
) -> tuple[StatementGroup, ...]:
    """Groups of sentences: what origins agree on, then where they differ, then what one alone reports.

    ``figures``: the quantities of the story, with what their sources have to do with each other.
    ``printed``: the sentences of the summary. They are never told again in other words; where they are
    agreed on or disputed themselves, they stand first in their group. At most ``limit`` groups of each
    relation, the weightiest first; a sentence is in one group at most, and a group has one of each
    origin. Nothing for a story of one origin.
    """
    material = gather(readings, origins)
    if len(set(material.origin_of.values())) < 2:
        return ()
    desk = _lay_out(material, printed)
    differing = list(_differing(desk, figures))[:limit]
    used = {span for group in differing for span in group.spans}
    agreed = sorted(_agreed(desk, used), key=lambda group: -group.origins)[:limit]
    used.update(span for group in agreed for span in group.spans)
    return (*agreed, *differing, *_alone(desk, used, limit))


def _lay_out(material: Material, printed: Sequence[Span]) -> _Desk:
    weights = term_weights(material)
    overtaken = {candidate.span for candidate in stale(material)}
    fit = [
        c
        for c in material.candidates
        if c.unfit is None and c.words >= SHORTEST and c.discount > QUOTATION and c.span not in overtaken
    ]
    fit.sort(key=lambda c: (c.span not in printed, -worth(c, weights), c.article_id, c.position))
    by_id = {reading.article.id: reading for reading in material.readings}
    return _Desk(
        material=material,
        fit=tuple(fit),
        summary=tuple(c for c in material.candidates if c.span in printed),
        content={c.span: contents(by_id[c.article_id], c) for c in material.candidates},
        weights=weights,
        cast=_cast(material),
    )


def _differing(desk: _Desk, rows: Sequence[FigureRow]) -> Iterator[StatementGroup]:
    """For each quantity that origins give differently, two sentences whose figures cannot both be right."""
    used: set[Span] = set()
    for row in rows:
        if row.relation != "differ":
            continue
        said = [(c, figure) for c in desk.fit for figure in _given(row, c) if c.span not in used]
        for (one, mine), (other, theirs) in combinations(said, 2):
            if one.origin != other.origin and apart(mine, theirs):
                used.update((one.span, other.span))
                yield StatementGroup(
                    (one.span, other.span), "differ", 2, f"{mine.text} against {theirs.text}"
                )
                break


def _given(row: FigureRow, candidate: Candidate) -> list[Figure]:
    """The figures of a row that stand in a sentence."""
    start, end = candidate.sentence.start, candidate.sentence.end
    return [
        f for article_id, f in row.figures if article_id == candidate.article_id and start <= f.start < end
    ]


def _agreed(desk: _Desk, without: set[Span]) -> Iterator[StatementGroup]:
    """Each sentence in turn, with the sentence of each other origin that bears it out best."""
    used = set(without)
    in_summary = {candidate.span for candidate in desk.summary}
    for one in desk.fit:
        if one.span in used:
            continue
        best: dict[str, tuple[float, Span]] = {}
        for other in desk.fit:
            if (
                other.origin == one.origin
                or len(one.terms & other.terms) < FEWEST_SHARED
                or other.span in used
            ):
                continue
            share = _agrees(one, other, desk)
            if share and share > best.get(other.origin, (0.0, None))[0]:
                best[other.origin] = (share, other.span)
        if not best:
            continue
        spans = (one.span, *(span for _, span in best.values()))
        used.update(spans)
        if one.span in in_summary or not desk.repeats(one):
            origins = len(spans)
            yield StatementGroup(spans, "agree", origins, f"reported by {origins} origins")


def _agrees(one: Candidate, other: Candidate, desk: _Desk) -> float:
    """The share of ``one`` that ``other`` bears out; 0: too little, or something is against it."""
    share = borne_out(one, other, desk.material.rare)
    if share < BORNE_OUT or alike(one, other, desk.material.rare) < ALIKE:
        return 0.0
    mine, theirs = desk.content[one.span], desk.content[other.span]
    named = {word.casefold() for name in mine.names for word in name.split()}
    if borne_out(one, other, desk.material.rare, but=named) < BEYOND_NAMES:
        return 0.0
    if mine.wording == theirs.wording or contradicted(mine, theirs):  # the same words are one report, copied
        return 0.0
    return share


def _alone(desk: _Desk, without: set[Span], limit: int) -> tuple[StatementGroup, ...]:
    """The weightiest sentence that only this origin can have told, of at most ``limit`` origins."""
    first: dict[str, Span] = {}
    for candidate in desk.fit:
        if candidate.position >= TELLING or candidate.origin in first or candidate.span in without:
            continue
        if not desk.repeats(candidate) and _only_here(candidate, desk):
            first[candidate.origin] = candidate.span
    return tuple(
        StatementGroup((span,), "single", 1, "reported by one origin")
        for span in list(first.values())[:limit]
    )


def _only_here(candidate: Candidate, desk: _Desk) -> bool:
    """Whether a sentence has a name or a number, and much else, that is nowhere in the other origins."""
    others = [c for c in desk.material.candidates if c.origin != candidate.origin]
    if any(borne_out(candidate, other, desk.material.rare) >= APART for other in others):
        return False
    theirs = frozenset(term for other in others for term in other.terms)
    if weigh(candidate.terms - theirs, desk.material.rare) < NEW * weigh(candidate.terms, desk.material.rare):
        return False
    told = desk.content[candidate.span]
    if told.wording[0] in _SEQUEL or not candidate.bare <= desk.cast:
        return False
    known = _written(candidate, desk)
    named = (*told.names, *_TITLED.findall(_text(candidate, desk)))
    if any(_words(name) & known - desk.cast for name in named):  # they may tell the same in other words
        return False
    values = {figure.value for other in others for figure in desk.content[other.span].figures}
    own = any(f.value not in values and abs(f.value or Decimal(0)) > FEW for f in told.figures)
    return own or any(words and words.isdisjoint(known) for words in map(_words, told.names))


def _words(name: str) -> set[str]:
    """The words of a name that tell it from others; an abbreviation does not."""
    return {word for word in _WORD.findall(name.casefold()) if len(word) > FEW}


def _text(candidate: Candidate, desk: _Desk) -> str:
    return next(
        r.article.at(candidate.span) for r in desk.material.readings if r.article.id == candidate.article_id
    )


def _written(candidate: Candidate, desk: _Desk) -> frozenset[str]:
    """Every word that another origin has, in its texts or its titles."""
    others = [
        r.article for r in desk.material.readings if desk.material.origin_of[r.article.id] != candidate.origin
    ]
    return frozenset(word for a in others for word in _WORD.findall(f"{a.title} {a.text}".casefold()))


def _cast(material: Material) -> frozenset[str]:
    """The words of all titles and first sentences: those whom the story is about are named everywhere."""
    titles = [r.article.title for r in material.readings]
    leads = [
        r.article.text[r.sentences[0].start : r.sentences[0].end] for r in material.readings if r.sentences
    ]
    return frozenset(word for text in (*titles, *leads) for word in _WORD.findall(text.casefold()))
